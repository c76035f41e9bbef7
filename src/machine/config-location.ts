import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { CLI_VARIABLES, SDK_VARIABLES } from '../knowledge/environment';
import { standardConfig } from './config-in-use';
import { isForbiddenPath, resolvePath } from './credential-path';
import type { Machine } from './machine';

/** A configuration file that somebody reads or is asked to read. */
export interface ConfigLocation {
  readonly path: string;
  /** Why it is looked at: `default`, a variable's name, `fallback`, or `given` by the user. */
  readonly reason: string;
  /** Said of it where not everybody reads it. */
  readonly note?: string;
  /** By everybody. */
  readonly ignored?: boolean;
  /** Somebody named it: that it is missing is then worth telling. */
  readonly expected: boolean;
}

const IGNORED = `${SDK_VARIABLES.configFile} is set, but the SDKs and the CLI ignore it while ~/.oci/config is there`;

const OTHER_FOR_CLI = `the CLI does not read this file, because ${CLI_VARIABLES.configFile} names another`;

/**
 * Files in the order of the SDKs: `~/.oci/config`, else `OCI_CONFIG_FILE`, else `~/.oraclebmc/config`
 * (oci `config.py`, oci-common `config-file-reader.ts`); the CLI goes by `OCI_CLI_CONFIG_FILE`.
 */
export async function configLocations(machine: Machine, given: readonly string[] = []): Promise<ConfigLocation[]> {
  const standard = standardConfig(machine);
  const hasStandard = machine.home !== '' && (await isFile(standard));
  const named = (variable: string): string | undefined => {
    const written = machine.environment[variable];
    return written ? resolvePath(written, machine) : undefined;
  };
  const [sdkFile, cliFile] = [named(SDK_VARIABLES.configFile), named(CLI_VARIABLES.configFile)];
  const fallback = path.join(machine.home, '.oraclebmc', 'config');
  const [ofSdk, ofCli, ofStandard] = await Promise.all([
    behindLinks(sdkFile),
    behindLinks(cliFile),
    behindLinks(standard),
  ]);
  const notForCli = (real: string | undefined): string | undefined =>
    ofCli !== undefined && ofCli !== real ? OTHER_FOR_CLI : undefined;
  const found: ConfigLocation[] = [];
  if (machine.home) {
    const note = hasStandard ? notForCli(ofStandard) : undefined;
    found.push({ path: standard, reason: 'default', note, expected: false });
  }
  if (sdkFile && !(hasStandard && ofSdk === ofCli)) {
    const note = hasStandard ? IGNORED : notForCli(ofSdk);
    found.push({ path: sdkFile, reason: SDK_VARIABLES.configFile, note, ignored: hasStandard, expected: true });
  }
  if (cliFile) {
    const note = `only the CLI reads this file, because ${CLI_VARIABLES.configFile} names it`;
    found.push({ path: cliFile, reason: CLI_VARIABLES.configFile, note, expected: true });
  }
  if (!hasStandard && !sdkFile && machine.home) found.push({ path: fallback, reason: 'fallback', expected: false });
  found.push(...given.map((file) => ({ path: resolvePath(file, machine), reason: 'given', expected: true })));
  const real = await Promise.all(found.map(({ path: file }) => behindLinks(file)));
  return found.filter((_, index) => real.indexOf(real[index]) === index);
}

/** One file has many names. Of what is never opened, not even that is asked. */
function behindLinks(file: string | undefined): Promise<string | undefined> {
  return file === undefined || isForbiddenPath(file) ? Promise.resolve(file) : realpath(file).catch(() => file);
}

/**
 * The file that the CLI reads: its own variable, else what the Python SDK would read. Undefined where there is none.
 * (`--config-file` of oci-cli `cli_root.py`, `_get_config_path_with_fallback` of oci `config.py`.)
 */
export async function cliConfigFile(machine: Machine): Promise<string | undefined> {
  const cliFile = machine.environment[CLI_VARIABLES.configFile];
  if (cliFile) return resolvePath(cliFile, machine);
  for (const { path: file, reason } of await configLocations(machine)) {
    if (reason !== 'given' && (await isFile(file))) return file;
  }
  return undefined;
}

/**
 * Whether a command has to name the file. A terminal need not have the variables of this process, and
 * `oci session refresh` reads its option alone (oci-cli `cli_session.py`): only the usual place goes without saying.
 */
export const mustNameForCli = async (file: string, machine: Machine): Promise<boolean> =>
  file !== standardConfig(machine) || file !== (await cliConfigFile(machine));

async function isFile(file: string): Promise<boolean> {
  if (isForbiddenPath(file)) return false;
  return stat(file).then(
    (facts) => facts.isFile(),
    () => false,
  );
}
