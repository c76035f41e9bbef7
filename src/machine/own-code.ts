import { stat } from 'node:fs/promises';
import path from 'node:path';
import { GitIgnore } from './git-tree';
import type { Wanted } from './walk';

/** Where installers put other people's code. */
const INSTALLED = new Set(['node_modules', 'site-packages', 'dist-packages', '.tox', '.terraform']);

/** What somebody wrote: nothing that git ignores, and no installed packages. */
export function ownCode(): Wanted {
  const git = new GitIgnore();
  return async (at, isFolder) => {
    if (isFolder && (INSTALLED.has(path.basename(at)) || (await isPythonEnvironment(at)))) return false;
    return !git.ignores(path.resolve(at), isFolder);
  };
}

const isPythonEnvironment = (folder: string): Promise<boolean> =>
  stat(path.join(folder, 'pyvenv.cfg')).then(
    (found) => found.isFile(),
    () => false,
  );
