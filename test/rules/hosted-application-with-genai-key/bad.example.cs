using System.Net.Http.Headers;

using var client = new HttpClient();
var request = new HttpRequestMessage(
    HttpMethod.Post,
    "https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/20251112/hostedApplicationsIam/ocid1.x/actions/invoke/run");
request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Environment.GetEnvironmentVariable("OCI_GENAI_API_KEY"));
await client.SendAsync(request); // <- hosted-application-with-genai-key
