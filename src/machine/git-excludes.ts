import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { isForbiddenPath, resolvePath } from './credential-path';
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

/** What this clone alone ignores. In a further work tree `.git` is a file that leads to the clone. */
export function cloneExcludes(root: string): string {
  const git = path.join(root, '.git');
  return textOf(path.join(isFile(git) ? cloneOf(git, root) : git, 'info', 'exclude'));
}

function cloneOf(file: string, root: string): string {
  const [, written = ''] = /^gitdir:[ \t]*(.+)$/m.exec(textOf(file)) ?? [];
  const folder = path.resolve(root, written.trim());
  const common = textOf(path.join(folder, 'commondir')).trim();
  return common === '' ? folder : path.resolve(folder, common);
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

function textOf(file: string): string {
  if (isForbiddenPath(file)) return '';
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
