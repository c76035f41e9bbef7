import { CONFIG_KEYS, DEFAULT_PROFILE, FORBIDDEN_KEY, type LineCode } from '../knowledge/config-file';
import { type Indentation, indentationOf, startsContinuation } from './indentation';
import { lineProblem } from './line-problem';
import type { Problem, Span } from './problem';

export interface Entry {
  /** Lower case, as Python and Go look it up. */
  readonly key: string;
  readonly value: string;
  readonly keySpan: Span;
  readonly valueSpan: Span;
}

export interface Section {
  readonly name: string;
  /** Every header of that name. */
  readonly headers: Span[];
  readonly entries: Map<string, Entry>;
}

/** What stands in a configuration file, however broken. */
export interface ConfigFile {
  readonly sections: ReadonlyMap<string, Section>;
  readonly problems: readonly Problem[];
}

const MARK = '\uFEFF';
const HEADER = /^\[([^\]]*)\](.*)$/;
const QUOTED = /^(["']).*\1$/;
/** Zero-width and no-break characters come along when people paste from a page. */
const INVISIBLE = /[\u00a0\u200b-\u200f\u2028\u2029\ufeff]/;

/** Reads every profile of any text. Never throws. */
export function readConfig(text: string): ConfigFile {
  return new Reader().read(text);
}

class Reader {
  private readonly sections = new Map<string, Section>();
  private readonly problems: Problem[] = [];
  private section: Section | undefined;
  private indentation: Indentation = indentationOf();

  read(text: string): ConfigFile {
    const marked = text.startsWith(MARK);
    if (marked) this.problems.push(lineProblem('byte-order-mark', { line: 0, start: 0, end: 1 }));
    const lines = (marked ? text.slice(1) : text).split('\n');
    for (const [index, line] of lines.entries()) this.accept(line.endsWith('\r') ? line.slice(0, -1) : line, index);
    return { sections: this.sections, problems: this.problems };
  }

  private accept(line: string, index: number): void {
    const content = line.trim();
    if (content === '' || content.startsWith('#')) return;
    const start = line.length - line.trimStart().length;
    const span: Span = { line: index, start, end: start + content.length };
    if (content.startsWith(';')) {
      if (!content.includes('=')) this.report('semicolon-comment', span);
      return;
    }
    const continues = startsContinuation(this.indentation, start);
    const header = HEADER.exec(content);
    if (header) this.openSection(header[1] ?? '', header[2] ?? '', span, continues);
    else this.acceptEntry(content, span, continues);
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
    this.section = known ?? { name, headers: [span], entries: new Map() };
    if (name !== '') this.sections.set(name, this.section);
    this.indentation = indentationOf(span.start);
  }

  private acceptEntry(content: string, span: Span, continues: boolean): void {
    const equals = content.indexOf('=');
    const colon = content.indexOf(':');
    const flaw = this.lineFlaw(equals, colon, continues);
    if (flaw) this.report(flaw, span, this.section?.name);
    if (!this.section || flaw === 'bad-line' || flaw === 'continuation-line') return;
    if (!continues) this.indentation = { depth: span.start, afterKey: true };
    this.addEntry(this.section, content, equals < 0 ? colon : equals, span);
  }

  private lineFlaw(equals: number, colon: number, continues: boolean): LineCode | undefined {
    if (equals < 0 && continues) return 'continuation-line';
    if (equals < 0 && colon <= 0) return 'bad-line';
    if (!this.section) return 'no-profile';
    if (continues) return 'indented-key';
    if (equals < 0) return 'colon-delimiter';
    return colon >= 0 && colon < equals ? 'colon-before-equals' : undefined;
  }

  private addEntry(section: Section, content: string, delimiter: number, span: Span): void {
    const written = content.slice(0, delimiter).trimEnd();
    const value = content.slice(delimiter + 1).trim();
    const valueStart = span.end - content.slice(delimiter + 1).trimStart().length;
    const keySpan: Span = { line: span.line, start: span.start, end: span.start + written.length };
    const valueSpan: Span = { line: span.line, start: valueStart, end: valueStart + value.length };
    if (written === '') {
      this.report('empty-key', span, section.name);
      return;
    }
    const key = written.toLowerCase();
    if (key !== written && CONFIG_KEYS.has(key)) this.report('key-in-wrong-case', keySpan, section.name);
    if (key === FORBIDDEN_KEY) this.report('key-content', keySpan, section.name);
    if (section.entries.has(key)) this.report('duplicate-key', keySpan, section.name);
    this.reportValue(key, value, valueSpan, section.name);
    section.entries.set(key, { key, value, keySpan, valueSpan });
  }

  private reportValue(key: string, value: string, span: Span, profile: string): void {
    if (value.includes('=')) this.report('value-with-equals', span, profile);
    if (hasInvisible(value)) this.report('control-character', span, profile);
    // A pass phrase may hold anything.
    if (key === 'pass_phrase' || key === 'passphrase' || !CONFIG_KEYS.has(key)) return;
    if (QUOTED.test(value)) this.report('quoted-value', span, profile);
    else if (/\s[#;]/.test(value)) this.report('inline-comment', span, profile);
  }

  private report(code: LineCode, span: Span, profile?: string): void {
    this.problems.push(lineProblem(code, span, profile));
  }
}

function hasInvisible(value: string): boolean {
  for (let index = 0; index < value.length; index++) {
    const code = value.charCodeAt(index);
    if ((code < 0x20 && code !== 0x09) || code === 0x7f) return true;
  }
  return INVISIBLE.test(value);
}
