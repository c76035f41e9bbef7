import { statSync } from 'node:fs';
import path from 'node:path';
import { boundedTextNow } from './bounded-file';
import { resolvePath } from './credential-path';
import { type Machine, thisMachine } from './machine';

/** What the user's own settings tell git to ignore in every work tree (gitignore(5), `core.excludesFile`). */
export function globalExcludes(machine: Machine = thisMachine()): string {
  const { home, environment } = machine;
  const folder = path.join(environment['XDG_CONFIG_HOME'] || path.join(home, '.config'), 'git');
  const given = environment['GIT_CONFIG_GLOBAL'];
  const settings = given ? [given] : [path.join(home, '.gitconfig'), path.join(folder, 'config')];
  const named = settings.map((file) => excludesFileIn(textOf(file))).find((file) => file !== undefined);
  return textOf(named === undefined ? path.join(folder, 'ignore') : resolvePath(named, machine));
}

/**
 * What this clone alone ignores. In a further work tree `.git` is a file that leads to the clone, anywhere on the
 * machine: it is followed only where somebody trusts it.
 */
export function cloneExcludes(root: string, trusted: boolean): string {
  const folder = trusted ? gitFolder(root) : path.join(root, '.git');
  const common = trusted ? textOf(path.join(folder, 'commondir')).trim() : '';
  return textOf(path.join(path.resolve(folder, common), 'info', 'exclude'));
}

/** Where git keeps what concerns this work tree, such as its index. */
export function gitFolder(root: string): string {
  const git = path.join(root, '.git');
  const [, written] = (isFile(git) && /^gitdir:[ \t]*(.+)$/m.exec(textOf(git))) || [];
  return written === undefined ? git : path.resolve(root, written.trim());
}

/** The value of `excludesFile` in the section `[core]`; the last one counts. */
function excludesFileIn(config: string): string | undefined {
  let inCore = false;
  let found: string | undefined;
  for (const line of config.split('\n').map((one) => one.trim())) {
    if (line.startsWith('[')) inCore = /^\[core\]/i.test(line);
    const [, value] = inCore ? (/^excludesfile[ \t]{0,80}=(.*)$/i.exec(line) ?? []) : [];
    if (value) found = value.trim().replace(/^"(.*)"$/, '$1');
  }
  return found;
}

const isFile = (file: string): boolean => statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;

const textOf = (file: string): string => boundedTextNow(file) ?? '';
