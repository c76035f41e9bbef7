import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { GrammarSource } from '../source/grammar';

/** Grammars that lie as files in one folder. */
export const grammarsIn =
  (folder: string): GrammarSource =>
  (file) =>
    readFile(path.join(folder, path.basename(file)));
