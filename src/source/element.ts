import type { Expr, Span } from './program';

/** One of the items of a list, nobody tells which: what a loop binds. */
export function elementOf(items: Expr, span: Span): Expr {
  if (items.k === 'list') return { k: 'choice', span, options: items.items };
  return { k: 'index', span, object: items, key: { k: 'const', span, value: null } };
}
