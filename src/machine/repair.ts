import { chmod } from 'node:fs/promises';
import path from 'node:path';
import type { Repair } from '../credentials/problem';
import { decodeToken } from '../credentials/token';
import { changeBytes, changeConfig, type Written } from './config-writer';
import { isForbiddenPath } from './credential-path';
import { publishedBy } from './git-tree';
import { addLine } from './text-file';

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
    case 'trim-file':
      return trimFile(repair.path);
    default:
      return false;
  }
}

/** A token is a token still without what stands around it; anything else is left alone. */
async function trimFile(file: string): Promise<boolean> {
  const written = await changeBytes(file, (bytes) => {
    const text = bytes.toString('utf8').trim();
    return decodeToken(text) ? Buffer.from(text) : 'value-changed';
  });
  return !('refusal' in written);
}

async function ignoreInGit(file: string): Promise<boolean> {
  const root = publishedBy(file);
  if (root === undefined) return false;
  const relative = path.relative(root, file).split(path.sep).join('/');
  const pattern = `/${relative.replace(/[\\*?[\]]/g, '\\$&')}`;
  await addLine(path.join(root, '.gitignore'), pattern);
  return true;
}
