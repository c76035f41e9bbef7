import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Files of the package, seen from the bundle in `dist`. */
const read = (...parts: string[]): string => readFileSync(path.join(__dirname, '..', ...parts), 'utf8');

export const packageVersion = (): string => JSON.parse(read('package.json')).version;

/** The page of a rule, as Markdown; undefined where it is not installed. */
export function rulePage(rule: string): string | undefined {
  try {
    return read('docs', 'rules', `${rule}.md`);
  } catch {
    return undefined;
  }
}
