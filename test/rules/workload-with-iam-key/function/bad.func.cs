using Oci.Common.Auth;
using Oci.GenerativeaiinferenceService;

namespace Function;

public class Handler
{
    public string Handle(string input)
    {
        var provider = new ConfigFileAuthenticationDetailsProvider("DEFAULT"); // <- workload-with-iam-key
        using var client = new GenerativeAiInferenceClient(provider);
        return client.GetEndpoint().ToString();
    }
}
