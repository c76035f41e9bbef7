using System.ClientModel;
using OpenAI.Chat;

var vendor = new ChatClient("gpt-5", new ApiKeyCredential("{{SK}}"));
var oci = new ChatClient(
    "xai.grok-4",
    new ApiKeyCredential("sk-your-oci-genai-api-key-goes-right-here"),
    new OpenAIClientOptions { Endpoint = new Uri("https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1") });
