import type { BindStmt, Block, CallExpr, Expr, FunctionDef, Point, Span, Stmt, Target } from '../source/program';

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

/** What the body of a function holds, nested functions left out: it stays while nobody edits the function. */
interface Outline {
  readonly calls: readonly CallPlace[];
  readonly stmts: readonly Stmt[];
  readonly functions: readonly FunctionDef[];
}

const OUTLINES = new WeakMap<FunctionDef, Outline>();

function outlineOf(def: FunctionDef): Outline {
  const known = OUTLINES.get(def);
  if (known) return known;
  const outline = { calls: [] as CallPlace[], stmts: [] as Stmt[], functions: [] as FunctionDef[] };
  visitBlock(def.body(), {
    expr: (expr, at) => {
      if (expr.k === 'call') outline.calls.push({ call: expr, at });
    },
    stmt: (stmt) => outline.stmts.push(stmt),
    enter: (inner) => {
      outline.functions.push(inner);
      return false;
    },
  });
  OUTLINES.set(def, outline);
  return outline;
}

/** Visits what stands around offsets: other functions stay unlowered, other statements unvisited. */
class Around {
  constructor(
    private readonly offsets: readonly number[],
    private readonly found: { readonly calls?: CallPlace[]; readonly stmts?: Stmt[] },
  ) {}

  visit(block: Block): void {
    const { calls, stmts } = this.found;
    visitBlock(block, {
      expr: (expr, at) => {
        if (expr.k === 'call') calls?.push({ call: expr, at });
      },
      stmt: (stmt) => stmts?.push(stmt),
      enter: (def) => {
        this.function(def);
        return false;
      },
      matters: (stmt) => this.matters(stmt),
    });
  }

  private function(def: FunctionDef): void {
    if (!this.holds(def.span)) return;
    const { calls, stmts, functions } = outlineOf(def);
    if (this.found.calls) for (const place of calls) if (this.mattersAt(place.at)) this.found.calls.push(place);
    if (this.found.stmts) for (const stmt of stmts) if (this.matters(stmt)) this.found.stmts.push(stmt);
    for (const inner of functions) this.function(inner);
  }

  private mattersAt({ block, index }: Point): boolean {
    const stmt = block.stmts[index];
    return stmt !== undefined && this.matters(stmt);
  }

  /** What a function returns may be named by its head alone: `static Client Make() => new(…)`. */
  private matters(stmt: Stmt): boolean {
    return stmt.k === 'return' || this.holds(stmt.span);
  }

  private holds({ start, end }: Span): boolean {
    return holdsAny(this.offsets, start, end);
  }
}

/** Calls evaluated by blocks and functions whose text holds one of the offsets. */
export function callsAround(block: Block, offsets: readonly number[]): readonly CallPlace[] {
  const calls: CallPlace[] = [];
  new Around(offsets, { calls }).visit(block);
  return calls;
}

/** Statements, those of functions too, whose text holds one of the offsets. */
export function stmtsAround(block: Block, offsets: readonly number[]): readonly Stmt[] {
  const stmts: Stmt[] = [];
  new Around(offsets, { stmts }).visit(block);
  return stmts;
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
