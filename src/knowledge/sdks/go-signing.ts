/** How a file calls the packages that signing names. */
export interface GoSigningNames {
  readonly common: string;
  readonly http: string;
  readonly time: string;
}

/**
 * A transport that signs (oci-go-sdk 65 `common/http_signer.go`): the signer hashes the body and reads date and content
 * type from the headers. A key that the client adds by itself goes.
 */
export const goTransportOf = (type: string, { common, http, time }: GoSigningNames): readonly string[] => [
  `// ${type} signs what another client sends.`,
  `type ${type} struct {`,
  `\tsigner ${common}.HTTPRequestSigner`,
  `\tnext   ${http}.RoundTripper`,
  '}',
  '',
  `func (transport ${type}) RoundTrip(request *${http}.Request) (*${http}.Response, error) {`,
  '\trequest = request.Clone(request.Context())',
  '\trequest.Header.Del("Authorization")',
  `\trequest.Header.Set("Date", ${time}.Now().UTC().Format(${http}.TimeFormat))`,
  '\tif request.Header.Get("Content-Type") == "" {',
  '\t\trequest.Header.Set("Content-Type", "application/json")',
  '\t}',
  '\tif err := transport.signer.Sign(request); err != nil {',
  '\t\treturn nil, err',
  '\t}',
  '\treturn transport.next.RoundTrip(request)',
  '}',
];

export const GO_SIGNING = 'ociSigning';
export const GO_SIGNER = 'ociSigner';
export const GO_SIGNED = 'ociSigned';

/** The signer of a file; a principal renews its token itself, so it is made once. */
export const goSignerOf = (name: string, common: string, sync: string, provider: string): string =>
  [
    `var ${name} = ${sync}.OnceValue(func() ${common}.HTTPRequestSigner {`,
    `\treturn ${common}.DefaultRequestSigner(${provider})`,
    '})',
  ].join('\n');

export interface GoSigned {
  readonly signed: string;
  readonly signer: string;
  readonly signing: string;
}

/** A client that signs in place of one that sends a key. */
export const goSignedOf = ({ signed, signer, signing }: GoSigned, http: string): string =>
  [
    `// ${signed} gives a client that signs its requests to OCI.`,
    `func ${signed}(client *${http}.Client) *${http}.Client {`,
    '\tcopied := *client',
    '\tnext := client.Transport',
    '\tif next == nil {',
    `\t\tnext = ${http}.DefaultTransport`,
    '\t}',
    `\tcopied.Transport = ${signing}{${signer}(), next}`,
    '\treturn &copied',
    '}',
  ].join('\n');
