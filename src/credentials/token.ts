/** What a security token says of itself. Decoded, never verified: for display and comparison only. */
export interface TokenClaims {
  /** Milliseconds. */
  readonly expires?: number;
  readonly issued?: number;
  readonly tenancy?: string;
  readonly subject?: string;
  /** The public key that the token vouches for. */
  readonly key?: { readonly n: string; readonly e: string };
}

/** Undefined when the text is no JWT. Never throws. */
export function decodeToken(text: string): TokenClaims | undefined {
  const parts = text.trim().split('.');
  const payload = parts.length === 3 ? parseObject(parts[1] ?? '') : undefined;
  if (!payload) return undefined;
  return {
    expires: milliseconds(payload['exp']),
    issued: milliseconds(payload['iat']),
    tenancy: textOf(payload['tenant']) ?? textOf(payload['res_tenant']),
    subject: textOf(payload['sub']),
    key: keyOf(payload['jwk']),
  };
}

function parseObject(base64url: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(atob(base64url.replace(/-/g, '+').replace(/_/g, '/')));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** OCI embeds the key as a string of JSON. */
function keyOf(jwk: unknown): TokenClaims['key'] {
  let key: unknown = jwk;
  if (typeof jwk === 'string') {
    try {
      key = JSON.parse(jwk);
    } catch {
      return undefined;
    }
  }
  if (typeof key !== 'object' || key === null) return undefined;
  const { n, e } = key as Record<string, unknown>;
  return typeof n === 'string' && typeof e === 'string' ? { n, e } : undefined;
}

/** Beyond it there is no date (ECMA-262, time values). */
const LAST_MOMENT = 8.64e15;

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const milliseconds = (value: unknown): number | undefined =>
  typeof value === 'number' && Math.abs(value * 1000) <= LAST_MOMENT ? value * 1000 : undefined;
