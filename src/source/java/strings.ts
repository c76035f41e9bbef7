import type { Node } from 'web-tree-sitter';
import type { Unit } from '../lowering';
import type { StringExpr } from '../program';
import { stringsOf } from '../sums';

const SIMPLE: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  s: ' ',
  '\n': '',
  '\r': '',
};

const ESCAPE = /\\(?:u+([0-9a-fA-F]{4})|([0-3]?[0-7]{1,2})|\r\n|[\s\S])/g;

export function decodeEscapes(raw: string): string {
  if (!raw.includes('\\')) return raw;
  return raw.replace(ESCAPE, (whole: string, hex?: string, octal?: string) => {
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
    return SIMPLE[whole.charAt(1)] ?? whole.slice(1);
  });
}

const BLOCK = '"""';

/** The text of a literal; mid-typing its closing quotes may be missing. */
export function literal(node: Node, unit: Unit): string {
  const raw = unit.textOf(node);
  if (raw.startsWith(BLOCK)) return decodeEscapes(textBlock(raw));
  const closed = raw.length > 1 && raw.endsWith(raw.charAt(0));
  return decodeEscapes(closed ? raw.slice(1, -1) : raw.slice(1));
}

/** What stands between the quotes of a text block, less the blanks that all of its lines begin with. */
function textBlock(raw: string): string {
  const closed = raw.length >= 2 * BLOCK.length && raw.endsWith(BLOCK);
  const inner = closed ? raw.slice(BLOCK.length, -BLOCK.length) : raw.slice(BLOCK.length);
  const lines = inner.slice(inner.indexOf('\n') + 1).split('\n');
  const last = lines.length - 1;
  let indent = Number.POSITIVE_INFINITY;
  for (const [at, line] of lines.entries()) {
    if (line.trim() !== '' || at === last) indent = Math.min(indent, line.length - line.trimStart().length);
  }
  return lines.map((line) => line.slice(Math.min(indent, line.length - line.trimStart().length)).trimEnd()).join('\n');
}

export const isString = (type: string): boolean => type === 'string_literal' || type === 'character_literal';

/** Every string of the tree; those joined by `+` count as one. */
export const allStrings = stringsOf({
  types: ['string_literal'],
  added: ['character_literal'],
  read: (node, unit): StringExpr => ({ k: 'string', span: unit.span(node), parts: [literal(node, unit)] }),
});
