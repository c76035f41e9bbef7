import path from 'node:path';
import type { FileState } from '../credentials/file-state';
import { type FileBytes, readRegularFile } from './bounded-file';
import { decodeCredential } from './credential-text';
import { type GitIgnore, publishedBy } from './git-tree';
import type { TrackedFiles } from './tracked-files';

/** No configuration, key or token is larger. */
export const MAX_BYTES = 64 * 1024;

/** Reads a regular file of reasonable size, or says why not. Never blocks on a pipe, never opens a device or a share. */
export async function readCredentialFile(file: string): Promise<FileState> {
  const read = await readCredentialBytes(file);
  if (read.state !== 'read') return read;
  const { bytes, ...facts } = read;
  return { ...facts, ...decodeCredential(bytes) };
}

export const readCredentialBytes = (file: string): Promise<FileBytes> => readRegularFile(file, MAX_BYTES);

/** The same, for a file that holds a secret: also whether git would publish it. */
export async function readSecretFile(
  file: string,
  { git, tracked }: { readonly git: GitIgnore; readonly tracked: TrackedFiles },
): Promise<FileState> {
  const state = await readCredentialFile(file);
  if (state.state !== 'read') return state;
  const tree = git.workTreeOf(path.dirname(file));
  // What git holds it publishes, even when its rules ignore the file by now.
  const held = tree !== undefined && git.ignores(file) && (await tracked.has(file, tree));
  const gitRoot = held ? tree : publishedBy(file, git);
  return gitRoot === undefined ? state : { ...state, gitRoot };
}
