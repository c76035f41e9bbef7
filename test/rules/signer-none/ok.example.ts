import { ResourcePrincipalAuthenticationDetailsProvider } from 'oci-common';
import { GenerativeAiInferenceClient } from 'oci-generativeaiinference';

let provider: unknown = null;
export function client() {
  provider ??= ResourcePrincipalAuthenticationDetailsProvider.builder();
  return new GenerativeAiInferenceClient({ authenticationDetailsProvider: provider as never });
}
