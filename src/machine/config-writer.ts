import { randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, realpath, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { type ConfigEdit, type EditRefusal, editConfig } from '../credentials/config-edit';
import { readCredentialFile } from './credential-file';
import { withWriteLock } from './write-lock';

export type WriteRefusal = EditRefusal | 'unreadable' | 'not-writable' | 'busy' | 'changed-since';

export type Written =
  | { readonly path: string; readonly before: string; readonly after: string }
  | { readonly refusal: WriteRefusal };

/** The CLI writes as well, without a lock: after so many collisions the user should look. */
const ATTEMPTS = 5;

/**
 * Applies a change to a configuration file: whole or not at all, readable by its owner alone. What another program wrote
 * meanwhile is kept, because the change is applied anew to what it left.
 */
export async function changeConfig(file: string, edit: ConfigEdit): Promise<Written> {
  return write(file, (text) => editConfig(text, edit));
}

/** Takes a change back, unless the file has changed since. */
export async function undoChange(change: Extract<Written, { after: string }>): Promise<Written> {
  return write(change.path, (text) => (text === change.after ? { text: change.before } : { refusal: 'changed-since' }));
}

type Change = (text: string) => { readonly text: string } | { readonly refusal: WriteRefusal };

async function write(given: string, change: Change): Promise<Written> {
  const file = await realpath(given).catch(() => given);
  try {
    return (await withWriteLock(file, () => writeLocked(file, change))) ?? { refusal: 'busy' };
  } catch {
    return { refusal: 'not-writable' };
  }
}

async function writeLocked(file: string, change: Change): Promise<Written> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = await textOf(file);
    if (before === undefined) return { refusal: 'unreadable' };
    const changed = change(before);
    if ('refusal' in changed) return changed;
    const after = changed.text;
    if (await replaced(file, before, after)) return { path: file, before, after };
  }
  return { refusal: 'busy' };
}

/** Empty for a file that is yet to be made. */
async function textOf(file: string): Promise<string | undefined> {
  const state = await readCredentialFile(file);
  if (state.state === 'read') return state.text;
  return state.state === 'missing' ? '' : undefined;
}

/** False when somebody else wrote in between; what they wrote is back in place then. */
async function replaced(file: string, before: string, after: string): Promise<boolean> {
  const fresh = await writeBeside(file, after);
  let old: FileHandle | undefined;
  try {
    old = await open(file, 'r').catch(() => undefined);
    if ((await wholeText(old)) !== before) return false;
    await rename(fresh, file);
    // A program that rewrites the file in place may have done so just before the rename.
    const theirs = await wholeText(old);
    if (theirs === before) return true;
    await rename(await writeBeside(file, theirs), file);
    return false;
  } finally {
    await old?.close();
    await rm(fresh, { force: true });
  }
}

async function wholeText(handle: FileHandle | undefined): Promise<string> {
  if (!handle) return '';
  const { size } = await handle.stat();
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(size), 0, size, 0);
  return buffer.toString('utf8', 0, bytesRead);
}

async function writeBeside(file: string, text: string): Promise<string> {
  const folder = path.dirname(file);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const fresh = path.join(folder, `.${path.basename(file)}.${randomBytes(6).toString('hex')}`);
  await writeSecretFile(fresh, text);
  return fresh;
}

/** A new file for its owner alone. Fails where one exists. */
export async function writeSecretFile(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(text, 'utf8');
    await handle.sync();
  } finally {
    await handle.close();
  }
}
