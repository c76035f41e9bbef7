import { parseStatement } from './parse';
import type { PolicyStatement } from './statement';

export interface LocatedStatement {
  readonly text: string;
  /** Offset of `text` in the document; the statement's spans are relative to `text`. */
  readonly offset: number;
  readonly statement: PolicyStatement;
}

/**
 * Where statements may begin: a line's start, perhaps behind a list mark or a quote. A statement goes on over following
 * lines until a blank line, a comment line, a code fence or the next statement.
 */
const STATEMENT_START =
  /^[ \t]*(?:[-*][ \t]+|\d{1,3}[.)][ \t]+)?["'`]?(?=(?:allow|deny|endorse|admit)[ \t]+(?:(?:any-user|any-group|group|dynamic-group|service|resource)(?![\w-])|[$<{%])|define[ \t]+(?:tenancy|group|dynamic-group|compartment|service)\b)/i;

/** Every statement in a policy file, a documentation block or pasted text. Prose around them is ignored. */
export function parsePolicyDocument(document: string): readonly LocatedStatement[] {
  const found: LocatedStatement[] = [];
  let current: { start: number; end: number } | undefined;
  const flush = (): void => {
    if (current) found.push(locate(document, current.start, current.end));
    current = undefined;
  };
  for (const { start, end } of lines(document)) {
    const line = document.slice(start, end);
    const match = STATEMENT_START.exec(line);
    if (match) {
      flush();
      current = { start: start + match[0].length, end };
    } else if (current && endsStatement(line)) flush();
    else if (current) current.end = end;
  }
  flush();
  return found;
}

const endsStatement = (line: string): boolean => /^[ \t]*(?:$|#|\/\/|```|~~~|[[\])])/.test(line);

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
  let text = document.slice(start, end).trimEnd();
  if (text.endsWith(',') || text.endsWith(';')) text = text.slice(0, -1).trimEnd();
  // A statement that stands in quotes ends at its own closing quote.
  if (opener && /["'`]/.test(opener) && text.endsWith(opener)) text = text.slice(0, -1);
  return { text, offset: start, statement: parseStatement(text) };
}
