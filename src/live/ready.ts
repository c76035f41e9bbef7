import type { Material } from '../credentials/material';
import type { Deadline } from './deadline';
import { type Endpoints, endpointsOf, loopbackEndpoints } from './endpoint';
import { type LiveResult, resultOf } from './judge';
import { bearerSigner } from './observer';
import { materialSigner, principalSigner, type Signing } from './signer';

/** Who signs, and where to. */
export interface Ready {
  readonly signing: Signing;
  readonly endpoints: Endpoints;
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
  } catch {
    if (deadline.cancelled) return resultOf('identity', 'cancelled');
    return resultOf('identity', material.kind === 'principal' ? 'no-principal' : 'not-sent');
  }
  const endpoints = local ?? endpointsOf(signing.region ?? material.region ?? '');
  return endpoints ? { signing, endpoints } : resultOf('identity', 'region-unusable');
}

async function signingOf(material: Material, deadline: Deadline, loopback?: string): Promise<Signing> {
  switch (material.kind) {
    case 'signature':
      return materialSigner(material);
    case 'bearer':
      return { signer: bearerSigner(material.secret) };
    case 'principal':
      return await principalSigner(material.method, deadline, loopback);
  }
}
