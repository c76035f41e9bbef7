import type { Span } from './problem';

export interface Entry {
  /** Lower case, as Python and Go look it up. */
  readonly key: string;
  readonly value: string;
  readonly keySpan: Span;
  readonly valueSpan: Span;
}

/** Most values are never looked at: they stay in the text until somebody does. */
export class TextEntry implements Entry {
  constructor(
    private readonly text: string,
    readonly key: string,
    private readonly line: number,
    private readonly from: number,
    private readonly start: number,
    private readonly keyEnd: number,
    private readonly valueStart: number,
    private readonly end: number,
  ) {}

  get value(): string {
    return this.text.slice(this.valueStart, this.end);
  }

  get keySpan(): Span {
    return spanOf(this.line, this.from, this.start, this.keyEnd);
  }

  get valueSpan(): Span {
    return spanOf(this.line, this.from, this.valueStart, this.end);
  }
}

/** Of a part of the text, as columns of its line. */
export const spanOf = (line: number, from: number, start: number, end: number): Span => ({
  line,
  start: start - from,
  end: end - from,
});
