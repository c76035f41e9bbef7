import type { LineRange } from '../engine';
import { Lines } from '../engine/lines';

/** Lines and columns as people count them: from 1, columns in UTF-16 units. */
export class Positions {
  private readonly lines: Lines;

  constructor(text: string) {
    this.lines = new Lines(text);
  }

  at(offset: number): { readonly line: number; readonly column: number } {
    return counted(this.lines.positionOf(offset));
  }
}

export const counted = ({
  line,
  character,
}: LineRange['start']): { readonly line: number; readonly column: number } => ({
  line: line + 1,
  column: character + 1,
});
