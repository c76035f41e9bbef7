/** More lines than that are no longer one error. */
const AROUND = 40;

/** The lines of one error: everything around a line of it up to the next empty one, as tracebacks and JSON stand. */
export function blockAround(lines: readonly string[], at: number): string {
  let from = at;
  let to = at;
  while (from > 0 && at - from < AROUND && isFull(lines[from - 1])) from -= 1;
  while (to < lines.length - 1 && to - at < AROUND && isFull(lines[to + 1])) to += 1;
  return lines.slice(from, to + 1).join('\n');
}

const isFull = (line: string | undefined): boolean => line !== undefined && line.trim() !== '';
