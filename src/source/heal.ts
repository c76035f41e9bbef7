import type { Change } from './program';

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

/** A text with its open ends mended, and what spares another look after an edit. */
export interface Healing {
  /** Undefined where nothing is to be mended. */
  readonly text: string | undefined;
  readonly marks: readonly Mark[];
  /** In the order in which they were found. */
  readonly holes: readonly Hole[];
  /** The brackets that nobody closes; undefined where nobody looked to the end. */
  readonly open: readonly Open[] | undefined;
}

/** What was known at the beginning of a line. */
interface Mark {
  readonly at: number;
  readonly open: readonly Open[];
  /** How many were found before. */
  readonly holes: number;
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
 * `before` is what a look at the text before an edit gave.
 */
export function heal(text: string, lexis: Lexis, before?: Before): Healing {
  return new Healer(text, lexis, before).run();
}

/** What a look at a text gave, and the edit that made another text of it. */
export interface Before {
  readonly healing: Healing;
  readonly change: Change;
}

/** What is still true after an edit; for a text at which nobody looked. */
export function unlooked({ healing, change }: Before): Healing {
  const marks = earlier(healing, change);
  return { text: undefined, marks, holes: healing.holes.slice(0, marks.at(-1)?.holes ?? 0), open: undefined };
}

const earlier = ({ marks }: Healing, { start }: Change): Mark[] => marks.filter(({ at }) => at + LOOKED_AHEAD < start);

/** Where things behind an edit stand after it. */
function moved({ start, length, text }: Change): (at: number) => number {
  const delta = text.length - length;
  return (at) => (at >= start + length ? at + delta : at);
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
  private readonly marks: Mark[];
  /** Marks of the text before, behind the edit, the next one last. */
  private readonly later: Mark[];
  private readonly to: (at: number) => number;
  private indent: number;
  private lineStart: number;
  private done = false;

  constructor(
    private readonly text: string,
    private readonly lexis: Lexis,
    private readonly before: Before | undefined,
  ) {
    this.marks = before ? earlier(before.healing, before.change) : [];
    this.to = before ? moved(before.change) : (at) => at;
    const behind = before ? before.change.start + before.change.length : 0;
    this.later = before?.healing.open ? before.healing.marks.filter(({ at }) => at > behind).reverse() : [];
    const known = this.marks.at(-1);
    this.open = [...(known?.open ?? [])];
    this.holes = before?.healing.holes.slice(0, known?.holes ?? 0) ?? [];
    this.indent = known?.indent ?? 0;
    this.lineStart = known?.at ?? 0;
  }

  run(): Healing {
    const from = this.marks.at(-1)?.at ?? this.line(0);
    const ends = endsOf(this.lexis);
    let at = next(ends, this.text, from);
    while (at >= 0 && !this.done) at = next(ends, this.text, this.step(at));
    const { marks, holes, open } = this;
    const whole = holes.length === 0 && open.length === 0;
    return { text: whole ? undefined : this.blanked() + this.closers(), marks, holes, open };
  }

  private closers(): string {
    return this.open
      .map(({ bracket }) => CLOSERS[bracket] ?? '')
      .reverse()
      .join('');
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
    const { marks, open, holes, indent, later } = this;
    let known = later.at(-1);
    while (known && this.to(known.at) < at) {
      later.pop();
      known = later.at(-1);
    }
    if (known && this.to(known.at) === at && this.isAsAt(known)) this.adopt(known);
    else if (at - (marks.at(-1)?.at ?? 0) >= MARK_EVERY)
      marks.push({ at, open: [...open], holes: holes.length, indent });
    return at;
  }

  /** From here on everything is as it was before the edit. */
  private isAsAt({ open, indent }: Mark): boolean {
    const { to } = this;
    return (
      indent === this.indent &&
      open.length === this.open.length &&
      open.every((one, index) => {
        const own = this.open[index];
        return own && to(one.at) === own.at && to(one.line) === own.line && one.indent === own.indent;
      })
    );
  }

  private adopt(known: Mark): void {
    const { holes, open = [] } = (this.before as Before).healing;
    const { to } = this;
    const here = (one: Open): Open => ({ ...one, at: to(one.at), line: to(one.line) });
    const more = this.holes.length - known.holes;
    for (const { start, end } of holes.slice(known.holes)) this.holes.push({ start: to(start), end: to(end) });
    for (const mark of this.later.reverse())
      this.marks.push({ ...mark, at: to(mark.at), open: mark.open.map(here), holes: mark.holes + more });
    this.open.splice(0, this.open.length, ...open.map(here));
    this.done = true;
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
