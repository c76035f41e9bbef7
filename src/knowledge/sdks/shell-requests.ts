/**
 * What of curl (curl.se/docs/manpage.html) and wget `oci raw-request` can say (oci-cli 3.95 `raw_request_cli.py`): bodies and
 * headers are JSON, a body may be `file://…`, and the answer stands below `data` with its `status` beside it, while the
 * command itself never fails because of it.
 */
export const RAW_REQUEST = 'oci raw-request';

/** What the options of a command mean to a raw request; one that is not named here has no other form. */
export interface RequestCommand {
  /** Options that change nothing in what is asked for or printed. */
  readonly quiet: ReadonlySet<string>;
  /** The command fails when the service refuses: always, or by one of these options. */
  readonly fails: 'always' | ReadonlySet<string>;
  readonly method: string;
  readonly data: ReadonlySet<string>;
  /** Where `@name` in place of data names a file. */
  readonly takesFiles: ReadonlySet<string>;
  /** Options whose value is a file that holds the body. */
  readonly bodyFile: ReadonlySet<string>;
  /** The option that must say `-`, or else the answer goes to a file. */
  readonly output?: string;
}

const CURL: RequestCommand = {
  quiet: new Set([
    's',
    'silent',
    'S',
    'show-error',
    'N',
    'no-buffer',
    'L',
    'location',
    'compressed',
    'no-progress-meter',
  ]),
  fails: new Set(['f', 'fail', 'fail-with-body']),
  method: 'request',
  data: new Set(['data', 'data-raw', 'data-binary', 'json']),
  takesFiles: new Set(['data', 'data-binary', 'json']),
  bodyFile: new Set(),
};

/** gnu.org/software/wget/manual: what is refused is no answer (exit status 8). */
const WGET: RequestCommand = {
  quiet: new Set(['q', 'quiet', 'nv', 'no-verbose']),
  fails: 'always',
  method: 'method',
  data: new Set(['post-data', 'body-data']),
  takesFiles: new Set(),
  bodyFile: new Set(['post-file', 'body-file']),
  output: 'output-document',
};

export const REQUEST_COMMANDS: Readonly<Record<string, RequestCommand>> = { curl: CURL, wget: WGET };

export const RAW_METHODS: ReadonlySet<string> = new Set(['DELETE', 'GET', 'HEAD', 'POST', 'PUT', 'PATCH']);

/** Headers that a raw request has anyway, or that its signature takes the place of. */
export const isRawHeader = (name: string, value: string): boolean =>
  /^authorization$/i.test(name) ||
  (/^(?:content-type|accept)$/i.test(name) && /^(?:application\/json|\*\/\*)/i.test(value));

/** Gives what curl prints. Without an answer `input` fails, as curl does, where `jq -e` of jq 1.6 does not. */
export const rawAnswer = (fails: boolean): string =>
  fails ? `jq -n 'input | if .status < "400" then .data else error(.status) end'` : `jq -n 'input.data'`;
