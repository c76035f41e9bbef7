using Oci.Common.Auth;
using Oci.GenerativeaiagentruntimeService;

static class Clients
{
    static GenerativeAiAgentRuntimeClient Client(bool onOci)
    {
        if (onOci)
        {
            return new GenerativeAiAgentRuntimeClient(ResourcePrincipalAuthenticationDetailsProvider.GetProvider());
        }
        return new GenerativeAiAgentRuntimeClient(new ConfigFileAuthenticationDetailsProvider("DEFAULT"));
    }
}
