import { COMPUTE_VARIABLE, type Target } from './target';

export const CSHARP_SPACE = 'Oci.Common.Auth';

/** How each provider of `Oci.Common.Auth` (oci-dotnet-sdk 134) is made; `name` is how the file calls a class of it. */
export const CSHARP_PROVIDERS: Readonly<
  Record<Exclude<Target, 'by-environment'>, (name: (type: string) => string, args?: string) => string>
> = {
  'instance-principal': (name) => `new ${name('InstancePrincipalsAuthenticationDetailsProvider')}()`,
  'resource-principal': (name) => `${name('ResourcePrincipalAuthenticationDetailsProvider')}.GetProvider()`,
  'oke-workload-identity': (name) => `${name('OkeWorkloadIdentityAuthenticationDetailsProvider')}.GetProvider()`,
  'session-token': (name, args = '"DEFAULT"') => `new ${name('SessionTokenAuthenticationDetailsProvider')}(${args})`,
};

/** What providers of a user are, and those of principals are not (`IAuthenticationDetailsProvider.cs`). */
export const CSHARP_NARROW = 'IAuthenticationDetailsProvider';
/** What every provider is. */
export const CSHARP_BASIC = 'IBasicAuthenticationDetailsProvider';
/** What only a provider of a user tells. */
export const CSHARP_NARROW_GETTERS = /(?:TenantId|UserId|Fingerprint|Region)\b/;

export const CSHARP_REGIONAL = 'OciInRegion';

/** Clients take the region of a provider that is an `IRegionProvider` (`GenerativeAiAgentRuntimeClient.cs`). */
export const csharpRegionalOf = (type: string, name: (type: string) => string): string => {
  const basic = name(CSHARP_BASIC);
  return [
    '/// <summary>Keeps the region that clients of a provider work in.</summary>',
    `internal sealed class ${type} : ${basic}, ${name('IRegionProvider')}`,
    '{',
    `    private readonly ${basic} _provider;`,
    '',
    `    public ${type}(${basic} provider, Oci.Common.Region region)`,
    '    {',
    '        _provider = provider;',
    '        Region = region;',
    '    }',
    '',
    '    public Oci.Common.Region Region { get; }',
    '',
    '    public string KeyId => _provider.KeyId;',
    '',
    '    public char[] PassPhraseCharacters => _provider.PassPhraseCharacters;',
    '',
    '    public Org.BouncyCastle.Crypto.Parameters.RsaKeyParameters GetPrivateKey() => _provider.GetPrivateKey();',
    '}',
  ].join('\n');
};

export const CSHARP_CHOOSER = 'OciProvider';

export const csharpChooserOf = (type: string, name: (type: string) => string): string =>
  [
    `internal static class ${type}`,
    '{',
    '    /// <summary>Principal on OCI, session token (oci session authenticate) on this machine.</summary>',
    `    public static ${name(CSHARP_BASIC)} Choose(string profile = "DEFAULT", string file = "")`,
    '    {',
    '        if (Has("KUBERNETES_SERVICE_HOST") && !Has("OCI_RESOURCE_PRINCIPAL_RPST"))',
    `            return ${CSHARP_PROVIDERS['oke-workload-identity'](name)};`,
    '        if (Has("OCI_RESOURCE_PRINCIPAL_VERSION"))',
    `            return ${CSHARP_PROVIDERS['resource-principal'](name)};`,
    `        if (Has("${COMPUTE_VARIABLE}"))`,
    `            return ${CSHARP_PROVIDERS['instance-principal'](name)};`,
    '        profile = System.Environment.GetEnvironmentVariable("OCI_CLI_PROFILE") ?? profile;',
    '        return file == ""',
    `            ? ${CSHARP_PROVIDERS['session-token'](name, 'profile')}`,
    `            : ${CSHARP_PROVIDERS['session-token'](name, 'file, profile')};`,
    '    }',
    '',
    '    private static bool Has(string variable) =>',
    '        !string.IsNullOrEmpty(System.Environment.GetEnvironmentVariable(variable));',
    '}',
  ].join('\n');

export const CSHARP_VAULT = 'OciVault';

/** `SecretsClient.GetSecretBundle` (OCI.DotNetSDK.Secrets); contents are base64. `choose` gives the provider. */
export const csharpVaultOf = (type: string, choose: string): string =>
  [
    `internal static class ${type}`,
    '{',
    '    /// <summary>Secret of OCI Vault; the principal or session needs to read secret-bundles.</summary>',
    '    public static string Read(string secretId)',
    '    {',
    `        var client = new Oci.SecretsService.SecretsClient(${choose});`,
    '        var request = new Oci.SecretsService.Requests.GetSecretBundleRequest { SecretId = secretId };',
    '        var bundle = client.GetSecretBundle(request).GetAwaiter().GetResult().SecretBundle;',
    '        var content = (Oci.SecretsService.Models.Base64SecretBundleContentDetails)bundle.SecretBundleContent;',
    '        return System.Text.Encoding.UTF8.GetString(System.Convert.FromBase64String(content.Content)).Trim();',
    '    }',
    '}',
  ].join('\n');
