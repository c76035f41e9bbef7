import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** The root of the git work tree that would publish a file; undefined outside of one, or where git ignores the file. */
export async function publishedBy(file: string): Promise<string | undefined> {
  const git = new GitIgnore();
  const root = await git.workTreeOf(path.dirname(file));
  return root !== undefined && !(await git.ignores(file)) ? root : undefined;
}

/** What git ignores. Remembers the rules that it read. */
export class GitIgnore {
  private readonly trees = new Map<string, Promise<string | undefined>>();
  private readonly rules = new Map<string, Promise<Ignore>>();

  /** False outside of a work tree. */
  async ignores(file: string, isFolder = false): Promise<boolean> {
    let folder = path.dirname(file);
    const root = await this.workTreeOf(folder);
    if (root === undefined || file === root) return false;
    for (;;) {
      const relative = path.relative(folder, file).split(path.sep).join('/') + (isFolder ? '/' : '');
      const { ignored, unignored } = (await this.rulesIn(folder, root)).test(relative);
      if (ignored) return true;
      if (unignored || folder === root) return false;
      folder = path.dirname(folder);
    }
  }

  workTreeOf(folder: string): Promise<string | undefined> {
    let tree = this.trees.get(folder);
    if (!tree) {
      tree = this.findTree(folder);
      this.trees.set(folder, tree);
    }
    return tree;
  }

  private async findTree(folder: string): Promise<string | undefined> {
    if (await exists(path.join(folder, '.git'))) return folder;
    const above = path.dirname(folder);
    return above === folder ? undefined : this.workTreeOf(above);
  }

  private rulesIn(folder: string, root: string): Promise<Ignore> {
    let rules = this.rules.get(folder);
    if (!rules) {
      rules = rulesOf(folder, root);
      this.rules.set(folder, rules);
    }
    return rules;
  }
}

async function rulesOf(folder: string, root: string): Promise<Ignore> {
  const own = await textOf(path.join(folder, '.gitignore'));
  const rules = folder === root ? `${await textOf(path.join(root, '.git', 'info', 'exclude'))}\n${own}` : own;
  return ignore().add(rules);
}

const textOf = (file: string): Promise<string> => readFile(file, 'utf8').catch(() => '');
const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );
