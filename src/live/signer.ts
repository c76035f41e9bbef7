import * as common from 'oci-common';
import type { Material } from '../credentials/material';
import type { Deadline } from './deadline';

export interface Signing {
  readonly signer: common.RequestSigner;
  /** Where a principal says it lives. */
  readonly region?: string;
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

type Principal = Extract<Material, { kind: 'principal' }>['method'];

/** Asks this machine for its principal. Off OCI the SDK waits for ever: the deadline ends that. */
export async function principalSigner(method: Principal, deadline: Deadline, loopback?: string): Promise<Signing> {
  const provider = await deadline.race(providerOf(method, loopback));
  const region = 'getRegion' in provider ? (provider as common.RegionProvider).getRegion()?.regionId : undefined;
  return { signer: new common.DefaultRequestSigner(provider), region };
}

async function providerOf(method: Principal, loopback?: string): Promise<common.AuthenticationDetailsProvider> {
  switch (method) {
    case 'resource-principal':
      return common.ResourcePrincipalAuthenticationDetailsProvider.builder();
    case 'oke-workload-identity':
      return common.OkeWorkloadIdentityAuthenticationDetailsProvider.builder('', '');
    case 'instance-principal': {
      const builder = new common.InstancePrincipalsAuthenticationDetailsProviderBuilder();
      if (loopback) {
        builder.metadataBaseUrl = `${loopback}/opc/v2/`;
        builder.federationEndpoint = loopback;
      }
      return await builder.build();
    }
  }
}
