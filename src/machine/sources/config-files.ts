import { type ConfigFile, readConfig } from '../../credentials/config-file';
import type { Credential } from '../../credentials/credential';
import { FILE_FAILURES } from '../../credentials/file-state';
import { duplicateProblems } from '../../credentials/health/duplicates';
import { type ProfileHealth, profileHealth } from '../../credentials/health/profile-health';
import { byWeight, type Problem } from '../../credentials/problem';
import { type Profile, profilesOf } from '../../credentials/profile';
import { reachOf } from '../../credentials/reach';
import { type ConfigLocation, configLocations } from '../config-location';
import { readCredentialFile, readSecretFile } from '../credential-file';
import { resolvePath, shownPath } from '../credential-path';
import { nodeKeyReader } from '../key-reader';
import { profileMaterial } from '../profile-material';
import type { CredentialSource, Held, Place, ReadContext, SourceReading } from './source';

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
    const readings = await Promise.all(locations.map((location) => readLocation(location, context)));
    return {
      held: readings.flatMap(({ held }) => held),
      places: readings.flatMap(({ places }) => places),
      files: [...new Set(readings.flatMap(({ files }) => files))],
    };
  }
}

async function readLocation(location: ConfigLocation, context: ReadContext): Promise<SourceReading> {
  const state = await readCredentialFile(location.path);
  const label = shownPath(location.path, context.machine);
  const files = [location.path];
  if (state.state !== 'read') {
    if (!location.expected && state.state === 'missing') return { held: [], places: [], files };
    const code = state.state === 'missing' ? 'config-missing' : 'config-unreadable';
    const message = `${label} ${FILE_FAILURES[state.state]}`;
    const problems: Problem[] = [{ code, severity: 'error', message }];
    return { held: [], places: [{ path: location.path, label, problems }], files };
  }
  const config = readConfig(state.text);
  const place: Place = { path: location.path, label, problems: placeProblems(config, location) };
  const profiles = profilesOf(config);
  const duplicates = duplicateProblems(profiles);
  const reader = new ProfileReader(location.path, label, config, duplicates, context);
  const held: Held[] = [];
  for (let at = 0; at < profiles.length; at += AT_ONCE) {
    held.push(...(await Promise.all(profiles.slice(at, at + AT_ONCE).map((profile) => reader.read(profile)))));
  }
  return { held, places: [place], files: [...files, ...reader.files] };
}

/** Problems of lines that belong to no profile, and of the file's place. */
function placeProblems(config: ConfigFile, { note }: ConfigLocation): Problem[] {
  const own = config.problems.filter(({ profile }) => profile === undefined || !config.sections.has(profile));
  return note ? [...own, { code: 'config-ignored', severity: 'info', message: note }] : [...own];
}

class ProfileReader {
  readonly files: string[] = [];

  constructor(
    private readonly path: string,
    private readonly label: string,
    private readonly config: ConfigFile,
    private readonly duplicates: readonly Problem[],
    private readonly context: ReadContext,
  ) {}

  async read(profile: Profile): Promise<Held> {
    const [key, token] = await Promise.all([
      this.readNamed(profile, 'key_file'),
      profile.method === 'session-token' ? this.readNamed(profile, 'security_token_file') : undefined,
    ]);
    const health = profileHealth({ profile, key, token, keyReader: nodeKeyReader, now: this.context.now });
    return {
      credential: this.credential(profile, health),
      material: () => profileMaterial(profile, this.context.machine),
    };
  }

  private readNamed(profile: Profile, key: string): ReturnType<typeof readSecretFile> | undefined {
    const written = profile.get(key)?.value;
    if (!written) return undefined;
    const file = resolvePath(written, this.context.machine);
    this.files.push(file);
    return readSecretFile(file);
  }

  private credential(profile: Profile, health: ProfileHealth): Credential {
    const value = (key: string): string | undefined => profile.get(key)?.value || undefined;
    const lines = [...this.config.problems, ...this.duplicates].filter((problem) => problem.profile === profile.name);
    return {
      id: `config:${this.path}:${profile.name}`,
      label: profile.name,
      source: 'config',
      origin: this.label,
      method: profile.method,
      profile: profile.name,
      region: value('region'),
      tenancy: value('tenancy'),
      user: profile.method === 'iam-api-key' ? value('user') : undefined,
      fingerprint: value('fingerprint'),
      expiry: health.expiry,
      problems: [...lines, ...health.problems].sort(byWeight),
      reach: reachOf(profile.method),
      location: { file: this.path, line: profile.header.line },
    };
  }
}
