import { CONFIG_KEYS, DEFAULT_PROFILE, FORBIDDEN_KEY, type LineCode } from '../knowledge/config-file';
import { type Entry, spanOf, TextEntry } from './entry';
import { asLines, lineEndProblem } from './line-ends';
import { lineProblem } from './line-problem';
import type { Problem, Span } from './problem';
import { mayBeFlawed, valueFlaws } from './value-flaws';

export interface Section {
  readonly name: string;
  /** Every header of that name. */
  readonly headers: Span[];
  readonly entries: Map<string, Entry>;
  /** The last line with a key or with the rest of a value. */
  lastLine: number;
}

/** What stands in a configuration file, however broken. */
export interface ConfigFile {
  readonly sections: ReadonlyMap<string, Section>;
  readonly problems: readonly Problem[];
}

const MARK = '\uFEFF';

const [HASH, SEMICOLON, BRACKET, SPACE] = [0x23, 0x3b, 0x5b, 0x20];

/** Reads every profile of any text. Never throws. */
export function readConfig(text: string): ConfigFile {
  return new Reader(text).read();
}

/**
 * Files may have thousands of lines, read cold: whatever most files lack is looked for once in the whole text, and a line
 * is cut out only where it means something.
 */
class Reader {
  private readonly sections = new Map<string, Section>();
  private readonly problems: Problem[] = [];
  private section: Section | undefined;
  /** Python joins a line to the value above when it is indented deeper than the key above; a header cannot be continued. */
  private depth = Number.POSITIVE_INFINITY;
  private readonly marked: boolean;
  private readonly text: string;
  private readonly unusual: boolean;
  private readonly equals: NextEquals;

  constructor(private readonly given: string) {
    this.marked = given.startsWith(MARK);
    this.text = asLines(this.marked ? given.slice(1) : given);
    this.unusual = mayBeFlawed(this.text);
    this.equals = new NextEquals(this.text);
  }

  read(): ConfigFile {
    if (this.marked) this.report('byte-order-mark', { line: 0, start: 0, end: 1 });
    const ends = lineEndProblem(this.given);
    if (ends) this.problems.push(ends);
    const { text } = this;
    for (let line = 0, from = 0; from <= text.length; line += 1) {
      const next = text.indexOf('\n', from);
      const to = next < 0 ? text.length : next;
      if (to > from) this.accept(from, to, line);
      from = to + 1;
    }
    return { sections: this.sections, problems: this.problems };
  }

  private accept(from: number, to: number, line: number): void {
    const { text } = this;
    let start = from;
    let end = to;
    while (start < end && isBlank(text.charCodeAt(start))) start += 1;
    while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
    const first = start < end ? text.charCodeAt(start) : HASH;
    if (first === HASH) return;
    if (first === SEMICOLON) {
      if (this.equals.after(start) >= end) this.report('semicolon-comment', spanOf(line, from, start, end));
      return;
    }
    const continues = start - from > this.depth;
    // Every reader takes the last bracket for the closing one.
    const close = first === BRACKET ? start + text.slice(start, end).lastIndexOf(']') : start;
    if (close > start) {
      const rest = text.slice(close + 1, end);
      this.openSection(text.slice(start + 1, close), rest, spanOf(line, from, start, end), continues);
    } else this.acceptEntry(from, start, end, line, continues);
  }

  private openSection(written: string, rest: string, span: Span, continues: boolean): void {
    const name = written.trim();
    if (rest.trim() !== '') this.report('text-after-profile', span, name);
    else if (continues || span.start > 0) this.report('indented-profile', span, name);
    if (name !== written && name !== '') this.report('spaces-in-profile', span, name);
    if (name === '') this.report('empty-profile', span);
    const known = this.sections.get(name);
    if (known) this.report(name === DEFAULT_PROFILE ? 'duplicate-default' : 'duplicate-profile', span, name);
    known?.headers.push(span);
    this.section = known ?? { name, headers: [span], entries: new Map(), lastLine: span.line };
    if (name !== '') this.sections.set(name, this.section);
    this.depth = Number.POSITIVE_INFINITY;
  }

  private acceptEntry(from: number, start: number, end: number, line: number, continues: boolean): void {
    const { section } = this;
    const equals = this.equals.after(start);
    const hasEquals = equals < end;
    const written = this.text.slice(start, hasEquals ? equals : end);
    const colon = written.indexOf(':');
    const flaw = this.lineFlaw(hasEquals, colon, continues);
    if (flaw) this.report(flaw, spanOf(line, from, start, end), section?.name);
    if (section && flaw !== 'bad-line') section.lastLine = line;
    if (!section || flaw === 'bad-line' || flaw === 'continuation-line') return;
    if (!continues) this.depth = start - from;
    const key = hasEquals ? written : written.slice(0, colon);
    this.addEntry(section, key.trimEnd(), start + key.length, line, from, start, end);
  }

  private lineFlaw(hasEquals: boolean, colon: number, continues: boolean): LineCode | undefined {
    if (!hasEquals && continues) return 'continuation-line';
    if (!hasEquals && colon <= 0) return 'bad-line';
    if (!this.section) return 'no-profile';
    if (continues) return 'indented-key';
    if (!hasEquals) return 'colon-delimiter';
    return colon >= 0 ? 'colon-before-equals' : undefined;
  }

  private addEntry(
    section: Section,
    written: string,
    delimiter: number,
    line: number,
    from: number,
    start: number,
    end: number,
  ): void {
    const { text } = this;
    if (written === '') {
      this.report('empty-key', spanOf(line, from, start, end), section.name);
      return;
    }
    let valueStart = delimiter + 1;
    while (valueStart < end && isBlank(text.charCodeAt(valueStart))) valueStart += 1;
    const key = written.toLowerCase();
    const entry = new TextEntry(text, key, line, from, start, start + written.length, valueStart, end);
    if (key !== written && CONFIG_KEYS.has(key)) this.report('key-in-wrong-case', entry.keySpan, section.name);
    if (key === FORBIDDEN_KEY) this.report('key-content', entry.keySpan, section.name);
    if (section.entries.has(key)) this.report('duplicate-key', entry.keySpan, section.name);
    if (this.equals.after(valueStart) < end) this.report('value-with-equals', entry.valueSpan, section.name);
    if (this.unusual) for (const code of valueFlaws(entry)) this.report(code, entry.valueSpan, section.name);
    section.entries.set(key, entry);
  }

  private report(code: LineCode, span: Span, profile?: string): void {
    this.problems.push(lineProblem(code, span, profile));
  }
}

/** Where the next “=” stands, which may be many lines away: asked from left to right, it looks at a text once. */
class NextEquals {
  private at = -1;

  constructor(private readonly text: string) {}

  after(start: number): number {
    if (this.at < start) {
      const at = this.text.indexOf('=', start);
      this.at = at < 0 ? Number.POSITIVE_INFINITY : at;
    }
    return this.at;
  }
}

/** As `trim` sees it. */
const isBlank = (code: number): boolean =>
  code === SPACE ||
  (code < SPACE && code > 0x08 && code < 0x0e) ||
  (code > 0x7f && /\s/.test(String.fromCharCode(code)));
