import type { Node } from 'web-tree-sitter';
import type { Unit } from '../lowering';
import type { StringExpr } from '../program';
import { stringsOf } from '../sums';

const SIMPLE: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
};

const ESCAPE = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|[\s\S])/g;

function decodeEscapes(raw: string): string {
  if (!raw.includes('\\')) return raw;
  return raw.replace(ESCAPE, (whole: string, x?: string, u?: string, long?: string, octal?: string) => {
    const hex = x ?? u ?? long;
    if (hex !== undefined) return character(Number.parseInt(hex, 16));
    if (octal !== undefined) return character(Number.parseInt(octal, 8));
    return SIMPLE[whole.charAt(1)] ?? whole.slice(1);
  });
}

const character = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd');

/** The text of a literal, interpreted or raw; mid-typing its closing quote may be missing. */
export function quoted(node: Node, unit: Unit): string {
  const raw = unit.textOf(node);
  const quote = raw.charAt(0);
  const inner = raw.length > 1 && raw.endsWith(quote) ? raw.slice(1, -1) : raw.slice(1);
  return quote === '`' ? inner.replaceAll('\r', '') : decodeEscapes(inner);
}

/** Every string of the tree; those joined by `+` count as one. Paths of imports are no strings. */
export const allStrings = stringsOf({
  types: ['interpreted_string_literal', 'raw_string_literal'],
  none: { type: 'import_spec', field: 'path' },
  read: (node, unit): StringExpr => ({ k: 'string', span: unit.span(node), parts: [quoted(node, unit)] }),
});
