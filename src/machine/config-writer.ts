import { randomBytes } from 'node:crypto';
import { access, type FileHandle, mkdir, open, realpath, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { type ConfigEdit, type EditRefusal, editConfig } from '../credentials/config-edit';
import { MAX_BYTES, readCredentialBytes } from './credential-file';
import { isForbiddenPath } from './credential-path';
import { decodeCredential, encodeCredential } from './credential-text';
import { reasonOf } from './walk';
import { withWriteLock } from './write-lock';

export type WriteRefusal =
  | EditRefusal
  | 'unreadable'
  | 'not-writable'
  | 'busy'
  | 'changed-since'
  | 'other-encoding'
  | 'too-large';

export type Written =
  | {
      readonly path: string;
      readonly before: Buffer;
      readonly after: Buffer;
      /** There was no file before: an empty one in its place would keep SDKs from the one that their variable names. */
      readonly created?: boolean;
    }
  | {
      readonly refusal: WriteRefusal;
      /** What the system says. */
      readonly reason?: string;
    };

/** The CLI writes as well, without a lock: after so many collisions the user should look. */
const ATTEMPTS = 5;

/**
 * Applies a change to a configuration file: whole or not at all, readable by its owner alone. What another program wrote
 * meanwhile is kept, because the change is applied anew to what it left.
 */
export async function changeConfig(file: string, edit: ConfigEdit): Promise<Written> {
  return changeBytes(file, (bytes) => editedBytes(bytes, edit));
}

/** Takes a change back, unless the file has changed since. */
export async function undoChange(change: Extract<Written, { after: Buffer }>): Promise<Written> {
  if (change.created) return lockedAt(change.path, (file) => removeMade(file, change.after));
  return changeBytes(change.path, (bytes) => (bytes.equals(change.after) ? change.before : 'changed-since'));
}

type Change = (bytes: Buffer) => Buffer | WriteRefusal;

/** Every byte that the change does not concern stays, in whatever encoding. */
function editedBytes(bytes: Buffer, edit: ConfigEdit): Buffer | WriteRefusal {
  const { text, encoding } = decodeCredential(bytes);
  if (encoding === 'utf-16' || encoding === 'binary') return 'other-encoding';
  const edited = editConfig(text, edit);
  if ('refusal' in edited) return edited.refusal;
  return encodeCredential({ text: edited.text, encoding }) ?? 'not-writable-as-text';
}

/** Replaces what a file holds, or says why not. */
export async function changeBytes(given: string, change: Change): Promise<Written> {
  return lockedAt(given, (file) => writeLocked(file, change));
}

async function lockedAt(given: string, work: (file: string) => Promise<Written>): Promise<Written> {
  if (isForbiddenPath(given)) return { refusal: 'unreadable' };
  const file = await realpath(given).catch(() => given);
  try {
    return (await withWriteLock(file, () => work(file))) ?? { refusal: 'busy' };
  } catch (error) {
    return { refusal: 'not-writable', reason: reasonOf(error) };
  }
}

async function writeLocked(file: string, change: Change): Promise<Written> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = await bytesOf(file);
    if (before === undefined) return { refusal: 'unreadable' };
    const after = change(before);
    if (typeof after === 'string') return { refusal: after };
    // Larger, it would never be read again.
    if (after.length > MAX_BYTES) return { refusal: 'too-large' };
    const created = before.length === 0 && !(await isThere(file));
    if (await replaced(file, before, after)) return { path: file, before, after, ...(created && { created }) };
  }
  return { refusal: 'busy' };
}

/** Moved aside first, so that what another program wrote in the last moment is seen and put back. */
async function removeMade(file: string, made: Buffer): Promise<Written> {
  if (!(await bytesOf(file))?.equals(made)) return { refusal: 'changed-since' };
  const aside = beside(file);
  await rename(file, aside);
  if (!(await bytesOf(aside))?.equals(made)) {
    await rename(aside, file);
    return { refusal: 'changed-since' };
  }
  await rm(aside);
  return { path: file, before: made, after: Buffer.alloc(0) };
}

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/** Empty for a file that is yet to be made. */
async function bytesOf(file: string): Promise<Buffer | undefined> {
  const state = await readCredentialBytes(file);
  if (state.state === 'read') return state.bytes;
  return state.state === 'missing' ? Buffer.alloc(0) : undefined;
}

/** False when somebody else wrote in between; what they wrote is back in place then. */
async function replaced(file: string, before: Buffer, after: Buffer): Promise<boolean> {
  const fresh = await writeBeside(file, after);
  let old: FileHandle | undefined;
  try {
    old = await open(file, 'r').catch(() => undefined);
    if (!(await allBytes(old)).equals(before)) return false;
    await rename(fresh, file);
    // A program that rewrites the file in place may have done so just before the rename.
    const theirs = await allBytes(old);
    if (theirs.equals(before)) return true;
    await rename(await writeBeside(file, theirs), file);
    return false;
  } finally {
    await old?.close();
    await rm(fresh, { force: true });
  }
}

async function allBytes(handle: FileHandle | undefined): Promise<Buffer> {
  if (!handle) return Buffer.alloc(0);
  const { size } = await handle.stat();
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(size), 0, size, 0);
  return buffer.subarray(0, bytesRead);
}

async function writeBeside(file: string, bytes: Buffer): Promise<string> {
  const folder = path.dirname(file);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const fresh = beside(file);
  await writeSecretFile(fresh, bytes);
  return fresh;
}

const beside = (file: string): string =>
  path.join(path.dirname(file), `.${path.basename(file)}.${randomBytes(6).toString('hex')}`);

/** A new file for its owner alone, whole or not at all. Fails where one exists. */
export async function writeSecretFile(file: string, content: string | Buffer): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}
