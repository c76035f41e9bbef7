import { type DuplicateCandidate, duplicateProblems } from '../../credentials/health/duplicates';
import type { Problem } from '../../credentials/problem';
import type { Profile } from '../../credentials/profile';
import { configLocations } from '../config-location';
import { resolvePath } from '../credential-path';
import { type OpenedConfig, openConfig } from './config-place';
import { ProfileReader } from './profile-reader';
import type { CredentialSource, Held, ReadContext, SourceReading } from './source';

/** What a profile may name at most at once; more files than this are read in turns. */
const AT_ONCE = 32;

export interface ConfigFilesOptions {
  /** Files besides the ones that the SDKs read. */
  readonly extra?: readonly string[];
  /** Nothing but these. */
  readonly only?: readonly string[];
}

/** Profiles of `~/.oci/config` and of every other configuration file in use. */
export class ConfigFiles implements CredentialSource {
  constructor(private readonly options: ConfigFilesOptions = {}) {}

  async read(context: ReadContext): Promise<SourceReading> {
    const { only, extra } = this.options;
    const locations = only
      ? only.map((file) => ({ path: resolvePath(file, context.machine), reason: 'given', expected: true }))
      : await configLocations(context.machine, extra);
    const opened = await Promise.all(locations.map((location) => openConfig(location, context.machine)));
    const duplicates = duplicateProblems(opened.flatMap(candidates));
    const readings = await Promise.all(opened.map((config) => readProfiles(config, duplicates, context)));
    return {
      held: readings.flatMap(({ held }) => held),
      places: readings.flatMap(({ places }) => places),
      files: [...new Set(readings.flatMap(({ files }) => files))],
    };
  }
}

const candidates = ({ place: { label }, profiles }: OpenedConfig): DuplicateCandidate[] =>
  profiles.map((profile) => ({ profile, label }));

async function readProfiles(
  { place, isPlace, config, profiles }: OpenedConfig,
  duplicates: ReadonlyMap<Profile, Problem>,
  context: ReadContext,
): Promise<SourceReading> {
  const reader = new ProfileReader(place, config, duplicates, context);
  const held: Held[] = [];
  for (let at = 0; at < profiles.length; at += AT_ONCE) {
    held.push(...(await Promise.all(profiles.slice(at, at + AT_ONCE).map((profile) => reader.read(profile)))));
  }
  return { held, places: isPlace ? [place] : [], files: [place.path, ...reader.files] };
}
