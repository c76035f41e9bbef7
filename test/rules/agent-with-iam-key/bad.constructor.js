const { ConfigFileAuthenticationDetailsProvider } = require("oci-common");
const { GenerativeAiAgentRuntimeClient } = require("oci-generativeaiagentruntime");

// Made once, for every request.
class Support {
  constructor(endpointId) {
    this.endpointId = endpointId;
    this.client = new GenerativeAiAgentRuntimeClient({ // <- agent-with-iam-key
      authenticationDetailsProvider: new ConfigFileAuthenticationDetailsProvider("~/.oci/config", "AGENTS"),
    });
  }
}

module.exports = { Support };
