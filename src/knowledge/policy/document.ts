import { nearest } from './nearest';
import { parseStatement } from './parse';
import type { PolicyStatement } from './statement';

export interface LocatedStatement {
  readonly text: string;
  /** Offset of `text` in the document; the statement's spans are relative to `text`. */
  readonly offset: number;
  readonly statement: PolicyStatement;
}

/** No statement is as long; what is cut off there is another kind of text. */
export const LONGEST_STATEMENT = 10_000;

const KEYWORDS: readonly string[] = ['allow', 'deny', 'endorse', 'admit', 'define'];

/** What makes a keyword the beginning of a statement. */
const BEGINNING =
  /(?:allow|deny|endorse|admit)[ \t]+(?:(?:any-user|any-group|group|dynamic-group|service|resource)(?![\w-])|[$<{%])|define[ \t]+(?:tenancy|group|dynamic-group|compartment|service)\b/;

/**
 * Where statements may begin: a line's start, perhaps behind a list mark, or the start of a quoted string. A statement
 * goes on over following lines until a blank line, a comment line, a code fence, its closing quote or the next one.
 */
const LINE_START = /^[ \t]*(?:[-*][ \t]+|\d{1,3}[.)][ \t]+)?["'`]?/;
const STRING_START = /[[(=:,][ \t]{0,40}["'`]/;
const STATEMENT_START = new RegExp(`${LINE_START.source}(?=${BEGINNING.source})`, 'i');
const QUOTED_START = new RegExp(`${STRING_START.source}(?=${BEGINNING.source})`, 'gi');
const FIRST_WORD = /^[a-z]{3,9}(?![\w-])/i;
/** What stands in statements and hardly in prose. */
const LIKE_STATEMENT = /\bin[ \t]+(?:tenancy|compartment)\b|\bgenerative-ai|\bgenai-|\ball-resources\b/i;

export interface ReadingOptions {
  /** Lines that only look like statements count too: their author wants to know what is wrong with them. */
  readonly nearMisses?: boolean;
}

/** Every statement in a policy file, a documentation block or pasted text. Prose around them is ignored. */
export function parsePolicyDocument(document: string, options: ReadingOptions = {}): readonly LocatedStatement[] {
  const found: LocatedStatement[] = [];
  let current: { start: number; end: number } | undefined;
  const flush = (): void => {
    if (current) found.push(locate(document, current.start, current.end));
    current = undefined;
  };
  for (const { start, end } of lines(document)) {
    const line = document.slice(start, end);
    const starts = startsIn(line, options);
    if (starts.length > 0) {
      flush();
      for (const at of starts) {
        flush();
        current = { start: start + at, end };
      }
    } else if (current && (endsStatement(line) || end - current.start > LONGEST_STATEMENT)) flush();
    else if (current) current.end = end;
  }
  flush();
  return found;
}

function startsIn(line: string, { nearMisses }: ReadingOptions): readonly number[] {
  const first = STATEMENT_START.exec(line) ?? (nearMisses ? nearMiss(line) : null);
  const starts = first ? [first[0].length] : [];
  if (isComment(line)) return starts;
  for (const { index, 0: opening } of line.matchAll(QUOTED_START)) starts.push(index + opening.length);
  // A quote in a statement that is not quoted itself begins a name.
  return first && !/["'`]$/.test(first[0]) ? starts.slice(0, 1) : [...new Set(starts)];
}

/** `allow grp g to use …`, `alow group g to use …`: what stands before the statement. */
function nearMiss(line: string): readonly [string] | null {
  const [before = ''] = LINE_START.exec(line) ?? [];
  const statement = line.slice(before.length);
  const word = FIRST_WORD.exec(statement)?.[0].toLowerCase();
  const rest = statement.slice(word?.length ?? 0);
  if (word === undefined || !nearest(word, KEYWORDS, 2)) return null;
  // A keyword alone was not finished; what else begins like one must look like a statement.
  const unfinished = rest.trim() === '' && KEYWORDS.includes(word);
  return unfinished || (/\bto\b/i.test(rest) && LIKE_STATEMENT.test(rest)) ? [before] : null;
}

const isComment = (line: string): boolean => /^[ \t]*(?:#|\/\/)/.test(line);

/** The line after a statement that is none of it: another keyword begins something else. */
const endsStatement = (line: string): boolean =>
  /^[ \t]*(?:$|#|\/\/|```|~~~|[[\])]|(?:allow|deny|endorse|admit|define)(?![\w-]))/i.test(line);

function* lines(text: string): Iterable<{ start: number; end: number }> {
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    yield { start, end };
    start = end + 1;
  }
}

function locate(document: string, start: number, end: number): LocatedStatement {
  const opener = document[start - 1];
  let text = document.slice(start, Math.min(end, start + LONGEST_STATEMENT)).trimEnd();
  // A statement that stands in quotes ends at its own closing quote.
  const close = opener && /["'`]/.test(opener) ? closingQuote(text, opener) : -1;
  if (close >= 0) text = text.slice(0, close);
  else if (text.endsWith(',') || text.endsWith(';')) text = text.slice(0, -1).trimEnd();
  return { text, offset: start, statement: parseStatement(text) };
}

/** Single quotes also stand around names of the statement: only the one that nothing of it follows is the end. */
function closingQuote(text: string, quote: string): number {
  const ends = [...text.matchAll(CLOSING[quote] ?? /`/g)].map(({ index }) => index);
  if (quote !== "'") return ends.find((at) => text[at - 1] !== '\\') ?? -1;
  const closing = new Set(ends);
  return [...text.matchAll(/'/g)].find(({ index }, before) => before % 2 === 0 && closing.has(index))?.index ?? -1;
}

const CLOSING: Readonly<Record<string, RegExp>> = { '"': /"/g, "'": /'(?=[ \t]{0,40}(?:[,;\])}]|$))/g };
