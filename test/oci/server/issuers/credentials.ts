import { generateKeys, type KeyPair } from '../keys';
import { TokenIssuer } from '../token';
import type { World } from '../world';

const HOUR_S = 3600;

/** What `oci session authenticate` leaves behind: a token and the key that it vouches for. */
export interface SessionCredentials {
  readonly token: string;
  readonly keys: KeyPair;
}

export function startSession(world: World, lifetimeSeconds = HOUR_S, now = Date.now()): SessionCredentials {
  const keys = generateKeys();
  const sub = world.users[0]?.ocid;
  const claims = { sub, iss: 'authService.oracle.com', ttype: 'login', ptype: 'user', tenant: world.tenancy };
  return { token: new TokenIssuer(world.issuer).issueBound(claims, keys.publicPem, lifetimeSeconds, now), keys };
}

/** The environment that OCI gives a function, a container instance or a notebook session. */
export function resourcePrincipalEnvironment(world: World, now = Date.now()): Readonly<Record<string, string>> {
  const { ocid, keys } = world.resource;
  const claims = {
    sub: ocid,
    iss: 'authService.oracle.com',
    ttype: 'res_sp',
    ptype: 'resource',
    res_id: ocid,
    res_type: 'fnfunc',
    res_tenant: world.tenancy,
    res_compartment: world.compartment,
    tenant: world.tenancy,
  };
  return {
    OCI_RESOURCE_PRINCIPAL_VERSION: '2.2',
    OCI_RESOURCE_PRINCIPAL_RPST: new TokenIssuer(world.issuer).issueBound(claims, keys.publicPem, HOUR_S, now),
    OCI_RESOURCE_PRINCIPAL_PRIVATE_PEM: keys.privatePem,
    OCI_RESOURCE_PRINCIPAL_REGION: world.region,
  };
}

/** The token by which Cloud Shell acts on behalf of its user. */
export function delegationToken(world: World, now = Date.now()): string {
  const sub = world.users[0]?.ocid;
  return new TokenIssuer(world.issuer).issue({ sub, ttype: 'obo', tenant: world.tenancy }, HOUR_S, now);
}
