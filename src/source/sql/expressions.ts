import { constNode, MAX_NESTING, textNode } from '../data/nodes';
import type { Arg, CallExpr, Expr, Span } from '../program';
import { concatenation } from '../text';
import type { Token } from './tokens';

/** What calls become that mean more than they say. */
export type Rewrite = (call: CallExpr) => Expr;

/** Part of a list of tokens, end exclusive. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Lowers expressions. What is no path, call, literal or concatenation is unknown; what it holds is kept. */
export class Expressions {
  private depth = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly packages: ReadonlySet<string>,
    private readonly rewrite: Rewrite,
  ) {}

  is(at: number, text: string): boolean {
    const token = this.tokens[at];
    return token !== undefined && token.text === text && token.k !== 'string';
  }

  isWord(at: number): boolean {
    return this.tokens[at]?.k === 'word';
  }

  span({ from, to }: Range): Span {
    const first = this.tokens[from];
    const last = this.tokens[Math.max(from, to - 1)];
    return { start: first?.start ?? 0, end: last?.end ?? first?.end ?? 0 };
  }

  /** The parts between separators that stand in no parentheses. */
  split({ from, to }: Range, separator: string): Range[] {
    const parts: Range[] = [];
    let start = from;
    for (let at = from; at < to; at = this.behind(at, to)) {
      if (!this.is(at, separator)) continue;
      parts.push({ from: start, to: at });
      start = at + 1;
    }
    if (start < to) parts.push({ from: start, to });
    return parts;
  }

  /** The place behind a token, or behind the parentheses that it opens. */
  behind(at: number, to: number): number {
    if (!this.is(at, '(')) return at + 1;
    let open = 0;
    for (let next = at; next < to; next += 1) {
      if (this.is(next, '(')) open += 1;
      else if (this.is(next, ')') && (open -= 1) === 0) return next + 1;
    }
    return to;
  }

  value(range: Range): Expr {
    if (this.depth >= MAX_NESTING) return { k: 'other', span: this.span(range), parts: [] };
    this.depth += 1;
    const sides = this.split(range, '||').map((side) => this.operand(side));
    this.depth -= 1;
    const [only, more] = sides;
    return only && !more ? only : concatenation(sides, this.span(range));
  }

  private operand(range: Range): Expr {
    const { from, to } = range;
    if (this.is(from, '(') && this.behind(from, to) === to) return this.value({ from: from + 1, to: to - 1 });
    const parts: Expr[] = [];
    let at = from;
    while (at < to) {
      const next = this.primary(at, to);
      if (next.expr) parts.push(next.expr);
      if (at === from && next.to === to && next.expr) return next.expr;
      at = next.to;
    }
    return { k: 'other', span: this.span(range), parts };
  }

  private primary(at: number, to: number): { readonly expr?: Expr; readonly to: number } {
    const token = this.tokens[at] as Token;
    if (token.k === 'string') return { expr: textNode(token.text, token.start, token.end), to: at + 1 };
    if (token.k === 'number') return { expr: constNode(Number(token.text), token.start, token.end), to: at + 1 };
    if (token.k === 'word') return this.path(at, to);
    if (token.text !== '(') return { to: at + 1 };
    const end = this.behind(at, to);
    const inner = this.split({ from: at + 1, to: end - 1 }, ',').map((part) => this.value(part));
    return { expr: { k: 'other', span: this.span({ from: at, to: end }), parts: inner }, to: end };
  }

  /** `schema.package.member(arguments)(index).field`. */
  path(from: number, to: number): { readonly expr: Expr; readonly to: number } {
    const first = this.tokens[from] as Token;
    let expr: Expr =
      first.text === 'null'
        ? constNode(null, first.start, first.end)
        : { k: 'name', name: first.text, span: this.span({ from, to: from + 1 }) };
    let at = from + 1;
    for (;;) {
      if (this.is(at, '.') && at + 1 < to && this.isWord(at + 1)) {
        expr = this.member(expr, from, at + 1);
        at += 2;
      } else if (at < to && this.is(at, '(')) {
        const end = this.behind(at, to);
        expr = this.call(expr, from, at, end);
        at = end;
      } else return { expr, to: at };
    }
  }

  /** The schema before a package that everybody has says nothing. */
  private member(object: Expr, from: number, at: number): Expr {
    const { text, start, end } = this.tokens[at] as Token;
    if (object.k === 'name' && this.packages.has(text)) return { k: 'name', name: text, span: { start, end } };
    return { k: 'member', object, name: text, span: this.span({ from, to: at + 1 }) };
  }

  private call(callee: Expr, from: number, open: number, end: number): Expr {
    const range = { from: open + 1, to: this.is(end - 1, ')') ? end - 1 : end };
    const call: CallExpr = {
      k: 'call',
      callee,
      args: this.split(range, ',').map((part) => this.arg(part)),
      span: this.span({ from, to: end }),
      argsSpan: this.span({ from: open, to: end }),
    };
    return lineBreak(call) ?? this.rewrite(call);
  }

  /** `value`, `name => value`, and the entries of JSON: `'name' value v`, `key 'name' value v`, `'name' : v`. */
  private arg(part: Range): Arg {
    const span = this.span(part);
    const at = this.is(part.from, 'key') ? part.from + 1 : part.from;
    const token = this.tokens[at];
    const named =
      (token?.k === 'word' && this.is(at + 1, '=>')) ||
      (token?.k === 'string' && (this.is(at + 1, 'value') || this.is(at + 1, ':') || this.is(at + 1, 'is')));
    if (!named || at + 2 >= part.to) return { value: this.value(part), span };
    return { name: token?.text, value: this.value({ from: at + 2, to: part.to }), span };
  }
}

/** `chr(10)` is how PL/SQL writes a line break. */
function lineBreak({ callee, args, span }: CallExpr): Expr | undefined {
  const [only, more] = args;
  if (callee.k !== 'name' || callee.name !== 'chr' || only?.value.k !== 'const' || more) return undefined;
  const { value } = only.value;
  return value === 10 || value === 13 ? textNode(value === 10 ? '\n' : '\r', span.start, span.end) : undefined;
}
