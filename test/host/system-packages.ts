import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** The path of a program, or undefined. */
export function findProgram(...names: string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find((file) => existsSync(file));
}

/** Installs packages of the system where that is possible without a question; false where it is not. */
export function installPackages(packages: readonly string[]): boolean {
  const apt = findProgram('apt-get');
  if (!apt) return false;
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const run = (...args: string[]): boolean => {
    const [command = apt, ...rest] = [...sudo, apt, ...args];
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const { status, stderr } = spawnSync(command, rest, { env, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
    if (status !== 0) process.stderr.write(stderr ?? '');
    return status === 0;
  };
  const install = (): boolean => run('install', '-y', '--no-install-recommends', ...packages);
  return install() || (run('update', '-qq') && install());
}
