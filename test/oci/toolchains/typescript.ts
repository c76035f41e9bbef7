import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cacheDirectory } from './cache';
import { reasonOf, run } from './command';
import type { Built, Source, Toolchain } from './toolchain';

const OPTIONS = [
  '--noEmit',
  '--strict',
  '--skipLibCheck',
  '--esModuleInterop',
  '--target',
  'es2022',
  '--types',
  'node',
];
const MODULES = ['--module', 'esnext', '--moduleResolution', 'bundler'];

/** Most `oci-*` packages are development dependencies of the project; these stand in its cache, above the programs. */
const FETCHED = ['oci-secrets@2.139.1'];

export const typescript: Toolchain = {
  async prepare(): Promise<string | undefined> {
    for (const wanted of FETCHED) {
      const [name = ''] = wanted.split('@');
      const target = cacheDirectory(`node_modules/${name}`);
      if (existsSync(join(target, 'package.json'))) continue;
      const archives = cacheDirectory('typescript');
      const packed = await run(['npm', 'pack', wanted, '--silent', '--pack-destination', archives]);
      const archive = join(archives, packed.output.trim().split('\n').at(-1) ?? '');
      const unpacked = packed.ok ? await run(['tar', '-xzf', archive, '-C', target, '--strip-components=1']) : packed;
      if (!unpacked.ok) return `no npm with the SDK's package: ${reasonOf(unpacked)}`;
    }
    return undefined;
  },
  build: ({ directory, entry }: Source): Promise<Built> =>
    Promise.resolve({ argv: [process.execPath, '--import', TSX, join(directory, entry)] }),
};

const TSX = createRequire(import.meta.url).resolve('tsx');

/** The compiler's complaints about a program below the project, or undefined. */
export async function typeErrors(directory: string, entry: string): Promise<string | undefined> {
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const checked = await run([process.execPath, tsc, ...OPTIONS, ...MODULES, entry], { cwd: directory });
  return checked.ok ? undefined : checked.output;
}
