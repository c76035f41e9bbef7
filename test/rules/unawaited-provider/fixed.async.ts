import { InstancePrincipalsAuthenticationDetailsProviderBuilder } from 'oci-common';
import { GenerativeAiInferenceClient } from 'oci-generativeaiinference';

const shared = new InstancePrincipalsAuthenticationDetailsProviderBuilder().build();

export async function one() {
  const provider = await new InstancePrincipalsAuthenticationDetailsProviderBuilder().build();
  return new GenerativeAiInferenceClient({ authenticationDetailsProvider: provider as never });
}

export const two = async () => new GenerativeAiInferenceClient({ authenticationDetailsProvider: await shared as never });

export async function three(authenticationDetailsProvider: never = shared as never) {
  return new GenerativeAiInferenceClient({ authenticationDetailsProvider: await authenticationDetailsProvider });
}
