using System.Net.Http.Headers;

using var client = new HttpClient();
var request = new HttpRequestMessage(
    HttpMethod.Post,
    "https://application.generativeai.us-chicago-1.oci.oraclecloud.com/20251112/hostedApplications/ocid1.x/actions/invoke/run");
request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await Tokens.FromIdentityDomain());
await client.SendAsync(request);
