import { lstat, readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** Folders that hold other people's code. */
const SKIPPED = new Set(['node_modules', '.git']);

export interface Found {
  readonly file: string;
  /** Named by the user rather than met on the way. */
  readonly named: boolean;
}

export interface WalkError {
  readonly path: string;
  readonly named: boolean;
  readonly reason: string;
}

/** Whether a file or folder that is met on the way counts. */
export type Wanted = (at: string, isFolder: boolean) => Promise<boolean>;

/** The files under the given paths, in a stable order. Dot files and dot folders too; links met on the way are not followed. */
export async function* filesUnder(
  paths: readonly string[],
  failed: (error: WalkError) => void,
  wanted: Wanted = async () => true,
): AsyncGenerator<Found> {
  for (const root of paths) {
    try {
      if ((await stat(root)).isDirectory()) yield* folder(root, failed, wanted);
      else yield { file: root, named: true };
    } catch (error) {
      failed({ path: root, named: true, reason: reasonOf(error) });
    }
  }
}

async function* folder(at: string, failed: (error: WalkError) => void, wanted: Wanted): AsyncGenerator<Found> {
  let names: string[];
  try {
    names = (await readdir(at)).sort();
  } catch (error) {
    failed({ path: at, named: false, reason: reasonOf(error) });
    return;
  }
  for (const name of names) {
    const file = path.join(at, name);
    const kind = await lstat(file).catch(() => undefined);
    const isFolder = kind?.isDirectory() === true;
    if ((!kind?.isFile() && !isFolder) || (isFolder && SKIPPED.has(name)) || !(await wanted(file, isFolder))) continue;
    if (isFolder) yield* folder(file, failed, wanted);
    else yield { file, named: false };
  }
}

/** Why the system refused, without the path that Node puts into every message. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known: Readonly<Record<string, string>> = {
    ENOENT: 'no such file or folder',
    EACCES: 'permission denied',
    EPERM: 'operation not permitted',
    EISDIR: 'is a folder',
    EEXIST: 'a file is in the way',
    ENOTDIR: 'a file is in the way',
    ENOSPC: 'no space left on the disk',
    EDQUOT: 'no space left for this user',
    EROFS: 'the disk is read-only',
    ELOOP: 'too many links',
  };
  return known[code] ?? (code || 'cannot be read');
}
