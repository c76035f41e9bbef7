import * as common from 'oci-common';
import { GenerativeAiAgentRuntimeClient } from 'oci-generativeaiagentruntime';

/** Principal on OCI, session token (oci session authenticate) on this machine. */
function ociProviderSync(file?: string, profile = process.env.OCI_CLI_PROFILE ?? 'DEFAULT') {
  const { env } = process;
  if (env.KUBERNETES_SERVICE_HOST && !env.OCI_RESOURCE_PRINCIPAL_RPST) {
    return common.OkeWorkloadIdentityAuthenticationDetailsProvider.builder('', '');
  }
  if (env.OCI_RESOURCE_PRINCIPAL_VERSION) {
    return common.ResourcePrincipalAuthenticationDetailsProvider.builder();
  }
  if (env.OCI_USE_INSTANCE_PRINCIPAL) {
    // The first request gets the principal.
    return new common.SimpleAuthenticationDetailsProvider('', '', '', '', null, undefined, 'instance_principal');
  }
  return new common.SessionAuthDetailProvider(file, profile);
}

export class Support {
  private readonly client = new GenerativeAiAgentRuntimeClient({
    authenticationDetailsProvider: ociProviderSync(),
  });

  constructor(region: string) {
    this.client.regionId = region;
  }
}
