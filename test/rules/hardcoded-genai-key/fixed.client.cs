using System.ClientModel;
using OpenAI.Chat;

string OciGenAiApiKey = System.Environment.GetEnvironmentVariable("OCI_GENAI_API_KEY");
var chat = new ChatClient(
    "xai.grok-4",
    new ApiKeyCredential(System.Environment.GetEnvironmentVariable("OCI_GENAI_API_KEY")),
    new OpenAIClientOptions { Endpoint = new Uri("https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1") });
