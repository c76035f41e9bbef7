/** What a private key is, without the key. */
export interface KeyFacts {
  /** `rsa`, `ec`, `ed25519`, … */
  readonly type: string;
  readonly bits?: number;
  /** MD5 over the DER of the public key, as OCI shows it. */
  readonly fingerprint: string;
  /** The modulus and exponent of an RSA key, base64url. */
  readonly n?: string;
  readonly e?: string;
}

export type KeyFailure =
  | 'not-pem'
  | 'openssh'
  | 'public'
  | 'certificate'
  | 'passphrase-missing'
  | 'passphrase-wrong'
  | 'encryption-unsupported'
  | 'damaged';

export type KeyReading = { readonly facts: KeyFacts; readonly encrypted: boolean } | { readonly failure: KeyFailure };

/** Parses keys: the cryptography is handed in. */
export interface KeyReader {
  /** Undefined where the key is not parsed yet. */
  read(pem: string, passphrase: string | undefined): KeyReading | undefined;
}

export type PemKind = 'private' | 'encrypted' | Extract<KeyFailure, 'not-pem' | 'openssh' | 'public' | 'certificate'>;

/** What the first frame says, before anything is parsed. A label after the frame is tolerated by everyone. */
export function pemKind(text: string): PemKind {
  const [, label = ''] = /-----BEGIN ([A-Z0-9 ]{3,40})-----/.exec(text) ?? [];
  if (label === '') return /^(?:ssh-|ecdsa-)/.test(text.trim()) ? 'public' : 'not-pem';
  if (label === 'OPENSSH PRIVATE KEY') return 'openssh';
  if (label.endsWith('PUBLIC KEY')) return 'public';
  if (label.includes('CERTIFICATE')) return 'certificate';
  if (!label.endsWith('PRIVATE KEY')) return 'not-pem';
  return label === 'ENCRYPTED PRIVATE KEY' || /^Proc-Type: 4,ENCRYPTED/m.test(text) ? 'encrypted' : 'private';
}
