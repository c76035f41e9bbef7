import * as common from 'oci-common';
import type { Material } from '../credentials/material';
import { decodeToken } from '../credentials/token';
import { OKE_VARIABLES } from '../knowledge/environment';
import type { Deadline } from './deadline';

export interface Signing {
  readonly signer: common.RequestSigner;
  /** Where a principal says it lives. */
  readonly region?: string;
  /** Whose principal it is. */
  readonly tenancy?: string;
}

/** The key is decrypted already, and a pass phrase never reaches the SDK: its key library throws outside of any try. */
export function materialSigner({ keyId, privateKey }: Extract<Material, { kind: 'signature' }>): Signing {
  const provider: common.AuthenticationDetailsProvider = {
    getKeyId: () => Promise.resolve(keyId),
    getPrivateKey: () => privateKey,
    getPassphrase: () => null,
  };
  return { signer: new common.DefaultRequestSigner(provider) };
}

type Principal = Extract<Material, { kind: 'principal' }>;

/** The machine has a principal, but no token was issued to it. */
export class NoToken extends Error {}

/** Asks this machine for its principal. Off OCI the SDK waits for ever: the deadline ends that. */
export async function principalSigner(principal: Principal, deadline: Deadline, loopback?: string): Promise<Signing> {
  const provider = await deadline.race(providerOf(principal, loopback));
  const keyId = await deadline.race(provider.getKeyId()).catch(() => {
    throw new NoToken();
  });
  const region = 'getRegion' in provider ? (provider as common.RegionProvider).getRegion()?.regionId : undefined;
  const tenancy = decodeToken(keyId.replace(/^ST\$/, ''))?.tenancy;
  return { signer: new common.DefaultRequestSigner(onBehalf(provider, principal.delegation)), region, tenancy };
}

/** The SDK's signer takes the token of a user from a provider that stands for another one. */
function onBehalf(
  provider: common.AuthenticationDetailsProvider,
  token: string | undefined,
): common.AuthenticationDetailsProvider {
  if (token === undefined) return provider;
  const delegated = new common.SimpleAuthenticationDetailsProvider(
    '',
    '',
    '',
    '',
    null,
    undefined,
    'instance_principal',
    token,
  );
  delegated.setProvider(provider);
  return delegated;
}

async function providerOf({ method }: Principal, loopback?: string): Promise<common.AuthenticationDetailsProvider> {
  switch (method) {
    case 'resource-principal':
      return common.ResourcePrincipalAuthenticationDetailsProvider.builder();
    case 'oke-workload-identity':
      // Python's variable for another certificate; the TypeScript SDK takes it as an argument only.
      return common.OkeWorkloadIdentityAuthenticationDetailsProvider.builder(
        process.env[OKE_VARIABLES.caFile] ?? '',
        '',
      );
    case 'instance-principal':
    case 'delegation-token': {
      const builder = new common.InstancePrincipalsAuthenticationDetailsProviderBuilder();
      if (loopback) {
        builder.metadataBaseUrl = `${loopback}/opc/v2/`;
        builder.federationEndpoint = loopback;
      }
      return await builder.build();
    }
  }
}
