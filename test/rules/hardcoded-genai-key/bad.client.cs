using System.ClientModel;
using OpenAI.Chat;

const string OciGenAiApiKey = "{{SK}}"; // <- hardcoded-genai-key
var chat = new ChatClient(
    "xai.grok-4",
    new ApiKeyCredential("{{SK}}"), // <- hardcoded-genai-key
    new OpenAIClientOptions { Endpoint = new Uri("https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1") });
