import type { Material } from '../credentials/material';
import { type Profile, passphraseOf } from '../credentials/profile';
import { readCredentialFile } from './credential-file';
import { resolvePath } from './credential-path';
import { decryptedKey } from './key-reader';
import type { Machine } from './machine';

type Values = Pick<Profile, 'get' | 'method'>;

/** The key of a profile, decrypted, with the key id it signs under. Undefined where something is missing. */
export async function profileMaterial(
  profile: Values,
  machine: Machine,
  keyContent?: string,
): Promise<Material | undefined> {
  const value = (key: string): string => profile.get(key)?.value ?? '';
  const region = value('region');
  if (profile.method === 'instance-principal') return { kind: 'principal', method: 'instance-principal', region };
  if (profile.method === 'delegation-token') return delegationMaterial(value('delegation_token_file'), region, machine);
  const pem = keyContent ?? (await textOf(value('key_file'), machine));
  const privateKey = pem && decryptedKey(pem, passphraseOf(profile)?.value || undefined);
  if (!privateKey) return undefined;
  const tenancy = value('tenancy');
  const shared = { kind: 'signature', method: profile.method, privateKey, region, tenancy } as const;
  if (profile.method === 'session-token') {
    const token = await tokenIn(value('security_token_file'), machine);
    return token ? { ...shared, keyId: `ST$${token}` } : undefined;
  }
  if (profile.method !== 'iam-api-key') return undefined;
  const [user, fingerprint] = [value('user'), value('fingerprint').toLowerCase()];
  if (![tenancy, user, fingerprint].every((part) => /^[\w.:-]+$/.test(part))) return undefined;
  return { ...shared, keyId: `${tenancy}/${user}/${fingerprint}` };
}

async function delegationMaterial(file: string, region: string, machine: Machine): Promise<Material | undefined> {
  const delegation = await tokenIn(file, machine);
  return delegation ? { kind: 'principal', method: 'delegation-token', delegation, region } : undefined;
}

/** Anything but a token would end up in a header. */
async function tokenIn(file: string, machine: Machine): Promise<string | undefined> {
  const token = (await textOf(file, machine))?.trim();
  return token && /^[\w.~+/=-]+$/.test(token) ? token : undefined;
}

async function textOf(written: string, machine: Machine): Promise<string | undefined> {
  if (!written) return undefined;
  const state = await readCredentialFile(resolvePath(written, machine));
  return state.state === 'read' ? state.text : undefined;
}
