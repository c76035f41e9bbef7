using System;
using System.Net.Http;
using System.Threading.Tasks;
using Oci.Common.Auth;
using Oci.GenerativeaiagentruntimeService;
using Oci.GenerativeaiinferenceService;
using Oci.ObjectstorageService;

// Principals, tokens, and what nobody can tell from the code.
var onOci = Environment.GetEnvironmentVariable("OCI_RESOURCE_PRINCIPAL_VERSION") != null;
IBasicAuthenticationDetailsProvider provider = onOci
    ? ResourcePrincipalAuthenticationDetailsProvider.GetProvider()
    : new ConfigFileAuthenticationDetailsProvider("DEFAULT");
using var both = new GenerativeAiAgentRuntimeClient(provider);
using var instance = new GenerativeAiAgentRuntimeClient(new InstancePrincipalsAuthenticationDetailsProvider());
using var workload = new GenerativeAiAgentRuntimeClient(OkeWorkloadIdentityAuthenticationDetailsProvider.GetProvider());
using var session = new GenerativeAiAgentRuntimeClient(new SessionTokenAuthenticationDetailsProvider("DEFAULT"));
// Other planes keep their config.
using var inference = new GenerativeAiInferenceClient(new ConfigFileAuthenticationDetailsProvider("DEFAULT"));
using var storage = new ObjectStorageClient(new ConfigFileAuthenticationDetailsProvider("DEFAULT"));
// A class of this program with the same name as one of the SDK.
var own = new Mine.GenerativeAiAgentRuntimeClient(new ConfigFileAuthenticationDetailsProvider("DEFAULT"));
await Injected.Call(both);

namespace Mine
{
    public class GenerativeAiAgentRuntimeClient
    {
        public GenerativeAiAgentRuntimeClient(object provider) { }
    }
}

internal class Injected
{
    private readonly IBasicAuthenticationDetailsProvider _auth;

    public Injected(IBasicAuthenticationDetailsProvider auth) => _auth = auth;

    public static Task Call(GenerativeAiAgentRuntimeClient client) => client.Chat(null);

    public GenerativeAiAgentRuntimeClient Open() => new GenerativeAiAgentRuntimeClient(_auth);

    // "new GenerativeAiAgentRuntimeClient(new ConfigFileAuthenticationDetailsProvider(x))" in a comment or a string
    public string Text => "new GenerativeAiAgentRuntimeClient(new ConfigFileAuthenticationDetailsProvider(\"DEFAULT\"))";
}
