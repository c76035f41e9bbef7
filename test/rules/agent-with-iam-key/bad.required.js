'use strict';
const common = require('oci-common');
const { GenerativeAiAgentClient } = require('oci-generativeaiagent');

// The profile that the team shares.
const PROFILE = 'TEAM';

async function agents(compartmentId) {
  const authenticationDetailsProvider = new common.ConfigFileAuthenticationDetailsProvider(undefined, PROFILE);
  const client = new GenerativeAiAgentClient({ authenticationDetailsProvider }); // <- agent-with-iam-key
  return client.listAgents({ compartmentId });
}

module.exports = { agents };
