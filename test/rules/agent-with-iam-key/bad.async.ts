import { ConfigFileAuthenticationDetailsProvider } from "oci-common"
import { GenerativeAiAgentRuntimeClient } from "oci-generativeaiagentruntime"

const provider = new ConfigFileAuthenticationDetailsProvider("~/.oci/config", "AGENTS")

export async function session(agentEndpointId: string) {
    const client = new GenerativeAiAgentRuntimeClient({ authenticationDetailsProvider: provider }) // <- agent-with-iam-key
    client.regionId = "us-chicago-1"
    return client.createSession({ agentEndpointId, createSessionDetails: { displayName: "chat" } })
}
