import type { Node } from 'web-tree-sitter';
import type { Unit } from '../lowering';
import type { Expr, StringExpr } from '../program';
import { stringsOf } from '../sums';
import { joinParts } from '../text';

const SIMPLE: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  a: '\x07',
  e: '\x1b',
  '0': '\0',
};

const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{1,4})|[\s\S])/g;

export function decodeEscapes(raw: string): string {
  if (!raw.includes('\\')) return raw;
  return raw.replace(ESCAPE, (whole: string, u?: string, long?: string, x?: string) => {
    const hex = u ?? long ?? x;
    if (hex === undefined) return SIMPLE[whole.charAt(1)] ?? whole.slice(1);
    const code = Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
}

const LITERALS = ['string_literal', 'verbatim_string_literal', 'raw_string_literal', 'character_literal'];
const INTERPOLATED = 'interpolated_string_expression';
const STRINGS = [...LITERALS, INTERPOLATED];

export const isString = (type: string): boolean => STRINGS.includes(type);

/** A string of any kind; `hole` lowers what stands in braces. */
export function stringOf(node: Node, unit: Unit, hole: (node: Node) => Expr): StringExpr {
  if (node.type === INTERPOLATED) return interpolated(node, unit, hole);
  return { k: 'string', span: unit.span(node), parts: [literal(node, unit)] };
}

/** The text of a literal; mid-typing its closing quote may be missing. */
function literal(node: Node, unit: Unit): string {
  const raw = unit.textOf(node).replace(/u8$/i, '');
  switch (node.type) {
    case 'verbatim_string_literal':
      return unquoted(raw.slice(1), 1).replaceAll('""', '"');
    case 'raw_string_literal': {
      const quotes = leadingQuotes(raw);
      return trimRaw(unquoted(raw, quotes), indentOf(raw, quotes));
    }
    default:
      return decodeEscapes(unquoted(raw, 1));
  }
}

const unquoted = (raw: string, quotes: number): string =>
  raw.length >= 2 * quotes && raw.endsWith(raw.slice(0, quotes)) ? raw.slice(quotes, -quotes) : raw.slice(quotes);

function leadingQuotes(raw: string): number {
  let count = 0;
  while (raw[count] === '"') count += 1;
  return Math.max(count, 1);
}

/** The blanks before the closing quotes of a raw string: every line loses them. */
function indentOf(raw: string, quotes: number): string {
  const last = raw.slice(raw.lastIndexOf('\n') + 1, -quotes);
  return raw.includes('\n') && last.trim() === '' ? last : '';
}

/** A raw string of several lines begins after the first break and ends before the last. */
function trimRaw(text: string, indent: string): string {
  const first = text.indexOf('\n');
  if (first < 0 || text.slice(0, first).trim() !== '') return text;
  const last = text.lastIndexOf('\n');
  const end = last > first && text.slice(last).trim() === '' ? last : text.length;
  return dedent(text.slice(first, end), indent).slice(1).replace(/\r$/, '');
}

const dedent = (text: string, indent: string): string => (indent === '' ? text : text.replaceAll(`\n${indent}`, '\n'));

function interpolated(node: Node, unit: Unit, hole: (node: Node) => Expr): StringExpr {
  const span = unit.span(node);
  const raw = unit.textOf(node);
  const start = raw.indexOf('"');
  const prefix = start < 0 ? raw : raw.slice(0, start);
  const counted = leadingQuotes(raw.slice(prefix.length));
  const quotes = counted >= 3 ? counted : 1;
  const isRaw = quotes >= 3;
  const indent = isRaw ? indentOf(raw, quotes) : '';
  const text = (piece: string): string => {
    if (isRaw) return dedent(piece, indent);
    const plain = piece.replaceAll('{{', '{').replaceAll('}}', '}');
    return prefix.includes('@') ? plain.replaceAll('""', '"') : decodeEscapes(plain);
  };
  const parts: (string | Expr)[] = [];
  let at = span.start + prefix.length + quotes;
  for (const child of node.namedChildren) {
    if (child.type !== 'interpolation') continue;
    const inner = child.namedChildren.find((one) => !one.type.startsWith('interpolation_'));
    if (child.startIndex > at) parts.push(text(unit.text.slice(at, child.startIndex)));
    if (inner) parts.push(hole(inner));
    at = child.endIndex;
  }
  const closed = raw.length >= prefix.length + 2 * quotes && raw.endsWith('"'.repeat(quotes));
  const end = closed ? span.end - quotes : span.end;
  if (end > at) parts.push(text(unit.text.slice(at, end)));
  return { k: 'string', span, parts: joinParts(isRaw ? trimmedEnds(parts) : parts) };
}

/** The breaks behind the opening and before the closing quotes of a raw string of several lines. */
function trimmedEnds(parts: readonly (string | Expr)[]): (string | Expr)[] {
  return parts.map((part, at) => {
    if (typeof part !== 'string') return part;
    const started = at === 0 ? part.replace(/^[ \t]*\r?\n/, '') : part;
    if (at !== parts.length - 1) return started;
    const last = started.lastIndexOf('\n');
    return last >= 0 && started.slice(last).trim() === '' ? started.slice(0, last).replace(/\r$/, '') : started;
  });
}

/** Every string of the tree; those joined by `+` count as one. */
export const allStrings = stringsOf({ types: STRINGS, read: stringOf });
