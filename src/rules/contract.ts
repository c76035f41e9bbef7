import type { Evaluator } from '../flow/evaluate';
import type { ServiceUse } from '../flow/uses';
import type { Origin } from '../flow/value';
import type { PolicyStatement } from '../knowledge/policy';
import type { Workload } from '../knowledge/workload';
import type { Secret } from '../secrets';
import type { Program, Span } from '../source/program';

export type Severity = 'error' | 'warning' | 'info';
export type Confidence = 'high' | 'medium' | 'low';

export interface Evidence {
  readonly workload: Workload;
  /** It can only be OCI's own service; otherwise it is a hint, good enough to order fixes. */
  readonly certain: boolean;
  /** The file that shows it (`func.yaml`, a manifest). */
  readonly uri: string;
  /** The Kubernetes identity that a manifest names. */
  readonly account?: { readonly namespace?: string; readonly name?: string };
}

/** A profile of the user's own OCI config, as far as rules may know it. */
export interface ProfileFact {
  readonly name: string;
  readonly session: boolean;
}

/** A file that stands in git's index. */
export interface TrackedFact {
  /** The rules of `.gitignore` name it: they hide new files only, and git keeps this one. */
  readonly ignored: boolean;
}

/** What became of one rule that a comment allows; `unjudged` where this lint could not have found it. */
export interface Allowed {
  readonly rule: string;
  readonly state: 'used' | 'unused' | 'unknown' | 'unjudged';
}

/** A comment that allows rules. */
export interface SuppressionFact {
  readonly span: Span;
  /** The rules as the comment writes them. */
  readonly list: string;
  readonly allowed: readonly Allowed[];
  readonly reason: string;
}

export interface RuleContext {
  readonly uri: string;
  readonly program: Program;
  readonly uses: readonly ServiceUse[];
  readonly evaluator: Evaluator;
  /** Literal credentials of the file, those of low confidence too; found when first asked for. */
  secrets(): readonly Secret[];
  /** Evidence for the folder of this file, nearest first. */
  readonly evidence: readonly Evidence[];
  /** The user's profiles; absent when the adapter must not or cannot say. */
  readonly profiles?: readonly ProfileFact[];
  /** IAM statements of the workspace's own policy files; absent when the adapter collected none. */
  readonly policies?: readonly PolicyStatement[];
  /** The path of the file in its project, for rules that know tests and file names. */
  readonly path: string;
  /** Comments that allow rules; known to the rule about them, which runs when all others have. */
  readonly suppressions?: readonly SuppressionFact[];
  /** Whether git keeps this file out; false where there is no repository, or where git holds it nevertheless. */
  readonly ignored: boolean;
  /** Git holds this file; absent where it does not, or where nobody knows. */
  readonly tracked?: TrackedFact;
  /** Of a Dockerfile: the OCI configs and keys that it copies with its whole folder. */
  readonly keysInContext?: readonly string[];
  /** The project takes its variables from `.env`. */
  readonly dotenv?: boolean;
  /** Other modules of the workspace, as far as they were read, look into this one. */
  imported(): boolean;
  /** What is made of the program once, however many fixes need it. */
  once<T>(make: (program: Program) => T): T;
  /** Texts of the other files of this folder whose names end so; absent where the file stands alone. */
  beside?(ending: string): readonly string[];
  /** Of a notebook: the cell around an offset, which is read and run as one. */
  cell?(offset: number): Span | undefined;
}

export interface Related {
  readonly message: string;
  readonly origin: Origin;
}

/** What a rule says of one place. The engine adds the rule's id and severity. */
export interface Report {
  readonly span: Span;
  readonly message: string;
  readonly related?: readonly Related[];
  readonly confidence?: Confidence;
  /** Lower than the rule's own, never higher. */
  readonly severity?: Severity;
  /** What the fixes of this finding start from. */
  readonly use?: ServiceUse;
  readonly secret?: Secret;
  readonly suppression?: SuppressionFact;
}

export interface TextEdit {
  /** Another file of the workspace; absent for the file of the finding. */
  readonly uri?: string;
  readonly span: Span;
  readonly text: string;
}

/** A line that another file of the workspace gains, made where it is missing: names and paths, never a secret. */
export interface LineAddition {
  readonly uri: string;
  readonly line: string;
}

/** The files in which projects list the packages that they need. */
export type ManifestName = 'requirements.txt' | 'pyproject.toml' | 'package.json' | 'pom.xml' | 'go.mod';

/** Packages that the nearest manifest lists with a fix; without such a file, or where all are listed, there is no such fix. */
export interface PackageListing {
  readonly manifest: ManifestName;
  /** The highest folder in which the manifest may lie; absent, it lies beside the document. */
  readonly root: string | undefined;
  readonly names: readonly string[];
}

/** What a fix leaves to a person: a command that nobody runs unasked. */
export type Step =
  /** Git forgets the file and leaves it where it is; the address of the file, and its path in the project. */
  | { readonly kind: 'untrack'; readonly uri: string; readonly path: string }
  /** A secret that stood in a file is known, and ends. */
  | { readonly kind: 'rotate'; readonly what: string; readonly command: string }
  | { readonly kind: 'make'; readonly what: string; readonly command: string };

export interface Fix {
  readonly title: string;
  /** `unsafe`: may change behaviour; never part of fix-all. */
  readonly safety: 'safe' | 'unsafe';
  readonly preferred?: boolean;
  readonly edits: readonly TextEdit[];
  readonly additions?: readonly LineAddition[];
  readonly packages?: PackageListing;
  readonly steps?: readonly Step[];
  /** The variable from which a secret is read that the edits take away. */
  readonly variable?: string;
  /** It changes how the code authenticates. */
  readonly switches?: boolean;
}

export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  /** One line for lists and SARIF. */
  readonly title: string;
  check(context: RuleContext): Iterable<Report>;
  /** Computed only when somebody asks. */
  fixes?(context: RuleContext, report: Report): readonly Fix[];
}
