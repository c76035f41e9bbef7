import type { Catalogue } from '../knowledge/sdks/catalogue';
import type { CallExpr, Expr, Program, Span, Stmt } from '../source/program';
import { withAlternatives } from './alternatives';
import { Budget, Evaluator } from './evaluate';
import type { Modules } from './imports';
import { type CallPlace, callsAround, holdsAny, stmtsAround } from './scopes';
import { withSettings } from './settings';
import { builtBy } from './steps';
import { mergeUses, type ServiceUse, useOf } from './uses';
import type { ObjectValue } from './value';

export interface Analysis {
  readonly uses: readonly ServiceUse[];
  /** What an expression holds, for rules and fixes that look closer. */
  readonly evaluator: Evaluator;
}

/** One analysis: the evaluators of its modules share one budget and report to it. */
export class Analyzer {
  private readonly uses = new Map<CallExpr, ServiceUse>();
  private readonly budget = new Budget();

  constructor(
    private readonly program: Program,
    private readonly uri: string,
    private readonly catalogue: Catalogue,
  ) {}

  evaluator(program: Program, uri: string, modules?: Modules): Evaluator {
    return new Evaluator(
      uri,
      program,
      this.catalogue,
      this.budget,
      (object, seenBy) => this.see(object, seenBy),
      modules,
    );
  }

  /** Finds every service use of the module: only calls near a name that makes clients are evaluated. */
  run(modules?: Modules): Analysis {
    const evaluator = this.evaluator(this.program, this.uri, modules);
    modules?.start(evaluator);
    for (const { call, at } of roots(this.program, this.catalogue)) evaluator.evaluate(call, at);
    const uses = [...this.uses.values()].sort((a, b) => a.origin.span.start - b.origin.span.start);
    return { uses: withAlternatives(withSettings(uses, this.program, evaluator), this.program), evaluator };
  }

  private see(object: ObjectValue, seenBy: Evaluator): void {
    if (seenBy.uri !== this.uri || !object.call) return;
    const use = useOf(object);
    if (!use) return;
    const known = this.uses.get(use.call);
    this.uses.set(use.call, known ? mergeUses(known, use) : use);
  }
}

/** Calls whose callee or arguments name something that makes clients, directly or by an alias of this file. */
function roots(program: Program, catalogue: Catalogue): CallPlace[] {
  const words = catalogue.clientWords(program.text);
  const offsets = program.index.wordsLike(words);
  const aliases = defaultsOf(program, catalogue);
  if (offsets.length === 0 && aliases.size === 0) return [];
  for (const alias of aliasesOf(program, offsets)) aliases.add(alias);
  const all = aliases.size > 0 ? merge(offsets, program.index.wordsLike(wordPattern(aliases))) : offsets;
  return callsAround(program.module.block(), all).filter(
    ({ call }) => names(call, all) || (call.isNew && leavesOut(call, words)),
  );
}

/** `new(…)`: the class that it leaves out makes clients. */
function leavesOut({ callee }: CallExpr, words: string): boolean {
  if ((callee.k !== 'name' && callee.k !== 'member') || callee.span.end - callee.span.start !== 'new'.length)
    return false;
  return new RegExp(words).test(callee.name);
}

const wordPattern = (words: ReadonlySet<string>): string =>
  `\\b(?:${[...words].map((word) => word.replace(/\$/g, '\\$')).join('|')})\\b`;

const merge = (a: readonly number[], b: readonly number[]): number[] =>
  [...new Set([...a, ...b])].sort((x, y) => x - y);

const holds = (offsets: readonly number[], span: Span): boolean => holdsAny(offsets, span.start, span.end);

function names(call: CallExpr, offsets: readonly number[]): boolean {
  if (holds(offsets, call.callee.span)) return true;
  return call.args.some(
    (arg) => (arg.value.k === 'name' || arg.value.k === 'member') && holds(offsets, arg.value.span),
  );
}

/** Local names for such things: import aliases and bindings like `C = oci.x.YClient`, `make = partial(YClient)`. */
function aliasesOf(program: Program, offsets: readonly number[]): Set<string> {
  const aliases = new Set<string>();
  for (const stmt of stmtsAround(program.module.block(), offsets)) collectAliases(stmt, offsets, aliases);
  return aliases;
}

function collectAliases(stmt: Stmt, offsets: readonly number[], aliases: Set<string>): void {
  if (stmt.k === 'import') {
    for (const name of stmt.names) {
      if (name.local !== undefined && name.name !== undefined && name.local !== name.name && holds(offsets, name.span))
        aliases.add(name.local);
    }
  } else if (stmt.k === 'class') {
    if (stmt.def.bases.some((base) => holds(offsets, base.span))) aliases.add(stmt.def.name);
    for (const [name, type] of stmt.def.fields ?? []) if (type && holds(offsets, type.span)) aliases.add(name);
  } else if (stmt.k === 'bind' && stmt.target.k === 'name' && isReference(stmt.value, offsets)) {
    aliases.add(stmt.target.name);
  }
}

/** Local names of default exports: `import send from 'node-fetch'`, `const send = require('node-fetch')`. */
function defaultsOf(program: Program, catalogue: Catalogue): Set<string> {
  const packages = catalogue.defaultPackages(program.text);
  const offsets = packages === undefined ? [] : program.index.wordsLike(packages);
  const stmts = offsets.length > 0 ? stmtsAround(program.module.block(), offsets) : [];
  const names = stmts.flatMap((stmt) => (stmt.k === 'import' ? stmt.names : []));
  return new Set(names.flatMap((name) => (catalogue.isDefault(name) ? (name.local ?? []) : [])));
}

/** `b = X.builder()…`: what it builds is made by a call on the name. */
function startsBuilder({ callee }: CallExpr): boolean {
  if (callee.k !== 'member' && callee.k !== 'name') return false;
  if (builtBy(`.${callee.name}`) !== undefined) return true;
  return callee.k === 'member' && callee.name !== 'build' && callee.object.k === 'call' && startsBuilder(callee.object);
}

function isReference(value: Expr, offsets: readonly number[]): boolean {
  if (!holds(offsets, value.span)) return false;
  return value.k !== 'call' || !holds(offsets, value.callee.span) || startsBuilder(value);
}
