const common = require('oci-common');
const { GenerativeAiAgentRuntimeClient: RuntimeClient } = require('oci-generativeaiagentruntime');

let cached;

async function getClient() {
  if (cached) return cached;
  const mod = await import('oci-generativeaiagentruntime');
  const ClientClass = mod.GenerativeAiAgentRuntimeClient ?? mod.default?.GenerativeAiAgentRuntimeClient;
  cached = new ClientClass({ authenticationDetailsProvider: getProvider() }); // <- agent-with-iam-key
  return cached;
}

function getProvider() {
  try {
    return new common.ConfigFileAuthenticationDetailsProvider(process.env.OCI_CONFIG_FILE, 'DEFAULT');
  } catch (error) {
    return new common.SimpleAuthenticationDetailsProvider(
      process.env.TENANCY,
      process.env.USER_OCID,
      process.env.FINGERPRINT,
      process.env.PRIVATE_KEY.replace(/\\n/g, '\n'),
      null,
    );
  }
}

module.exports = {
  getClient,
  direct: () => new RuntimeClient({ authenticationDetailsProvider: getProvider() }), // <- agent-with-iam-key
  async viaThen() {
    const { GenerativeAiAgentClient } = await import('oci-generativeaiagent');
    const session = require('oci-common').ConfigFileAuthenticationDetailsProvider;
    return new GenerativeAiAgentClient({ authenticationDetailsProvider: new session() }); // <- agent-with-iam-key
  },
};
