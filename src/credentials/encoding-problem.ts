import type { FileState } from './file-state';
import { asLines } from './line-ends';
import { lineProblem } from './line-problem';
import type { Problem } from './problem';

/** What readers make of a configuration file that is not written in UTF-8. */
export function encodingProblem({ text, encoding }: Extract<FileState, { state: 'read' }>): Problem[] {
  if (encoding === 'utf-16') return [lineProblem('utf-16', { line: 0, start: 0, end: 1 })];
  if (encoding !== 'latin1') return [];
  const lines = asLines(text).split('\n');
  const line = lines.findIndex((one) => !isUtf8(one));
  const start = (lines[line] ?? '').search(BEYOND_ASCII);
  return [lineProblem('not-utf-8', { line, start, end: start + 1 })];
}

const BEYOND_ASCII = /[\u0080-\u00ff]/;

/** Of a line whose characters stand for its bytes. */
function isUtf8(line: string): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(line, (char) => char.charCodeAt(0)));
    return true;
  } catch {
    return false;
  }
}
