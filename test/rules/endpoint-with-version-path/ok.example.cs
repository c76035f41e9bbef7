using Oci.Common.Auth;
using Oci.GenerativeaiinferenceService;

// The .NET client resolves its own absolute path against the endpoint: what stands behind the host is dropped.
var provider = new InstancePrincipalsAuthenticationDetailsProvider();
var given = new GenerativeAiInferenceClient(provider, null, "https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/20231130");
var client = new GenerativeAiInferenceClient(provider);
client.SetEndpoint("https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/20231130");
