import type { Node } from 'web-tree-sitter';
import type { Word } from '../command';
import { MAX_DEPTH, type Unit } from '../lowering';
import type { Expr, StringExpr } from '../program';
import { joinParts } from '../text';

/** Lowers the commands of `$(…)`. */
export type Substitution = (node: Node, unit: Unit) => Expr;

export class Words {
  constructor(private readonly substitution: Substitution) {}

  /** A word of a command line, with what it says literally. */
  word(node: Node, unit: Unit): Word {
    const value = this.value(node, unit);
    if (isOpen(node, unit.textOf(node))) return { value, open: true };
    if (value.k !== 'string') return { value };
    const [first] = value.parts;
    return {
      value,
      text: typeof first === 'string' && (value.parts.length === 1 || first.includes('=')) ? first : undefined,
    };
  }

  value(node: Node, unit: Unit): Expr {
    const span = unit.span(node);
    if (unit.depth > MAX_DEPTH) return { k: 'other', span, parts: [] };
    unit.depth += 1;
    const value = this.lower(node, span, unit);
    unit.depth -= 1;
    return value;
  }

  private lower(node: Node, span: Expr['span'], unit: Unit): Expr {
    switch (node.type) {
      case 'simple_expansion':
      case 'expansion':
        return this.expansion(node, span, unit);
      case 'command_substitution':
      case 'process_substitution':
        return this.substitution(node, unit);
      case 'array':
        return { k: 'list', span, items: node.namedChildren.map((child) => this.value(child, unit)) };
      case 'string':
      case 'concatenation': {
        const parts = joinParts(this.parts(node, unit));
        const [only] = parts;
        // `"$X"` is X itself.
        if (parts.length === 1 && only !== undefined && typeof only !== 'string') return only;
        return { k: 'string', span, parts };
      }
      case 'word':
      case 'number':
      case 'raw_string':
      case 'ansi_c_string':
      case 'regex':
      case 'extglob_pattern':
        return { k: 'string', span, parts: [literal(node, unit)] };
      default:
        return { k: 'other', span, parts: node.namedChildren.map((child) => this.value(child, unit)) };
    }
  }

  private parts(node: Node, unit: Unit): (string | Expr)[] {
    const found: (string | Expr)[] = [];
    if (node.type !== 'concatenation') return this.quotedParts(node, unit);
    for (const child of node.namedChildren) {
      const value = this.value(child, unit);
      if (value.k === 'string') found.push(...value.parts);
      else found.push(value);
    }
    return found;
  }

  /** The text of a double-quoted string or heredoc between its expansions. */
  quotedParts(node: Node, unit: Unit): (string | Expr)[] {
    const quotes = node.type === 'string' ? 1 : 0;
    const found: (string | Expr)[] = [];
    let at = node.startIndex + (unit.text.startsWith('$"', node.startIndex) ? 2 : quotes);
    for (const child of node.namedChildren) {
      if (!EXPANSIONS.has(child.type)) continue;
      if (child.startIndex > at) found.push(unescaped(unit.text.slice(at, child.startIndex)));
      found.push(this.value(child, unit));
      at = child.endIndex;
    }
    const end = node.endIndex - (quotes === 1 && unit.text[node.endIndex - 1] === '"' ? 1 : 0);
    if (end > at) found.push(unescaped(unit.text.slice(at, end)));
    return found;
  }

  /** `$X`, `${X}`, `${X:-else}`; what cuts or replaces parts of a value gives another one. */
  private expansion(node: Node, span: Expr['span'], unit: Unit): Expr {
    const children = node.namedChildren;
    const inner = children[0];
    const raw = unit.textOf(node);
    const name = /^\$\{?([A-Za-z_]\w*|\d+|[@*#?$!-])/.exec(raw)?.[1];
    if (name === undefined || raw.startsWith('${#') || raw.startsWith('${!')) return { k: 'other', span, parts: [] };
    const variable: Expr = { k: 'name', span, name: `$${name}` };
    if (!raw.startsWith('${')) return variable;
    const operator = raw.slice(2 + name.length).replace(/^\[[^\]]*\]/, '');
    if (operator === '}' || operator.startsWith(':?') || operator.startsWith('?')) return variable;
    if (!/^:?[-=]/.test(operator)) return { k: 'other', span, parts: [variable] };
    const fallback = children.find((child) => child !== inner && child.startIndex > (inner?.startIndex ?? 0));
    const other: Expr = fallback ? this.value(fallback, unit) : { k: 'string', span, parts: [''] };
    return { k: 'choice', span, options: [variable, other] };
  }

  /** The literal text of a string node, for listings: expansions are holes. */
  text(node: Node, unit: Unit): StringExpr {
    const span = unit.span(node);
    const parts =
      node.type === 'heredoc_body' || node.type === 'string'
        ? this.quotedParts(node, unit)
        : this.valueParts(node, unit);
    return { k: 'string', span, parts: joinParts(parts) };
  }

  private valueParts(node: Node, unit: Unit): (string | Expr)[] {
    const value = this.value(node, unit);
    return value.k === 'string' ? [...value.parts] : [value];
  }
}

const EXPANSIONS = new Set(['simple_expansion', 'expansion', 'command_substitution', 'arithmetic_expansion']);

/** Unquoted expansions are split into words; `"$@"` and `"${a[@]}"` give several. */
function isOpen(node: Node, text: string): boolean {
  const { type } = node;
  if (type === 'simple_expansion' || type === 'expansion' || type === 'command_substitution') return true;
  return type === 'string' && /^"\$(?:@|\{\w+\[@\]\}|\{@\})"$/.test(text);
}

const ANSI: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  e: '\x1b',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
};

function literal(node: Node, unit: Unit): string {
  const raw = unit.textOf(node);
  switch (node.type) {
    case 'raw_string':
      return raw.slice(1, raw.length > 1 && raw.endsWith("'") ? -1 : undefined);
    case 'ansi_c_string':
      return raw.slice(2, -1).replace(/\\([\s\S])/g, (_, character: string) => ANSI[character] ?? character);
    default:
      return raw.replace(/\\\r?\n/g, '').replace(/\\([\s\S])/g, '$1');
  }
}

/** In double quotes a backslash only escapes these. */
const unescaped = (raw: string): string => raw.replace(/\\\r?\n/g, '').replace(/\\([$`"\\])/g, '$1');
