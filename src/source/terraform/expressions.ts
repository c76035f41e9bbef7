import type { Node } from 'web-tree-sitter';
import { MAX_DEPTH, type Unit } from '../lowering';
import type { Entry, Expr, StringExpr } from '../program';

export function lowerExpression(node: Node, unit: Unit): Expr {
  if (unit.depth > MAX_DEPTH) return { k: 'other', span: unit.span(node), parts: [] };
  unit.depth += 1;
  const lowered = lower(node, unit);
  unit.depth -= 1;
  return lowered;
}

function lower(node: Node, unit: Unit): Expr {
  const span = unit.span(node);
  const children = node.namedChildren;
  const [first] = children;
  switch (node.type) {
    case 'expression':
      return operand(children, unit, node);
    case 'literal_value':
    case 'template_expr':
    case 'collection_value':
      return first ? lowerExpression(first, unit) : { k: 'other', span, parts: [] };
    case 'string_lit':
    case 'quoted_template':
    case 'heredoc_template':
      return lowerText(node, unit);
    case 'numeric_lit':
      return { k: 'const', span, value: Number(unit.textOf(node)) };
    case 'bool_lit':
      return { k: 'const', span, value: unit.textOf(node) === 'true' };
    case 'null_lit':
      return { k: 'const', span, value: null };
    case 'variable_expr':
      return { k: 'name', span, name: unit.textOf(node) };
    case 'function_call':
      return call(node, unit);
    case 'tuple':
      return { k: 'list', span, items: values(children, unit) };
    case 'object':
      return {
        k: 'record',
        span,
        entries: children.flatMap((child) => (child.type === 'object_elem' ? [element(child, unit)] : [])),
      };
    case 'conditional': {
      const [test, ...options] = values(children, unit);
      return { k: 'choice', span, ...(test ? { test } : {}), options };
    }
    default:
      return { k: 'other', span, parts: values(children, unit) };
  }
}

const values = (nodes: readonly Node[], unit: Unit): Expr[] =>
  nodes.filter((node) => node.type === 'expression').map((node) => lowerExpression(node, unit));

/** `a.b[0]`: an operand followed by what is read from it. */
function operand(nodes: readonly Node[], unit: Unit, whole: Node): Expr {
  const [first, ...steps] = nodes;
  if (!first) return { k: 'other', span: unit.span(whole), parts: [] };
  let value = lowerExpression(first, unit);
  for (const step of steps) {
    const span = unit.range(first.startIndex, step.endIndex);
    const name = step.namedChildren[0];
    if (step.type === 'get_attr' && name) value = { k: 'member', span, object: value, name: unit.textOf(name) };
    else if (step.type === 'index') {
      const key = step.descendantsOfType('expression')[0];
      value = key
        ? { k: 'index', span, object: value, key: lowerExpression(key, unit) }
        : { k: 'other', span, parts: [value] };
    } else value = { k: 'other', span, parts: [value] };
  }
  return value;
}

function call(node: Node, unit: Unit): Expr {
  const [name, list] = node.namedChildren;
  const args =
    list?.type === 'function_arguments' ? list.namedChildren.filter((child) => child.type === 'expression') : [];
  return {
    k: 'call',
    span: unit.span(node),
    callee: { k: 'name', span: unit.span(name ?? node), name: unit.textOf(name ?? node) },
    args: args.map((arg) => ({ value: lowerExpression(arg, unit), span: unit.span(arg) })),
    argsSpan: unit.range((name ?? node).endIndex, node.endIndex),
  };
}

function element(node: Node, unit: Unit): Entry {
  const keyNode = node.childForFieldName('key');
  const valueNode = node.childForFieldName('val');
  const key = keyNode ? lowerExpression(keyNode, unit) : undefined;
  const value: Expr = valueNode ? lowerExpression(valueNode, unit) : { k: 'other', span: unit.span(node), parts: [] };
  const name =
    key?.k === 'name' ? key.name : key?.k === 'string' && typeof key.parts[0] === 'string' ? key.parts[0] : undefined;
  const base = { value, span: unit.span(node) };
  return name !== undefined && key ? { ...base, key: name, keySpan: key.span } : base;
}

/** A quoted string or heredoc: escapes decoded, the common indent of `<<-` taken away, interpolations are holes. */
export function lowerText(node: Node, unit: Unit): StringExpr {
  const heredoc = node.type === 'heredoc_template';
  const parts: (string | Expr)[] = [];
  const { start, end } = contentOf(node, unit, heredoc);
  let at = start;
  const literal = (to: number): void => {
    // The grammar leaves blanks out of its literals, so the text between holes is cut by offsets.
    if (to > at) parts.push(heredoc ? unit.text.slice(at, to) : decoded(unit.text.slice(at, to)));
  };
  for (const child of node.namedChildren) {
    if (child.type !== 'template_interpolation' && child.type !== 'template_directive') continue;
    literal(child.startIndex);
    const inner = child.namedChildren.find((one) => one.type === 'expression');
    parts.push(inner ? lowerExpression(inner, unit) : { k: 'other', span: unit.span(child), parts: [] });
    at = child.endIndex;
  }
  literal(end);
  const indented = heredoc && unit.textOf(node).startsWith('<<-');
  return { k: 'string', span: unit.span(node), parts: indented ? unindented(parts) : parts };
}

function contentOf(node: Node, unit: Unit, heredoc: boolean): { start: number; end: number } {
  const children = node.namedChildren;
  const last = children.at(-1);
  if (!heredoc) {
    const closed = last?.type === 'quoted_template_end';
    return { start: node.startIndex + 1, end: closed ? last.startIndex : node.endIndex };
  }
  const opener = children.find((child) => child.type === 'heredoc_identifier');
  const newline = unit.text.indexOf('\n', opener?.endIndex ?? node.startIndex);
  const start = newline < 0 ? node.endIndex : newline + 1;
  const end = last?.type === 'heredoc_identifier' && last !== opener ? last.startIndex : node.endIndex;
  return { start: Math.min(start, end), end };
}

const unindented = (parts: readonly (string | Expr)[]): (string | Expr)[] =>
  parts.map((part, at) =>
    typeof part === 'string' ? part.replace(at === 0 ? /^[ \t]+/gm : /(?<=\n)[ \t]+/g, '') : part,
  );

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

const decoded = (raw: string): string =>
  raw
    .replace(/\\(?:u([0-9a-fA-F]{4})|([nrt"\\]))/g, (_whole, code: string | undefined, char: string | undefined) =>
      code ? String.fromCharCode(Number.parseInt(code, 16)) : (ESCAPES[char ?? ''] ?? ''),
    )
    .replace(/([$%])\1\{/g, '$1{');
