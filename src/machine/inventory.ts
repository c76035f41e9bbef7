import type { KeyReader } from '../credentials/key';
import { CLI_AUTH_CHOICES, CLI_VARIABLES } from '../knowledge/environment';
import { cliSettings } from './cli-settings';
import { isForbiddenPath } from './credential-path';
import { userIgnore } from './git-tree';
import { NodeKeys } from './key-reader';
import { type Machine, thisMachine } from './machine';
import { ConfigFiles, type ConfigFilesOptions } from './sources/config-files';
import { Environment } from './sources/environment';
import type { CredentialSource, Held, Place } from './sources/source';
import { TrackedFiles } from './tracked-files';

/** Every credential found, in the order of the sources. */
export interface Inventory {
  readonly held: readonly Held[];
  readonly places: readonly Place[];
  /** To watch. */
  readonly files: readonly string[];
  /** The profile and method that the CLI takes in this environment. */
  readonly cli: { readonly profile?: string; readonly auth?: string };
}

export async function takeInventory(
  sources: readonly CredentialSource[],
  machine: Machine = thisMachine(),
  now = Date.now(),
  keys: KeyReader = new NodeKeys(),
): Promise<Inventory> {
  const context = { machine, now, keys, git: userIgnore(), tracked: new TrackedFiles(true) };
  const [readings, settings] = await Promise.all([
    Promise.all(sources.map((source) => source.read(context))),
    cliSettings(machine),
  ]);
  const { environment } = machine;
  return {
    held: readings.flatMap(({ held }) => held),
    places: merged(readings.flatMap(({ places }) => places)),
    files: watchable([...readings.flatMap(({ files }) => files), ...(settings.file ? [settings.file] : [])]),
    cli: {
      profile: environment[CLI_VARIABLES.profile] ?? settings.profile,
      auth: knownAuth(environment[CLI_VARIABLES.auth]),
    },
  };
}

/** Whatever else stands in the variable may be a secret that went astray. */
const knownAuth = (auth = ''): string | undefined => (CLI_AUTH_CHOICES.includes(auth) ? auth : undefined);

/** What several sources say of one file stands together. */
function merged(places: readonly Place[]): Place[] {
  const byPath = new Map<string, Place>();
  for (const place of places) {
    const known = byPath.get(place.path);
    byPath.set(place.path, known ? { ...known, problems: [...known.problems, ...place.problems] } : place);
  }
  return [...byPath.values()];
}

/** Nobody watches, or asks for, what is never opened. */
const watchable = (files: readonly string[]): string[] => [...new Set(files)].filter((file) => !isForbiddenPath(file));

/** What every adapter looks at: configuration files and the environment. */
export const standardSources = (options: ConfigFilesOptions = {}): CredentialSource[] => [
  new ConfigFiles(options),
  new Environment(),
];
