import type { BindStmt, Block, CallExpr, Expr, FunctionDef, Point, Stmt, Target } from '../source/program';

interface Visitor {
  /** Called for every expression that a block evaluates; nested functions come after, when `enter` says so. */
  expr(expr: Expr, at: Point): void;
  stmt?(stmt: Stmt, at: Point): void;
  /** Whether to look into a nested function or class method. */
  enter?(def: FunctionDef): boolean;
  /** Whether a statement matters at all. */
  matters?(stmt: Stmt): boolean;
}

/** Visits what a block evaluates, blocks of branches included. */
export function visitBlock(block: Block, visitor: Visitor): void {
  for (const [index, stmt] of block.stmts.entries()) visitStmt(stmt, { block, index }, visitor);
}

export function visitStmt(stmt: Stmt, at: Point, visitor: Visitor): void {
  if (visitor.matters && !visitor.matters(stmt)) return;
  visitor.stmt?.(stmt, at);
  switch (stmt.k) {
    case 'bind':
      visitTarget(stmt.target, at, visitor);
      visitExpr(stmt.value, at, visitor);
      break;
    case 'eval':
      visitExpr(stmt.value, at, visitor);
      break;
    case 'return':
      if (stmt.value) visitExpr(stmt.value, at, visitor);
      break;
    case 'branch':
      for (const arm of stmt.arms) {
        if (arm.test) visitExpr(arm.test, at, visitor);
        visitBlock(arm.block, visitor);
      }
      break;
    case 'function':
      for (const decorator of stmt.def.decorators) visitExpr(decorator, at, visitor);
      visitFunction(stmt.def, at, visitor);
      break;
    case 'class':
      visitBlock(stmt.def.body, visitor);
      for (const method of stmt.def.methods.values()) visitFunction(method, at, visitor);
      break;
    case 'import':
      break;
  }
}

function visitFunction(def: FunctionDef, at: Point, visitor: Visitor): void {
  for (const param of def.params) if (param.default) visitExpr(param.default, at, visitor);
  if (visitor.enter?.(def)) visitBlock(def.body(), visitor);
}

function visitTarget(target: Target, at: Point, visitor: Visitor): void {
  switch (target.k) {
    case 'member':
      visitExpr(target.object, at, visitor);
      break;
    case 'index':
      visitExpr(target.object, at, visitor);
      visitExpr(target.key, at, visitor);
      break;
    case 'tuple':
      for (const item of target.items) if (item) visitTarget(item, at, visitor);
      break;
    default:
      break;
  }
}

export function visitExpr(expr: Expr, at: Point, visitor: Visitor): void {
  visitor.expr(expr, at);
  switch (expr.k) {
    case 'string':
      for (const part of expr.parts) if (typeof part !== 'string') visitExpr(part, at, visitor);
      break;
    case 'member':
      visitExpr(expr.object, at, visitor);
      break;
    case 'index':
      visitExpr(expr.object, at, visitor);
      visitExpr(expr.key, at, visitor);
      break;
    case 'call':
      visitExpr(expr.callee, at, visitor);
      for (const arg of expr.args) visitExpr(arg.value, at, visitor);
      break;
    case 'record':
      for (const entry of expr.entries) visitExpr(entry.value, at, visitor);
      break;
    case 'list':
      for (const item of expr.items) visitExpr(item, at, visitor);
      break;
    case 'choice':
      if (expr.test) visitExpr(expr.test, at, visitor);
      for (const option of expr.options) visitExpr(option, at, visitor);
      break;
    case 'assign':
    case 'await':
      visitExpr(expr.value, at, visitor);
      break;
    case 'function':
      visitFunction(expr.def, at, visitor);
      break;
    case 'other':
      for (const part of expr.parts) visitExpr(part, at, visitor);
      break;
    default:
      break;
  }
}

export interface MemberBind {
  readonly stmt: BindStmt;
  readonly at: Point;
  /** Which item of the value it is, for `self.a, self.b = pair`. */
  readonly item?: number;
}

/** `object.key = …` anywhere in a block. */
export function bindsOfMember(block: Block, object: string, key: string): MemberBind[] {
  const found: MemberBind[] = [];
  collectBinds(block, object, key, found);
  return found;
}

function collectBinds(block: Block, object: string, key: string, found: MemberBind[]): void {
  for (const index of block.touches.get(object) ?? []) {
    const stmt = block.stmts[index];
    if (stmt?.k === 'branch') for (const arm of stmt.arms) collectBinds(arm.block, object, key, found);
    if (stmt?.k !== 'bind') continue;
    const at = { block, index };
    if (isMember(stmt.target, object, key)) found.push({ stmt, at });
    if (stmt.target.k !== 'tuple') continue;
    for (const [item, target] of stmt.target.items.entries()) {
      if (target && isMember(target, object, key)) found.push({ stmt, at, item });
    }
  }
}

const isMember = (target: Target, object: string, key: string): boolean =>
  target.k === 'member' && target.name === key && target.object.k === 'name' && target.object.name === object;

export interface CallPlace {
  readonly call: CallExpr;
  readonly at: Point;
}

/** Calls evaluated by blocks and functions whose text holds one of the offsets; other functions stay unlowered. */
export function callsAround(block: Block, offsets: readonly number[], into: CallPlace[] = []): CallPlace[] {
  visitBlock(block, {
    expr: (expr, at) => {
      if (expr.k === 'call') into.push({ call: expr, at });
    },
    enter: (def) => holdsAny(offsets, def.span.start, def.span.end),
    // What a function returns may be named by its head alone: `static Client Make() => new(…)`.
    matters: (stmt) => stmt.k === 'return' || holdsAny(offsets, stmt.span.start, stmt.span.end),
  });
  return into;
}

/** Whether a sorted list has a number in [start, end). */
export function holdsAny(sorted: readonly number[], start: number, end: number): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < start) low = middle + 1;
    else high = middle;
  }
  const first = sorted[low];
  return first !== undefined && first < end;
}
