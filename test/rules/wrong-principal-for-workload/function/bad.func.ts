import { InstancePrincipalsAuthenticationDetailsProviderBuilder } from 'oci-common';
import { GenerativeAiInferenceClient } from 'oci-generativeaiinference';

export async function client() {
  const authenticationDetailsProvider = await new InstancePrincipalsAuthenticationDetailsProviderBuilder().build();
  return new GenerativeAiInferenceClient({ authenticationDetailsProvider }); // <- wrong-principal-for-workload
}
