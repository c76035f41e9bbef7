const common = require('oci-common');
const { GenerativeAiInferenceClient } = require('oci-generativeaiinference');

const pending = new common.InstancePrincipalsAuthenticationDetailsProviderBuilder().build();

async function viaAwait() {
  return new GenerativeAiInferenceClient({ authenticationDetailsProvider: await pending });
}

const viaThen = pending.then((provider) => new GenerativeAiInferenceClient({ authenticationDetailsProvider: provider }));

module.exports = { viaAwait, viaThen };
