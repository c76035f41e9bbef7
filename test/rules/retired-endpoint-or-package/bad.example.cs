using System.ClientModel;
using OpenAI;

var client = new OpenAIClient( // <- retired-endpoint-or-package
    new ApiKeyCredential(Environment.GetEnvironmentVariable("OCI_GENAI_API_KEY")!),
    new OpenAIClientOptions { Endpoint = new Uri("https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/20231130/actions/v1") });
