import path from 'node:path';
import { readConfig } from '../credentials/config-file';
import { CLI_VARIABLES } from '../knowledge/environment';
import { readCredentialFile } from './credential-file';
import { resolvePath } from './credential-path';
import type { Machine } from './machine';

/** `[OCI_CLI_SETTINGS]` of `~/.oci/oci_cli_rc` (oci-cli `cli_constants.py`: `default_profile`). */
const SECTION = 'OCI_CLI_SETTINGS';

export interface CliSettings {
  /** The profile that the CLI takes when neither an option nor a variable names one. */
  readonly profile?: string;
  /** To watch, existing or not. */
  readonly file?: string;
}

/** What the CLI's own settings file decides; nothing where there is none or it cannot be read. */
export async function cliSettings(machine: Machine): Promise<CliSettings> {
  const given = machine.environment[CLI_VARIABLES.rcFile];
  if (!given && !machine.home) return {};
  const file = given ? resolvePath(given, machine) : path.join(machine.home, '.oci', 'oci_cli_rc');
  const state = await readCredentialFile(file);
  if (state.state !== 'read') return { file };
  const profile = readConfig(state.text).sections.get(SECTION)?.entries.get('default_profile')?.value;
  return profile ? { profile, file } : { file };
}
