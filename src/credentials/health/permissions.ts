import type { ConfigFile } from '../config-file';
import type { FileState } from '../file-state';
import type { Problem, Repair, Severity } from '../problem';

type ReadFile = Extract<FileState, { state: 'read' }>;

/** Group and others have no business with a credential: the mask of the CLI's warning (`cli_util.py`). */
const UNWANTED_BITS = 0o177;
const OTHERS = 0o077;

interface TooOpen {
  readonly severity: Severity;
  readonly message: string;
  readonly repair: Repair;
}

/**
 * What is wrong with the permissions of a file. On Windows access lists decide, which only a program of the system can
 * read: the state then has no mode, and nothing is said.
 */
export function tooOpen({ mode, path }: ReadFile, name: string): TooOpen | undefined {
  if (mode === undefined || (mode & UNWANTED_BITS) === 0) return undefined;
  const shown = (mode & 0o777).toString(8).padStart(3, '0');
  const repair = { kind: 'fix-permissions', path } as const;
  if ((mode & OTHERS) === 0) {
    return { severity: 'info', message: `${name} has permissions ${shown}: the CLI warns unless they are 600`, repair };
  }
  return {
    severity: 'warning',
    message: `${name} has permissions ${shown}: others than its owner may use it`,
    repair,
  };
}

/** The CLI warns of an open configuration file as well; what it gives away is a pass phrase, where it holds one. */
export function configPermissions(file: ReadFile, { sections }: ConfigFile): Problem[] {
  const open = tooOpen(file, 'the file');
  if (!open) return [];
  const secret = [...sections.values()].some(({ entries }) => entries.has('pass_phrase') || entries.has('passphrase'));
  const message = open.severity === 'warning' && !secret ? `${open.message}; the CLI warns of it` : open.message;
  return [{ ...open, code: 'permissions-too-open', severity: secret ? open.severity : 'info', message }];
}
