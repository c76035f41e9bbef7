import path from 'node:path';
import type { Machine } from './machine';

/** `~/` and relative paths, as every SDK resolves them. `~user` and variables are expanded by none. */
export function resolvePath(written: string, { home, folder }: Pick<Machine, 'home' | 'folder'>): string {
  if (written === '~') return home;
  // Resolved, a network path would look like a local one on some systems.
  if (/^[\\/]{2}/.test(written)) return written;
  if (/^~[/\\]/.test(written)) return path.join(home, written.slice(2));
  return path.resolve(folder, written);
}

/** The path as a person would write it. */
export function shownPath(file: string, { home }: Pick<Machine, 'home'>): string {
  return home && file.startsWith(home + path.sep)
    ? `~/${file
        .slice(home.length + 1)
        .split(path.sep)
        .join('/')}`
    : file;
}

/** Network shares leak the user's Windows credentials when opened; devices may block or never end. */
export function isForbiddenPath(file: string): boolean {
  if (file.includes('\0') || /^[\\/]{2}/.test(file)) return true;
  if (/^\/(?:dev|proc|sys)(?:\/|$)/.test(file)) return true;
  return path.sep === '\\' && /(?:^|[\\/])(?:con|prn|aux|nul|com\d|lpt\d)(?:\.[^\\/]*)?$/i.test(file);
}
