import { createHash, createPublicKey, generateKeyPairSync } from 'node:crypto';

export interface KeyPair {
  readonly privatePem: string;
  readonly publicPem: string;
}

export function generateKeys(): KeyPair {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  return { privatePem: privateKey, publicPem: publicKey };
}

/** OCI's fingerprint: MD5 over the DER of the public key, colon separated. */
export function fingerprintOf(pem: string): string {
  const der = createPublicKey(pem).export({ type: 'spki', format: 'der' });
  return (createHash('md5').update(der).digest('hex').match(/../g) ?? []).join(':');
}

/** SDKs send public keys with or without the PEM frame. */
export function publicKeyFromText(text: string): string {
  const pem = text.includes('-----BEGIN') ? text : `-----BEGIN PUBLIC KEY-----\n${text}\n-----END PUBLIC KEY-----\n`;
  return createPublicKey(pem).export({ type: 'spki', format: 'pem' }).toString();
}
