import type { ConfigFile } from '../../credentials/config-file';
import type { Credential } from '../../credentials/credential';
import { type ProfileHealth, profileHealth } from '../../credentials/health/profile-health';
import { byWeight, type Problem } from '../../credentials/problem';
import type { Profile } from '../../credentials/profile';
import { reachOf } from '../../credentials/reach';
import { readSecretFile } from '../credential-file';
import { resolvePath } from '../credential-path';
import { profileMaterial } from '../profile-material';
import type { Held, Place, ReadContext } from './source';

/** The profiles of one file, with the files that they name. */
export class ProfileReader {
  readonly files: string[] = [];
  /** By profile: problems of its lines. */
  private readonly lines = new Map<string, Problem[]>();

  constructor(
    private readonly place: Place,
    config: ConfigFile,
    private readonly duplicates: ReadonlyMap<Profile, Problem>,
    private readonly context: ReadContext,
  ) {
    for (const problem of config.problems) {
      if (problem.profile === undefined) continue;
      const known = this.lines.get(problem.profile);
      if (known) known.push(problem);
      else this.lines.set(problem.profile, [problem]);
    }
  }

  async read(profile: Profile): Promise<Held> {
    const { machine } = this.context;
    return {
      credential: this.credential(profile, await this.health(profile)),
      material: () => profileMaterial(profile, machine),
    };
  }

  /** One profile that cannot be checked is no reason to lose the others. */
  private async health(profile: Profile): Promise<ProfileHealth> {
    try {
      const [key, token, delegation] = await Promise.all([
        this.readNamed(profile, 'key_file'),
        profile.method === 'session-token' ? this.readNamed(profile, 'security_token_file') : undefined,
        profile.method === 'delegation-token' ? this.readNamed(profile, 'delegation_token_file') : undefined,
      ]);
      const { keys: keyReader, now } = this.context;
      return profileHealth({ profile, key, token, delegation, keyReader, now });
    } catch {
      const message = 'this profile could not be checked';
      return { problems: [{ code: 'not-checked', severity: 'warning', message, span: profile.header }] };
    }
  }

  private readNamed(profile: Profile, key: string): ReturnType<typeof readSecretFile> | undefined {
    const written = profile.get(key)?.value;
    if (!written) return undefined;
    const file = resolvePath(written, this.context.machine);
    this.files.push(file);
    return readSecretFile(file, this.context);
  }

  private credential(profile: Profile, health: ProfileHealth): Credential {
    const { path, label } = this.place;
    const value = (key: string): string | undefined => profile.get(key)?.value || undefined;
    const duplicate = this.duplicates.get(profile);
    const lines = [...(this.lines.get(profile.name) ?? []), ...(duplicate ? [duplicate] : [])];
    return {
      id: `config:${path}:${profile.name}`,
      label: profile.name,
      source: 'config',
      origin: label,
      method: profile.method,
      profile: profile.name,
      region: value('region'),
      tenancy: value('tenancy'),
      user: profile.method === 'iam-api-key' ? value('user') : undefined,
      fingerprint: value('fingerprint'),
      expiry: health.expiry,
      problems: [...lines, ...health.problems].sort(byWeight),
      reach: reachOf(profile.method),
      location: { file: path, line: profile.header.line },
    };
  }
}
