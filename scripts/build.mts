// Builds what the extension ships: its bundles and the grammars beside them.

import { existsSync } from 'node:fs';
import { cp, mkdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { bundleOptions, LIVE_BUNDLE } from './live-bundle';

const ROOT = path.resolve(import.meta.dirname, '..');
const DIST = path.join(ROOT, 'dist');
const production = process.argv.includes('--production');
const require = createRequire(import.meta.url);

/** The runtime and the grammars, by the package that publishes each; the file name is the name the engine asks for. */
const GRAMMARS = [
  'web-tree-sitter/web-tree-sitter.wasm',
  'tree-sitter-python/tree-sitter-python.wasm',
  'tree-sitter-javascript/tree-sitter-javascript.wasm',
  'tree-sitter-typescript/tree-sitter-typescript.wasm',
  'tree-sitter-typescript/tree-sitter-tsx.wasm',
  'tree-sitter-java/tree-sitter-java.wasm',
  'tree-sitter-go/tree-sitter-go.wasm',
  'tree-sitter-c-sharp/tree-sitter-c_sharp.wasm',
  'tree-sitter-bash/tree-sitter-bash.wasm',
  'tree-sitter-powershell/tree-sitter-powershell.wasm',
  '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm',
];

interface Bundle extends BuildOptions {
  readonly name: string;
  readonly entry: string;
  /** Not every checkout has it. */
  readonly optional?: boolean;
}

const BUNDLES: readonly Bundle[] = [
  { name: 'extension', entry: 'src/extension/main.ts', external: ['vscode'] },
  // What the editor's commands need, loaded when the first of them is called.
  { name: 'assistant', entry: 'src/extension/assistant/main.ts', external: ['vscode'] },
  // The credential explorer, loaded when its view is first seen.
  { name: 'explorer', entry: 'src/extension/explorer/main.ts', external: ['vscode'] },
  { name: 'server', entry: 'src/server/main.ts' },
  { name: 'cli', entry: 'src/cli/main.ts', banner: { js: '#!/usr/bin/env node' } },
  { name: 'mcp', entry: 'src/mcp/main.ts', optional: true, banner: { js: '#!/usr/bin/env node' } },
  { name: 'live', optional: true, ...LIVE_BUNDLE },
];

/** Bundles that are loaded on demand lie beside the ones that ask for them. */
const loadedOnDemand: Plugin = {
  name: 'loaded-on-demand',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/(?:live|assistant|explorer)\/main$/ }, ({ kind, path: asked }) =>
      kind === 'dynamic-import' ? { path: `./${path.basename(path.dirname(asked))}.js`, external: true } : undefined,
    ),
};

async function bundle({ name, entry, optional, alias, ...rest }: Bundle): Promise<void> {
  const file = path.join(ROOT, entry);
  if (optional && !existsSync(file)) return;
  await build({
    entryPoints: { [name]: file },
    outdir: DIST,
    ...bundleOptions(production),
    plugins: [loadedOnDemand],
    alias: {
      // The module build of the parser runtime asks for import.meta, which a CommonJS bundle does not have.
      'web-tree-sitter': require.resolve('web-tree-sitter'),
      // Its main file loads the others in a way that no bundler can follow.
      'jsonc-parser': path.join(ROOT, 'node_modules/jsonc-parser/lib/esm/main.js'),
      ...alias,
    },
    ...rest,
  });
}

async function copyGrammars(): Promise<void> {
  const folder = path.join(DIST, 'grammars');
  await mkdir(folder, { recursive: true });
  const copies = GRAMMARS.map((file) =>
    cp(path.join(ROOT, 'node_modules', file), path.join(folder, path.basename(file))),
  );
  await Promise.all(copies);
}

await rm(DIST, { recursive: true, force: true });
await Promise.all([...BUNDLES.map(bundle), copyGrammars()]);
