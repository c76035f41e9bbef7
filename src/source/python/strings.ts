import type { Node } from 'web-tree-sitter';
import type { Unit } from '../lowering';
import type { Expr, StringExpr } from '../program';
import { joinParts } from '../text';

const SIMPLE: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
  '\n': '',
};

const ESCAPE = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{1,3})|\r?\n|[\s\S])/g;

export function decodeEscapes(raw: string): string {
  if (!raw.includes('\\')) return raw;
  return raw.replace(ESCAPE, (whole: string, x?: string, u?: string, long?: string, octal?: string) => {
    const hex = x ?? u ?? long;
    if (hex !== undefined) return codePoint(Number.parseInt(hex, 16));
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
    if (whole === '\\\r\n') return '';
    return SIMPLE[whole.slice(1)] ?? whole;
  });
}

const codePoint = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd');

/** A string or several adjacent ones; `hole` lowers what stands in the braces of an f-string. */
export function stringOf(node: Node, unit: Unit, hole: (node: Node) => Expr): StringExpr {
  const parts: (string | Expr)[] = [];
  const pieces = node.type === 'concatenated_string' ? node.namedChildren : [node];
  for (const piece of pieces) if (piece.type === 'string') collect(piece, unit, hole, parts);
  return { k: 'string', span: unit.span(node), parts: joinParts(parts) };
}

function collect(node: Node, unit: Unit, hole: (node: Node) => Expr, parts: (string | Expr)[]): void {
  const children = node.namedChildren;
  const prefix = /^[a-zA-Z]*/.exec(unit.text.slice(node.startIndex, node.startIndex + 3))?.[0].toLowerCase() ?? '';
  const raw = prefix.includes('r');
  for (const child of children) {
    if (child.type === 'string_content') {
      const text = unit.textOf(child);
      parts.push(
        raw ? text : decodeEscapes(prefix.includes('f') ? text.replace(/\{\{|\}\}/g, (b) => b.charAt(0)) : text),
      );
    } else if (child.type === 'interpolation') {
      const inner = child.namedChildren[0];
      if (inner) parts.push(hole(inner));
    }
  }
}
