export const JAVA_SIGNER = 'com.oracle.bmc.http.signing.DefaultRequestSigner';
const REQUEST_SIGNER = 'com.oracle.bmc.http.signing.RequestSigner';

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

export interface SignerClass {
  readonly type: string;
  /** An expression for the provider. */
  readonly provider: string;
  /** How the file calls a class, imported if it is not yet. */
  name(path: string): string;
  readonly unit: string;
}

export const JAVA_SIGNING = 'OciSigned';

/** A class of the file that signs what a builder holds. */
export function javaSigningOf({ type, provider, name, unit }: SignerClass): string {
  const request = name('java.net.http.HttpRequest');
  const signed = javaSigned({
    signer: 'SIGNER',
    uri: 'request.uri()',
    method: 'request.method()',
    headers: 'request.headers().map()',
    body: 'body',
    request: 'builder',
  });
  const members = [
    `    static ${request} sign(${request}.Builder builder, String body) {`,
    `        if (!builder.build().headers().firstValue("content-type").isPresent()) {`,
    '            builder.setHeader("content-type", "application/json");',
    '        }',
    `        ${request} request = builder.build();`,
    ...signed.map((line) => `        ${line}`),
    '        return builder.build();',
    '    }',
  ];
  return signerClass({ type, provider, name, unit }, members);
}

/** A class that makes its signer once, since a principal renews its token itself. */
function signerClass({ type, provider, name, unit }: SignerClass, members: readonly string[]): string {
  const lines = [
    '/** Signs requests to OCI. */',
    `final class ${type} {`,
    `    private static final ${name(REQUEST_SIGNER)} SIGNER =`,
    `        ${name(JAVA_SIGNER)}.createRequestSigner(${provider});`,
    '',
    `    private ${type}() {}`,
    '',
    ...members,
    '}',
  ];
  return lines.map((line) => line.replace(/^ +/, (space) => unit.repeat(space.length / 4))).join('\n');
}

export const JAVA_OKHTTP_SIGNING = 'OciOkHttp';

/**
 * The same for OkHttp 3 to 5, whose request holds its body. `okhttp3.internal.http.BridgeInterceptor` sends the type and
 * the length of the body in place of such headers, and the signer takes texts only and refuses a body where none belongs.
 */
export function javaOkHttpSigningOf({ type, provider, name, unit }: SignerClass): string {
  const request = name('okhttp3.Request');
  const body = name('okhttp3.RequestBody');
  const members = [
    `    static ${request} sign(${request}.Builder builder) {`,
    `        ${request} request = builder.build();`,
    `        ${body} body = request.body();`,
    '        if (body != null && body.contentType() != null) {',
    '            // The client sends this type, whatever the header says.',
    '            request = request.newBuilder().header("content-type", body.contentType().toString()).build();',
    '        }',
    `        ${request}.Builder signed = request.newBuilder();`,
    '        SIGNER.signRequest(request.url().uri(), request.method(), request.headers().toMultimap(), textOf(body))',
    '            .forEach(signed::header);',
    '        return signed.build();',
    '    }',
    '',
    `    private static String textOf(${body} body) {`,
    '        okio.Buffer content = new okio.Buffer();',
    '        try {',
    '            if (body != null) body.writeTo(content);',
    '        } catch (java.io.IOException e) {',
    '            throw new java.io.UncheckedIOException(e);',
    '        }',
    '        return content.size() == 0 ? null : content.readUtf8();',
    '    }',
  ];
  return signerClass({ type, provider, name, unit }, members);
}

export const JAVA_CONNECTION_SIGNING = 'OciConnection';

/** The same for what `URL.openConnection()` gives (Java 8 to 25): it turns a GET with output into a POST when it sends. */
export function javaConnectionSigningOf({ type, provider, name, unit }: SignerClass): string {
  const members = [
    '    /** For a connection that has all its other headers; it sets those that describe the body itself. */',
    `    static void sign(${name('java.net.HttpURLConnection')} connection, String body) {`,
    '        String set = connection.getRequestMethod();',
    '        String method = body != null && set.equals("GET") ? "POST" : set;',
    `        ${name('java.net.URI')} uri = ${name('java.net.URI')}.create(connection.getURL().toString());`,
    '        SIGNER.signRequest(uri, method, connection.getRequestProperties(), body)',
    '            .forEach(connection::setRequestProperty);',
    '    }',
  ];
  return signerClass({ type, provider, name, unit }, members);
}
