import type { ConstExpr, Entry, Expr, ListExpr, OtherExpr, RecordExpr, Span, Stmt, StringExpr } from '../program';

/** Data nests at most this deep for us; what is deeper stays unknown. */
export const MAX_NESTING = 100;

export const textNode = (value: string, start: number, end: number): StringExpr => ({
  k: 'string',
  span: { start, end },
  parts: [value],
});

export const constNode = (value: ConstExpr['value'], start: number, end: number): ConstExpr => ({
  k: 'const',
  span: { start, end },
  value,
});

export const recordNode = (entries: readonly Entry[], start: number, end: number): RecordExpr => ({
  k: 'record',
  span: { start, end },
  entries,
});

export const listNode = (items: readonly Expr[], start: number, end: number): ListExpr => ({
  k: 'list',
  span: { start, end },
  items,
});

export const unknownNode = (start: number, end: number): OtherExpr => ({ k: 'other', span: { start, end }, parts: [] });

export const entryNode = (key: string, keySpan: Span, value: Expr): Entry => ({
  key,
  keySpan,
  value,
  span: { start: keySpan.start, end: Math.max(keySpan.end, value.span.end) },
});

/** Every string of statements that hold values only, in source order. */
export function stringsIn(stmts: readonly Stmt[]): StringExpr[] {
  const found: StringExpr[] = [];
  for (const stmt of stmts) {
    if (stmt.k === 'bind' || stmt.k === 'eval') collect(stmt.value, found);
  }
  return found;
}

function collect(expr: Expr, found: StringExpr[]): void {
  if (expr.k === 'string') found.push(expr);
  for (const part of partsOf(expr)) collect(part, found);
}

function partsOf(expr: Expr): readonly Expr[] {
  switch (expr.k) {
    case 'string':
      return expr.parts.flatMap((part) => (typeof part === 'string' ? [] : [part]));
    case 'other':
      return expr.parts;
    case 'list':
      return expr.items;
    case 'record':
      return expr.entries.map((entry) => entry.value);
    case 'call':
      return [expr.callee, ...expr.args.map((arg) => arg.value)];
    case 'member':
      return [expr.object];
    default:
      return [];
  }
}
