import { mkdir, open, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const ATTEMPTS = 100;
const PAUSE_MS = 20;
/** A change takes milliseconds: an older lock belongs to a process that died. */
const STALE_MS = 10_000;

/** One writer of ours at a time, in whichever window. Undefined when another does not let go. */
export async function withWriteLock<T>(file: string, work: () => Promise<T>): Promise<T | undefined> {
  const lock = path.join(path.dirname(file), `.${path.basename(file)}.lock`);
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (await taken(lock)) {
      try {
        return await work();
      } finally {
        await rm(lock, { force: true });
      }
    }
    await removeStale(lock);
    await wait(PAUSE_MS);
  }
  return undefined;
}

async function taken(lock: string): Promise<boolean> {
  try {
    await (await open(lock, 'wx', 0o600)).close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function removeStale(lock: string): Promise<void> {
  const made = await stat(lock).then(
    ({ mtimeMs }) => mtimeMs,
    () => Date.now(),
  );
  if (Date.now() - made > STALE_MS) await rm(lock, { force: true });
}
