const fdk = require('@fnproject/fdk');
const common = require('oci-common');
const { GenerativeAiInferenceClient } = require('oci-generativeaiinference');

fdk.handle(async (input) => {
  const provider = common.ResourcePrincipalAuthenticationDetailsProvider.builder();
  const client = new GenerativeAiInferenceClient({ authenticationDetailsProvider: provider });
  return client.chat({ chatDetails: input });
});
