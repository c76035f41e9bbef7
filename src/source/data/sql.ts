import type { Comment, StringExpr } from '../program';
import { type DataFormat, dataFrontEnd, type Reading } from './data-program';
import { textNode } from './nodes';

/** Quoted identifiers are passed over, so that a quote in them opens nothing. */
const TOKEN = /--|\/\*|'|"|\b[nN]?[qQ]'/g;

const CLOSERS: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}', '<': '>' };

interface Tokens {
  readonly strings: StringExpr[];
  readonly comments: Comment[];
}

/** SQL and PL/SQL: only its string literals and comments. */
const SQL: DataFormat = {
  language: 'sql',
  read: (text: string): Reading => ({ stmts: [], strings: scan(text).strings }),
  comments: (text) => scan(text).comments,
};

export const sqlFrontEnd = dataFrontEnd(SQL);

function scan(text: string): Tokens {
  const found: Tokens = { strings: [], comments: [] };
  const token = new RegExp(TOKEN);
  for (let match = token.exec(text); match; match = token.exec(text)) {
    token.lastIndex = take(text, match.index, match[0], found);
  }
  return found;
}

/** Takes the token that opens at `start` and gives its end. */
function take(text: string, start: number, opener: string, found: Tokens): number {
  if (opener === '--' || opener === '/*') {
    const close = text.indexOf(opener === '--' ? '\n' : '*/', start + 2);
    const end = close < 0 ? text.length : close;
    found.comments.push({ span: { start, end }, text: text.slice(start + 2, end).trim() });
    return opener === '--' ? end : Math.min(end + 2, text.length);
  }
  if (opener.length > 1) {
    const at = start + opener.length;
    const mark = text[at] ?? '';
    const close = text.indexOf(`${CLOSERS[mark] ?? mark}'`, at + 1);
    const end = close < 0 ? text.length : close;
    found.strings.push(textNode(text.slice(at + 1, end), start, Math.min(end + 2, text.length)));
    return Math.min(end + 2, text.length);
  }
  let end = text.indexOf(opener, start + 1);
  while (end >= 0 && text[end + 1] === opener) end = text.indexOf(opener, end + 2);
  const stop = end < 0 ? text.length : end;
  if (opener === "'")
    found.strings.push(
      textNode(text.slice(start + 1, stop).replaceAll("''", "'"), start, Math.min(stop + 1, text.length)),
    );
  return Math.min(stop + 1, text.length);
}
