const common = require('oci-common');

/** Principal on OCI, session token (oci session authenticate) on this machine. */
async function ociProvider(file, profile = process.env.OCI_CLI_PROFILE ?? 'DEFAULT') {
  const { env } = process;
  if (env.KUBERNETES_SERVICE_HOST && !env.OCI_RESOURCE_PRINCIPAL_RPST) {
    return common.OkeWorkloadIdentityAuthenticationDetailsProvider.builder('', '');
  }
  if (env.OCI_RESOURCE_PRINCIPAL_VERSION) {
    return common.ResourcePrincipalAuthenticationDetailsProvider.builder();
  }
  if (env.OCI_USE_INSTANCE_PRINCIPAL) {
    return await new common.InstancePrincipalsAuthenticationDetailsProviderBuilder().build();
  }
  return new common.SessionAuthDetailProvider(file, profile);
}

async function agents(compartmentId) {
  const common = require('oci-common');
  const { GenerativeAiAgentClient } = require('oci-generativeaiagent');
  const provider = await ociProvider('~/.oci_team/config', 'TEAM');
  const client = new GenerativeAiAgentClient({ authenticationDetailsProvider: provider });
  client.regionId = 'us-chicago-1';
  return client.listAgents({ compartmentId });
}

module.exports = { agents };
