import type { ArgRef, AuthRule, ClientFact, Sdk, SymbolFact } from './fact';
import { PYTHON_DATA } from './python-data';

const SOURCE = 'requests, httpx, aiohttp and urllib documentation';

/** `auth` of requests and httpx, middlewares of aiohttp, see a request as it is sent, and may sign it. */
const AUTH: readonly AuthRule[] = [
  { as: 'transport', arg: { name: 'middlewares' } },
  { as: 'signer', arg: { name: 'auth' } },
  { as: 'headers', arg: { name: 'headers' } },
];

/** `base` stands for the base URL that a session keeps. */
const request = (url: ArgRef, auth: readonly AuthRule[] = AUTH): ClientFact => ({
  kind: 'client',
  reach: { url: [url, { name: 'base_url' }] },
  auth,
  operation: 'request',
});

const FIRST = request({ name: 'url', at: 0 });
const SECOND = request({ name: 'url', at: 1 });
const VERBS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'];

/** Takes a URL, or a request that holds one. */
const OPEN: ClientFact = {
  kind: 'client',
  reach: { url: [{ name: 'url' }, { at: 0 }] },
  auth: [{ as: 'headers', arg: { name: 'headers' } }],
  operation: 'request',
};

const members: Record<string, ClientFact> = {
  ...Object.fromEntries(VERBS.map((verb) => [verb, FIRST])),
  request: SECOND,
  stream: SECOND,
};

const session = (packages: string[], names: string[]): SymbolFact => ({
  in: packages,
  names,
  makes: {
    kind: 'holder',
    fields: {
      auth: { name: 'auth' },
      middlewares: { name: 'middlewares' },
      headers: { name: 'headers' },
      base_url: { name: 'base_url', at: packages.includes('aiohttp') ? 0 : undefined },
    },
    members,
  },
  source: SOURCE,
});

export const PYTHON_HTTP: Sdk = {
  id: 'python-http',
  languages: ['python'],
  facts: [
    { in: ['requests', 'httpx', 'requests.api'], names: VERBS, makes: FIRST, source: SOURCE },
    {
      in: ['requests', 'httpx', 'requests.api', 'aiohttp'],
      names: ['request', 'stream'],
      makes: SECOND,
      source: SOURCE,
    },
    session(['requests', 'requests.sessions'], ['Session', 'session']),
    session(['httpx'], ['Client', 'AsyncClient', 'DefaultHttpxClient']),
    session(['openai'], ['DefaultHttpxClient', 'DefaultAsyncHttpxClient']),
    session(['aiohttp'], ['ClientSession']),
    {
      in: ['urllib.request'],
      names: ['Request'],
      makes: {
        kind: 'holder',
        fields: {
          url: { name: 'url', at: 0 },
          full_url: { name: 'url', at: 0 },
          headers: { name: 'headers', at: 2 },
        },
      },
      source: SOURCE,
    },
    { in: ['urllib.request'], names: ['urlopen', 'build_opener.open'], makes: OPEN, source: SOURCE },
  ],
};

const runs = (facts: readonly (Omit<SymbolFact, 'makes'> & { readonly at: number })[]): SymbolFact[] =>
  facts.map(({ at, ...fact }) => ({ ...fact, makes: { kind: 'runs', at } }));

/** The standard library, as far as values pass through it. */
export const PYTHON_STANDARD: Sdk = {
  id: 'python-standard',
  languages: ['python'],
  facts: [
    {
      in: ['os'],
      names: ['getenv'],
      makes: { kind: 'env', arg: { at: 0 }, fallback: { name: 'default', at: 1 } },
      source: 'docs.python.org os',
    },
    {
      in: ['os'],
      names: ['environ.get', 'environ.setdefault', 'environ.pop'],
      makes: { kind: 'env', arg: { at: 0 }, fallback: { name: 'default', at: 1 } },
      source: 'docs.python.org os',
    },
    { in: ['os'], names: ['environ'], makes: { kind: 'environment' }, source: 'docs.python.org os' },
    {
      in: ['importlib'],
      names: ['import_module'],
      makes: { kind: 'module', arg: { at: 0, name: 'name' } },
      source: 'docs.python.org importlib',
    },
    {
      in: ['decouple', 'environs'],
      names: ['config'],
      makes: { kind: 'env', arg: { at: 0 }, fallback: { name: 'default' } },
      source: 'python-decouple',
    },
    {
      in: ['os'],
      names: ['path.expanduser', 'path.expandvars', 'path.abspath'],
      makes: { kind: 'pass', arg: { at: 0 } },
      source: 'docs.python.org os.path',
    },
    {
      in: ['typing', 'copy'],
      names: ['cast', 'deepcopy', 'copy'],
      makes: { kind: 'pass', arg: { at: 0 } },
      source: 'docs.python.org',
    },
    ...runs([
      { in: ['asyncio'], names: ['to_thread'], at: 0, source: 'docs.python.org asyncio' },
      {
        in: ['asyncio'],
        names: ['get_running_loop.run_in_executor', 'get_event_loop.run_in_executor', 'new_event_loop.run_in_executor'],
        at: 1,
        source: 'docs.python.org asyncio',
      },
      { in: ['anyio'], names: ['to_thread.run_sync'], at: 0, source: 'anyio.readthedocs.io' },
      { in: ['starlette', 'fastapi'], names: ['run_in_threadpool'], at: 0, source: 'www.starlette.io' },
    ]),
    ...PYTHON_DATA,
    { in: [''], names: ['str'], makes: { kind: 'pass', arg: { at: 0 } }, source: 'docs.python.org builtins' },
    {
      in: [''],
      names: ['getattr'],
      makes: { kind: 'member', object: { at: 0 }, name: { at: 1 } },
      source: 'docs.python.org builtins',
    },
    { in: [''], names: ['dict'], makes: { kind: 'record' }, source: 'docs.python.org builtins' },
    { in: ['functools'], names: ['partial'], makes: { kind: 'partial' }, source: 'docs.python.org functools' },
    { in: ['pydantic'], names: ['SecretStr'], makes: { kind: 'pass', arg: { at: 0 } }, source: 'docs.pydantic.dev' },
  ],
};
