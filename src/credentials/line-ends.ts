import { lineProblem } from './line-problem';
import type { Problem } from './problem';

/** Python, Java and .NET end a line at LF, CRLF and a lone CR alike. */
const END = /\r\n?/g;
const LONE_RETURN = /\r(?!\n)/;

/** The same lines with one kind of end: columns stay, since an end stands behind everything. */
export const asLines = (text: string): string => (text.includes('\r') ? text.replace(END, '\n') : text);

/** A lone CR, which not every reader takes for the end of a line. Told once. */
export function lineEndProblem(text: string): Problem | undefined {
  const at = text.includes('\r') ? text.search(LONE_RETURN) : -1;
  if (at < 0) return undefined;
  const before = text.slice(0, at).split(/\r\n?|\n/);
  const line = before.length - 1;
  const column = before[line]?.length ?? 0;
  const span = { line, start: column, end: column + 1 };
  return lineProblem(text.includes('\n') ? 'stray-carriage-return' : 'carriage-return-lines', span);
}

export interface TextLine {
  readonly text: string;
  /** Empty at the end of the last line only. */
  readonly end: string;
}

/** Every line with its own end, so that a file with several kinds keeps them. */
export function linesOf(text: string): TextLine[] {
  const parts = text.split(/(\r\n?|\n)/);
  return Array.from({ length: (parts.length + 1) / 2 }, (_, index) => ({
    text: parts[index * 2] ?? '',
    end: parts[index * 2 + 1] ?? '',
  }));
}
