import type { Catalogue } from '../knowledge/sdks/catalogue';
import type { CallExpr, Expr, Program, Span, Stmt } from '../source/program';
import { Budget, Evaluator, type Modules } from './evaluate';
import { type CallPlace, callsAround, holdsAny, visitBlock } from './scopes';
import { mergeUses, type ServiceUse, useOf } from './uses';

export interface Analysis {
  readonly uses: readonly ServiceUse[];
  /** What an expression holds, for rules and fixes that look closer. */
  readonly evaluator: Evaluator;
}

/** Finds every service use of a module: only calls near a name that makes clients are evaluated. */
export function analyze(program: Program, uri: string, catalogue: Catalogue, modules?: Modules): Analysis {
  const uses = new Map<CallExpr, ServiceUse>();
  const evaluator = new Evaluator(
    uri,
    program,
    catalogue,
    new Budget(),
    (object, seenBy) => {
      if (seenBy.uri !== uri || !object.call) return;
      const use = useOf(object);
      if (!use) return;
      const known = uses.get(use.call);
      uses.set(use.call, known ? mergeUses(known, use) : use);
    },
    modules,
  );
  for (const { call, at } of roots(program, catalogue)) evaluator.evaluate(call, at);
  return { uses: [...uses.values()].sort((a, b) => a.origin.span.start - b.origin.span.start), evaluator };
}

/** Calls whose callee or arguments name something that makes clients, directly or by an alias of this file. */
function roots(program: Program, catalogue: Catalogue): CallPlace[] {
  const offsets = hits(program.text, catalogue.clientWords(program.text));
  if (offsets.length === 0) return [];
  const aliases = aliasesOf(program, offsets);
  const all = aliases.size > 0 ? merge(offsets, hits(program.text, wordPattern(aliases))) : offsets;
  return callsAround(program.module.block(), all).filter(({ call }) => names(call, all));
}

function hits(text: string, words: RegExp): number[] {
  const found: number[] = [];
  for (const match of text.matchAll(words)) found.push(match.index);
  return found;
}

function wordPattern(words: ReadonlySet<string>): RegExp {
  return new RegExp(`\\b(?:${[...words].map((word) => word.replace(/\$/g, '\\$')).join('|')})\\b`, 'g');
}

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
  visitBlock(program.module.block(), {
    expr: () => {},
    stmt: (stmt) => collectAliases(stmt, offsets, aliases),
    enter: (def) => holds(offsets, def.span),
    matters: (stmt) => holds(offsets, stmt.span),
  });
  return aliases;
}

function collectAliases(stmt: Stmt, offsets: readonly number[], aliases: Set<string>): void {
  if (stmt.k === 'import') {
    for (const name of stmt.names) {
      if (name.local !== undefined && name.name !== undefined && name.local !== name.name && holds(offsets, name.span))
        aliases.add(name.local);
    }
  } else if (stmt.k === 'class' && stmt.def.bases.some((base) => holds(offsets, base.span))) {
    aliases.add(stmt.def.name);
  } else if (stmt.k === 'bind' && stmt.target.k === 'name' && isReference(stmt.value, offsets)) {
    aliases.add(stmt.target.name);
  }
}

function isReference(value: Expr, offsets: readonly number[]): boolean {
  if (!holds(offsets, value.span)) return false;
  return value.k !== 'call' || !holds(offsets, value.callee.span);
}
