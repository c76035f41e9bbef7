import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';
import type { Machine } from './machine';

/**
 * A program by its whole path. Only absolute folders of the search path count: a bare name would start what lies in the
 * working directory on Windows, and elsewhere where the path names `.`.
 */
export function programAt(
  name: string,
  { environment, windows }: Pick<Machine, 'environment' | 'windows'>,
): string | undefined {
  const searched = environment['PATH'] ?? (windows ? environment['Path'] : undefined) ?? '';
  return searched
    .split(path.delimiter)
    .filter((folder) => path.isAbsolute(folder))
    .map((folder) => path.join(folder, windows ? `${name}.exe` : name))
    .find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
