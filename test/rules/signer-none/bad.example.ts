import { GenerativeAiInferenceClient } from 'oci-generativeaiinference';

export const client = new GenerativeAiInferenceClient({
  authenticationDetailsProvider: null as never, // <- signer-none
});
