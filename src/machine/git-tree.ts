import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import ignore from 'ignore';

const LEVELS = 40;

/** The root of the git work tree that would publish a file; undefined outside of one, or where git ignores the file. */
export async function publishedBy(file: string): Promise<string | undefined> {
  const root = await workTreeOf(path.dirname(file));
  if (root === undefined) return undefined;
  return (await isIgnored(file, root)) ? undefined : root;
}

/** Whether git ignores a file; false outside of a work tree. */
export async function isIgnoredByGit(file: string): Promise<boolean> {
  const root = await workTreeOf(path.dirname(file));
  return root !== undefined && (await isIgnored(file, root));
}

async function workTreeOf(folder: string): Promise<string | undefined> {
  let current = folder;
  for (let level = 0; level < LEVELS; level += 1) {
    if (await exists(path.join(current, '.git'))) return current;
    const above = path.dirname(current);
    if (above === current) return undefined;
    current = above;
  }
  return undefined;
}

async function isIgnored(file: string, root: string): Promise<boolean> {
  let folder = path.dirname(file);
  for (;;) {
    const relative = path.relative(folder, file).split(path.sep).join('/');
    const rules = await rulesIn(folder, root);
    const { ignored, unignored } = ignore().add(rules).test(relative);
    if (ignored) return true;
    if (unignored || folder === root) return false;
    folder = path.dirname(folder);
  }
}

async function rulesIn(folder: string, root: string): Promise<string> {
  const own = await textOf(path.join(folder, '.gitignore'));
  return folder === root ? `${await textOf(path.join(root, '.git', 'info', 'exclude'))}\n${own}` : own;
}

const textOf = (file: string): Promise<string> => readFile(file, 'utf8').catch(() => '');
const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );
