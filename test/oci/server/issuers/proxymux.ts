import { publicKeyFromText } from '../keys';
import { type Reply, refuse, text } from '../reply';
import { bearerOf, jsonBody, type OciRequest } from '../request';
import { asText } from '../services/call';
import { TokenIssuer } from '../token';
import type { World } from '../world';

const TOKEN_LIFETIME_S = 20 * 60;

/** The cluster's agent that swaps a service account's token for one that OCI knows. */
export function proxymux(request: OciRequest, world: World, now: number): Reply {
  if (bearerOf(request) !== world.serviceAccountToken) {
    return refuse({ status: 403, code: 'Forbidden', message: 'The service account token is not accepted.' });
  }
  const podKey = asText(jsonBody(request)?.['podKey']);
  if (!podKey) return refuse({ status: 400, code: 'BadRequest', message: 'podKey is missing' });
  const claims = {
    sub: 'ocid1.workload.oc1..aaaaaaaalocalociworkload',
    iss: 'authService.oracle.com',
    ttype: 'workload',
    ptype: 'workload',
    res_tenant: world.tenancy,
    res_compartment: world.compartment,
    tenant: world.tenancy,
  };
  const token = new TokenIssuer(world.issuer).issueBound(claims, publicKeyFromText(podKey), TOKEN_LIFETIME_S, now);
  const answer = Buffer.from(JSON.stringify({ token: `ST$${token}` })).toString('base64');
  return text(`"${answer}"`, 'application/json');
}
