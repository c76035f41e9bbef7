import { createPublicKey, createSign, createVerify } from 'node:crypto';
import type { KeyPair } from './keys';

export type Claims = Readonly<Record<string, unknown>> & { readonly exp: number; readonly iat: number };

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Issues and checks the JWTs behind `ST$`, delegation tokens and identity-domain access tokens. */
export class TokenIssuer {
  constructor(private readonly keys: KeyPair) {}

  issue(claims: Readonly<Record<string, unknown>>, lifetimeSeconds: number, now = Date.now()): string {
    const issuedAt = Math.floor(now / 1000);
    const header = { alg: 'RS256', typ: 'JWT', kid: 'local-oci' };
    const body = { ...claims, iat: issuedAt, exp: issuedAt + lifetimeSeconds };
    const signed = `${encode(header)}.${encode(body)}`;
    return `${signed}.${createSign('RSA-SHA256').update(signed).sign(this.keys.privatePem, 'base64url')}`;
  }

  /** Binds a token to the public key whose private half signs the requests. */
  issueBound(
    claims: Readonly<Record<string, unknown>>,
    publicPem: string,
    lifetimeSeconds: number,
    now = Date.now(),
  ): string {
    const { kty, n, e } = createPublicKey(publicPem).export({ format: 'jwk' });
    const jwk = JSON.stringify({ kid: 'local-oci', kty, n, e, alg: 'RS256', use: 'sig' });
    return this.issue({ ...claims, jwk }, lifetimeSeconds, now);
  }

  /** The claims of a token that this issuer signed and that has not expired. */
  verify(token: string, now: number): Claims | undefined {
    const [header, body, signature] = token.split('.');
    if (!header || !body || !signature) return undefined;
    const genuine = createVerify('RSA-SHA256')
      .update(`${header}.${body}`)
      .verify(this.keys.publicPem, signature, 'base64url');
    if (!genuine) return undefined;
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as Claims;
    return claims.exp * 1000 > now ? claims : undefined;
  }
}

/** The key that a bound token vouches for. */
export function boundKey(claims: Claims): string | undefined {
  if (typeof claims['jwk'] !== 'string') return undefined;
  return createPublicKey({ key: JSON.parse(claims['jwk']), format: 'jwk' })
    .export({ type: 'spki', format: 'pem' })
    .toString();
}
