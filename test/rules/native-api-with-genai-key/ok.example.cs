using System.Net.Http.Headers;

var key = Environment.GetEnvironmentVariable("OCI_GENAI_API_KEY");
var client = new HttpClient { BaseAddress = new Uri("https://inference.generativeai.us-chicago-1.oci.oraclecloud.com") };
client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
await client.PostAsync("/openai/v1/chat/completions", new StringContent("{}"));
// Another host, however its path reads.
await new HttpClient { DefaultRequestHeaders = { Authorization = new("Bearer", key) } }.PostAsync(
    "https://gateway.example.com/20231130/actions/chat", null);
