import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheDirectory, digestOf } from './cache';
import { reasonOf, run } from './command';
import type { Built, Source, Toolchain } from './toolchain';

const REQUIREMENTS = fileURLToPath(new URL('./requirements.txt', import.meta.url));

/** A virtual environment with the real packages, made once per set of requirements. */
export const python: Toolchain = {
  async prepare(): Promise<string | undefined> {
    const venv = environmentDirectory();
    const marker = join(venv, 'complete');
    if (existsSync(marker)) return undefined;
    const created = await run(['python3', '-m', 'venv', venv]);
    if (!created.ok) return `no Python with venv: ${reasonOf(created)}`;
    const pip = [join(venv, 'bin/python'), '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'];
    const installed = await run([...pip, '-r', REQUIREMENTS]);
    if (!installed.ok) return `pip cannot install the SDKs: ${reasonOf(installed)}`;
    writeFileSync(marker, '');
    return undefined;
  },
  build: ({ directory, entry }: Source): Promise<Built> =>
    Promise.resolve({ argv: [join(environmentDirectory(), 'bin/python'), join(directory, entry)] }),
};

function environmentDirectory(): string {
  return join(cacheDirectory('python'), digestOf(readFileSync(REQUIREMENTS, 'utf8')));
}
