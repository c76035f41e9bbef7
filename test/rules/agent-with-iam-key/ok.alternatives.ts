import * as common from 'oci-common';
import { GenerativeAiAgentRuntimeClient } from 'oci-generativeaiagentruntime';

export async function client(): Promise<GenerativeAiAgentRuntimeClient> {
  if (process.env.OCI_RESOURCE_PRINCIPAL_VERSION) {
    const provider = common.ResourcePrincipalAuthenticationDetailsProvider.builder();
    return new GenerativeAiAgentRuntimeClient({ authenticationDetailsProvider: provider });
  }
  return new GenerativeAiAgentRuntimeClient({
    authenticationDetailsProvider: new common.ConfigFileAuthenticationDetailsProvider(),
  });
}
