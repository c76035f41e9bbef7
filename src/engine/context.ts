import type { Evaluator } from '../flow/evaluate';
import type { ServiceUse } from '../flow/uses';
import type { RuleContext } from '../rules/contract';
import { findSecrets, type Secret } from '../secrets';
import type { Notebook } from '../source/notebook';
import type { Program } from '../source/program';
import { textsBeside, type WorkspaceFiles } from '../source/resolve';
import type { Surroundings } from './document';
import { evidenceIn } from './evidence';

/** What was read of a document before its rules run. */
export interface Subject {
  readonly uri: string;
  readonly program: Program;
  readonly notebook?: Notebook;
  readonly uses: readonly ServiceUse[];
  readonly evaluator: Evaluator;
  readonly files?: WorkspaceFiles;
  /** Other modules look into this one. */
  imported(): boolean;
}

/** What the rules of a document may know. */
export function contextOf(subject: Subject, around: Surroundings): RuleContext {
  const { uri, program, notebook, uses, evaluator, files } = subject;
  const path = pathIn(around.root, uri);
  let secrets: readonly Secret[] | undefined;
  return {
    uri,
    path,
    secrets: () => (secrets ??= findSecrets(program, path, around.settings?.placeholders)),
    program,
    uses,
    evaluator,
    evidence: [...evidenceIn(program, uri), ...(around.evidence ?? [])],
    profiles: around.profiles,
    policies: around.policies,
    ignored: around.ignored ?? false,
    beside: files && ((ending) => textsBeside(uri, ending, files)),
    cell: notebook?.cellAround,
    once: onceOf(program),
    imported: () => subject.imported(),
    tracked: around.tracked,
    keysInContext: around.keysInContext,
    dotenv: around.dotenv,
  };
}

/** Remembers what was made of a program, for as long as the program is held. */
function onceOf(program: Program): RuleContext['once'] {
  const made = new Map<unknown, unknown>();
  return <T>(make: (program: Program) => T): T => {
    if (!made.has(make)) made.set(make, make(program));
    return made.get(make) as T;
  };
}

/** The path of a document in its project; the whole path where the project is not known. */
const pathIn = (root: string | undefined, uri: string): string =>
  decodeURIComponent(root !== undefined && uri.startsWith(`${root}/`) ? uri.slice(root.length + 1) : uri);
