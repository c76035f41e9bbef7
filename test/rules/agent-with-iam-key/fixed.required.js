'use strict';
const common = require('oci-common');
const { GenerativeAiAgentClient } = require('oci-generativeaiagent');

/** Principal on OCI, session token (oci session authenticate) on this machine. */
async function ociProvider(file, profile = process.env.OCI_CLI_PROFILE ?? 'DEFAULT') {
  const { env } = process;
  if (env.KUBERNETES_SERVICE_HOST && !env.OCI_RESOURCE_PRINCIPAL_RPST) {
    const getRegion = () => common.Region.fromRegionId(process.env.OCI_RESOURCE_PRINCIPAL_REGION ?? '');
    return Object.assign(common.OkeWorkloadIdentityAuthenticationDetailsProvider.builder('', ''), { getRegion });
  }
  if (env.OCI_RESOURCE_PRINCIPAL_VERSION) {
    return common.ResourcePrincipalAuthenticationDetailsProvider.builder();
  }
  if (env.OCI_USE_INSTANCE_PRINCIPAL) {
    return await new common.InstancePrincipalsAuthenticationDetailsProviderBuilder().build();
  }
  return new common.SessionAuthDetailProvider(file, profile);
}

// The profile that the team shares.
const PROFILE = 'TEAM';

async function agents(compartmentId) {
  const authenticationDetailsProvider = await ociProvider(undefined, PROFILE);
  const client = new GenerativeAiAgentClient({ authenticationDetailsProvider });
  return client.listAgents({ compartmentId });
}

module.exports = { agents };
