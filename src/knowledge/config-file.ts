/** Who reads `~/.oci/config`, and in which ways they differ. The Python SDK and the CLI share `configparser`. */
export const CONFIG_READERS = ['python', 'typescript', 'java', 'go', 'dotnet'] as const;

export type ConfigReader = (typeof CONFIG_READERS)[number];

export const READER_LABELS: Readonly<Record<ConfigReader, string>> = {
  python: 'Python SDK and CLI',
  typescript: 'TypeScript SDK',
  java: 'Java SDK',
  go: 'Go SDK and Terraform',
  dotnet: '.NET SDK',
};

export const DEFAULT_PROFILE = 'DEFAULT';

/**
 * Use a security token as it stands in its file, with a line break behind it: `Headers.set` (oci-common `signer.js`), the
 * `requests` of the Python SDK and Go's `net/http` refuse such a header; oci-cli `cli_util.py` and oci-go-sdk
 * `configuration.go` trim nothing either.
 */
export const VERBATIM_TOKEN_READERS: readonly ConfigReader[] = ['python', 'typescript', 'go'];

/** Know `pass_phrase` alone; oci-go-sdk `configuration.go` takes `passphrase` for the same. */
export const READERS_OF_PASS_PHRASE_ONLY: readonly ConfigReader[] = ['python', 'typescript', 'java', 'dotnet'];

/** Keys that any of the readers knows (`oci/config.py`, `cli_root.py`, `configuration_provider.go`). */
export const CONFIG_KEYS: ReadonlySet<string> = new Set([
  'user',
  'tenancy',
  'fingerprint',
  'key_file',
  'pass_phrase',
  'passphrase',
  'region',
  'security_token_file',
  'delegation_token_file',
  'authentication_type',
  'log_requests',
  'additional_user_agent',
  'compartment-id',
]);

/** The only value of `authentication_type` that the SDKs take (`oci/util.py`), and it wants a delegation token. */
export const AUTHENTICATION_TYPES: ReadonlySet<string> = new Set(['instance_principal']);

/** Python refuses the whole profile when the file carries this key (`CONFIG_FILE_BLACKLISTED_KEYS`). */
export const FORBIDDEN_KEY = 'key_content';

/** `PATTERNS` of `oci/config.py`. */
export const FINGERPRINT_PATTERN = /^(?:[0-9a-f]{2}:){15}[0-9a-f]{2}$/;

/** What each reader does with lines that are not `[profile]`, `# comment` or `key=value`. */
export interface LineFact {
  /** These give up on the whole file. */
  readonly rejects: readonly ConfigReader[];
  /** These read on, with another meaning than the line seems to have. */
  readonly misreads: readonly ConfigReader[];
  readonly why: string;
  readonly severity: 'error' | 'warning';
}

const PORTS: readonly ConfigReader[] = ['typescript', 'java', 'dotnet'];

/**
 * Python `configparser` (strict, `=` and `:`), oci-common `config-file-reader.js`, its Java and .NET originals
 * (`ConfigFileReader`), oci-go-sdk `parseConfigAtLine`.
 */
