/** Half-open offsets into the text that was parsed. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type TokenKind = 'word' | 'quoted' | 'pattern' | 'punct' | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** Decoded: without quotes and slashes. */
  readonly text: string;
  readonly span: Span;
  /** A part of it is only known elsewhere: `${var.x}`, `{{x}}`, `<x>`, `%s`. */
  readonly hole: boolean;
  /** Set when the quote or slash that opens it never closes. */
  readonly unclosed: boolean;
}

/** Stands for what only the running program knows; the same character as in `knowledge/host`. */
const HOLE_CHARACTER = '\u0000';

const isSpace = (char: string): boolean => char <= ' ' && char !== HOLE_CHARACTER;
const PUNCT = new Set(['{', '}', '(', ')', ',', '=', '/']);

/** Length of a template placeholder that begins at `at`, or 0. */
function placeholderLength(text: string, at: number): number {
  const char = text[at];
  if (char === HOLE_CHARACTER) return 1;
  if ((char === '$' || char === '%') && text[at + 1] === '{') return balancedLength(text, at + 1) + 1;
  if (char === '{' && text[at + 1] === '{') return closedBy(text, at, '}}');
  if (char === '<') return closedBy(text, at, '>');
  if (char === '%' && /[sdv]/.test(text[at + 1] ?? '')) return 2;
  if (char === '#' && text[at + 1] === '#') return closedBy(text, at, '##');
  return 0;
}

/** From an opening brace to its partner on the same nesting level; to the end when there is none. */
function balancedLength(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at + 1 - open;
  }
  return text.length - open;
}

/** Only within one line and a reasonable length: `<` alone is no placeholder. */
function closedBy(text: string, at: number, closer: string): number {
  const limit = Math.min(text.length, at + 200);
  for (let end = at + closer.length; end < limit; end++) {
    if (text[end] === '\n') return 0;
    if (text.startsWith(closer, end)) return end + closer.length - at;
  }
  return 0;
}

interface Reader {
  readonly text: string;
  at: number;
}

function readQuoted(reader: Reader): Token {
  const { text } = reader;
  const start = reader.at;
  const quote = text[start];
  let hole = false;
  let at = start + 1;
  while (at < text.length && text[at] !== quote && text[at] !== '\n') {
    const skip = placeholderLength(text, at);
    if (skip) hole = true;
    at += skip || 1;
  }
  const unclosed = text[at] !== quote;
  reader.at = unclosed ? at : at + 1;
  return { kind: 'quoted', text: text.slice(start + 1, at), span: { start, end: reader.at }, hole, unclosed };
}

function readPattern(reader: Reader): Token {
  const { text } = reader;
  const start = reader.at;
  let at = start + 1;
  while (at < text.length && text[at] !== '/' && text[at] !== '\n') at++;
  const unclosed = text[at] !== '/';
  reader.at = unclosed ? at : at + 1;
  const inner = text.slice(start + 1, at);
  return { kind: 'pattern', text: inner, span: { start, end: reader.at }, hole: inner.includes('${'), unclosed };
}

function readWord(reader: Reader): Token {
  const { text } = reader;
  const start = reader.at;
  let hole = false;
  let at = start;
  while (at < text.length) {
    const skip = placeholderLength(text, at);
    if (skip) {
      hole = true;
      at += skip;
      continue;
    }
    const char = text[at] as string;
    if (isSpace(char) || PUNCT.has(char) || char === "'" || char === '"') break;
    if (char === '!' && text[at + 1] === '=') break;
    at++;
  }
  reader.at = Math.max(at, start + 1);
  return {
    kind: 'word',
    text: text.slice(start, reader.at),
    span: { start, end: reader.at },
    hole,
    unclosed: false,
  };
}

function readPunct(reader: Reader, length: number): Token {
  const start = reader.at;
  reader.at += length;
  const span = { start, end: reader.at };
  return { kind: 'punct', text: reader.text.slice(start, reader.at), span, hole: false, unclosed: false };
}

function readToken(reader: Reader, previous: Token | undefined): Token {
  const { text } = reader;
  const char = text[reader.at] as string;
  if (char === "'" || char === '"') return readQuoted(reader);
  if (placeholderLength(text, reader.at)) return readWord(reader);
  if (char === '!' && text[reader.at + 1] === '=') return readPunct(reader, 2);
  // A slash after a name joins domain and name; where a value is due it opens a pattern.
  if (char === '/' && previous?.kind === 'punct' && previous.text !== '/') return readPattern(reader);
  return PUNCT.has(char) ? readPunct(reader, 1) : readWord(reader);
}

/** Skips white space and `# …` comments, which policy files and documentation put behind statements. */
function skipBlank(reader: Reader): void {
  const { text } = reader;
  while (reader.at < text.length) {
    const char = text[reader.at] as string;
    if (isSpace(char)) reader.at++;
    else if (char === '#' && !placeholderLength(text, reader.at)) {
      const newline = text.indexOf('\n', reader.at);
      reader.at = newline < 0 ? text.length : newline;
    } else return;
  }
}

/** The last token is always one of kind `end`. */
export function tokenize(text: string): readonly Token[] {
  const reader: Reader = { text, at: 0 };
  const tokens: Token[] = [];
  for (skipBlank(reader); reader.at < text.length; skipBlank(reader)) {
    tokens.push(readToken(reader, tokens[tokens.length - 1]));
  }
  const span = { start: text.length, end: text.length };
  tokens.push({ kind: 'end', text: '', span, hole: false, unclosed: false });
  return tokens;
}
