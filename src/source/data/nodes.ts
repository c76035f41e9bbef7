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
  switch (expr.k) {
    case 'string':
      found.push(expr);
      break;
    case 'list':
      for (const item of expr.items) collect(item, found);
      break;
    case 'record':
      for (const entry of expr.entries) collect(entry.value, found);
      break;
    case 'call':
      for (const arg of expr.args) collect(arg.value, found);
      break;
    default:
      break;
  }
}
