import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { type KeyFacts, type KeyFailure, type KeyReader, type KeyReading, pemKind } from '../credentials/key';

/**
 * Keys are parsed by the platform: a library that throws outside of any try would take the editor down. To parse one takes
 * half a millisecond; profiles share keys, and are read again whenever a file changes. What is kept is public: facts and
 * fingerprint, by a digest of the key.
 */
export class NodeKeys implements KeyReader {
  private readonly known = new Map<string, KeyReading>();

  read(pem: string, passphrase: string | undefined): KeyReading {
    const known = this.parsed(pem, passphrase);
    if (known) return known;
    const reading = readKey(pem, passphrase);
    if (this.known.size >= MOST_KNOWN) this.known.clear();
    this.known.set(digestOf(pem, passphrase), reading);
    return reading;
  }

  /** What is known without parsing. */
  parsed(pem: string, passphrase: string | undefined): KeyReading | undefined {
    return this.known.get(digestOf(pem, passphrase));
  }
}

const MOST_KNOWN = 2_000;

/**
 * Parses a few keys and leaves the others for later: two hundred of them would keep the eyes of the user waiting. Those
 * that were parsed before are known at once.
 */
export class FewKeys implements KeyReader {
  /** How many were left. */
  left = 0;

  constructor(
    private readonly keys: NodeKeys,
    private most = MOST_AT_ONCE,
  ) {}

  read(pem: string, passphrase: string | undefined): KeyReading | undefined {
    const known = this.keys.parsed(pem, passphrase);
    if (known) return known;
    if (this.most > 0) {
      this.most -= 1;
      return this.keys.read(pem, passphrase);
    }
    this.left += 1;
    return undefined;
  }
}

const MOST_AT_ONCE = 12;

const digestOf = (pem: string, passphrase: string | undefined): string =>
  createHash('sha256')
    .update(`${passphrase === undefined ? '' : `${passphrase.length} ${passphrase}`}\n${pem}`)
    .digest('base64');

function readKey(pem: string, passphrase: string | undefined): KeyReading {
  const opened = openKey(pem, passphrase);
  if ('failure' in opened) return opened;
  return { facts: factsOf(opened.key), encrypted: opened.encrypted };
}

/** The key decrypted, for whoever signs with it; undefined where it does not open. */
export function decryptedKey(pem: string, passphrase: string | undefined): string | undefined {
  const opened = openKey(pem, passphrase);
  if ('failure' in opened || opened.key.asymmetricKeyType !== 'rsa') return undefined;
  return opened.key.export({ type: 'pkcs8', format: 'pem' }).toString();
}

type Opened = { readonly key: KeyObject; readonly encrypted: boolean } | { readonly failure: KeyFailure };

function openKey(pem: string, passphrase: string | undefined): Opened {
  const kind = pemKind(pem);
  if (kind !== 'private' && kind !== 'encrypted') return { failure: kind };
  const encrypted = kind === 'encrypted';
  if (encrypted && passphrase === undefined) return { failure: 'passphrase-missing' };
  try {
    return { key: createPrivateKey(encrypted ? { key: pem, passphrase } : pem), encrypted };
  } catch (error) {
    return { failure: encrypted ? failureOfEncrypted(error) : 'damaged' };
  }
}

/** A wrong pass phrase nearly always breaks the padding; a cipher that the platform lacks says so. */
function failureOfEncrypted(error: unknown): KeyFailure {
  const { code } = error as { code?: string };
  if (code === 'ERR_OSSL_EVP_UNSUPPORTED') return 'encryption-unsupported';
  if (code === 'ERR_OSSL_PEM_NO_START_LINE' || code === 'ERR_OSSL_PEM_BAD_BASE64_DECODE') return 'damaged';
  return 'passphrase-wrong';
}

function factsOf(key: KeyObject): KeyFacts {
  const publicKey = createPublicKey(key);
  const type = key.asymmetricKeyType ?? 'unknown';
  const { n, e } = type === 'rsa' ? publicKey.export({ format: 'jwk' }) : {};
  return { type, bits: key.asymmetricKeyDetails?.modulusLength, fingerprint: fingerprintOf(publicKey), n, e };
}

export function fingerprintOf(publicKey: KeyObject): string {
  const der = publicKey.export({ type: 'spki', format: 'der' });
  return createHash('md5')
    .update(der)
    .digest('hex')
    .replace(/(..)(?=.)/g, '$1:');
}

export interface GeneratedKey {
  readonly privatePem: string;
  readonly publicPem: string;
  readonly fingerprint: string;
}

/** The last line by which OCI recognises its keys; the CLI warns where it is missing. */
const LABEL = 'OCI_API_KEY';

/** A fresh signing key: the private half for a file of mode 0600, the public half to upload. */
export function generateSigningKey(): GeneratedKey {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    privatePem: `${privateKey.export({ type: 'pkcs8', format: 'pem' })}${LABEL}\n`,
    publicPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    fingerprint: fingerprintOf(publicKey),
  };
}
