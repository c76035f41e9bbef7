import type { Span } from '../source/program';
import type { LineRange } from './finding';

/** Line numbers of offsets. */
export class Lines {
  private readonly starts: number[] = [0];

  constructor(private readonly text: string) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1);
  }

  at(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  startOf(line: number): number {
    return this.starts[line] ?? this.text.length;
  }

  rangeOf({ start, end }: Span): LineRange {
    return { start: this.positionOf(start), end: this.positionOf(end) };
  }

  positionOf(offset: number): LineRange['start'] {
    const line = this.at(offset);
    return { line, character: offset - this.startOf(line) };
  }

  /** The text of the line before an offset. */
  before(offset: number): string {
    return this.text.slice(this.startOf(this.at(offset)), offset);
  }
}
