import { boundName } from '../source/block';
import type {
  BindStmt,
  Block,
  CallExpr,
  ClassDef,
  Expr,
  FunctionDef,
  ImportName,
  Point,
  Stmt,
  Target,
} from '../source/program';

/** What gives a name its value at some place. */
export type Definition = { readonly at: Point; readonly changes: readonly ChangeOf[] } & (
  | { readonly k: 'value'; readonly value: Expr; readonly path: readonly Step[] }
  | { readonly k: 'function'; readonly def: FunctionDef }
  | { readonly k: 'class'; readonly def: ClassDef }
  | { readonly k: 'import'; readonly name: ImportName }
);

/** How a part of the bound value reaches the name: item 1 of a tuple, member `a` of an object. */
export type Step =
  | { readonly k: 'item'; readonly index: number }
  | { readonly k: 'field'; readonly key: string; readonly fallback?: Expr };

/** Something that changes a value in place after it was bound: `x.a = v`, `x["k"] = v`, `x.update(v)`. */
export interface ChangeOf {
  readonly at: Point;
  readonly target?: Extract<Target, { k: 'member' | 'index' }>;
  readonly value?: Expr;
  readonly call?: CallExpr;
}

interface Search {
  readonly name: string;
  readonly found: Definition[];
}

export interface Reaching {
  readonly definitions: readonly Definition[];
  /** Every path to the place binds the name: nothing from outside the scope arrives. */
  readonly complete: boolean;
  /** In-place changes on the paths that no definition in this scope stops. */
  readonly changes: readonly ChangeOf[];
}

/** The definitions of `name` that reach `at` within its scope: structured, backwards, branches joined. */
export function reachingDefinitions(name: string, at: Point): Reaching {
  const search: Search = { name, found: [] };
  const changes: ChangeOf[] = [];
  let { block, index } = at;
  for (;;) {
    if (scan(search, block, index, changes)) return { definitions: search.found, complete: true, changes };
    const parent = block.parent;
    if (!parent) return { definitions: search.found, complete: false, changes };
    const owner = parent.block.stmts[parent.index];
    if (owner?.k === 'branch') {
      siblings(search, owner, block, index, changes);
      if (testedBefore(search, owner, block, parent, changes))
        return { definitions: search.found, complete: true, changes };
    }
    ({ block, index } = parent);
  }
}

/** The tests of the arms up to this one have run: `if (x := make()):` binds for what stands below it. */
function testedBefore(
  search: Search,
  owner: Extract<Stmt, { k: 'branch' }>,
  block: Block,
  at: Point,
  changes: ChangeOf[],
): boolean {
  const reached = owner.arms.findIndex((arm) => arm.block === block);
  for (let arm = reached; arm >= 0; arm -= 1) {
    const test = owner.arms[arm]?.test;
    if (test && inside(search, test, at, changes)) return true;
  }
  return false;
}

/**
 * The definitions that code of a function can see in an enclosing scope: those that reach the function's own place, and
 * every later one, since nobody knows when the function runs.
 */
export function definitionsSeenFrom(name: string, place: Point): Reaching {
  const { block, index } = place;
  const before = reachingDefinitions(name, place);
  const search: Search = { name, found: [...before.definitions] };
  for (const at of touching(block, name)) {
    const stmt = block.stmts[at];
    if (at >= index && stmt) through(search, stmt, { block, index: at }, []);
  }
  return { definitions: search.found, complete: before.complete || search.found.length > 0, changes: before.changes };
}

/** In a loop what stands below may have run before; in a handler any part of the tried body may have. */
function siblings(
  search: Search,
  owner: Extract<Stmt, { k: 'branch' }>,
  block: Block,
  index: number,
  changes: ChangeOf[],
): void {
  if (owner.loops) {
    scan(search, block, block.stmts.length, [...changes], index);
    return;
  }
  const first = owner.arms[0];
  const isHandler =
    owner.total && first && !first.test && first.block !== block && owner.arms.every((arm) => !arm.test);
  if (isHandler) scan(search, first.block, first.block.stmts.length, [...changes]);
}

/** Scans statements before `end` (and not before `from`); true when every path through them binds the name. */
function scan(search: Search, block: Block, end: number, changes: ChangeOf[], from = 0): boolean {
  const places = touching(block, search.name);
  for (let at = places.length - 1; at >= 0; at -= 1) {
    const index = places[at] as number;
    if (index >= end) continue;
    if (index < from) return false;
    const stmt = block.stmts[index];
    if (stmt && through(search, stmt, { block, index }, changes)) return true;
  }
  return false;
}

const NONE: readonly number[] = [];
const touching = (block: Block, name: string): readonly number[] => block.touches.get(name) ?? NONE;

