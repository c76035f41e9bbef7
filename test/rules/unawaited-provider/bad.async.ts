import { InstancePrincipalsAuthenticationDetailsProviderBuilder } from 'oci-common';
import { GenerativeAiInferenceClient } from 'oci-generativeaiinference';

const shared = new InstancePrincipalsAuthenticationDetailsProviderBuilder().build();

export async function one() {
  const provider = new InstancePrincipalsAuthenticationDetailsProviderBuilder().build();
  return new GenerativeAiInferenceClient({ authenticationDetailsProvider: provider as never }); // <- unawaited-provider
}

export const two = async () => new GenerativeAiInferenceClient({ authenticationDetailsProvider: shared as never }); // <- unawaited-provider

export async function three(authenticationDetailsProvider: never = shared as never) {
  return new GenerativeAiInferenceClient({ authenticationDetailsProvider }); // <- unawaited-provider
}
