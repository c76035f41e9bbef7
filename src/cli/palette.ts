type Paint = (text: string) => string;

export interface Palette {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly good: Paint;
  readonly warning: Paint;
  readonly bad: Paint;
}

const PLAIN: Paint = (text) => text;
const ansi =
  (code: number, end: number): Paint =>
  (text) =>
    `\u001b[${code}m${text}\u001b[${end}m`;

/** Colours for a terminal; none for files, pipes and who asked for none. */
export const paletteOf = (colour: boolean): Palette =>
  colour
    ? { bold: ansi(1, 22), dim: ansi(2, 22), good: ansi(32, 39), warning: ansi(33, 39), bad: ansi(31, 39) }
    : { bold: PLAIN, dim: PLAIN, good: PLAIN, warning: PLAIN, bad: PLAIN };
