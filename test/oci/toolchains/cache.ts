import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../.cache/oci/', import.meta.url));

/** A folder below the project that git ignores and that outlives the run. */
export function cacheDirectory(name: string): string {
  const directory = join(ROOT, name);
  mkdirSync(directory, { recursive: true });
  return directory;
}

export const digestOf = (...texts: readonly string[]): string =>
  createHash('sha256').update(texts.join('\0')).digest('hex').slice(0, 16);
