import { X509Certificate } from 'node:crypto';
import { NOT_AUTHENTICATED } from '../../../../src/knowledge/refusal';
import { chainIsTrusted } from '../certificates';
import { publicKeyFromText } from '../keys';
import type { Principal } from '../principal';
import { ok, type Reply, refuse } from '../reply';
import { jsonBody, type OciRequest } from '../request';
import { asText } from '../services/call';
import { type ParsedSignature, parseSignature, signatureFlaw } from '../signature';
import { TokenIssuer } from '../token';
import type { World } from '../world';

const TOKEN_LIFETIME_S = 20 * 60;

/** `/v1/x509`: an instance proves itself by its certificate and gets a token for its session key. */
export async function x509Federation(request: OciRequest, world: World, now: number): Promise<Reply> {
  const body = jsonBody(request);
  const leaf = asText(body?.['certificate']);
  const publicKey = asText(body?.['publicKey']);
  const parsed = parseSignature(request.headers['authorization'] ?? '');
  const intermediates = Array.isArray(body?.['intermediateCertificates']) ? body['intermediateCertificates'] : [];
  const intermediate = asText(intermediates[0]);
  if (!leaf || !publicKey || !parsed || !intermediate) return refuse(NOT_AUTHENTICATED);
  const [leafPem, intermediatePem] = [framed(leaf), framed(intermediate)];
  const trusted = await chainIsTrusted(leafPem, intermediatePem, world.instance.rootPem);
  if (!trusted || !certificateSigned(request, parsed, leafPem, world, now)) return refuse(NOT_AUTHENTICATED);
  return ok({ token: instanceToken(world, publicKeyFromText(publicKey), now) });
}

/** The key id names the tenancy and the digest of the certificate whose key signed. */
function certificateSigned(
  request: OciRequest,
  parsed: ParsedSignature,
  leafPem: string,
  world: World,
  now: number,
): boolean {
  const certificate = new X509Certificate(leafPem);
  const [tenancy, kind, digest = ''] = parsed.keyId.split('/');
  const expected = kind === 'fed-x509-sha256' ? certificate.fingerprint256 : certificate.fingerprint;
  if (tenancy !== world.tenancy || !kind?.startsWith('fed-x509') || plain(digest) !== plain(expected)) return false;
  const publicPem = certificate.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  return signatureFlaw(request, parsed, { publicPem, now, hostSigned: false }) === undefined;
}

function instanceToken(world: World, publicPem: string, now: number): string {
  const claims = {
    sub: world.instance.ocid,
    iss: 'authService.oracle.com',
    aud: 'oci',
    ttype: 'x509',
    ptype: 'instance',
    tenant: world.tenancy,
    'opc-certtype': 'instance',
    'opc-tenant': world.tenancy,
    'opc-compartment': world.compartment,
    'opc-instance': world.instance.ocid,
  };
  return new TokenIssuer(world.issuer).issueBound(claims, publicPem, TOKEN_LIFETIME_S, now);
}

/** `/v1/authentication/refresh`: a session that still lives is prolonged for the same key. */
export function refreshSession(
  request: OciRequest,
  world: World,
  principal: Principal | undefined,
  now: number,
): Reply {
  const token = asText(jsonBody(request)?.['currentToken']);
  const issuer = new TokenIssuer(world.issuer);
  const claims = token === undefined ? undefined : issuer.verify(token, now);
  if (principal?.method !== 'session-token' || !claims) return refuse(NOT_AUTHENTICATED);
  const { exp, iat, ...kept } = claims;
  return ok({ token: issuer.issue(kept, exp - iat, now) });
}

const plain = (digest: string): string => digest.replaceAll(':', '').toLowerCase();

function framed(text: string): string {
  if (text.includes('-----BEGIN')) return text;
  const lines = text.replace(/\s/g, '').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
