using System.ClientModel;
using OpenAI.Chat;

// The key is ocid1.generativeaiapikey.oc1.us-chicago-1.amaaaaaaexample.
var chat = new ChatClient(
    "xai.grok-4",
    new ApiKeyCredential(Environment.GetEnvironmentVariable("OCI_GENAI_API_KEY")!),
    new OpenAIClientOptions { Endpoint = new Uri("https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1") });
