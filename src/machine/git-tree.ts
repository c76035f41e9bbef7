import { existsSync } from 'node:fs';
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { boundedTextNow } from './bounded-file';
import { cloneExcludes, globalExcludes } from './git-excludes';

/** The root of the git work tree that would publish a file; undefined outside of one, or where git ignores the file. */
export function publishedBy(file: string, git: GitIgnore = userIgnore()): string | undefined {
  const root = git.workTreeOf(path.dirname(file));
  return root !== undefined && !git.ignores(file) ? root : undefined;
}

/** With what the user ignores in every work tree: for files whose secrets must stay here. */
export const userIgnore = (): GitIgnore => new GitIgnore(() => globalExcludes(), true);

/** What git ignores. Remembers the rules that it read, which are few and short; evaluation cannot wait for them. */
export class GitIgnore {
  private readonly trees = new Map<string, string | undefined>();
  private readonly rules = new Map<string, Ignore>();

  /** What a project ignores is the same for everybody; `everywhere` is what one user adds to that. */
  constructor(
    private readonly everywhere: () => string = () => '',
    private readonly trusted = false,
  ) {}

  /** False outside of a work tree. */
  ignores(file: string, isFolder = false): boolean {
    let folder = path.dirname(file);
    const root = this.workTreeOf(folder);
    if (root === undefined || file === root) return false;
    for (;;) {
      const relative = path.relative(folder, file).split(path.sep).join('/') + (isFolder ? '/' : '');
      const { ignored, unignored } = this.rulesIn(folder, root).test(relative);
      if (ignored) return true;
      if (unignored || folder === root) return false;
      folder = path.dirname(folder);
    }
  }

  workTreeOf(folder: string): string | undefined {
    if (!this.trees.has(folder)) this.trees.set(folder, this.findTree(folder));
    return this.trees.get(folder);
  }

  private findTree(folder: string): string | undefined {
    if (existsSync(path.join(folder, '.git'))) return folder;
    const above = path.dirname(folder);
    return above === folder ? undefined : this.workTreeOf(above);
  }

  private rulesIn(folder: string, root: string): Ignore {
    let rules = this.rules.get(folder);
    if (!rules) {
      rules = ignore().add(this.textFor(folder, root));
      this.rules.set(folder, rules);
    }
    return rules;
  }

  /** Of two rules the later one counts, and the nearer file comes later. */
  private textFor(folder: string, root: string): string {
    const own = boundedTextNow(path.join(folder, '.gitignore')) ?? '';
    return folder === root ? [this.everywhere(), cloneExcludes(root, this.trusted), own].join('\n') : own;
  }
}
