import { ResourcePrincipalAuthenticationDetailsProvider } from 'oci-common';
import { GenerativeAiInferenceClient } from 'oci-generativeaiinference';

export async function client() {
  const authenticationDetailsProvider = ResourcePrincipalAuthenticationDetailsProvider.builder();
  return new GenerativeAiInferenceClient({ authenticationDetailsProvider });
}
