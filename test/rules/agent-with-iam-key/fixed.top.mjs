import common from 'oci-common';
import { GenerativeAiAgentClient } from 'oci-generativeaiagent';
import { GenerativeAiAgentRuntimeClient } from 'oci-generativeaiagentruntime';

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

const provider = Object.assign(await ociProvider(), { getRegion: () => common.Region.US_CHICAGO_1 });
const management = new GenerativeAiAgentClient({ authenticationDetailsProvider: provider });
const runtime = new GenerativeAiAgentRuntimeClient({ authenticationDetailsProvider: provider });

export { management, runtime };
