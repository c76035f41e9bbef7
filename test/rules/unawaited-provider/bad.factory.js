const { InstancePrincipalsAuthenticationDetailsProviderBuilder } = require('oci-common');
const agents = require('oci-generativeaiagentruntime');

async function provider() {
  return await new InstancePrincipalsAuthenticationDetailsProviderBuilder().build();
}

module.exports.client = () => new agents.GenerativeAiAgentRuntimeClient({ authenticationDetailsProvider: provider() }); // <- unawaited-provider
