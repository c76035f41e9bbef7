import type { ClassDef, Entry, Expr, Point, RecordExpr, Stmt } from '../source/program';
import type { Evaluator } from './evaluate';
import { holdsAny, visitBlock } from './scopes';
import type { Values } from './value';

/** A name that stands in more places is too common to tell who sets what. */
const MAX_MENTIONS = 100;

/**
 * What code outside of the methods gives a field of some instance of a class: literals of the class
 * (`&Service{provider: p}`) and assignments to a variable that holds one (`service.provider = p`).
 */
export function setOutside(on: Evaluator, def: ClassDef, key: string): Values[] {
  const offsets = [...few(on.offsetsOf(`${def.name}{`)), ...few(assignments(on, key))].sort((a, b) => a - b);
  if (offsets.length === 0) return [];
  const found: Values[] = [];
  visitBlock(on.program.module.block(), {
    expr: (expr, at) => {
      const entry = expr.k === 'record' && isOf(expr.type, def) ? fieldOf(expr, def, key) : undefined;
      if (entry) found.push(on.evaluate(entry.value, at));
    },
    stmt: (stmt, at) => {
      if (stmt.k === 'bind' && assigns(on, stmt, at, def, key)) found.push(on.evaluate(stmt.value, at));
    },
    enter: (inner) => holdsAny(offsets, inner.span.start, inner.span.end),
    matters: (stmt) => holdsAny(offsets, stmt.span.start, stmt.span.end),
  });
  return found;
}

const few = (offsets: readonly number[]): readonly number[] => (offsets.length > MAX_MENTIONS ? [] : offsets);

const assignments = (on: Evaluator, key: string): number[] =>
  on
    .offsetsOf(`.${key}`)
    .filter((at) => /^\s{0,8}=(?!=)/.test(on.program.text.slice(at + key.length + 1, at + key.length + 11)));

const isOf = (type: Expr | undefined, def: ClassDef): boolean =>
  (type?.k === 'name' || type?.k === 'member') && type.name === def.name;

/** The entry of a field: by its name, else by its place among the fields. */
function fieldOf(literal: RecordExpr, def: ClassDef, key: string): Entry | undefined {
  const named = literal.entries.find((entry) => entry.key === key);
  if (named || literal.entries.some((entry) => entry.key !== undefined)) return named;
  return literal.entries[[...def.body.touches.keys()].indexOf(key)];
}

/** Methods assign to themselves by their own name, which is looked at elsewhere. */
function assigns(on: Evaluator, stmt: Extract<Stmt, { k: 'bind' }>, at: Point, def: ClassDef, key: string): boolean {
  const { target } = stmt;
  if (target.k !== 'member' || target.name !== key || target.object.k !== 'name') return false;
  if (target.object.name === at.block.scope.function?.self) return false;
  return on.evaluate(target.object, at).some((value) => value.k === 'instance' && value.def === def);
}
