import { createRequire } from 'node:module';
import { join } from 'node:path';
import { run } from './command';
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

/** The `oci-*` packages are development dependencies of the project: nothing to fetch. */
export const typescript: Toolchain = {
  prepare: () => Promise.resolve(undefined),
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
