import { constants } from 'node:fs';
import { type FileHandle, open, realpath, stat } from 'node:fs/promises';
import type { FileFailure, FileState } from '../credentials/file-state';
import { isForbiddenPath } from './credential-path';
import { decodeCredential } from './credential-text';
import { type GitIgnore, publishedBy } from './git-tree';

/** No configuration, key or token is larger. */
export const MAX_BYTES = 64 * 1024;

/** Reads a regular file of reasonable size, or says why not. Never blocks on a pipe, never opens a device or a share. */
export async function readCredentialFile(file: string): Promise<FileState> {
  const read = await readCredentialBytes(file);
  if (read.state !== 'read') return read;
  const { bytes, ...facts } = read;
  return { ...facts, ...decodeCredential(bytes) };
}

type Bytes =
  | { readonly state: 'read'; readonly path: string; readonly bytes: Buffer; readonly mode?: number }
  | Exclude<FileState, { state: 'read' }>;

export async function readCredentialBytes(file: string): Promise<Bytes> {
  if (isForbiddenPath(file)) return { state: 'refused', path: file };
  let handle: FileHandle | undefined;
  try {
    if (isForbiddenPath(await realpath(file))) return { state: 'refused', path: file };
    // Opening a folder is an error of its own on some systems.
    if (!(await stat(file)).isFile()) return { state: 'not-a-file', path: file };
    handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    return await readOpen(handle, file);
  } catch (error) {
    return { state: failureOf(error), path: file };
  } finally {
    await handle?.close();
  }
}

async function readOpen(handle: FileHandle, file: string): Promise<Bytes> {
  const facts = await handle.stat();
  if (!facts.isFile()) return { state: 'not-a-file', path: file };
  if (facts.size > MAX_BYTES) return { state: 'too-large', path: file };
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(facts.size), 0, facts.size, 0);
  return {
    state: 'read',
    path: file,
    bytes: buffer.subarray(0, bytesRead),
    ...(process.platform === 'win32' ? {} : { mode: facts.mode & 0o777 }),
  };
}

/** The same, for a file that holds a secret: also whether git would publish it. */
export async function readSecretFile(file: string, git: GitIgnore): Promise<FileState> {
  const state = await readCredentialFile(file);
  if (state.state !== 'read') return state;
  const gitRoot = publishedBy(file, git);
  return gitRoot === undefined ? state : { ...state, gitRoot };
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