export const LINE_FACTS = {
  'bad-line': {
    rejects: ['python', ...PORTS],
    misreads: [],
    severity: 'error',
    why: 'the line is neither a [profile], a key=value nor a # comment',
  },
  'semicolon-comment': {
    rejects: PORTS,
    misreads: [],
    severity: 'warning',
    why: 'only # starts a comment that every reader knows',
  },
  'colon-delimiter': {
    rejects: PORTS,
    misreads: ['go'],
    severity: 'warning',
    why: 'the line has a colon where every reader but Python wants “=”',
  },
  'colon-before-equals': {
    rejects: [],
    misreads: ['python'],
    severity: 'warning',
    why: 'Python ends the key at the colon before “=”',
  },
  'continuation-line': {
    rejects: PORTS,
    misreads: ['python'],
    severity: 'error',
    why: 'Python appends an indented line to the value above it',
  },
  'indented-key': {
    rejects: [],
    misreads: ['python'],
    severity: 'warning',
    why: 'Python appends a line that is indented deeper to the value above it; the key is lost there',
  },
  'indented-profile': {
    rejects: [],
    misreads: ['python', 'go'],
    severity: 'warning',
    why: 'Go finds a [profile] only at the start of a line, and Python takes an indented one for part of the value above',
  },
  'text-after-profile': {
    rejects: PORTS,
    misreads: [],
    severity: 'error',
    why: 'text follows the closing bracket',
  },
  'spaces-in-profile': {
    rejects: [],
    misreads: ['python', 'go'],
    severity: 'warning',
    why: 'Python and Go keep the spaces inside the brackets as part of the profile’s name',
  },
  'empty-profile': {
    rejects: ['python', ...PORTS],
    misreads: [],
    severity: 'error',
    why: 'the profile has no name',
  },
  'empty-key': {
    rejects: ['python', ...PORTS],
    misreads: [],
    severity: 'error',
    why: 'there is no key before “=”',
  },
  'no-profile': {
    rejects: ['python', ...PORTS],
    misreads: ['go'],
    severity: 'error',
    why: 'the line stands before the first [profile]',
  },
  'duplicate-profile': {
    rejects: ['python'],
    misreads: ['go'],
    severity: 'error',
    why: 'the profile stands twice: Python refuses the file, Go reads the first, the others merge them',
  },
  'duplicate-default': {
    rejects: [],
    misreads: ['go'],
    severity: 'warning',
    why: 'DEFAULT stands twice: Go reads the first, the others merge them',
  },
  'duplicate-key': {
    rejects: ['python', 'dotnet'],
    misreads: [],
    severity: 'error',
    why: 'the key stands twice: Python and .NET refuse the file, the others take the last',
  },
  'key-in-wrong-case': {
    rejects: [],
    misreads: PORTS,
    severity: 'warning',
    why: 'only Python and Go ignore the case of keys; the others do not find this one',
  },
  'byte-order-mark': {
    rejects: ['python', 'java'],
    misreads: ['go'],
    severity: 'error',
    why: 'the file starts with a byte order mark',
  },
  'utf-16': {
    rejects: ['python', 'go', ...PORTS],
    misreads: [],
    severity: 'error',
    why: 'the file is in UTF-16, which no reader expects: save it as UTF-8',
  },
  'not-utf-8': {
    rejects: ['python'],
    misreads: [],
    severity: 'warning',
    why: 'the line is not in UTF-8: Python refuses the file wherever UTF-8 is the encoding of the system',
  },
  'carriage-return-lines': {
    rejects: ['typescript'],
    misreads: ['go'],
    severity: 'error',
    why: 'lines end in a carriage return alone: TypeScript refuses the file and Go finds no profile in it',
  },
  'stray-carriage-return': {
    rejects: [],
    misreads: ['typescript', 'go'],
    severity: 'error',
    why: 'a carriage return stands inside the line: TypeScript and Go read on, the others begin a new line there',
  },
  'value-with-equals': {
    rejects: [],
    misreads: ['go'],
    severity: 'warning',
    why: 'Go ends the value at its first “=”',
  },
  'inline-comment': {
    rejects: [],
    misreads: [...['python', 'go'], ...PORTS] as readonly ConfigReader[],
    severity: 'error',
    why: 'no reader knows comments behind a value: the text becomes part of it',
  },
  'quoted-value': {
    rejects: [],
    misreads: [...['python', 'go'], ...PORTS] as readonly ConfigReader[],
    severity: 'error',
    why: 'no reader takes quotes off: they become part of the value',
  },
  'control-character': {
    rejects: [],
    misreads: [...['python', 'go'], ...PORTS] as readonly ConfigReader[],
    severity: 'error',
    why: 'the value contains an invisible character',
  },
  'key-content': {
    rejects: ['python'],
    misreads: ['go', ...PORTS],
    severity: 'error',
    why: 'key_content is for programs only: Python refuses the profile and the others ignore the key',
  },
} as const satisfies Readonly<Record<string, LineFact>>;

export type LineCode = keyof typeof LINE_FACTS;
