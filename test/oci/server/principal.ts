import type { Method } from '../../../src/knowledge/method';
import type { Plane } from '../../../src/knowledge/plane';
import { NOT_AUTHENTICATED, type Refusal, refusalOf, withoutPolicy } from '../../../src/knowledge/refusal';
import { bearerOf, type OciRequest } from './request';
import { parseSignature, signatureFlaw } from './signature';
import { boundKey, type Claims, TokenIssuer } from './token';
import type { GenAiKey, GenAiKeyItem, World } from './world';

export type KeyIdKind = 'tenancy/user/fingerprint' | 'ST$';

/** Who a request has proven to come from. */
export interface Principal {
  readonly method: Method;
  /** As policies name it: `user`, `instance`, `resource`, `workload`, `generativeaiapikey`, `client`. */
  readonly type: string;
  readonly id: string;
  readonly keyId?: KeyIdKind;
  /** Where a GenAI API key lives: its calls need no compartment header. */
  readonly compartmentId?: string;
}

/** What was shown, whether or not it proved anything. */
export interface Shown {
  readonly keyId?: KeyIdKind;
  readonly bearer?: 'genai-api-key' | 'jwt';
  readonly principal?: Principal;
  /** Why it proved nothing; for the test's eyes, never on the wire. */
  readonly flaw?: string;
}

/** The claims by which this OCI tells its own tokens apart. */
const METHOD_OF_TOKEN: Readonly<Record<string, { method: Method; type: string }>> = {
  login: { method: 'session-token', type: 'user' },
  x509: { method: 'instance-principal', type: 'instance' },
  res_sp: { method: 'resource-principal', type: 'resource' },
  workload: { method: 'oke-workload-identity', type: 'workload' },
  upst: { method: 'token-exchange', type: 'user' },
};

export class Gate {
  private readonly tokens: TokenIssuer;

  constructor(private readonly world: World) {
    this.tokens = new TokenIssuer(world.issuer);
  }

  /** Reads the credential of a request, however it is shown. */
  identify(request: OciRequest, region: string, now: number): Shown {
    const bearer = bearerOf(request);
    if (bearer !== undefined) return this.identifyBearer(bearer, region, now);
    const parsed = parseSignature(request.headers['authorization'] ?? '');
    if (!parsed) return { flaw: 'no credential' };
    const keyId: KeyIdKind = parsed.keyId.startsWith('ST$') ? 'ST$' : 'tenancy/user/fingerprint';
    const known = this.knownKey(parsed.keyId, now);
    if (!known) return { keyId, flaw: 'unknown or expired key' };
    const flaw = signatureFlaw(request, parsed, { publicPem: known.publicPem, now, hostSigned: true });
    if (flaw) return { keyId, flaw };
    return { keyId, ...this.withDelegation(request, parsed.headers, { ...known.principal, keyId }, now) };
  }

  /** The refusal that a credential meets on a plane, from the acceptance table; undefined lets it pass. */
  refusal(shown: Shown, plane: Plane): Refusal | undefined {
    return shown.principal ? refusalOf(shown.principal.method, plane) : NOT_AUTHENTICATED;
  }

  /** What a principal meets in a compartment that no policy opens to it. */
  policyRefusal(principal: Principal, plane: Plane, compartmentId: string): Refusal | undefined {
    const allowed = this.world.policies.some(
      (policy) =>
        ['any', principal.type, principal.id].includes(policy.principal) &&
        (policy.compartmentId === compartmentId ||
          (policy.compartmentId === 'any' && compartmentId !== this.world.closedCompartment)),
    );
    return allowed ? undefined : withoutPolicy(plane);
  }

  private identifyBearer(bearer: string, region: string, now: number): Shown {
    if (bearer.startsWith('sk-')) return { bearer: 'genai-api-key', ...this.genAiPrincipal(bearer, region, now) };
    const claims = this.claimsOf(bearer, now);
    if (claims?.['ttype'] !== 'oauth') return { bearer: 'jwt', flaw: 'no access token of the domain' };
    return { bearer: 'jwt', principal: { method: 'idcs-oauth', type: 'client', id: String(claims['sub']) } };
  }

  private genAiPrincipal(secret: string, region: string, now: number): Shown {
    for (const key of this.world.genAiKeys) {
      const item = key.items.find((candidate) => candidate.secret === secret);
      if (!item) continue;
      const flaw = genAiKeyFlaw(key, item, region, now);
      if (flaw) return { flaw };
      item.timeLastUsed = new Date(now).toISOString();
      return {
        principal: {
          method: 'genai-api-key',
          type: 'generativeaiapikey',
          id: key.id,
          compartmentId: key.compartmentId,
        },
      };
    }
    return { flaw: 'unknown GenAI API key' };
  }

  private knownKey(keyId: string, now: number): { publicPem: string; principal: Principal } | undefined {
    if (keyId.startsWith('ST$')) return this.keyOfToken(keyId.slice(3), now);
    const [tenancy, ocid, fingerprint] = keyId.split('/');
    const user = this.world.users.find((candidate) => candidate.ocid === ocid && candidate.fingerprint === fingerprint);
    if (!user || tenancy !== this.world.tenancy) return undefined;
    return { publicPem: user.keys.publicPem, principal: { method: 'iam-api-key', type: 'user', id: user.ocid } };
  }

  private keyOfToken(token: string, now: number): { publicPem: string; principal: Principal } | undefined {
    const claims = this.claimsOf(token, now);
    const kind = claims && METHOD_OF_TOKEN[String(claims['ttype'])];
    const publicPem = claims && boundKey(claims);
    if (!kind || !publicPem) return undefined;
    return { publicPem, principal: { ...kind, id: String(claims['sub']) } };
  }

  private withDelegation(
    request: OciRequest,
    signedHeaders: readonly string[],
    principal: Principal,
    now: number,
  ): Shown {
    const delegated = request.headers['opc-obo-token'];
    if (delegated === undefined) return { principal };
    if (!signedHeaders.includes('opc-obo-token')) return { flaw: 'unsigned delegation token' };
    const claims = this.claimsOf(delegated, now);
    if (claims?.['ttype'] !== 'obo') return { flaw: 'delegation token' };
    return { principal: { ...principal, method: 'delegation-token', type: 'user', id: String(claims['sub']) } };
  }

  private claimsOf(token: string, now: number): Claims | undefined {
    try {
      return this.tokens.verify(token, now);
    } catch {
      return undefined;
    }
  }
}

function genAiKeyFlaw(key: GenAiKey, item: GenAiKeyItem, region: string, now: number): string | undefined {
  if (key.lifecycleState !== 'ACTIVE') return `key object ${key.lifecycleState}`;
  if (item.state !== 'ACTIVE') return `key ${item.state}`;
  if (Date.parse(item.timeExpiry) <= now) return 'key EXPIRED';
  return key.region === region ? undefined : `key of ${key.region}`;
}
