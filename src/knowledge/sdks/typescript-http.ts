import type { ArgRef, AuthRule, ClientFact, Sdk, SymbolFact } from './fact';
import { TYPESCRIPT_DATA } from './typescript-data';

const LANGUAGES = ['typescript', 'javascript'];
const SOURCE = 'fetch standard; axios, got, ky and undici documentation';

/** An adapter of axios and the hooks of got see a request as it is sent, and may sign it. */
const AUTH: readonly AuthRule[] = [
  { as: 'transport', arg: { name: ['adapter', 'hooks'] } },
  { as: 'headers', arg: { name: 'headers' } },
];

/** The URL is the first argument or an option; instances keep a base. */
const request = (url: ArgRef = { name: ['url', 'uri'], at: 0 }): ClientFact => ({
  kind: 'client',
  reach: { url: [url, { name: ['baseURL', 'baseUrl', 'prefixUrl'] }] },
  auth: AUTH,
  operation: 'request',
});

const VERBS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'request', 'stream'];
const members: Record<string, ClientFact> = Object.fromEntries(VERBS.map((verb) => [verb, request()]));

/** `axios.create(…)`, `got.extend(…)`: an instance that keeps base URL and headers. */
const instance = (packages: readonly string[], names: readonly string[]): SymbolFact => ({
  in: packages,
  names,
  makes: {
    kind: 'holder',
    fields: {
      adapter: { name: 'adapter' },
      hooks: { name: 'hooks' },
      headers: { name: 'headers' },
      baseURL: { name: ['baseURL', 'baseUrl', 'prefixUrl'] },
    },
    members,
  },
  source: SOURCE,
});

const direct = (name: string, packages: readonly string[]): SymbolFact => ({
  in: packages,
  names: [name],
  makes: request(),
  isDefault: true,
  source: SOURCE,
});

export const TYPESCRIPT_HTTP: Sdk = {
  id: 'typescript-http',
  languages: LANGUAGES,
  facts: [
    { in: ['', 'globalThis', 'window'], names: ['fetch', '$fetch'], makes: request(), source: SOURCE },
    { in: ['undici'], names: ['fetch', 'request', 'stream'], makes: request(), source: SOURCE },
    { in: ['axios', 'got', 'ky', 'ofetch'], names: VERBS, makes: request(), source: SOURCE },
    direct('fetch', ['node-fetch', 'cross-fetch', 'isomorphic-fetch']),
    direct('axios', ['axios']),
    direct('got', ['got']),
    direct('ky', ['ky']),
    instance(['axios', 'ky'], ['create']),
    instance(['got', 'ky'], ['extend']),
  ],
};

const pass = (packages: readonly string[], names: readonly string[], source: string): SymbolFact => ({
  in: packages,
  names,
  makes: { kind: 'pass', arg: { at: 0 } },
  source,
});

/** The language and its runtimes, as far as values pass through them. */
export const TYPESCRIPT_STANDARD: Sdk = {
  id: 'typescript-standard',
  languages: LANGUAGES,
  facts: [
    { in: [''], names: ['require'], makes: { kind: 'module', arg: { at: 0 } }, source: 'nodejs.org modules' },
    {
      in: [''],
      names: ['import'],
      makes: { kind: 'module', arg: { at: 0 }, async: true },
      source: 'ECMAScript import()',
    },
    {
      in: ['process', 'node:process', 'Bun', 'import.meta'],
      names: ['env'],
      makes: { kind: 'environment' },
      source: 'nodejs.org process, vite.dev, bun.sh',
    },
    ...TYPESCRIPT_DATA,
    { in: ['Deno'], names: ['env.get'], makes: { kind: 'env', arg: { at: 0 } }, source: 'docs.deno.com' },
    pass([''], ['String', 'Headers', 'URL', 'structuredClone'], 'ECMAScript; fetch and URL standards'),
    pass(['Object'], ['freeze', 'seal'], 'ECMAScript'),
    pass(['Promise'], ['resolve'], 'ECMAScript'),
  ],
};
