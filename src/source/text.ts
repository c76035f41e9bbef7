import type { Expr, Span, StringExpr } from './program';

/** Joins neighbouring texts; never empty. */
export function joinParts(parts: readonly (string | Expr)[]): (string | Expr)[] {
  const joined: (string | Expr)[] = [];
  for (const part of parts) {
    const last = joined[joined.length - 1];
    if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part;
    else joined.push(part);
  }
  return joined.length > 0 ? joined : [''];
}

/** One string of several values in a row; what is no string becomes a hole. */
export function concatenation(sides: readonly Expr[], span: Span): StringExpr {
  return { k: 'string', span, parts: joinParts(sides.flatMap((side) => (side.k === 'string' ? side.parts : [side]))) };
}
