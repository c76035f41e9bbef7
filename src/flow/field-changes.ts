import type { Expr, FunctionDef, Point, Target } from '../source/program';
import type { ChangeOf } from './definitions';
import { visitBlock } from './scopes';

/**
 * In-place changes of a field by a method (`this.http.headers.add(…)`, in some languages `http.headers.add(…)`), as if
 * the field were a name of its own.
 */
export function changesOfField(method: FunctionDef, key: string, bare: boolean): ChangeOf[] {
  const found: ChangeOf[] = [];
  const isField = (expr: Expr): boolean =>
    expr.k === 'member'
      ? expr.name === key && expr.object.k === 'name' && expr.object.name === method.self
      : bare && expr.k === 'name' && expr.name === key && !isLocal(method, key);
  visitBlock(method.body(), {
    stmt: (stmt, at) => {
      if (stmt.k !== 'bind') return;
      const target = below(stmt.target, isField, key);
      if (target) found.push({ at, target, value: stmt.value });
    },
    expr: (expr, at: Point) => {
      if (expr.k !== 'call' || expr.callee.k !== 'member') return;
      const object = rooted(expr.callee.object, isField, key);
      if (object) found.push({ at, call: { ...expr, callee: { ...expr.callee, object } } });
    },
  });
  return found;
}

function below(
  target: Target,
  isField: (expr: Expr) => boolean,
  key: string,
): Extract<Target, { k: 'member' | 'index' }> | undefined {
  if (target.k !== 'member' && target.k !== 'index') return undefined;
  const object = rooted(target.object, isField, key);
  return object && { ...target, object };
}

/** The expression with the field as its root name; undefined where it starts at something else. */
function rooted(expr: Expr, isField: (expr: Expr) => boolean, key: string): Expr | undefined {
  if (isField(expr)) return { k: 'name', span: expr.span, name: key };
  if (expr.k !== 'member' && expr.k !== 'index') return undefined;
  const object = rooted(expr.object, isField, key);
  return object && { ...expr, object };
}

/** A parameter or a variable of the method hides the field. */
function isLocal(method: FunctionDef, key: string): boolean {
  if (method.params.some((param) => param.name === key)) return true;
  const block = method.body();
  return (block.touches.get(key) ?? []).some((index) => {
    const stmt = block.stmts[index];
    return stmt?.k === 'bind' && stmt.target.k === 'name' && stmt.target.name === key;
  });
}
