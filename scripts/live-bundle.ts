import path from 'node:path';
import type { BuildOptions } from 'esbuild';

const ALIASES = path.resolve(import.meta.dirname, 'sdk-aliases');
const alias = (name: string): [string, string] => [name, path.join(ALIASES, `${name}.ts`)];

/** The OCI SDK, loaded at the first live test. Half of what it drags in is unused or stands in Node itself. */
export const LIVE_BUNDLE = {
  entry: 'src/live/main.ts',
  alias: Object.fromEntries(['whatwg-url', 'isomorphic-fetch', 'jsonwebtoken'].map(alias)),
} as const;

/** How every bundle is made. */
export const bundleOptions = (production: boolean): BuildOptions => ({
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minify: production,
  keepNames: production,
  sourcemap: production ? false : 'linked',
  legalComments: 'none',
  logLevel: 'warning',
});
