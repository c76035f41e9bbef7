import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from './cache';

/**
 * A digest over the sources of a program and the file that pins its dependencies: what was built from the same
 * text need not be built again.
 */
export function sourceDigest(directory: string, extension: string, pins: string): string {
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' });
  const sources = files.filter((file) => file.endsWith(extension)).sort();
  return digestOf(
    readFileSync(pins, 'utf8'),
    ...sources.flatMap((file) => [file, readFileSync(join(directory, file), 'utf8')]),
  );
}
