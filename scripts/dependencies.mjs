// Installs what `npm test` and `npm start` need where nothing is installed yet; plain JavaScript, since it runs first.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');

if (!existsSync(path.join(ROOT, 'node_modules/tsx'))) {
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--fetch-retries=5'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('npm ci failed');
}
