import type { SymbolFact } from './fact';

const parsed = (packages: readonly string[], names: readonly string[], source: string): SymbolFact => ({
  in: packages,
  names,
  makes: { kind: 'parsed', arg: { at: 0 } },
  source,
});

const JOINED = { kind: 'text', args: [0, 1, 2, 3].map((at) => ({ at })), by: '/' } as const;

/** How TypeScript and JavaScript open and read files of configuration. */
export const TYPESCRIPT_DATA: readonly SymbolFact[] = [
  {
    in: ['fs', 'node:fs'],
    names: ['readFileSync'],
    makes: { kind: 'file', arg: { at: 0 } },
    source: 'nodejs.org fs',
  },
  {
    in: ['fs', 'node:fs', 'fs/promises', 'node:fs/promises', 'fs-extra'],
    names: ['readFile', 'promises.readFile'],
    makes: { kind: 'file', arg: { at: 0 }, async: true },
    source: 'nodejs.org fs promises',
  },
  { in: ['path', 'node:path'], names: ['join', 'resolve'], makes: JOINED, source: 'nodejs.org path' },
  parsed([''], ['JSON.parse'], 'ECMAScript'),
  parsed(['JSON'], ['parse'], 'ECMAScript'),
  parsed(
    ['yaml', 'js-yaml', 'yamljs'],
    ['parse', 'load', 'safeLoad', 'default.parse', 'default.load'],
    'yaml, js-yaml',
  ),
  parsed(
    ['toml', '@iarna/toml', 'smol-toml', 'ini', 'json5', 'dotenv'],
    ['parse', 'default.parse'],
    'smol-toml, ini, json5',
  ),
];
