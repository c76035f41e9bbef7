// Compiles the suites that run inside VS Code's extension host.
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const ROOT = path.resolve(import.meta.dirname, '..');
const SOURCE = path.join(ROOT, 'test/vscode');
const OUT = path.join(ROOT, 'out/vscode');

const entries = readdirSync(SOURCE).filter((name) => name === 'index.ts' || name.endsWith('.test.ts'));
rmSync(OUT, { recursive: true, force: true });
await build({
  entryPoints: entries.map((name) => path.join(SOURCE, name)),
  outdir: OUT,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  sourcemap: 'linked',
  external: ['vscode', 'mocha'],
  logLevel: 'warning',
});
