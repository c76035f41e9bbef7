export const JAVA_SIGNER = 'com.oracle.bmc.http.signing.DefaultRequestSigner';

export interface JavaSigned {
  readonly signer: string;
  readonly uri: string;
  readonly method: string;
  readonly headers: string;
  readonly body: string;
  /** The builder of `java.net.http` that gets the headers. */
  readonly request: string;
}

/** oci-java-sdk 3 `RequestSigner.signRequest`: it hashes the body and gives every header that it signs. */
export const javaSigned = ({ signer, uri, method, headers, body, request }: JavaSigned): readonly string[] => [
  `${signer}.signRequest(${uri}, ${method}, ${headers}, ${body}).forEach((name, value) -> {`,
  '    // The client sets these two itself.',
  `    if (!name.equalsIgnoreCase("host") && !name.equalsIgnoreCase("content-length")) ${request}.setHeader(name, value);`,
  '});',
];

export const JAVA_SIGNING = 'OciSigned';

/** A class of the file that signs what a builder holds; a principal renews its token itself, so the signer is made once. */
export function javaSigningOf(type: string, provider: string, name: (path: string) => string, unit: string): string {
  const request = name('java.net.http.HttpRequest');
  const signed = javaSigned({
    signer: 'SIGNER',
    uri: 'request.uri()',
    method: 'request.method()',
    headers: 'request.headers().map()',
    body: 'body',
    request: 'builder',
  });
  const lines = [
    '/** Signs requests to OCI. */',
    `final class ${type} {`,
    `    private static final ${name('com.oracle.bmc.http.signing.RequestSigner')} SIGNER =`,
    `        ${name(JAVA_SIGNER)}.createRequestSigner(${provider});`,
    '',
    `    private ${type}() {}`,
    '',
    `    static ${request} sign(${request}.Builder builder, String body) {`,
    `        if (!builder.build().headers().firstValue("content-type").isPresent()) {`,
    '            builder.setHeader("content-type", "application/json");',
    '        }',
    `        ${request} request = builder.build();`,
    ...signed.map((line) => `        ${line}`),
    '        return builder.build();',
    '    }',
    '}',
  ];
  return lines.map((line) => line.replace(/^ +/, (space) => unit.repeat(space.length / 4))).join('\n');
}
