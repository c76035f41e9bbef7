using Oci.Common;
using Oci.Common.Auth;
using Oci.GenerativeaiagentService;

namespace Samples.Types
{
    public class Fields
    {
        private readonly IBasicAuthenticationDetailsProvider _simple;
        private readonly IBasicAuthenticationDetailsProvider _read = OciProviderBad.Choose();

        public Fields(string profile)
        {
            _simple = new OciInRegionBad(OciProviderBad.Choose(), Region.US_CHICAGO_1);
        }

        public GenerativeAiAgentClient Simple() => new GenerativeAiAgentClient(_simple, new ClientConfiguration());

        public GenerativeAiAgentClient Read() => new GenerativeAiAgentClient(_read);
    }

    public class Locals
    {
        public static GenerativeAiAgentClient Named()
        {
            IBasicAuthenticationDetailsProvider provider = OciProviderBad.Choose("CHICAGO");
            return new GenerativeAiAgentClient(provider);
        }

        public static GenerativeAiAgentClient Passed()
        {
            IBasicAuthenticationDetailsProvider provider = Auth("FRANKFURT");
            return Make(provider);
        }

        private static IBasicAuthenticationDetailsProvider Auth(string profile)
        {
            return OciProviderBad.Choose(profile);
        }

        private static GenerativeAiAgentClient Make(IBasicAuthenticationDetailsProvider provider) => new(provider);
    }
}

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

/// <summary>Keeps the region that clients of a provider work in.</summary>
internal sealed class OciInRegionBad : IBasicAuthenticationDetailsProvider, IRegionProvider
{
    private readonly IBasicAuthenticationDetailsProvider _provider;

    public OciInRegionBad(IBasicAuthenticationDetailsProvider provider, Oci.Common.Region region)
    {
        _provider = provider;
        Region = region;
    }

    public Oci.Common.Region Region { get; }

    public string KeyId => _provider.KeyId;

    public char[] PassPhraseCharacters => _provider.PassPhraseCharacters;

    public Org.BouncyCastle.Crypto.Parameters.RsaKeyParameters GetPrivateKey() => _provider.GetPrivateKey();
}
