import { constants, readFileSync, realpathSync, statSync } from 'node:fs';
import { type FileHandle, open, realpath, stat } from 'node:fs/promises';
import type { FileFailure, FileState } from '../credentials/file-state';
import { isForbiddenPath } from './credential-path';

/** What a workspace says in files that somebody wrote is short. */
const MAX_BYTES = 256 * 1024;

/**
 * The text of a file that was found in a workspace, where a name says nothing of what is behind it. Undefined for what is
 * no regular file, larger than this, or leads to a device or a share.
 */
export async function boundedText(file: string, most = MAX_BYTES): Promise<string | undefined> {
  const read = await readRegularFile(file, most);
  return read.state === 'read' ? read.bytes.toString('utf8') : undefined;
}

/** The same for evaluation, which cannot wait. */
export function boundedTextNow(file: string, most = MAX_BYTES): string | undefined {
  try {
    if (isForbiddenPath(file) || isForbiddenPath(realpathSync(file))) return undefined;
    const facts = statSync(file);
    return facts.isFile() && facts.size <= most ? readFileSync(file, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}

export type FileBytes =
  | { readonly state: 'read'; readonly path: string; readonly bytes: Buffer; readonly mode?: number }
  | Exclude<FileState, { state: 'read' }>;

/** What is a regular file, behind all links, and no larger than that. */
export async function readRegularFile(file: string, most: number): Promise<FileBytes> {
  if (isForbiddenPath(file)) return { state: 'refused', path: file };
  let handle: FileHandle | undefined;
  try {
    if (isForbiddenPath(await realpath(file))) return { state: 'refused', path: file };
    // Opening a folder is an error of its own on some systems.
    if (!(await stat(file)).isFile()) return { state: 'not-a-file', path: file };
    handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    return await readOpen(handle, file, most);
  } catch (error) {
    return { state: failureOf(error), path: file };
  } finally {
    await handle?.close();
  }
}

async function readOpen(handle: FileHandle, file: string, most: number): Promise<FileBytes> {
  const facts = await handle.stat();
  if (!facts.isFile()) return { state: 'not-a-file', path: file };
  if (facts.size > most) return { state: 'too-large', path: file };
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(facts.size), 0, facts.size, 0);
  return {
    state: 'read',
    path: file,
    bytes: buffer.subarray(0, bytesRead),
    ...(process.platform === 'win32' ? {} : { mode: facts.mode & 0o777 }),
  };
}

function failureOf(error: unknown): FileFailure {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
      return 'missing';
    case 'ELOOP':
      return 'loop';
    case 'EISDIR':
      return 'not-a-file';
    default:
      return 'denied';
  }
}
