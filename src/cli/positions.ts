import { Lines } from '../engine/suppression';

/** Lines and columns as people count them: from 1, columns in UTF-16 units. */
export class Positions {
  private readonly lines: Lines;

  constructor(text: string) {
    this.lines = new Lines(text);
  }

  at(offset: number): { readonly line: number; readonly column: number } {
    const line = this.lines.at(offset);
    return { line: line + 1, column: offset - this.lines.startOf(line) + 1 };
  }
}
