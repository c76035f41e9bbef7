import type { Node } from 'web-tree-sitter';
import type { Unit } from '../lowering';
import type { Expr, StringExpr } from '../program';
import { joinParts } from '../text';

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

const STRINGS = ['string', 'template_string'];

/** Every string of the tree; those joined by `+` count as one. */
export function allStrings(root: Node, unit: Unit): StringExpr[] {
  const hole = (node: Node): Expr => ({ k: 'other', span: unit.span(node), parts: [] });
  const taken = new Set<number>();
  const found: StringExpr[] = [];
  for (const node of root.descendantsOfType(['binary_expression', ...STRINGS])) {
    if (taken.has(node.id) || isKeyword(node, unit)) continue;
    if (node.type !== 'binary_expression') {
      found.push(literal(node, unit, hole));
      continue;
    }
    const sides = operands(node);
    if (sides.length < 2) continue;
    for (let at: Node | null = node; at?.type === 'binary_expression'; at = at.childForFieldName('left'))
      taken.add(at.id);
    if (!sides.some((side) => STRINGS.includes(side.type))) continue;
    const parts = sides.flatMap((side): readonly (string | Expr)[] => {
      if (!STRINGS.includes(side.type)) return [hole(side)];
      taken.add(side.id);
      return literal(side, unit, hole).parts;
    });
    found.push({ k: 'string', span: unit.span(node), parts: joinParts(parts) });
  }
  return found;
}

/** The type `string` is a keyword whose node has the same type name as a literal. */
const isKeyword = (node: Node, unit: Unit): boolean =>
  unit.text.startsWith('string', node.startIndex) && node.type === 'string';

function literal(node: Node, unit: Unit, hole: (node: Node) => Expr): StringExpr {
  if (node.type === 'template_string') return template(node, unit, hole);
  return { k: 'string', span: unit.span(node), parts: [quoted(node, unit)] };
}