function through(search: Search, stmt: Stmt, at: Point, changes: ChangeOf[]): boolean {
  const { name, found } = search;
  switch (stmt.k) {
    case 'bind':
      return bindThrough(search, stmt, at, changes);
    case 'eval':
      return inside(search, stmt.value, at, changes);
    case 'return':
      return stmt.value ? inside(search, stmt.value, at, changes) : false;
    case 'function':
      if (boundName(stmt.def) !== name) return false;
      found.push({ k: 'function', def: stmt.def, at, changes: [...changes] });
      return true;
    case 'class':
      if (stmt.def.name !== name) return false;
      found.push({ k: 'class', def: stmt.def, at, changes: [...changes] });
      return true;
    case 'import':
      return importThrough(search, stmt.names, at, changes);
    case 'branch':
      return branchThrough(search, stmt, at, changes);
  }
}

function importThrough(search: Search, names: readonly ImportName[], at: Point, changes: ChangeOf[]): boolean {
  for (const imported of names) {
    if (imported.local !== search.name) continue;
    search.found.push({ k: 'import', name: imported, at, changes: [...changes] });
    return true;
  }
  return false;
}

function bindThrough(search: Search, stmt: BindStmt, at: Point, changes: ChangeOf[]): boolean {
  const path = pathTo(stmt.target, search.name);
  if (path) {
    search.found.push({ k: 'value', value: stmt.value, path, at, changes: [...changes] });
    return !stmt.weak;
  }
  const { target } = stmt;
  if ((target.k === 'member' || target.k === 'index') && startsAt(target.object, search.name)) {
    changes.unshift({ at, target, value: stmt.value });
    return false;
  }
  return inside(search, stmt.value, at, changes);
}

/** Assignments in an expression bind; method calls on the name are kept as possible changes. */
function inside(search: Search, expr: Expr, at: Point, changes: ChangeOf[]): boolean {
  switch (expr.k) {
    case 'assign': {
      const path = pathTo(expr.target, search.name);
      if (!path) return inside(search, expr.value, at, changes);
      search.found.push({ k: 'value', value: expr.value, path, at, changes: [...changes] });
      return true;
    }
    case 'call': {
      if (expr.callee.k === 'member' && startsAt(expr.callee.object, search.name)) changes.unshift({ at, call: expr });
      return (
        expr.args.some((arg) => inside(search, arg.value, at, changes)) || inside(search, expr.callee, at, changes)
      );
    }
    case 'member':
      return inside(search, expr.object, at, changes);
    case 'await':
      return inside(search, expr.value, at, changes);
    case 'other':
      return expr.parts.some((part) => inside(search, part, at, changes));
    case 'choice':
      if (expr.test && inside(search, expr.test, at, changes)) return true;
      for (const option of expr.options) inside(search, option, at, changes);
      return false;
    default:
      return false;
  }
}

function branchThrough(search: Search, stmt: Extract<Stmt, { k: 'branch' }>, at: Point, changes: ChangeOf[]): boolean {
  let complete = stmt.total;
  const merged: ChangeOf[] = [];
  for (const arm of stmt.arms) {
    const own = [...changes];
    // A path that leaves the function or loop does not arrive below, unless it is a tried body that a handler follows.
    if (arm.block.exits && !stmt.loops) continue;
    if (!scan(search, arm.block, arm.block.stmts.length, own)) complete = false;
    for (const change of own) if (!changes.includes(change)) merged.push(change);
  }
  changes.unshift(...merged);
  for (const arm of stmt.arms) {
    if (!complete && arm.test && inside(search, arm.test, at, changes)) return true;
  }
  return complete;
}

/** The way from a bound value to the name in its target; undefined when the target does not bind the name. */
export function pathTo(target: Target, name: string): readonly Step[] | undefined {
  switch (target.k) {
    case 'name':
      return target.name === name ? [] : undefined;
    case 'tuple':
      for (const [index, item] of target.items.entries()) {
        const rest = item && pathTo(item, name);
        if (rest) return [{ k: 'item', index }, ...rest];
      }
      return undefined;
    case 'fields':
      for (const field of target.fields) {
        const rest = pathTo(field.target, name);
        if (rest) return [{ k: 'field', key: field.key, fallback: field.default }, ...rest];
      }
      return undefined;
    default:
      return undefined;
  }
}

/** `x` itself, or `x.headers` in `x.headers.update(…)`. */
function startsAt(expr: Expr, name: string): boolean {
  let at = expr;
  while (at.k === 'member' || at.k === 'index') at = at.object;
  return at.k === 'name' && at.name === name;
}

/** Star imports that stand before the place, nearest first. */
export function starImports(at: Point): readonly ImportName[] {
  const names: ImportName[] = [];
  for (const index of touching(at.block, '*')) {
    const stmt = at.block.stmts[index];
    if (stmt?.k === 'import') names.unshift(...stmt.names.filter((name) => name.local === undefined));
  }
  return names;
}
