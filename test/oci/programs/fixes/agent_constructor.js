const { ConfigFileAuthenticationDetailsProvider } = require('oci-common');
const { GenerativeAiAgentRuntimeClient } = require('oci-generativeaiagentruntime');

const agentEndpointId = 'ocid1.genaiagentendpoint.oc1.us-chicago-1.example';

class Support {
  constructor() {
    this.client = new GenerativeAiAgentRuntimeClient({
      authenticationDetailsProvider: new ConfigFileAuthenticationDetailsProvider(),
    });
  }

  async begin() {
    const details = { agentEndpointId, createSessionDetails: { displayName: 'chat' } };
    const { session } = await this.client.createSession(details);
    return session.id;
  }
}

new Support().begin().then(console.log, (error) => {
  console.error(error);
  process.exit(1);
});
