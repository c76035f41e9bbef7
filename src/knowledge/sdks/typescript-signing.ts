/** How requests are signed with `DefaultRequestSigner` of `oci-common` (2.142, `lib/signer.js`), whoever sends them. */

/** The variable that keeps the signer of a module: providers keep tokens, so one is made once. */
export const TS_SIGNER = 'ociSigner';

/** Functions that a repair adds, each to what it is given. */
export const SIGNED = {
  fetch: 'ociFetch',
  'undici-request': 'ociRequest',
  axios: 'ociAdapter',
  got: 'ociHook',
} as const;

export type Sender = keyof typeof SIGNED;

export interface Signing {
  /** Statements that sign `unsigned`, which has `uri`, `method`, `headers` and `body`. */
  readonly sign: readonly string[];
  /** How the module calls what sends. */
  readonly send: string;
  readonly typed: boolean;
  /** What sends is imported, so types of its own. */
  readonly foreign?: boolean;
}

/** `as …` of TypeScript, for a request that is written as an object. */
export const castTo = (type: string | undefined): string => (type === undefined ? '' : ` as ${type}`);

/** The body of a `fetch` that signs: openai-node and the fetch standard take such a function. */
export const signedFetchBody = ({ sign, send, typed, foreign }: Signing, headers = 'headers'): readonly string[] => [
  `const headers = new Headers(init?.headers${castTo(typed && foreign ? 'Record<string, string>' : undefined)});`,
  "headers.delete('authorization');",
  "const unsigned = { uri: String(url), method: init?.method ?? 'GET', headers, body: init?.body };",
  ...sign,
  `return ${send}(url, { ...init, ${headers} });`,
];

const CLAIM = "with a signature of OCI's signer in place of an Authorization header.";

function functionOf(head: string, lines: readonly string[], unit: string, comment: string): string {
  const isConstant = head.startsWith('const ');
  return [`/** ${comment} */`, `${head} {`, ...lines.map((line) => unit + line), isConstant ? '};' : '}'].join('\n');
}

/** `Headers` of another fetch are other ones: a plain record fits all. */
const PLAIN_HEADERS = 'headers: Object.fromEntries(headers)';

function fetchOf(signing: Signing, unit: string): string {
  const { typed, foreign, send } = signing;
  const head = !typed
    ? `async function ${SIGNED.fetch}(url, init)`
    : foreign
      ? `const ${SIGNED.fetch} = async (...[url, init]: Parameters<typeof ${send}>) =>`
      : `const ${SIGNED.fetch}: typeof fetch = async (url, init) =>`;
  const lines = signedFetchBody(signing, foreign ? PLAIN_HEADERS : 'headers');
  return functionOf(head, lines, unit, `fetch ${CLAIM}`);
}

/** undici documentation: `request(url, options)`. */
function requestOf(signing: Signing, unit: string): string {
  const name = SIGNED['undici-request'];
  const head = signing.typed
    ? `const ${name} = async (...[url, init]: Parameters<typeof ${signing.send}>) =>`
    : `async function ${name}(url, init)`;
  const lines = signedFetchBody({ ...signing, foreign: true }, PLAIN_HEADERS);
  return functionOf(head, lines, unit, `request of undici ${CLAIM}`);
}

/** axios 1.5 and later: an adapter gets the request as it is sent, and `getAdapter` finds the one that sends it. */
function adapterOf({ sign, send, typed }: Signing, unit: string): string {
  const type = typed ? ": import('axios').InternalAxiosRequestConfig" : '';
  const lines = [
    `const headers = new Headers(config.headers.toJSON()${castTo(typed ? 'Record<string, string>' : undefined)});`,
    "headers.delete('authorization');",
    `const unsigned = { uri: ${send}.getUri(config), method: config.method ?? 'get', headers, body: config.data };`,
    ...sign,
    'headers.forEach((value, name) => {',
    `${unit}config.headers.set(name, value);`,
    '});',
    `return ${send}.getAdapter(${send}.defaults.adapter)(config);`,
  ];
  return functionOf(
    `async function ${SIGNED.axios}(config${type})`,
    lines,
    unit,
    `Sends what axios made ready, ${CLAIM}`,
  );
}

/** got 11 and later: nothing changes a request behind the `beforeRequest` hooks; 11 keeps what `json` becomes to itself. */
function hookOf({ sign, typed }: Signing, unit: string): string {
  const head = typed
    ? `const ${SIGNED.got}: import('got').BeforeRequestHook = async (options) =>`
    : `async function ${SIGNED.got}(options)`;
  const lines = [
    `const headers = new Headers(options.headers${castTo(typed ? 'Record<string, string>' : undefined)});`,
    "headers.delete('authorization');",
    'const body = options.body ?? JSON.stringify(options.json);',
    'const unsigned = { uri: String(options.url), method: options.method, headers, body };',
    ...sign,
    'headers.forEach((value, name) => {',
    `${unit}options.headers[name] = value;`,
    '});',
  ];
  return functionOf(head, lines, unit, `Sends what got made ready, ${CLAIM}`);
}

export const SIGNED_FUNCTIONS: Readonly<Record<Sender, (signing: Signing, unit: string) => string>> = {
  fetch: fetchOf,
  'undici-request': requestOf,
  axios: adapterOf,
  got: hookOf,
};

/** What a request or instance is given, so that it is signed. */
export const SIGNED_OPTIONS: Readonly<Partial<Record<Sender, { readonly key: string; readonly text: string }>>> = {
  axios: { key: 'adapter', text: `adapter: ${SIGNED.axios}` },
  got: { key: 'hooks', text: `hooks: { beforeRequest: [${SIGNED.got}] }` },
};

/** Modules whose default or named export is a `fetch`. */
export const FETCHES: ReadonlySet<string> = new Set(['node-fetch', 'cross-fetch', 'isomorphic-fetch', 'undici']);
