import type { Material } from '../credentials/material';
import type { Deadline } from './deadline';
import { type Endpoints, endpointsOf, loopbackEndpoints } from './endpoint';
import { type LiveResult, resultOf } from './judge';
import { bearerSigner } from './observer';
import { materialSigner, NoToken, principalSigner, type Signing } from './signer';

/** Who signs, and where to. */
export interface Ready {
  readonly signing: Signing;
  readonly endpoints: Endpoints;
  readonly region: string;
  /** Empty when nothing tells. */
  readonly tenancy: string;
}

/** What a check needs; or why there can be none. */
export async function prepare(
  material: Material,
  { loopback }: { readonly loopback?: string },
  deadline: Deadline,
): Promise<Ready | LiveResult> {
  const local = loopback === undefined ? undefined : loopbackEndpoints(loopback);
  if (loopback !== undefined && !local) return resultOf('identity', 'endpoint-unusable');
  let signing: Signing;
  try {
    signing = await signingOf(material, deadline, local && loopback);
  } catch (error) {
    if (deadline.cancelled) return resultOf('identity', 'cancelled');
    if (material.kind !== 'principal') return resultOf('identity', 'not-sent');
    return resultOf('identity', error instanceof NoToken && !deadline.over ? 'principal-refused' : 'no-principal');
  }
  // A region that somebody names is meant: a principal only knows where it runs itself.
  const where = { region: material.region || signing.region || '', tenancy: tenancyOf(signing, material) };
  if (local) return { signing, endpoints: local, ...where };
  const endpoints = endpointsOf(where);
  return 'verdict' in endpoints
    ? resultOf('identity', endpoints.verdict, endpoints.words)
    : { signing, endpoints: endpoints.endpoints, ...where };
}

const tenancyOf = (signing: Signing, material: Material): string =>
  signing.tenancy ?? (material.kind === 'signature' ? material.tenancy : '');

async function signingOf(material: Material, deadline: Deadline, loopback?: string): Promise<Signing> {
  switch (material.kind) {
    case 'signature':
      return materialSigner(material);
    case 'bearer':
      return { signer: bearerSigner(material.secret) };
    case 'principal':
      return await principalSigner(material, deadline, loopback);
  }
}
