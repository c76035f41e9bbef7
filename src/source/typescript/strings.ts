import type { Node } from 'web-tree-sitter';
import type { Unit } from '../lowering';
import type { Expr, StringExpr } from '../program';
import { stringsOf } from '../sums';

const SIMPLE: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  '0': '\0',
  '\n': '',
  '\r': '',
  '\u2028': '',
  '\u2029': '',
};

const ESCAPE = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}|\r\n|[\s\S])/g;

export function decodeEscapes(raw: string): string {
  if (!raw.includes('\\')) return raw;
  return raw.replace(ESCAPE, (whole: string, x?: string, u?: string, long?: string) => {
    const hex = x ?? u ?? long;
    if (hex !== undefined) return character(Number.parseInt(hex, 16));
    return SIMPLE[whole.charAt(1)] ?? whole.slice(1);
  });
}

const character = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd');

/** The text of a quoted literal; mid-typing its closing quote may be missing. */
export function quoted(node: Node, unit: Unit): string {
  const raw = unit.textOf(node);
  const closed = raw.length > 1 && raw.endsWith(raw.charAt(0));
  return decodeEscapes(closed ? raw.slice(1, -1) : raw.slice(1));
}

/** A template literal; `hole` lowers what stands in `${…}`. */
export function template(node: Node, unit: Unit, hole: (node: Node) => Expr): StringExpr {
  const span = unit.span(node);
  const raw = unit.textOf(node);
  if (!raw.includes('${')) return { k: 'string', span, parts: [quoted(node, unit)] };
  const parts: (string | Expr)[] = [];
  let at = node.startIndex + 1;
  for (const child of node.namedChildren) {
    if (child.type !== 'template_substitution') continue;
    const inner = child.firstNamedChild;
    if (child.startIndex > at) parts.push(decodeEscapes(unit.text.slice(at, child.startIndex)));
    if (inner) parts.push(hole(inner));
    at = child.endIndex;
  }
  const end = raw.endsWith('`') ? span.end - 1 : span.end;
  if (end > at) parts.push(decodeEscapes(unit.text.slice(at, end)));
  return { k: 'string', span, parts };
}

/** The type `string` is a keyword whose node has the same type name as a literal. */
const isKeyword = (node: Node, unit: Unit): boolean =>
  unit.text.startsWith('string', node.startIndex) && node.type === 'string';

function literal(node: Node, unit: Unit, hole: (node: Node) => Expr): StringExpr | undefined {
  if (isKeyword(node, unit)) return undefined;
  if (node.type === 'template_string') return template(node, unit, hole);
  return { k: 'string', span: unit.span(node), parts: [quoted(node, unit)] };
}

/** Every string of the tree; those joined by `+` count as one. */
export const allStrings = stringsOf({ types: ['string', 'template_string'], read: literal });
