import type { Span } from '../../../source/program';

/** Where a secret stands in a line: inside of quotes or bare, and whether it fills them. */
export interface Quoting {
  readonly quote: '"' | "'" | '';
  /** The quotes with what they hold. */
  readonly span: Span;
  readonly before: string;
  readonly after: string;
}

/** Undefined where the quoting cannot be told: a secret over several lines, one of a heredoc. */
export function quotingOf(text: string, { start, end }: Span): Quoting | undefined {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end) < 0 ? text.length : text.indexOf('\n', end);
  let quote: Quoting['quote'] = '';
  let opened = start;
  for (let at = lineStart; at < start; at += 1) {
    const char = text[at];
    if (char === '\\' && quote !== "'") at += 1;
    else if (quote === '' && (char === '"' || char === "'")) {
      quote = char;
      opened = at;
    } else if (char === quote) quote = '';
  }
  if (quote === '')
    return /\n/.test(text.slice(start, end)) ? undefined : { quote, span: { start, end }, before: '', after: '' };
  const closed = text.indexOf(quote, end);
  if (closed < 0 || (closed >= lineEnd && !text.slice(start, end).includes('\n'))) return undefined;
  return {
    quote,
    span: { start: opened, end: closed + 1 },
    before: text.slice(opened + 1, start),
    after: text.slice(end, closed),
  };
}
