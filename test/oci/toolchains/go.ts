import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheDirectory } from './cache';
import { reasonOf, run } from './command';
import { sourceDigest } from './source-digest';
import type { Built, Source, Toolchain } from './toolchain';

const MODULE = fileURLToPath(new URL('./go/', import.meta.url));

/** One module pins the real SDK; every program is a package of it and is built once per content. */
export const go: Toolchain = {
  async prepare(): Promise<string | undefined> {
    const module = cacheDirectory('go');
    for (const file of ['go.mod', 'go.sum']) cpSync(join(MODULE, file), join(module, file));
    const downloaded = await run(['go', 'mod', 'download'], { cwd: module });
    return downloaded.ok ? undefined : `no Go with the SDK's module: ${reasonOf(downloaded)}`;
  },
  async build({ directory }: Source): Promise<Built> {
    const module = cacheDirectory('go');
    const digest = sourceDigest(directory, '.go', join(MODULE, 'go.mod'));
    const binary = join(cacheDirectory('go/bin'), digest);
    if (existsSync(binary)) return { argv: [binary] };
    const program = join(module, 'programs', digest);
    mkdirSync(program, { recursive: true });
    cpSync(directory, program, { recursive: true });
    const built = await run(['go', 'build', '-o', binary, `./programs/${digest}`], { cwd: module });
    return built.ok ? { argv: [binary] } : { failure: built.output };
  },
};
