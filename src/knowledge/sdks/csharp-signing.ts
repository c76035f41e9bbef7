export const CSHARP_SIGNING = 'OciSigned';

/** `OciHttpClientHandler.cs`: a handler for any `HttpClient`, which then signs all that it sends. */
export const csharpHandlerOf = (provider: string): string =>
  `Oci.Common.Http.Signing.OciHttpClientHandler.FromAuthProvider(${provider})`;

/** oci-dotnet-sdk 134 `Oci.Common.Http.Signing`: what its `OciHttpClientHandler` does with each message. */
export const csharpSigningOf = (type: string, provider: string): string =>
  [
    `internal static class ${type}`,
    '{',
    '    private static readonly Oci.Common.Http.Signing.RequestSigner Signer =',
    `        new Oci.Common.Http.Signing.DefaultRequestSigner(${provider});`,
    '',
    '    /// <summary>Signs a request to OCI.</summary>',
    '    public static System.Net.Http.HttpRequestMessage Sign(System.Net.Http.HttpRequestMessage request)',
    '    {',
    '        Signer.SignRequest(request);',
    '        return request;',
    '    }',
    '}',
  ].join('\n');
