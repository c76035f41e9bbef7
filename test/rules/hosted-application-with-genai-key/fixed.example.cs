using System.Net.Http.Headers;

using var client = new HttpClient();
var request = new HttpRequestMessage(
    HttpMethod.Post,
    "https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/20251112/hostedApplicationsIam/ocid1.x/actions/invoke/run");
await client.SendAsync(OciSignedBad.Sign(request));

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

internal static class OciSignedBad
{
    private static readonly Oci.Common.Http.Signing.RequestSigner Signer =
        new Oci.Common.Http.Signing.DefaultRequestSigner(OciProviderBad.Choose());

    /// <summary>Signs a request to OCI.</summary>
    public static System.Net.Http.HttpRequestMessage Sign(System.Net.Http.HttpRequestMessage request)
    {
        Signer.SignRequest(request);
        return request;
    }
}
