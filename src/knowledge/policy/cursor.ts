import type { Name, PolicyProblem } from './statement';
import type { Span, Token } from './token';
import { VERBS } from './verbs';

/** Walks tokens and collects problems; every reader of the policy language shares one. */
export class Cursor {
  readonly problems: PolicyProblem[] = [];
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  get token(): Token {
    return this.tokens[Math.min(this.at, this.tokens.length - 1)] as Token;
  }

  peek(ahead: number): Token {
    return this.tokens[Math.min(this.at + ahead, this.tokens.length - 1)] as Token;
  }

  get done(): boolean {
    return this.token.kind === 'end';
  }

  next(): Token {
    const token = this.token;
    this.at++;
    if (token.unclosed)
      this.problem('unclosed-quote', `this ${token.text ? 'text' : 'quote'} is never closed`, token.span);
    return token;
  }

  isWord(...words: readonly string[]): boolean {
    return this.token.kind === 'word' && words.includes(this.token.text.toLowerCase());
  }

  isPunct(text: string): boolean {
    return this.token.kind === 'punct' && this.token.text === text;
  }

  takeWord(...words: readonly string[]): boolean {
    if (!this.isWord(...words)) return false;
    this.next();
    return true;
  }

  takePunct(text: string): boolean {
    if (!this.isPunct(text)) return false;
    this.next();
    return true;
  }

  problem(code: string, message: string, span: Span = this.token.span): void {
    // One place, one problem: what follows an error is mostly its echo.
    if (this.problems.some((other) => other.span.start === span.start)) return;
    this.problems.push({ code, message, span });
  }

  /** Where the last taken token ended. */
  get lastEnd(): number {
    return this.at > 0 ? (this.tokens[Math.min(this.at, this.tokens.length) - 1] as Token).span.end : 0;
  }

  spanFrom(start: number): Span {
    return { start, end: Math.max(start, this.lastEnd) };
  }

  /** Skips to a word that can begin the next part of a statement, so that one mistake costs one part. */
  skipTo(...words: readonly string[]): void {
    while (!this.done && !this.isWord(...words)) this.at++;
  }
}

export const isName = (token: Token): boolean => token.kind === 'word' || token.kind === 'quoted';

const isVerb = ({ text }: Token): boolean => (VERBS as readonly string[]).includes(text.toLowerCase());

/** `name`, `'quoted name'`, `domain/name`, `'domain'/'name'`, `id ocid1…`. */
export function readName(cursor: Cursor, what: string): Name | undefined {
  const byId = cursor.isWord('id') && isName(cursor.peek(1)) && cursor.takeWord('id');
  if (!isName(cursor.token)) {
    cursor.problem('missing-name', `${what} is missing here`);
    return undefined;
  }
  const first = cursor.next();
  if (!cursor.isPunct('/')) return { text: first.text, byId, hole: first.hole, span: first.span };
  cursor.next();
  if (!isName(cursor.token) || (cursor.isWord('to') && isVerb(cursor.peek(1)))) {
    cursor.problem('missing-name', `after the identity domain '${first.text}/' the name is missing`);
    return { text: '', domain: first.text, byId, hole: first.hole, span: cursor.spanFrom(first.span.start) };
  }
  const second = cursor.next();
  const span = cursor.spanFrom(first.span.start);
  return { text: second.text, domain: first.text, byId, hole: first.hole || second.hole, span };
}
