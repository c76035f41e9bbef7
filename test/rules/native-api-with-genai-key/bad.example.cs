using System.Net.Http.Headers;

var key = Environment.GetEnvironmentVariable("OCI_GENAI_API_KEY");
var client = new HttpClient { BaseAddress = new Uri("https://inference.generativeai.us-chicago-1.oci.oraclecloud.com") };
client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
await client.PostAsync("/20231130/actions/chat", new StringContent("""{ "compartmentId": "c" }""")); // <- native-api-with-genai-key
