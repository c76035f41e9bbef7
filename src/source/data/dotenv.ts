import type { Comment, Entry } from '../program';
import { type DataFormat, dataFrontEnd, exported, type Reading } from './data-program';
import { linesOf, trimmed } from './lines';
import { entryNode, recordNode, textNode } from './nodes';

const KEY = /^(?:export[ \t]+)?([A-Za-z_][\w.-]*)[ \t]*=[ \t]*/;

/** `.env` files: quotes may span lines, double quotes know escapes, `#` behind a blank begins a comment. */
const DOTENV: DataFormat = {
  language: 'dotenv',
  read(text: string): Reading {
    const entries: Entry[] = [];
    let next = 0;
    for (const line of linesOf(text)) {
      if (line.start < next) continue;
      const { start, end } = trimmed(text, line.start, line.end);
      const match = KEY.exec(text.slice(start, end));
      if (!match?.[1]) continue;
      const at = start + match[0].length;
      const keyStart = start + match[0].indexOf(match[1]);
      const value = valueAt(text, at, end);
      next = value.end;
      const keySpan = { start: keyStart, end: keyStart + match[1].length };
      entries.push(entryNode(match[1], keySpan, textNode(value.text, at, value.end)));
    }
    return { stmts: entries.length > 0 ? [exported(recordNode(entries, 0, text.length))] : [] };
  },
  comments: hashComments,
};

export const dotenvFrontEnd = dataFrontEnd(DOTENV);

interface Value {
  readonly text: string;
  readonly end: number;
}

function valueAt(text: string, at: number, lineEnd: number): Value {
  const quote = text[at];
  if (quote === '"' || quote === "'" || quote === '`') {
    const close = closing(text, at + 1, quote);
    if (close > 0) {
      const inner = text.slice(at + 1, close);
      return { text: quote === '"' ? unescaped(inner) : inner, end: close + 1 };
    }
  }
  const comment = text.slice(at, lineEnd).search(/[ \t]#/);
  const end = comment < 0 ? lineEnd : at + comment;
  return { text: text.slice(at, end).trimEnd(), end };
}

/** Quoted values end within this many characters; beyond it the quote was never closed. */
const LONGEST_QUOTED = 64_000;

function closing(text: string, from: number, quote: string): number {
  const last = Math.min(text.length, from + LONGEST_QUOTED);
  for (let at = from; at < last; at += 1) {
    if (text[at] === '\\' && quote === '"') at += 1;
    else if (text[at] === quote) return at;
    // A value that only opens a quote must not swallow the assignments below it.
    else if (
      text[at] === '\n' &&
      KEY.test(text.slice(at + 1, at + 80)) &&
      !/^[A-Za-z0-9+/]{40}/.test(text.slice(at + 1))
    )
      return -1;
  }
  return -1;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

const unescaped = (inner: string): string =>
  inner.replace(/\\([\s\S])/g, (_whole, char: string) => ESCAPES[char] ?? char);

/** Comments that begin a line or stand behind a value. */
export function hashComments(text: string): Comment[] {
  const found: Comment[] = [];
  for (const { start, end } of linesOf(text)) {
    const line = text.slice(start, end);
    const at = /^[ \t]*[#;!]/.test(line) ? line.search(/[#;!]/) : line.search(/[ \t]#/);
    if (at < 0) continue;
    found.push({
      span: { start: start + at, end },
      text: line
        .slice(at)
        .replace(/^[ \t]*[#;!]+/, '')
        .trim(),
    });
  }
  return found;
}
