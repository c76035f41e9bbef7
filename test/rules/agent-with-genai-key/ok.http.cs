using System;
using System.ClientModel;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading.Tasks;
using Oci.Common.Auth;
using Oci.Common.Http.Signing;
using OpenAI;
using OpenAI.Chat;

namespace Samples.Agents;

public class Others
{
    private const string Runtime = "https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com";
    private const string Inference = "https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1";
    private static readonly string ApiKey = Environment.GetEnvironmentVariable("OCI_GENAI_API_KEY")!;

    // The plane that takes the key.
    public static ChatClient Chat() =>
        new("xai.grok-4", new ApiKeyCredential(ApiKey), new OpenAIClientOptions { Endpoint = new Uri(Inference) });

    // Another vendor's client beside an OCI host.
    public static OpenAIClient Vendor() => new(new ApiKeyCredential(ApiKey));

    public static async Task Signed(string id)
    {
        var handler = OciHttpClientHandler.FromAuthProvider(new InstancePrincipalsAuthenticationDetailsProvider());
        var client = new HttpClient(handler) { BaseAddress = new Uri(Runtime) };
        await client.GetAsync($"/20240531/agentEndpoints/{id}");
    }

    // Nobody shows what this token is.
    public static async Task Unknown(HttpClient client, string token, string id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Runtime}/20240531/agentEndpoints/{id}/sessions");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        await client.SendAsync(request);
    }

    // The key goes elsewhere; the request to the agent has none.
    public static async Task Elsewhere(string id)
    {
        var keyed = new HttpClient();
        keyed.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ApiKey);
        await keyed.GetAsync($"{Inference}/models");
        var plain = new HttpClient();
        await plain.GetAsync($"{Runtime}/20240531/agentEndpoints/{id}");
    }
}
