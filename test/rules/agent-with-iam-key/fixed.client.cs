using Oci.Common.Auth;
using Oci.GenerativeaiagentruntimeService;

var provider = OciProviderBad.Choose("AGENTS");
using var client = new GenerativeAiAgentRuntimeClient(provider);
client.SetRegion("us-chicago-1");

internal static class OciProviderBad
{
    /// <summary>Principal on OCI, session token (oci session authenticate) on this machine.</summary>
    public static IBasicAuthenticationDetailsProvider Choose(string profile = "DEFAULT", string file = "")
    {
        if (Has("KUBERNETES_SERVICE_HOST") && !Has("OCI_RESOURCE_PRINCIPAL_RPST"))
            return OkeWorkloadIdentityAuthenticationDetailsProvider.GetProvider();
        if (Has("OCI_RESOURCE_PRINCIPAL_VERSION"))
            return ResourcePrincipalAuthenticationDetailsProvider.GetProvider();
        if (Has("OCI_USE_INSTANCE_PRINCIPAL"))
            return new InstancePrincipalsAuthenticationDetailsProvider();
        profile = System.Environment.GetEnvironmentVariable("OCI_CLI_PROFILE") ?? profile;
        return file == ""
            ? new SessionTokenAuthenticationDetailsProvider(profile)
            : new SessionTokenAuthenticationDetailsProvider(file, profile);
    }

    private static bool Has(string variable) =>
        !string.IsNullOrEmpty(System.Environment.GetEnvironmentVariable(variable));
}
