import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';

interface Material {
  readonly pem: string;
  readonly fingerprint: string;
}

function generate(): Material {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const der = publicKey.export({ type: 'spki', format: 'der' });
  const fingerprint = createHash('md5')
    .update(der)
    .digest('hex')
    .replace(/(..)(?!$)/g, '$1:');
  return { pem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString().trim(), fingerprint };
}

let made: Material | undefined;

const ocid = (kind: string): string => `ocid1.${kind}.oc1..aaaaaaaa${randomBytes(26).toString('hex')}`;

/** Without vowels, so that chance makes no word of a placeholder. */
const LETTERS = 'BCDFGHJKLMNPQRSTVWZbcdfghjkmnpqrstvwz23456789';

const word = (length: number): string =>
  [...randomBytes(length)].map((byte) => LETTERS[byte % LETTERS.length] ?? 'k').join('');

/** Looks like a GenAI API key, and is none. */
export const genaiKey = (): string => `sk-${word(48)}`;

/**
 * Fills `{{PEM}}`, `{{PEM_ESCAPED}}`, `{{PEM_BASE64}}`, `{{SK}}`, `{{FINGERPRINT}}`, `{{USER_OCID}}`,
 * `{{TENANCY_OCID}}` with throwaway material made for this run, so that no key-like text is kept in the repository.
 */
export function fill(text: string): string {
  if (!text.includes('{{')) return text;
  made ??= generate();
  const values: Readonly<Record<string, string>> = {
    PEM: made.pem,
    PEM_ESCAPED: made.pem.replaceAll('\n', '\\n'),
    PEM_BASE64: Buffer.from(made.pem).toString('base64'),
    PEM_BODY: made.pem.split('\n').slice(1, -1).join(''),
    SK: genaiKey(),
    FINGERPRINT: made.fingerprint,
    USER_OCID: ocid('user'),
    TENANCY_OCID: ocid('tenancy'),
  };
  return text.replace(/\{\{([A-Z_0-9]+)\}\}/g, (whole, name: string) => values[name] ?? whole);
}
