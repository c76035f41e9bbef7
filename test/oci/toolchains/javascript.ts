import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDirectory, digestOf } from './cache';
import { reasonOf, run } from './command';
import type { Built, Source, Toolchain } from './toolchain';

const PACKAGES = ['axios@1.21.1', 'got@11.8.6', 'node-fetch@2.7.0'];

/** Programs with HTTP clients that the project itself does not need; `oci-common` is its own. */
export const javascript: Toolchain = {
  async prepare(): Promise<string | undefined> {
    const folder = packagesDirectory();
    const marker = join(folder, 'complete');
    if (existsSync(marker)) return undefined;
    const npm = ['npm', 'install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund'];
    const installed = await run([...npm, ...PACKAGES]);
    if (!installed.ok) return `npm cannot install ${PACKAGES.join(', ')}: ${reasonOf(installed)}`;
    writeFileSync(marker, '');
    return undefined;
  },
  build: ({ directory, entry }: Source): Promise<Built> => {
    const packages = `NODE_PATH=${join(packagesDirectory(), 'node_modules')}`;
    return Promise.resolve({ argv: ['env', packages, process.execPath, join(directory, entry)] });
  },
};

const packagesDirectory = (): string => cacheDirectory(join('javascript', digestOf(...PACKAGES)));
