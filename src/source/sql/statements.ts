import { unknownNode } from '../data/nodes';
import type { Expr, Stmt, Target } from '../program';
import type { Expressions, Range } from './expressions';
import type { Requests } from './requests';
import type { Token } from './tokens';

/** Words that begin something new wherever they stand outside of parentheses. */
const BREAKS = new Set(
  'begin declare then else elsif loop exception is as if case when end for while exec execute call return'.split(' '),
);
const OPENS = new Set(['begin', 'if', 'loop', 'case']);
/** Words that begin statements; other names before a name are declared by it. */
const COMMANDS = new Set(
  (
    'select insert update delete merge create alter drop grant revoke set define prompt var variable with from where ' +
    'values into commit rollback end raise open fetch close pragma type subtype cursor procedure function package not ' +
    'or and null in out show connect column accept replace editionable body trigger'
  ).split(' '),
);

/** Lowers scripts statement by statement; values set on a branch may not arrive. */
export class Statements {
  private readonly stmts: Stmt[] = [];
  /** What is open around a statement; a handler runs only after an exception. */
  private readonly open: string[] = [];

  constructor(
    private readonly tokens: readonly Token[],
    private readonly expressions: Expressions,
    private readonly requests: Requests,
  ) {}

  read(): readonly Stmt[] {
    const to = this.tokens.length;
    let from = 0;
    for (let at = 0; at < to; at = this.expressions.behind(at, to)) {
      const isBreak = this.isBreak(at, from);
      if (!isBreak && !this.expressions.is(at, ';')) continue;
      if (from < at) this.statement({ from, to: at });
      if (isBreak) this.nest(this.tokens[at]?.text ?? '', this.tokens[at - 1]?.text ?? '');
      from = at + 1;
    }
    if (from < to) this.statement({ from, to });
    return this.stmts;
  }

  /** Names may be called like a word that breaks: `r.is`, `end if`, `is => 1`. */
  private isBreak(at: number, from: number): boolean {
    const token = this.tokens[at];
    if (token?.k !== 'word' || !BREAKS.has(token.text)) return false;
    return !(at > from && this.expressions.is(at - 1, '.')) && !this.expressions.is(at + 1, '=>');
  }

  private nest(word: string, before: string): void {
    if (word === 'end') this.open.pop();
    else if (word === 'exception') this.open[Math.max(0, this.open.length - 1)] = 'handler';
    else if (OPENS.has(word) && before !== 'end') this.open.push(word);
  }

  private get isConditional(): boolean {
    return this.open.some((one) => one === 'if' || one === 'case' || one === 'handler');
  }

  private statement(range: Range): void {
    const assigned = this.expressions.split(range, ':=');
    const [left, right] = assigned;
    if (left && right && assigned.length === 2) this.assignment(left, right);
    else if (!this.declaration(range)) this.evaluation(range);
  }

  /** `path := value`, or `name type := value`. */
  private assignment(left: Range, right: Range): void {
    const value = this.expressions.value(right);
    const start = this.expressions.isWord(left.from) ? left.from : left.from + 1;
    if (start >= left.to || !this.expressions.isWord(start)) {
      this.add({ k: 'eval', span: value.span, value });
      return;
    }
    const { expr, to } = this.expressions.path(start, left.to);
    const span = { start: expr.span.start, end: value.span.end };
    const header = to === left.to ? this.requests.header(expr, value) : undefined;
    if (header) for (const stmt of header) this.add(stmt);
    else {
      const target = to === left.to ? targetOf(expr) : this.nameAt(start);
      if (target) this.add({ k: 'bind', span, target, value, weak: this.isConditional || undefined });
      else this.add({ k: 'eval', span, value });
    }
  }

  private nameAt(at: number): Target {
    const { text, start, end } = this.tokens[at] as Token;
    return { k: 'name', name: text, span: { start, end } };
  }

  /** `name type default value`: with or without a value it is not what the name was before. */
  private declaration(range: Range): boolean {
    const first = this.tokens[range.from];
    if (!first || !this.expressions.isWord(range.from)) return false;
    if (COMMANDS.has(first.text)) return this.parameters(range);
    if (range.to - range.from < 2 || !this.expressions.isWord(range.from + 1)) return false;
    const [, given] = this.expressions.split(range, 'default');
    const value = given
      ? this.expressions.value(given)
      : this.expressions.value({ from: range.from + 1, to: range.to });
    this.declare(range.from, given ? value : this.unknown(range.from));
    return true;
  }

  /** Something of which only the name is known. */
  private unknown(at: number): Expr {
    const { text, start, end } = this.tokens[at] as Token;
    return { k: 'member', object: unknownNode(start, end), name: text, span: { start, end } };
  }

  private declare(at: number, value: Expr): void {
    const target = this.nameAt(at);
    this.add({ k: 'bind', span: { start: target.span.start, end: value.span.end }, target, value });
  }

  /** What a procedure is given is unknown, unless it says what it takes for nothing. */
  private parameters(range: Range): boolean {
    const at = this.find(range, '(');
    const isUnit = this.find(range, 'procedure') < at || this.find(range, 'function') < at;
    if (at >= range.to || !isUnit) return false;
    const end = this.expressions.behind(at, range.to);
    for (const part of this.expressions.split({ from: at + 1, to: end - 1 }, ',')) {
      if (!this.expressions.isWord(part.from)) continue;
      const given = this.expressions.split(part, 'default')[1] ?? this.expressions.split(part, ':=')[1];
      this.declare(part.from, this.unknown(part.from));
      const value = given && this.expressions.value(given);
      if (value) this.add({ k: 'bind', span: value.span, target: this.nameAt(part.from), value, weak: true });
    }
    return true;
  }

  private find({ from, to }: Range, text: string): number {
    let at = from;
    while (at < to && !this.expressions.is(at, text)) at += 1;
    return at;
  }

  private evaluation(range: Range): void {
    const value = this.expressions.value(range);
    for (const stmt of this.requests.statement(value) ?? [{ k: 'eval', span: value.span, value }]) this.add(stmt);
  }

  private add(stmt: Stmt): void {
    this.stmts.push(stmt);
  }
}

function targetOf(expr: Expr): Target | undefined {
  switch (expr.k) {
    case 'name':
    case 'member':
    case 'index':
      return expr;
    default:
      return undefined;
  }
}
