export interface Line {
  readonly start: number;
  /** Without the line break. */
  readonly end: number;
}

export function* linesOf(text: string): Iterable<Line> {
  let start = 0;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    const stop = newline < 0 ? text.length : newline;
    yield { start, end: text[stop - 1] === '\r' && stop > start ? stop - 1 : stop };
    start = stop + 1;
  }
}

const isBlank = (char: string | undefined): boolean => char === ' ' || char === '\t' || char === '\f';

/** The stretch between two offsets without the blanks around it. */
export function trimmed(text: string, from: number, to: number): Line {
  let start = from;
  let end = to;
  while (start < end && isBlank(text[start])) start += 1;
  while (end > start && isBlank(text[end - 1])) end -= 1;
  return { start, end };
}
