using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.SemanticKernel;
using Oci.Common.Http.Signing;
using OpenAI;
using OpenAI.Chat;

const string Host = "https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1";
// The transport signs: the key is never sent.
var signing = new HttpClient(OciHttpClientHandler.FromConfigFile("~/.oci/config", "DEFAULT"));
var options = new OpenAIClientOptions { Endpoint = new Uri(Host), Transport = new HttpClientPipelineTransport(signing) };
var chat = new ChatClient("xai.grok-4", new ApiKeyCredential("not-used"), options);
// A key from the environment; another host; a policy of one's own.
var keyed = new ChatClient("m", new ApiKeyCredential(Environment.GetEnvironmentVariable("OCI_GENAI_API_KEY")!), new OpenAIClientOptions { Endpoint = new Uri(Host) });
var local = new OpenAIClient(new ApiKeyCredential("not-used"), new OpenAIClientOptions { Endpoint = new Uri("http://localhost:11434/v1") });
var policy = new OpenAIClient(new SigningPolicy(), new OpenAIClientOptions { Endpoint = new Uri(Host) });
var kernel = Kernel.CreateBuilder().AddOpenAIChatCompletion("m", new Uri(Host), "not-used", httpClient: signing).Build();

class SigningPolicy : AuthenticationPolicy { }
