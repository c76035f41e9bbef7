import type { Block, Expr, FunctionDef, Point, Scope, Stmt, Target } from './program';

/** The name at the root of `a.b["c"].d()`, or undefined for anything that does not start at a name. */
export function rootName(expr: Expr): string | undefined {
  let at: Expr = expr;
  for (;;) {
    if (at.k === 'name') return at.name;
    if (at.k === 'member' || at.k === 'index') at = at.object;
    else if (at.k === 'call') at = at.callee;
    else if (at.k === 'await') at = at.value;
    else return undefined;
  }
}

/** The name that a function statement binds; methods outside of their class are listed under the name of the class. */
export const boundName = ({ name, receiver }: FunctionDef): string =>
  receiver === undefined ? name : methodsName(receiver);

export const methodsName = (type: string): string => `${type}.`;

/** Names that a statement binds or may change, nested blocks of branches included, nested functions not. */
export function touchedNames(stmt: Stmt): Set<string> {
  const names = new Set<string>();
  collectStmt(stmt, names);
  return names;
}

function collectStmt(stmt: Stmt, names: Set<string>): void {
  switch (stmt.k) {
    case 'bind':
      collectTarget(stmt.target, names);
      collectExpr(stmt.value, names);
      break;
    case 'eval':
      collectExpr(stmt.value, names);
      break;
    case 'return':
      if (stmt.value) collectExpr(stmt.value, names);
      break;
    case 'branch':
      for (const arm of stmt.arms) {
        if (arm.test) collectExpr(arm.test, names);
        for (const name of arm.block.touches.keys()) names.add(name);
      }
      break;
    case 'function':
      names.add(boundName(stmt.def));
      break;
    case 'class':
      names.add(stmt.def.name);
      break;
    case 'import':
      for (const name of stmt.names) if (name.reexport === undefined) names.add(name.local ?? '*');
      break;
  }
}

function collectTarget(target: Target, names: Set<string>): void {
  switch (target.k) {
    case 'name':
      names.add(target.name);
      break;
    case 'member':
    case 'index': {
      const root = rootName(target.object);
      if (root !== undefined) names.add(root);
      break;
    }
    case 'tuple':
      for (const item of target.items) if (item) collectTarget(item, names);
      break;
    case 'fields':
      for (const field of target.fields) collectTarget(field.target, names);
      break;
  }
}

/** Assignments inside expressions bind; a method call may change its object. */
function collectExpr(expr: Expr, names: Set<string>): void {
  switch (expr.k) {
    case 'assign':
      collectTarget(expr.target, names);
      collectExpr(expr.value, names);
      break;
    case 'call':
      if (expr.callee.k === 'member') {
        const root = rootName(expr.callee.object);
        if (root !== undefined) names.add(root);
      }
      collectExpr(expr.callee, names);
      for (const arg of expr.args) collectExpr(arg.value, names);
      break;
    case 'member':
      collectExpr(expr.object, names);
      break;
    case 'await':
      collectExpr(expr.value, names);
      break;
    case 'other':
      for (const part of expr.parts) collectExpr(part, names);
      break;
    case 'choice':
      if (expr.test) collectExpr(expr.test, names);
      for (const option of expr.options) collectExpr(option, names);
      break;
    default:
      break;
  }
}

/** Statements of one block while a front end lowers them; keeps the index of touched names as it goes. */
export class BlockBuilder implements Block {
  readonly stmts: Stmt[] = [];
  readonly touches = new Map<string, number[]>();
  exits = false;

  constructor(
    readonly scope: Scope,
    readonly parent?: Point,
  ) {}

  /** The place of the next statement: blocks nested in that statement name it as their parent. */
  next(): Point {
    return { block: this, index: this.stmts.length };
  }

  add(stmt: Stmt, names: Iterable<string> = touchedNames(stmt)): void {
    const index = this.stmts.length;
    this.stmts.push(stmt);
    for (const name of names) {
      const at = this.touches.get(name);
      if (at) at.push(index);
      else this.touches.set(name, [index]);
    }
    if (stmt.k === 'return') this.exits = true;
    else if (stmt.k === 'branch' && stmt.total && stmt.arms.length > 0 && stmt.arms.every((arm) => arm.block.exits)) {
      this.exits = true;
    }
  }

  /** Adds a statement that was here before, at its new index. */
  addAgain(stmt: Stmt, names: Iterable<string>): void {
    if (stmt.k === 'branch') {
      for (const arm of stmt.arms) (arm.block.parent as { index: number }).index = this.stmts.length;
    }
    this.add(stmt, names);
  }

  /** A name that is declared here without a value. */
  announce(name: string): void {
    if (!this.touches.has(name)) this.touches.set(name, []);
  }

  clear(): void {
    this.stmts.length = 0;
    this.touches.clear();
    this.exits = false;
  }
}
