import { appendFile, chmod, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Repair } from '../credentials/problem';
import { changeConfig, type Written } from './config-writer';
import { isForbiddenPath } from './credential-path';
import { publishedBy } from './git-tree';

/** Whether it was done, or the change that can be taken back; the rest is for the adapter, such as opening a terminal. */
export async function applyRepair(repair: Repair, configFile: string | undefined): Promise<boolean | Written> {
  switch (repair.kind) {
    case 'set-key': {
      if (configFile === undefined) return false;
      return changeConfig(configFile, repair);
    }
    case 'fix-permissions':
      if (isForbiddenPath(repair.path)) return false;
      await chmod(repair.path, 0o600);
      return true;
    case 'ignore-in-git':
      return ignoreInGit(repair.path);
    default:
      return false;
  }
}

async function ignoreInGit(file: string): Promise<boolean> {
  const root = publishedBy(file);
  if (root === undefined) return false;
  const list = path.join(root, '.gitignore');
  const text = await readFile(list, 'utf8').catch(() => '');
  const relative = path.relative(root, file).split(path.sep).join('/');
  const pattern = `/${relative.replace(/[\\*?[\]]/g, '\\$&')}`;
  await appendFile(list, `${text === '' || text.endsWith('\n') ? '' : '\n'}${pattern}\n`);
  return true;
}
