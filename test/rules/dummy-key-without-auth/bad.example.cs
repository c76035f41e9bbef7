using System.ClientModel;
using Microsoft.SemanticKernel;
using OpenAI;
using OpenAI.Chat;

const string Host = "https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1";
var options = new OpenAIClientOptions();
options.Endpoint = new Uri(Host);
ChatClient chat = new("xai.grok-4", new ApiKeyCredential("not-used"), options); // <- dummy-key-without-auth
var openai = new OpenAIClient(new ApiKeyCredential("dummy"), new() { Endpoint = new Uri(Host) }); // <- dummy-key-without-auth
var kernel = Kernel.CreateBuilder() // <- dummy-key-without-auth
    .AddOpenAIChatCompletion(modelId: "xai.grok-4", endpoint: new Uri(Host), apiKey: "unused")
    .Build();
