import type { Node } from 'web-tree-sitter';
import type { Unit } from '../lowering';
import type { Expr, StringExpr } from '../program';
import { joinParts } from '../text';

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

/** Operands of `a + b + c`, in order. The tree nests to the left as deep as the chain is long: no recursion. */
export function operands(node: Node): Node[] {
  const found: Node[] = [];
  let at: Node | null = node;
  while (at?.type === 'binary_expression' && at.childForFieldName('operator')?.type === '+') {
    const right = at.childForFieldName('right');
    if (right) found.push(right);
    at = at.childForFieldName('left');
  }
  if (at) found.push(at);
  return found.reverse();
}

const STRINGS = ['interpreted_string_literal', 'raw_string_literal'];

/** Every string of the tree; those joined by `+` count as one. Paths of imports are no strings. */
export function allStrings(root: Node, unit: Unit): StringExpr[] {
  const taken = new Set<number>();
  const found: StringExpr[] = [];
  for (const node of root.descendantsOfType(['binary_expression', 'import_spec', ...STRINGS])) {
    if (taken.has(node.id)) continue;
    const { type } = node;
    if (type === 'import_spec') {
      const path = node.childForFieldName('path');
      if (path) taken.add(path.id);
    } else if (type === 'binary_expression') {
      const sum = concatenated(node, unit, taken);
      if (sum) found.push(sum);
    } else {
      found.push({ k: 'string', span: unit.span(node), parts: [quoted(node, unit)] });
    }
  }
  return found;
}

function concatenated(node: Node, unit: Unit, taken: Set<number>): StringExpr | undefined {
  const sides = operands(node);
  if (sides.length < 2) return undefined;
  for (let at: Node | null = node; at?.type === 'binary_expression'; at = at.childForFieldName('left'))
    taken.add(at.id);
  if (!sides.some((side) => STRINGS.includes(side.type))) return undefined;
  const parts = sides.map((side): string | Expr => {
    if (!STRINGS.includes(side.type)) return { k: 'other', span: unit.span(side), parts: [] };
    taken.add(side.id);
    return quoted(side, unit);
  });
  return { k: 'string', span: unit.span(node), parts: joinParts(parts) };
}
