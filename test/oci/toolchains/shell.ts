import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDirectory } from './cache';
import { reasonOf, run } from './command';
import type { Built, Source, Toolchain } from './toolchain';

const OCI_CLI = 'oci-cli==3.95.1';
const TOOLS = ['bash', 'curl', 'wget', 'jq'];

/** Scripts with the real CLI in front of the PATH; it pins an SDK of its own, so it has an environment of its own. */
export const shell: Toolchain = {
  async prepare(): Promise<string | undefined> {
    for (const tool of TOOLS) {
      if (!(await run([tool, '--version'])).ok) return `no ${tool}`;
    }
    const venv = environmentDirectory();
    const marker = join(venv, 'complete');
    if (existsSync(marker)) return undefined;
    const created = await run(['python3', '-m', 'venv', venv]);
    if (!created.ok) return `no Python with venv: ${reasonOf(created)}`;
    const pip = [join(venv, 'bin/python'), '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'];
    const installed = await run([...pip, OCI_CLI]);
    if (!installed.ok) return `pip cannot install the CLI: ${reasonOf(installed)}`;
    writeFileSync(marker, '');
    return undefined;
  },
  build: ({ directory, entry, caFile }: Source): Promise<Built> => {
    const path = `PATH=${join(environmentDirectory(), 'bin')}:${process.env['PATH'] ?? ''}`;
    // wget knows no variable for its authorities.
    const wgetrc = join(directory, 'wgetrc');
    writeFileSync(wgetrc, `ca_certificate = ${caFile}\n`);
    return Promise.resolve({ argv: ['env', path, `WGETRC=${wgetrc}`, 'bash', join(directory, entry)] });
  },
};

const environmentDirectory = (): string => join(cacheDirectory('shell'), OCI_CLI);
