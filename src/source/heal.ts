/** How a language writes what may span or end a line. */
export interface Lexis {
  readonly lineComment: '#' | '//';
  readonly blockComments: boolean;
  /** Of strings that end with their line. */
  readonly quotes: string;
  /** Of strings over several lines, the longest first. */
  readonly longQuotes: readonly string[];
  /** Opening brackets in which no statement stands. */
  readonly brackets: string;
  /** The beginning of a line that starts a statement; sticky. */
  readonly statement: RegExp;
  /** Every statement ends with a semicolon: one that lacks it swallows the next. */
  readonly needsSemicolon?: boolean;
}

/** A text with its open ends mended, and where the next look may begin when something behind was edited. */
export interface Healing {
  /** Undefined where nothing is to be mended. */
  readonly text: string | undefined;
  readonly marks: readonly Mark[];
}

/** What was known at the beginning of a line. */
interface Mark {
  readonly at: number;
  readonly open: readonly Open[];
  readonly holes: readonly Hole[];
  readonly indent: number;
}

interface Hole {
  readonly start: number;
  readonly end: number;
}

/** So far apart stand the marks, and so far beyond a mark was looked. */
const MARK_EVERY = 4_096;
const LOOKED_AHEAD = 512;

/** Most lines end as statements and blocks do, which one character tells. */
function isUnfinished(text: string, start: number, end: number): boolean {
  let last = end - 1;
  while (last > start && (text[last] === '\n' || text[last] === '\r' || text[last] === ' ')) last -= 1;
  return !';{}'.includes(text[last] ?? ';') && UNFINISHED.test(text.slice(start, end));
}

interface Open {
  readonly at: number;
  /** The start of its line. */
  readonly line: number;
  readonly bracket: string;
  /** Of the line that it stands on. */
  readonly indent: number;
}

/** Code without a comment that leaves something to say: `label =`, `client.`, `new Client`. Annotations do not. */
const UNFINISHED = /^[ \t]*\w(?:(?!\/[/*])[^\r\n]){0,300}(?:[\w=.<>+-]|\w\(\))\s*$/;

const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/**
 * What somebody types is broken most of the time: a bracket that is not closed yet, half a string. A parser takes what
 * follows for its inside. This blanks such beginnings, at the same offsets, and closes what is open at the end.
 * `before` is what an earlier look gave at a text that is the same up to `from`.
 */
export function heal(
  text: string,
  lexis: Lexis,
  before?: { readonly healing: Healing; readonly from: number },
): Healing {
  const kept = before?.healing.marks.filter(({ at }) => at + LOOKED_AHEAD < before.from) ?? [];
  return new Healer(text, lexis, [...kept]).run();
}

/** Matches the characters at which something begins or ends; nearly all others are passed over by the engine. */
const endsOf = ({ lineComment, quotes, longQuotes }: Lexis): RegExp =>
  new RegExp(`[\\n()[\\]{}/${lineComment}${quotes}${longQuotes.join('')}]`, 'g');

function next(ends: RegExp, text: string, from: number): number {
  ends.lastIndex = from;
  return ends.exec(text)?.index ?? -1;
}

class Healer {
  private readonly open: Open[];
  private readonly holes: Hole[];
  private indent: number;
  private lineStart: number;

  constructor(
    private readonly text: string,
    private readonly lexis: Lexis,
    private readonly marks: Mark[],
  ) {
    const known = marks.at(-1);
    this.open = [...(known?.open ?? [])];
    this.holes = [...(known?.holes ?? [])];
    this.indent = known?.indent ?? 0;
    this.lineStart = known?.at ?? 0;
  }

  run(): Healing {
    const from = this.marks.at(-1)?.at ?? this.line(0);
    const ends = endsOf(this.lexis);
    for (let at = next(ends, this.text, from); at >= 0; at = next(ends, this.text, at)) at = this.step(at);
    const closers = this.open.map(({ bracket }) => CLOSERS[bracket] ?? '').reverse();
    const whole = this.holes.length === 0 && closers.length === 0;
    return { text: whole ? undefined : this.blanked() + closers.join(''), marks: this.marks };
  }

  /** Reads one token; gives the offset behind it. */
  private step(at: number): number {
    const { text, lexis } = this;
    const char = text.charAt(at);
    if (char === '\n') return this.marked(this.line(at + 1));
    if (text.startsWith(lexis.lineComment, at)) return this.endOfLine(at);
    if (lexis.blockComments && text.startsWith('/*', at)) return this.behind('*/', at + 2);
    const long = lexis.longQuotes.find((quote) => text.startsWith(quote, at));
    if (long) return this.behind(long, at + long.length);
    if (lexis.quotes.includes(char)) return this.string(at, char);
    if (char in CLOSERS) this.open.push({ at, line: this.lineStart, bracket: char, indent: this.indent });
    else if (char === ')' || char === ']' || char === '}') this.close(at, char);
    return at + 1;
  }

  private marked(at: number): number {
    const { marks, open, holes, indent } = this;
    if (at - (marks.at(-1)?.at ?? 0) >= MARK_EVERY) marks.push({ at, open: [...open], holes: [...holes], indent });
    return at;
  }

  /** A line that begins a statement, no deeper than the line of an open bracket: that bracket was left open. */
  private line(at: number): number {
    const { text, lexis, open } = this;
    const before = { start: this.lineStart, indent: this.indent };
    let start = at;
    while (text[start] === ' ' || text[start] === '\t') start += 1;
    this.indent = start - at;
    this.lineStart = at;
    lexis.statement.lastIndex = start;
    if ((open.length === 0 && !lexis.needsSemicolon) || !lexis.statement.test(text)) return at;
    const left = open.findIndex(({ bracket, indent }) => lexis.brackets.includes(bracket) && this.indent <= indent);
    const [first] = left < 0 ? [] : open.splice(left);
    if (first) this.holes.push({ start: lexis.needsSemicolon ? first.line : first.at, end: at });
    else if (lexis.needsSemicolon && this.indent <= before.indent && isUnfinished(text, before.start, at))
      this.holes.push({ start: before.start, end: at });
    return at;
  }

  private string(at: number, quote: string): number {
    const { text } = this;
    for (let end = at + 1; end < text.length && text[end] !== '\n'; end += 1) {
      if (text[end] === '\\') end += 1;
      else if (text[end] === quote) return end + 1;
    }
    const end = this.endOfLine(at);
    this.holes.push({ start: at, end });
    return end;
  }

  private close(at: number, closer: string): void {
    const match = this.open.findLastIndex(({ bracket }) => CLOSERS[bracket] === closer);
    if (match < 0) return;
    const [, inner] = this.open.splice(match);
    if (inner) this.holes.push({ start: inner.at, end: at });
  }

  private behind(mark: string, from: number): number {
    const found = this.text.indexOf(mark, from);
    return found < 0 ? this.text.length : found + mark.length;
  }

  private endOfLine(at: number): number {
    const end = this.text.indexOf('\n', at);
    return end < 0 ? this.text.length : end;
  }

  private blanked(): string {
    let result = '';
    let from = 0;
    for (const { start, end } of [...this.holes].sort((a, b) => a.start - b.start)) {
      if (end <= from) continue;
      const begin = Math.max(start, from);
      result += this.text.slice(from, begin) + this.text.slice(begin, end).replace(/[^\r\n]/g, ' ');
      from = end;
    }
    return result + this.text.slice(from);
  }
}
