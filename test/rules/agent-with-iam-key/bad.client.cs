using Oci.Common.Auth;
using Oci.GenerativeaiagentruntimeService;

var provider = new ConfigFileAuthenticationDetailsProvider("AGENTS");
using var client = new GenerativeAiAgentRuntimeClient(provider); // <- agent-with-iam-key
client.SetRegion("us-chicago-1");
