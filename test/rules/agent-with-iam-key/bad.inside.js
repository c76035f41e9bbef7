async function agents(compartmentId) {
  const common = require('oci-common');
  const { GenerativeAiAgentClient } = require('oci-generativeaiagent');
  const provider = new common.ConfigFileAuthenticationDetailsProvider('~/.oci_team/config', 'TEAM');
  const client = new GenerativeAiAgentClient({ authenticationDetailsProvider: provider }); // <- agent-with-iam-key
  client.regionId = 'us-chicago-1';
  return client.listAgents({ compartmentId });
}

module.exports = { agents };
