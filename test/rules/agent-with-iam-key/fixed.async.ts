import {
    OkeWorkloadIdentityAuthenticationDetailsProvider,
    ResourcePrincipalAuthenticationDetailsProvider,
    InstancePrincipalsAuthenticationDetailsProviderBuilder,
    SessionAuthDetailProvider,
} from "oci-common"
import { GenerativeAiAgentRuntimeClient } from "oci-generativeaiagentruntime"

/** Principal on OCI, session token (oci session authenticate) on this machine. */
async function ociProvider(file?: string, profile = process.env.OCI_CLI_PROFILE ?? "DEFAULT") {
    const { env } = process
    if (env.KUBERNETES_SERVICE_HOST && !env.OCI_RESOURCE_PRINCIPAL_RPST) {
        return OkeWorkloadIdentityAuthenticationDetailsProvider.builder("", "")
    }
    if (env.OCI_RESOURCE_PRINCIPAL_VERSION) {
        return ResourcePrincipalAuthenticationDetailsProvider.builder()
    }
    if (env.OCI_USE_INSTANCE_PRINCIPAL) {
        return await new InstancePrincipalsAuthenticationDetailsProviderBuilder().build()
    }
    return new SessionAuthDetailProvider(file, profile)
}

export async function session(agentEndpointId: string) {
    const client = new GenerativeAiAgentRuntimeClient({ authenticationDetailsProvider: await ociProvider("~/.oci/config", "AGENTS") })
    client.regionId = "us-chicago-1"
    return client.createSession({ agentEndpointId, createSessionDetails: { displayName: "chat" } })
}
