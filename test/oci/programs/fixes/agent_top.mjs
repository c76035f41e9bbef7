import { ConfigFileAuthenticationDetailsProvider } from 'oci-common';
import { GenerativeAiAgentRuntimeClient } from 'oci-generativeaiagentruntime';

const agentEndpointId = 'ocid1.genaiagentendpoint.oc1.us-chicago-1.example';

// The profile says the region.
const authenticationDetailsProvider = new ConfigFileAuthenticationDetailsProvider('~/.oci/config', 'DEFAULT');
const client = new GenerativeAiAgentRuntimeClient({ authenticationDetailsProvider });
const { session } = await client.createSession({ agentEndpointId, createSessionDetails: { displayName: 'chat' } });
console.log(session.id);
