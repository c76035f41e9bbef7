import * as common from 'oci-common';
import { GenerativeAiAgentRuntimeClient } from 'oci-generativeaiagentruntime';
import { GenerativeAiInferenceClient } from 'oci-generativeaiinference';
import { ComputeInstanceAgentClient } from 'oci-computeinstanceagent';

async function principal(kind: string): Promise<common.AuthenticationDetailsProvider> {
  switch (kind) {
    case 'instance':
      return await new common.InstancePrincipalsAuthenticationDetailsProviderBuilder().build();
    case 'resource':
      return common.ResourcePrincipalAuthenticationDetailsProvider.builder();
    default:
      return new common.ConfigFileAuthenticationDetailsProvider();
  }
}

export async function clients(given: common.AuthenticationDetailsProvider) {
  const key = new common.ConfigFileAuthenticationDetailsProvider();
  const session = new common.SessionAuthDetailProvider('~/.oci/config', 'SESSION');
  return [
    new GenerativeAiAgentRuntimeClient({ authenticationDetailsProvider: await principal('instance') }),
    new GenerativeAiAgentRuntimeClient({ authenticationDetailsProvider: session }),
    new GenerativeAiAgentRuntimeClient({ authenticationDetailsProvider: given }),
    new GenerativeAiInferenceClient({ authenticationDetailsProvider: key }),
    new ComputeInstanceAgentClient({ authenticationDetailsProvider: key }),
  ];
}
