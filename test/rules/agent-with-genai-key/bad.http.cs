using System;
using System.ClientModel;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Threading.Tasks;
using OpenAI;
using RestSharp;

namespace Samples.Agents;

public class AgentApi
{
    private const string Base = "https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com";
    private static readonly string ApiKey = Environment.GetEnvironmentVariable("OCI_GENAI_API_KEY")!;
    private readonly HttpClient _http;

    public AgentApi(HttpClient http, IConfiguration configuration)
    {
        _http = http;
        _http.BaseAddress = new Uri(Base);
        _http.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", configuration["Oci:GenAiApiKey"]);
    }

    public Task<HttpResponseMessage> Chat(string id, object body) =>
        _http.PostAsJsonAsync($"/20240531/agentEndpoints/{id}/actions/chat", body); // <- agent-with-genai-key

    public static async Task Message(string id)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Base}/20240531/agentEndpoints/{id}/sessions");
        request.Headers.Add("Authorization", $"Bearer {ApiKey}");
        await client.SendAsync(request); // <- agent-with-genai-key

        var initialised = new HttpRequestMessage
        {
            Method = HttpMethod.Post,
            RequestUri = new Uri(Base + "/20240531/agentEndpoints/" + id + "/sessions"),
            Headers = { { "Authorization", "Bearer " + ApiKey }, { "Accept", "application/json" } },
        };
        await client.SendAsync(initialised); // <- agent-with-genai-key
    }

    public static async Task Defaults(string id)
    {
        HttpClient client = new() { BaseAddress = new Uri(Base), Timeout = TimeSpan.FromSeconds(30) };
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", string.Format("Bearer {0}", ApiKey));
        await client.GetStringAsync("/20240531/agentEndpoints/" + id); // <- agent-with-genai-key
    }

    public static async Task Rest(string id)
    {
        var client = new RestClient(new RestClientOptions(Base));
        var request = new RestRequest($"/20240531/agentEndpoints/{id}/sessions", Method.Post);
        request.AddHeader("Authorization", "Bearer " + ApiKey);
        await client.ExecuteAsync(request); // <- agent-with-genai-key
    }

    public static OpenAIClient OpenAi() =>
        new(new ApiKeyCredential(ApiKey), new OpenAIClientOptions { Endpoint = new Uri($"{Base}/20240531") }); // <- agent-with-genai-key
}
