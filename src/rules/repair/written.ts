import type { TextEdit } from '../contract';

/** What the writer of a language gives for a switch of method. */
export interface Written {
  readonly edits: readonly TextEdit[];
  /** Something else in the file still reads the key, so the program needs it as before. */
  readonly keyStays?: boolean;
}
