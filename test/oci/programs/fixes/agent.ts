import * as common from 'oci-common';
import { GenerativeAiAgentRuntimeClient } from 'oci-generativeaiagentruntime';

const agentEndpointId = 'ocid1.genaiagentendpoint.oc1.us-chicago-1.example';

async function main(): Promise<void> {
  const provider = new common.ConfigFileAuthenticationDetailsProvider();
  const client = new GenerativeAiAgentRuntimeClient({ authenticationDetailsProvider: provider });
  client.regionId = 'us-chicago-1';
  const { session } = await client.createSession({ agentEndpointId, createSessionDetails: { displayName: 'chat' } });
  console.log(session.id);
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
