import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { gitFolder } from './git-excludes';
import { type Machine, thisMachine } from './machine';
import { programAt } from './program';

/** The list of a work tree of some hundred thousand files. */
const MAX_BYTES = 64 * 1024 * 1024;
const PATIENCE_MS = 10_000;

interface Tree {
  /** Which index the list was made of. */
  readonly index: string;
  readonly files: Promise<ReadonlySet<string>>;
}

/**
 * What git holds, whether or not its rules ignore it. Asks git once for each state of a work tree's index; without git,
 * or in folders that nobody trusts, nothing is known.
 */
export class TrackedFiles {
  private readonly trees = new Map<string, Tree>();

  constructor(
    private readonly trusted: boolean,
    private readonly machine: Machine = thisMachine(),
  ) {}

  async has(file: string, tree: string): Promise<boolean> {
    if (!this.trusted) return false;
    const index = await stampOf(path.join(gitFolder(tree), 'index'));
    if (index === undefined) return false;
    let known = this.trees.get(tree);
    if (known?.index !== index) {
      known = { index, files: listed(tree, this.machine) };
      this.trees.set(tree, known);
    }
    return (await known.files).has(path.relative(tree, file).split(path.sep).join('/'));
  }
}

/** Git replaces the index whenever it changes. */
const stampOf = (index: string): Promise<string | undefined> =>
  stat(index, { bigint: true }).then(
    ({ mtimeNs, size, ino }) => `${mtimeNs} ${size} ${ino}`,
    () => undefined,
  );

/** A repository's own configuration must not start a program: its file watcher and hooks stay off. */
const QUIET = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null'];

/** Git starts in its own folder, where nobody else's files lie. */
function listed(tree: string, machine: Machine): Promise<ReadonlySet<string>> {
  const git = programAt('git', machine);
  if (git === undefined) return Promise.resolve(new Set());
  const env = { ...machine.environment, GIT_OPTIONAL_LOCKS: '0' };
  const options = { cwd: path.dirname(git), env, maxBuffer: MAX_BYTES, windowsHide: true, timeout: PATIENCE_MS };
  return new Promise((resolve) => {
    execFile(git, ['-C', tree, ...QUIET, 'ls-files', '-z'], options, (error, out) =>
      resolve(new Set(error ? [] : out.split('\0'))),
    );
  });
}
