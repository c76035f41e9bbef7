import { publicKeyFromText } from '../keys';
import { ok, type Reply, refuse } from '../reply';
import type { OciRequest } from '../request';
import { TokenIssuer } from '../token';
import type { World } from '../world';

const INVALID_CLIENT = { status: 401, code: 'invalid_client', message: 'Client authentication failed.' };
const LIFETIME_S = 60 * 60;

/** An identity domain's `/oauth2/v1/token`: access tokens for clients, and OCI tokens for foreign JWTs. */
export function domainToken(request: OciRequest, world: World, now: number): Reply {
  const form = new URLSearchParams(request.body.toString());
  const { clientId, clientSecret } = world.domain;
  const expected = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
  if (request.headers['authorization'] !== expected) return refuse(INVALID_CLIENT);
  const issuer = new TokenIssuer(world.issuer);
  if (form.get('grant_type') === 'client_credentials') {
    const claims = {
      sub: clientId,
      iss: `https://${world.domain.host}`,
      ttype: 'oauth',
      scope: form.get('scope') ?? '',
    };
    return ok({ access_token: issuer.issue(claims, LIFETIME_S, now), token_type: 'Bearer', expires_in: LIFETIME_S });
  }
  const publicKey = form.get('public_key');
  if (!publicKey || !form.get('subject_token')) return refuse({ status: 400, code: 'invalid_request', message: '' });
  const user = world.users[0]?.ocid ?? '';
  const claims = { sub: user, iss: 'authService.oracle.com', ttype: 'upst', ptype: 'user', tenant: world.tenancy };
  return ok({ token: issuer.issueBound(claims, publicKeyFromText(publicKey), LIFETIME_S, now) });
}
