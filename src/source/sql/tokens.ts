import type { Comment } from '../program';

export interface Token {
  /** Words are lower case, as SQL reads them; strings hold their text. */
  readonly k: 'word' | 'string' | 'number' | 'op';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface Tokens {
  readonly tokens: readonly Token[];
  readonly comments: readonly Comment[];
}

const OPENER =
  /--|\/\*|\b[nN]?[qQ]'|\b[nN]?'|"|[A-Za-z_\u00c0-\uffff][\w$#\u00c0-\uffff]*|\d+(?:\.\d+)?|=>|:=|\|\||[^\s\w]/g;

/** Marks that close the text of `q'[…]'`; any other closes itself. */
const CLOSERS: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}', '<': '>' };

/** Oracle Database SQL Language Reference, "Literals" and "Comments". What is never closed runs to the end. */
export function tokensOf(text: string): Tokens {
  const tokens: Token[] = [];
  const comments: Comment[] = [];
  const opener = new RegExp(OPENER);
  for (let match = opener.exec(text); match; match = opener.exec(text)) {
    const [first] = match;
    if (first === '--' || first === '/*') {
      const comment = commentAt(text, match.index, first);
      comments.push(comment);
      opener.lastIndex = comment.span.end;
    } else {
      const token = tokenAt(text, match.index, first);
      tokens.push(token);
      opener.lastIndex = token.end;
    }
  }
  return { tokens, comments };
}

function commentAt(text: string, start: number, opener: string): Comment {
  const close = text.indexOf(opener === '--' ? '\n' : '*/', start + 2);
  const end = close < 0 ? text.length : close;
  const span = { start, end: opener === '--' ? end : Math.min(end + 2, text.length) };
  return { span, text: text.slice(start + 2, end).trim() };
}

function tokenAt(text: string, start: number, first: string): Token {
  const inner = start + first.length;
  if (/q'$/i.test(first)) {
    const mark = text[inner] ?? '';
    const [value, end] = until(text, inner + 1, `${CLOSERS[mark] ?? mark}'`);
    return { k: 'string', text: value, start, end };
  }
  if (first.endsWith("'")) {
    const [value, end] = quoted(text, inner, "'");
    return { k: 'string', text: value, start, end };
  }
  if (first === '"') {
    const [value, end] = quoted(text, inner, '"');
    return { k: 'word', text: value.toLowerCase(), start, end };
  }
  if (/^\d/.test(first)) return { k: 'number', text: first, start, end: inner };
  return /^[A-Za-z_\u00c0-\uffff]/.test(first)
    ? { k: 'word', text: first.toLowerCase(), start, end: inner }
    : { k: 'op', text: first, start, end: inner };
}

function until(text: string, from: number, close: string): [string, number] {
  const end = text.indexOf(close, from);
  return end < 0 ? [text.slice(from), text.length] : [text.slice(from, end), end + close.length];
}

/** A doubled quote stands for itself. */
function quoted(text: string, from: number, quote: string): [string, number] {
  let end = text.indexOf(quote, from);
  while (end >= 0 && text[end + 1] === quote) end = text.indexOf(quote, end + 2);
  const stop = end < 0 ? text.length : end;
  return [text.slice(from, stop).replaceAll(quote + quote, quote), Math.min(stop + 1, text.length)];
}
