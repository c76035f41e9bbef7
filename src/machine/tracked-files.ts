import { execFile } from 'node:child_process';
import path from 'node:path';

/** The list of a work tree of some hundred thousand files. */
const MAX_BYTES = 64 * 1024 * 1024;

/** What git holds, whether or not its rules ignore it. Asks git once for each work tree; without git nothing is known. */
export class TrackedFiles {
  private readonly trees = new Map<string, Promise<ReadonlySet<string>>>();

  async has(file: string, tree: string): Promise<boolean> {
    let files = this.trees.get(tree);
    if (!files) {
      files = listed(tree);
      this.trees.set(tree, files);
    }
    return (await files).has(path.relative(tree, file).split(path.sep).join('/'));
  }
}

/** A repository's own configuration must not start a program: its file watcher and hooks stay off. */
const QUIET = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null'];

const listed = (tree: string): Promise<ReadonlySet<string>> =>
  new Promise((resolve) => {
    const env = { ...process.env, GIT_OPTIONAL_LOCKS: '0' };
    const options = { cwd: tree, env, maxBuffer: MAX_BYTES, windowsHide: true };
    execFile('git', [...QUIET, 'ls-files', '-z'], options, (error, out) =>
      resolve(new Set(error ? [] : out.split('\0'))),
    );
  });
