import { createHash, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { genaiKey } from '../../rules/material';

/** Throwaway keys of every kind and encoding, made for this run. */
const rsa: KeyObject = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const ec: KeyObject = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const ed: KeyObject = generateKeyPairSync('ed25519').privateKey;

const pem = (key: KeyObject, type: 'pkcs1' | 'pkcs8' | 'sec1', passphrase?: string): string =>
  key
    .export({ type, format: 'pem', ...(passphrase ? { cipher: 'aes-256-cbc', passphrase } : {}) } as never)
    .toString()
    .trim();

export const PEMS: Readonly<Record<string, string>> = {
  'PKCS#8 RSA': pem(rsa, 'pkcs8'),
  'PKCS#1 RSA': pem(rsa, 'pkcs1'),
  'encrypted PKCS#8': pem(rsa, 'pkcs8', 'x'),
  'encrypted PKCS#1': pem(rsa, 'pkcs1', 'x'),
  'SEC 1 EC': pem(ec, 'sec1'),
  'PKCS#8 EC': pem(ec, 'pkcs8'),
  'PKCS#8 Ed25519': pem(ed, 'pkcs8'),
};

export const RSA = PEMS['PKCS#8 RSA'] as string;
export const PUBLIC = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .publicKey.export({ type: 'spki', format: 'pem' })
  .toString()
  .trim();
export const bodyOf = (key: string): string => key.split('\n').slice(1, -1).join('');
export const base64 = (text: string): string => Buffer.from(text).toString('base64');
export const escaped = (text: string): string => text.replaceAll('\n', '\\n');

// Without vowels, so that chance makes no word of a placeholder.
const letters = 'bcdfghjklmnpqrstvwz234567';
const unique = (): string => `aaaaaaaa${[...randomBytes(52)].map((byte) => letters[byte % letters.length]).join('')}`;
export const USER = `ocid1.user.oc1..${unique()}`;
export const TENANCY = `ocid1.tenancy.oc1..${unique()}`;
export const FINGERPRINT = createHash('md5')
  .update('principled')
  .digest('hex')
  .replace(/(..)(?!$)/g, '$1:');
export const SK = genaiKey();

const part = (claims: object): string => Buffer.from(JSON.stringify(claims)).toString('base64url');
export const TOKEN = [
  part({ kid: 'asw_oc1_x', alg: 'RS256' }),
  part({ sub: USER, iss: 'authService.oracle.com', tenant: TENANCY, exp: 1 }),
  randomBytes(128).toString('base64url'),
].join('.');
