import type { Credential, SourceKind } from '../../credentials/credential';
import { readDotenv } from '../../credentials/dotenv';
import { type GenAiKeyFacts, genAiKeyProblems, genAiSecretProblems } from '../../credentials/genai-key';
import { byWeight, type Problem } from '../../credentials/problem';
import { reachOf } from '../../credentials/reach';
import { GENAI_KEY_VARIABLES, OPENAI_BASE_URL_VARIABLES } from '../../knowledge/environment';
import { genAiEndpoint } from '../../knowledge/host';
import { REGIONS } from '../../knowledge/region';
import { readCredentialFile } from '../credential-file';
import { resolvePath, shownPath } from '../credential-path';
import type { CredentialSource, Held, ReadContext, SourceReading } from './source';

interface Variable {
  readonly name: string;
  readonly value: string;
  readonly line?: number;
}

interface Origin {
  readonly source: SourceKind;
  readonly origin: string;
  readonly file?: string;
}

/** Names that other products use as well count only beside an address of OCI. */
const SHARED_NAMES: ReadonlySet<string> = new Set(['OPENAI_API_KEY', 'ORACLE_API_KEY', 'GENAI_API_KEY']);

/** GenAI API keys among variables. */
export function genAiKeysOf(variables: readonly Variable[], origin: Origin, now: number): Held[] {
  const endpoint = variables
    .filter(({ name }) => OPENAI_BASE_URL_VARIABLES.includes(name))
    .map(({ value }) => genAiEndpoint(value))
    .find((found) => found !== undefined);
  const region = endpoint?.region ?? variables.find(({ name }) => name === 'OCI_REGION')?.value;
  return variables
    .filter(({ name, value }) => GENAI_KEY_VARIABLES.includes(name) && value !== '')
    .filter(({ name }) => !SHARED_NAMES.has(name) || endpoint !== undefined)
    .map((variable) => genAiKey(variable, origin, region, now));
}

function genAiKey({ name, value, line }: Variable, origin: Origin, region: string | undefined, now: number): Held {
  const known = region !== undefined && REGIONS.has(region) ? region : undefined;
  const location = origin.file === undefined ? undefined : { file: origin.file, line: line ?? 0 };
  const facts = { name, region: known, inFile: location !== undefined };
  return {
    credential: {
      ...keyCredential(`${origin.source}:${origin.file ?? ''}:${name}`, facts, origin, now, value),
      location,
    },
    material: async () => (known ? { kind: 'bearer', secret: value.trim(), region: known } : undefined),
  };
}

function keyCredential(id: string, facts: GenAiKeyFacts, origin: Origin, now: number, secret?: string): Credential {
  return {
    id,
    label: facts.name,
    source: origin.source,
    origin: origin.origin,
    method: 'genai-api-key',
    region: facts.region,
    expiry: facts.expires,
    problems: [...(secret === undefined ? [] : genAiSecretProblems(secret)), ...genAiKeyProblems(facts, now)].sort(
      byWeight,
    ),
    reach: reachOf('genai-api-key'),
  };
}

/** A key that OCI told of: what it is, but not its secret, which OCI shows once. */
export function listedKey(key: GenAiKeyFacts & { readonly ocid: string; readonly item: string }, now: number): Held {
  const origin = { source: 'management', origin: 'keys that OCI lists' } as const;
  return {
    credential: keyCredential(`management:${key.ocid}:${key.item}`, key, origin, now),
    material: async () => undefined,
  };
}

/** `.env` files that the caller found and may read. */
export class DotenvFiles implements CredentialSource {
  constructor(private readonly files: readonly string[]) {}

  async read({ machine, now }: ReadContext): Promise<SourceReading> {
    const files = this.files.map((file) => resolvePath(file, machine));
    const read = await Promise.all(
      files.map(async (file): Promise<Held[]> => {
        const state = await readCredentialFile(file);
        if (state.state !== 'read') return [];
        return genAiKeysOf(readDotenv(state.text), { source: 'dotenv', origin: shownPath(file, machine), file }, now);
      }),
    );
    return { held: read.flat(), places: [], files };
  }
}

/** Where an adapter keeps keys, such as the secret storage of an editor. */
export interface KeyVault {
  list(): Promise<readonly GenAiKeyFacts[]>;
  secret(name: string): Promise<string | undefined>;
}

const LOCKED: Problem = {
  code: 'not-checked',
  severity: 'warning',
  message: 'the secret storage does not give the key: unlock the keyring of the system, then refresh',
};

/** GenAI API keys that the user put into a vault. */
export class StoredKeys implements CredentialSource {
  constructor(private readonly vault: KeyVault) {}

  async read({ now }: ReadContext): Promise<SourceReading> {
    const keys = await this.vault.list();
    const held = await Promise.all(keys.map((key) => this.hold(key, now)));
    return { held, places: [], files: [] };
  }

  private async hold(key: GenAiKeyFacts, now: number): Promise<Held> {
    const { name, region } = key;
    // One locked keyring does not hide every other credential.
    const read = (): Promise<string | undefined> => this.vault.secret(name).catch(() => undefined);
    let locked = false;
    const secret = await this.vault.secret(name).catch(() => {
      locked = true;
      return undefined;
    });
    const origin = { source: 'secret-storage', origin: 'secret storage' } as const;
    const credential = keyCredential(`secret-storage:${name}`, key, origin, now, locked ? undefined : (secret ?? ''));
    return {
      credential: locked ? { ...credential, problems: [LOCKED, ...credential.problems] } : credential,
      material: async () => {
        const current = await read();
        return current && region ? { kind: 'bearer', secret: current.trim(), region } : undefined;
      },
    };
  }
}
