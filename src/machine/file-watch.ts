import { existsSync, type FSWatcher, watch } from 'node:fs';
import path from 'node:path';
import { isForbiddenPath } from './credential-path';

/** Folders above a file that are watched, so that one which is made or removed is seen too. */
const LEVELS = 3;
/** A program that writes a token and its key is told of once. */
const SETTLE_MS = 120;

/**
 * Tells when one of a set of files changes, appears or goes. Watches their folders, since programs replace files rather
 * than write them, and asks nobody in between.
 */
export class FileWatch {
  private readonly watchers = new Map<string, FSWatcher>();
  /** Folder → names in it that matter. */
  private names = new Map<string, Set<string>>();
  private files: readonly string[] = [];
  private timer: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(
    private readonly onChange: () => void,
    private readonly settle = SETTLE_MS,
  ) {}

  /** Watches these and no others. */
  follow(files: readonly string[]): void {
    if (this.closed) return;
    this.files = files;
    this.names = new Map();
    for (const file of files) this.note(file);
    for (const [folder, watcher] of this.watchers) {
      if (this.names.has(folder)) continue;
      watcher.close();
      this.watchers.delete(folder);
    }
    for (const folder of this.names.keys()) if (!this.watchers.has(folder)) this.open(folder);
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
    for (const watcher of this.watchers.values()) watcher.close();
    this.watchers.clear();
  }

  private note(file: string): void {
    // Even to ask whether a share is there would show the user's name to it.
    if (isForbiddenPath(file)) return;
    let child = file;
    for (let found = 0; found < LEVELS; ) {
      const folder = path.dirname(child);
      if (folder === child) return;
      if (existsSync(folder)) {
        const names = this.names.get(folder) ?? new Set();
        this.names.set(folder, names.add(path.basename(child)));
        found += 1;
      }
      child = folder;
    }
  }

  private open(folder: string): void {
    try {
      const watcher = watch(folder, { persistent: false }, (_event, name) => this.heard(folder, name));
      watcher.on('error', () => this.drop(folder));
      this.watchers.set(folder, watcher);
    } catch {
      // A folder that cannot be watched is looked at when the user refreshes.
    }
  }

  private heard(folder: string, name: string | null): void {
    if (name !== null && name !== path.basename(folder) && !this.names.get(folder)?.has(name)) return;
    // A folder that was removed and made again is another one: its watcher would stay silent.
    if (name !== null) this.drop(path.join(folder, name));
    if (!existsSync(folder)) this.drop(folder);
    this.timer ??= setTimeout(() => this.tell(), this.settle);
  }

  private drop(folder: string): void {
    this.watchers.get(folder)?.close();
    this.watchers.delete(folder);
  }

  private tell(): void {
    this.timer = undefined;
    for (const folder of this.watchers.keys()) if (!existsSync(folder)) this.drop(folder);
    this.follow(this.files);
    this.onChange();
  }
}
