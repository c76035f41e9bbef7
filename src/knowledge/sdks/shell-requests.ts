/**
 * What of curl (curl.se/docs/manpage.html) `oci raw-request` can say (oci-cli 3.95 `raw_request_cli.py`): bodies and
 * headers are JSON, a body may be `file://…`, and the answer stands below `data` with its `status` beside it, while the
 * command itself never fails because of it.
 */
export const RAW_REQUEST = 'oci raw-request';

/** Options that change nothing in what is asked for or printed. */
export const CURL_QUIET: ReadonlySet<string> = new Set([
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
]);

/** Options that make the command fail when the service refuses. */
export const CURL_FAILS: ReadonlySet<string> = new Set(['f', 'fail', 'fail-with-body']);

export const CURL_DATA: ReadonlySet<string> = new Set(['data', 'data-raw', 'data-binary', 'json']);

export const RAW_METHODS: ReadonlySet<string> = new Set(['DELETE', 'GET', 'HEAD', 'POST', 'PUT', 'PATCH']);

/** Headers that a raw request has anyway, or that its signature takes the place of. */
export const isRawHeader = (name: string, value: string): boolean =>
  /^authorization$/i.test(name) ||
  (/^(?:content-type|accept)$/i.test(name) && /^(?:application\/json|\*\/\*)/i.test(value));

/** Gives what curl prints. Without an answer `input` fails, as curl does, where `jq -e` of jq 1.6 does not. */
export const rawAnswer = (fails: boolean): string =>
  fails ? `jq -n 'input | if .status < "400" then .data else error(.status) end'` : `jq -n 'input.data'`;
