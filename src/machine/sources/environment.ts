import type { Credential } from '../../credentials/credential';
import type { FileState } from '../../credentials/file-state';
import { profileHealth } from '../../credentials/health/profile-health';
import type { Problem } from '../../credentials/problem';
import { looseProfile, type Profile } from '../../credentials/profile';
import { reachOf } from '../../credentials/reach';
import { CLI_AUTH_METHODS, CLI_VARIABLES, TERRAFORM_VARIABLES } from '../../knowledge/environment';
import type { Method } from '../../knowledge/method';
import { readSecretFile } from '../credential-file';
import { resolvePath } from '../credential-path';
import type { Machine } from '../machine';
import { profileMaterial } from '../profile-material';
import { genAiKeysOf } from './genai-keys';
import { okeIdentity, resourcePrincipal } from './principals';
import type { CredentialSource, Held, ReadContext, SourceReading } from './source';

/** A set of variables that together are an identity. */
interface VariableSet {
  readonly id: string;
  readonly label: string;
  /** Key of the configuration file → variable. */
  readonly variables: Readonly<Record<string, string>>;
}

const SETS: readonly VariableSet[] = [
  {
    id: 'cli',
    label: 'OCI_CLI_* variables',
    variables: {
      user: CLI_VARIABLES.user,
      tenancy: CLI_VARIABLES.tenancy,
      fingerprint: CLI_VARIABLES.fingerprint,
      key_file: CLI_VARIABLES.keyFile,
      key_content: CLI_VARIABLES.keyContent,
      pass_phrase: CLI_VARIABLES.passphrase,
      region: CLI_VARIABLES.region,
      security_token_file: CLI_VARIABLES.securityTokenFile,
    },
  },
  {
    id: 'terraform',
    label: 'TF_VAR_* variables',
    variables: {
      user: TERRAFORM_VARIABLES.user,
      tenancy: TERRAFORM_VARIABLES.tenancy,
      fingerprint: TERRAFORM_VARIABLES.fingerprint,
      key_file: TERRAFORM_VARIABLES.keyFile,
      pass_phrase: TERRAFORM_VARIABLES.passphrase,
      region: TERRAFORM_VARIABLES.region,
    },
  },
];

/** Without one of these the other variables only adjust a profile. */
const IDENTIFYING = ['user', 'key_file', 'key_content', 'security_token_file'];

/** Identities that stand in the environment of this process. */
export class Environment implements CredentialSource {
  async read(context: ReadContext): Promise<SourceReading> {
    const files: string[] = [];
    const sets = await Promise.all(SETS.map((set) => readSet(set, context, files)));
    const principals = [await resourcePrincipal(context), okeIdentity(context)];
    const variables = Object.entries(context.machine.environment).map(([name, value]) => ({
      name,
      value: value ?? '',
    }));
    const keys = genAiKeysOf(variables, { source: 'environment', origin: 'environment' }, context.now);
    const held = [...sets, ...principals].filter((one): one is Held => one !== undefined);
    return { held: [...held, ...keys], places: [], files };
  }
}

async function readSet(set: VariableSet, context: ReadContext, files: string[]): Promise<Held | undefined> {
  const { machine, now, keys: keyReader } = context;
  const values = valuesOf(set, machine);
  if (!IDENTIFYING.some((key) => values.has(key))) return undefined;
  // A key in a variable stands where a file's name would.
  const content = values.get('key_content');
  values.delete('key_content');
  if (content) values.set('key_file', '~/key-content');
  const profile = looseProfile(set.label, methodOf(set, values, machine), values);
  const readNamed = (key: string): Promise<FileState> | undefined => {
    const written = values.get(key);
    if (!written) return undefined;
    const file = resolvePath(written, machine);
    files.push(file);
    return readSecretFile(file);
  };
  const [key, token] = await Promise.all([
    content ? ({ state: 'read', path: '', text: content } as const) : readNamed('key_file'),
    profile.method === 'session-token' ? readNamed('security_token_file') : undefined,
  ]);
  const health = profileHealth({ profile, key, token, keyReader, now });
  const credential: Credential = {
    ...credentialOf(set, profile),
    expiry: health.expiry,
    problems: health.problems.map(withoutPlace),
  };
  return { credential, material: () => profileMaterial(profile, machine, content) };
}

function valuesOf({ variables }: VariableSet, { environment }: Machine): Map<string, string> {
  const pairs = Object.entries(variables).map(([key, name]): [string, string] => [
    key,
    environment[name]?.trim() ?? '',
  ]);
  return new Map(pairs.filter(([, value]) => value !== ''));
}

function methodOf({ id }: VariableSet, values: ReadonlyMap<string, string>, { environment }: Machine): Method {
  const auth = id === 'cli' ? environment[CLI_VARIABLES.auth] : undefined;
  if (auth !== undefined && Object.hasOwn(CLI_AUTH_METHODS, auth)) {
    return CLI_AUTH_METHODS[auth as keyof typeof CLI_AUTH_METHODS];
  }
  return values.has('security_token_file') ? 'session-token' : 'iam-api-key';
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

/** A variable has no line to open. */
const withoutPlace = ({ span: _span, profile: _profile, repair: _repair, ...rest }: Problem): Problem => rest;
