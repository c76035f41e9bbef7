import type { Analyzer } from '../flow/analyze';
import { dataValue } from '../flow/data';
import type { Evaluator } from '../flow/evaluate';
import type { Modules } from '../flow/imports';
import type { Value } from '../flow/value';
import { resolveCSharp } from '../source/csharp/resolve';
import { declaresInGo, goPackage, resolveGo } from '../source/go/resolve';
import { resolveJava } from '../source/java/resolve';
import type { FrontEnd, ImportName, Language, Program } from '../source/program';
import { resolvePython } from '../source/python/resolve';
import { dataFile, type Resolved, type Resolver, type WorkspaceFiles } from '../source/resolve';
import { resolveSourced } from '../source/shell/resolve';
import { resolveTypeScriptImport } from '../source/typescript/resolve';
import { dataFrontEndOf } from './languages';

const RESOLVERS: Readonly<Partial<Record<Language, Resolver>>> = {
  python: resolvePython,
  typescript: resolveTypeScriptImport,
  javascript: resolveTypeScriptImport,
  shell: resolveSourced,
  powershell: resolveSourced,
  csharp: resolveCSharp,
  java: resolveJava,
  go: resolveGo,
};

/** The other files of a package, in languages where these share one scope, and whether one may declare a name. */
interface Package {
  readonly files: (from: string, files: WorkspaceFiles) => readonly string[];
  readonly declares: (text: string, name: string) => boolean;
}

const PACKAGES: Readonly<Partial<Record<Language, Package>>> = {
  go: { files: goPackage, declares: declaresInGo },
};

/** A longer module is not read for the sake of another. */
const MAX_MODULE_LENGTH = 1_000_000;
/** Of a package so much is read for the sake of one of its files: larger ones are generated. */
const MAX_PACKAGE_LENGTH = 400_000;

/** Longer data is no configuration. */
const MAX_DATA_LENGTH = 200_000;

interface Kept {
  readonly text: string;
  readonly program: Program;
  /** Of data: what it holds. */
  value?: Value;
}

/** Programs of modules that others import: parsed when somebody asks, kept until their text changes. */
export class ModuleCache {
  private readonly kept = new Map<string, Kept>();
  /** Document → the modules that its last analysis looked into. */
  private readonly uses = new Map<string, ReadonlySet<string>>();

  constructor(private readonly files: WorkspaceFiles) {}

  program(uri: string, frontEnd: FrontEnd, text = this.files.read(uri)): Program | undefined {
    if (text === undefined || text.length > MAX_MODULE_LENGTH) return undefined;
    const known = this.kept.get(uri);
    if (known?.text === text) return known.program;
    known?.program.dispose();
    const program = frontEnd.parse(text);
    this.kept.set(uri, { text, program });
    return program;
  }

  /** What a file of data holds, worked out once for each of its texts. */
  private data(uri: string): Value | undefined {
    const frontEnd = dataFrontEndOf(uri);
    const text = frontEnd && this.files.read(uri);
    if (!frontEnd || text === undefined || text.length > MAX_DATA_LENGTH) return undefined;
    const program = this.program(uri, frontEnd, text);
    const kept = this.kept.get(uri);
    if (!program || !kept) return undefined;
    kept.value ??= dataValue(program, uri);
    return kept.value;
  }

  /** The text of a module as it was last looked into. */
  textOf(uri: string): string | undefined {
    return this.kept.get(uri)?.text;
  }

  forget(uri: string): void {
    this.kept.get(uri)?.program.dispose();
    this.kept.delete(uri);
    this.uses.delete(uri);
  }

  /** The modules that the last analysis of a document looked into. */
  modulesOf(uri: string): readonly string[] {
    return [...(this.uses.get(uri) ?? [])];
  }

  /** Documents whose last analysis looked into a module. */
  dependents(uri: string): readonly string[] {
    return [...this.uses].filter(([, modules]) => modules.has(uri)).map(([document]) => document);
  }

  /** The files of packages with their texts, each read once in an analysis. */
  private besides(looked: Set<string>): (from: string, language: Language) => readonly { uri: string; text: string }[] {
    const read = new Map<string, readonly { uri: string; text: string }[]>();
    return (from, language) => {
      const known = read.get(from);
      if (known) return known;
      let left = MAX_PACKAGE_LENGTH;
      const found = (PACKAGES[language]?.files(from, this.files) ?? []).flatMap((uri) => {
        const text = left > 0 ? this.files.read(uri) : undefined;
        left -= text?.length ?? 0;
        if (text === undefined || left < 0) return [];
        looked.add(uri);
        return [{ uri, text }];
      });
      read.set(from, found);
      return found;
    };
  }

  /** The modules that one analysis can reach. Cycles end at the evaluator that is already there. */
  reachableBy(root: { readonly uri: string; readonly frontEnd: FrontEnd; readonly analyzer: Analyzer }): Modules {
    const evaluators = new Map<string, Evaluator>();
    const looked = new Set<string>();
    const data = new Map<string, Value | undefined>();
    const resolutions = new Map<string, Resolved | undefined>();
    this.uses.set(root.uri, looked);
    const open = (uri: string, text?: string): Evaluator | undefined => {
      const known = evaluators.get(uri);
      if (known) return known;
      const program = this.program(uri, dataFrontEndOf(uri) ?? root.frontEnd, text);
      if (!program) return undefined;
      const evaluator = root.analyzer.evaluator(program, uri, modules);
      evaluators.set(uri, evaluator);
      return evaluator;
    };
    const beside = this.besides(looked);
    const modules: Modules = {
      resolve: (from: string, language: string, name: ImportName, wanted?: string) => {
        const key = `${from}\n${name.module}\n${name.name ?? ''}\n${wanted ?? ''}`;
        if (!resolutions.has(key))
          resolutions.set(key, RESOLVERS[language as Language]?.(from, name, this.files, wanted));
        const resolved = resolutions.get(key);
        if (!resolved || resolved.uri === root.uri) return undefined;
        looked.add(resolved.uri);
        const evaluator = open(resolved.uri);
        return evaluator && { evaluator, whole: resolved.whole };
      },
      peers: (from: string, language: string, name: string, how: 'mention' | 'declare') => {
        const declares = how === 'declare' ? PACKAGES[language as Language]?.declares : undefined;
        return beside(from, language as Language).flatMap(({ uri, text }) =>
          (declares ? declares(text, name) : text.includes(name)) ? (open(uri, text) ?? []) : [],
        );
      },
      data: (from, name) => {
        const key = `${from}\n${name}`;
        if (!data.has(key)) {
          const uri = dataFile(from, name, this.files);
          if (uri !== undefined) looked.add(uri);
          data.set(key, uri === undefined ? undefined : this.data(uri));
        }
        return data.get(key);
      },
      start: (evaluator) => evaluators.set(root.uri, evaluator),
    };
    return modules;
  }
}
