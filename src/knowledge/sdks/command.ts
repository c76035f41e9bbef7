/** How the words of one command line program are to be read. */
export interface CommandSyntax {
  /** Options that take no value, without dashes; one letter each for those that may be bundled (`-sSL`). */
  readonly flags: readonly string[];
  /** Short options and the long ones that they stand for. */
  readonly short?: Readonly<Record<string, string>>;
  /** Options given several times, as `Name: value` each, that make one record. */
  readonly pairs?: readonly string[];
  /** Options that an environment variable stands in for when they are absent. */
  readonly variables?: Readonly<Record<string, string>>;
}

export type Commands = Readonly<Record<string, CommandSyntax>>;

/** The programs whose command lines reach OCI. */
export const COMMANDS: Commands = {
  // oci-cli src/oci_cli/cli_root.py and cli_constants.py: global options, their variables, options without a value.
  oci: {
    flags: [
      'a',
      'd',
      'h',
      'i',
      'v',
      'all',
      'auto-prompt',
      'cli-auto-prompt',
      'debug',
      'enable-dual-stack',
      'enable-propagation',
      'force',
      'generate-full-command-json-input',
      'generate-param-json-input',
      'help',
      'latest-version',
      'no-retry',
      'raw-output',
      'release-info',
      'version',
    ],
    variables: { auth: 'OCI_CLI_AUTH' },
  },
  // curl.se/docs/manpage.html
  curl: {
    flags: [
      'f',
      'g',
      'G',
      'i',
      'I',
      'j',
      'J',
      'k',
      'l',
      'L',
      'n',
      'N',
      'O',
      'p',
      'q',
      'R',
      's',
      'S',
      'v',
      '#',
      '0',
      '1',
      '2',
      '3',
      '4',
      '6',
      'compressed',
      'fail',
      'fail-with-body',
      'get',
      'globoff',
      'head',
      'http1.1',
      'http2',
      'include',
      'insecure',
      'location',
      'no-buffer',
      'no-progress-meter',
      'progress-bar',
      'remote-name',
      'show-error',
      'silent',
      'verbose',
    ],
    short: { H: 'header', X: 'request', u: 'user', d: 'data', A: 'user-agent', o: 'output', b: 'cookie', E: 'cert' },
    pairs: ['header'],
  },
  // gnu.org/software/wget/manual
  wget: {
    flags: [
      'c',
      'N',
      'nv',
      'q',
      'S',
      'v',
      'x',
      'continue',
      'no-check-certificate',
      'no-verbose',
      'quiet',
      'server-response',
      'verbose',
    ],
    short: { O: 'output-document', o: 'output-file', U: 'user-agent' },
    pairs: ['header'],
  },
};
