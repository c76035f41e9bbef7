using System.Net.Http.Headers;

var client = new HttpClient(Oci.Common.Http.Signing.OciHttpClientHandler.FromAuthProvider(OciProviderBad.Choose())) { BaseAddress = new Uri("https://inference.generativeai.us-chicago-1.oci.oraclecloud.com") };
await client.PostAsync("/20231130/actions/chat", new StringContent("""{ "compartmentId": "c" }"""));

internal static class OciProviderBad
{
    /// <summary>Principal on OCI, session token (oci session authenticate) on this machine.</summary>
    public static Oci.Common.Auth.IBasicAuthenticationDetailsProvider Choose(string profile = "DEFAULT", string file = "")
    {
        if (Has("KUBERNETES_SERVICE_HOST") && !Has("OCI_RESOURCE_PRINCIPAL_RPST"))
            return Oci.Common.Auth.OkeWorkloadIdentityAuthenticationDetailsProvider.GetProvider();
        if (Has("OCI_RESOURCE_PRINCIPAL_VERSION"))
            return Oci.Common.Auth.ResourcePrincipalAuthenticationDetailsProvider.GetProvider();
        if (Has("OCI_USE_INSTANCE_PRINCIPAL"))
            return new Oci.Common.Auth.InstancePrincipalsAuthenticationDetailsProvider();
        profile = System.Environment.GetEnvironmentVariable("OCI_CLI_PROFILE") ?? profile;
        return file == ""
            ? new Oci.Common.Auth.SessionTokenAuthenticationDetailsProvider(profile)
            : new Oci.Common.Auth.SessionTokenAuthenticationDetailsProvider(file, profile);
    }

    private static bool Has(string variable) =>
        !string.IsNullOrEmpty(System.Environment.GetEnvironmentVariable(variable));
}
