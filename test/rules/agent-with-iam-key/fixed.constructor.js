const {
  Region,
  OkeWorkloadIdentityAuthenticationDetailsProvider,
  ResourcePrincipalAuthenticationDetailsProvider,
  SimpleAuthenticationDetailsProvider,
  SessionAuthDetailProvider,
} = require("oci-common");
const { GenerativeAiAgentRuntimeClient } = require("oci-generativeaiagentruntime");

/** Principal on OCI, session token (oci session authenticate) on this machine. */
function ociProviderSync(file, profile = process.env.OCI_CLI_PROFILE ?? "DEFAULT") {
  const { env } = process;
  if (env.KUBERNETES_SERVICE_HOST && !env.OCI_RESOURCE_PRINCIPAL_RPST) {
    const getRegion = () => Region.fromRegionId(process.env.OCI_RESOURCE_PRINCIPAL_REGION ?? "");
    return Object.assign(OkeWorkloadIdentityAuthenticationDetailsProvider.builder("", ""), { getRegion });
  }
  if (env.OCI_RESOURCE_PRINCIPAL_VERSION) {
    return ResourcePrincipalAuthenticationDetailsProvider.builder();
  }
  if (env.OCI_USE_INSTANCE_PRINCIPAL) {
    // The first request gets the principal.
    const region = Region.fromRegionId(process.env.OCI_REGION ?? "");
    return new SimpleAuthenticationDetailsProvider("", "", "", "", null, region, "instance_principal");
  }
  return new SessionAuthDetailProvider(file, profile);
}

// Made once, for every request.
class Support {
  constructor(endpointId) {
    this.endpointId = endpointId;
    this.client = new GenerativeAiAgentRuntimeClient({
      authenticationDetailsProvider: ociProviderSync("~/.oci/config", "AGENTS"),
    });
  }
}

module.exports = { Support };
