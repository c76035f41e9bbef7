import type { Node } from 'web-tree-sitter';
import type { Unit } from '../lowering';
import type { Expr, StringExpr } from '../program';

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '0': '\0',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
};

const unescaped = (raw: string, quote: string): string =>
  raw
    .replace(/`(\r?\n|[\s\S])/g, (_, character: string) => ESCAPES[character] ?? character)
    .split(quote + quote)
    .join(quote);

/** A string in any of the four quotings; `hole` lowers what `$` begins in the expandable ones. */
export function textOf(node: Node, unit: Unit, hole: (node: Node) => Expr): StringExpr {
  const span = unit.span(node);
  const raw = unit.textOf(node);
  const here = raw.startsWith('@');
  const from = here ? (/^@['"][^\n]*\n?/.exec(raw)?.[0].length ?? 2) : 1;
  const closed =
    raw.length -
    (here ? raw.replace(/\r?\n['"]@$/, '').length : raw.length > 1 && /['"]$/.test(raw) ? raw.length - 1 : raw.length);
  const end = Math.max(span.start + from, span.end - closed);
  if (node.type.startsWith('verbatim')) {
    const inner = unit.text.slice(span.start + from, end);
    return { k: 'string', span, parts: [here ? inner : inner.replaceAll("''", "'")] };
  }
  const parts: (string | Expr)[] = [];
  let at = span.start + from;
  for (const child of node.namedChildren) {
    if (child.type !== 'variable' && child.type !== 'sub_expression') continue;
    if (child.startIndex > at) parts.push(unescaped(unit.text.slice(at, child.startIndex), '"'));
    parts.push(hole(child));
    at = child.endIndex;
  }
  if (end > at) parts.push(unescaped(unit.text.slice(at, end), '"'));
  return { k: 'string', span, parts: parts.length > 0 ? parts : [''] };
}
