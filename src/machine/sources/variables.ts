import type { Credential } from '../../credentials/credential';
import type { FileState } from '../../credentials/file-state';
import { profileHealth } from '../../credentials/health/profile-health';
import type { Problem } from '../../credentials/problem';
import { looseProfile, type Profile } from '../../credentials/profile';
import { reachOf } from '../../credentials/reach';
import type { Method } from '../../knowledge/method';
import { readSecretFile } from '../credential-file';
import { resolvePath } from '../credential-path';
import type { Machine } from '../machine';
import { profileMaterial } from '../profile-material';
import type { Held, ReadContext } from './source';

/** A set of variables that together are an identity. */
export interface VariableSet {
  readonly id: string;
  readonly label: string;
  /** Key of the configuration file → variable. */
  readonly variables: Readonly<Record<string, string>>;
}

/** What is set and not blank, by the keys of a configuration file. */
export function valuesOf({ variables }: VariableSet, { environment }: Machine): Map<string, string> {
  const pairs = Object.entries(variables).map(([key, name]): [string, string] => [
    key,
    environment[name]?.trim() ?? '',
  ]);
  return new Map(pairs.filter(([, value]) => value !== ''));
}

interface Variables {
  readonly set: VariableSet;
  readonly method: Method;
  readonly values: ReadonlyMap<string, string>;
  /** The profile that the variables adjust. */
  readonly beneath?: Profile;
  readonly cliOnly?: boolean;
  readonly context: ReadContext;
  /** To watch: added to. */
  readonly files: string[];
}

export async function heldVariables(variables: Variables): Promise<Held> {
  const { set, method, beneath, cliOnly, context, files } = variables;
  const { machine, now, keys: keyReader } = context;
  // A key in a variable stands where a file's name would.
  const { key_content: content, ...rest } = Object.fromEntries(variables.values);
  const values = new Map(Object.entries(content ? { ...rest, key_file: '~/key-content' } : rest));
  const profile = looseProfile(set.label, method, values, beneath);
  const readNamed = (key: string, wanted: boolean): Promise<FileState> | undefined => {
    const written = wanted ? profile.get(key)?.value : undefined;
    if (!written) return undefined;
    const file = resolvePath(written, machine);
    files.push(file);
    return readSecretFile(file, context);
  };
  const [key, token, delegation] = await Promise.all([
    content
      ? ({ state: 'read', path: '', text: content } as const)
      : readNamed('key_file', method === 'iam-api-key' || method === 'session-token'),
    readNamed('security_token_file', method === 'session-token'),
    readNamed('delegation_token_file', method === 'delegation-token'),
  ]);
  const health = profileHealth({ profile, key, token, delegation, keyReader, now, cliOnly });
  const credential: Credential = {
    ...credentialOf(set, profile),
    expiry: health.expiry,
    problems: health.problems.map(withoutPlace),
  };
  return { credential, material: () => profileMaterial(profile, machine, content) };
}

function credentialOf(set: VariableSet, profile: Profile): Omit<Credential, 'problems'> {
  const value = (key: string): string | undefined => profile.get(key)?.value;
  return {
    id: `environment:${set.id}`,
    label: set.label,
    source: 'environment',
    origin: 'environment',
    method: profile.method,
    region: value('region'),
    tenancy: value('tenancy'),
    user: value('user'),
    fingerprint: value('fingerprint'),
    reach: reachOf(profile.method),
  };
}

/** A variable has no line to open or to edit; the files that it names are mended like others. */
function withoutPlace({ span: _span, profile: _profile, repair, ...rest }: Problem): Problem {
  return repair && 'path' in repair ? { ...rest, repair } : rest;
}
