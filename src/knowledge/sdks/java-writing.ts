import { KEY_PROVIDER } from './provider-names';
import { COMPUTE_VARIABLE, type Target } from './target';

export const JAVA_AUTH = 'com.oracle.bmc.auth';

/** What every provider of `bmc-common` is; those of a user's own key are `NARROW` besides. */
export const JAVA_BASIC = `${JAVA_AUTH}.BasicAuthenticationDetailsProvider`;
export const JAVA_NARROW = 'AuthenticationDetailsProvider';
/** What a provider of a user's own key tells, and a `BasicAuthenticationDetailsProvider` does not. */
export const JAVA_NARROW_GETTERS: readonly string[] = ['getTenantId', 'getUserId', 'getFingerprint', 'getRegion'];

/** Classes of oci-java-sdk 3; that of OKE comes with `oci-java-sdk-addons-oke-workload-identity`. */
export const JAVA_PROVIDERS: Readonly<Record<Exclude<Target, 'by-environment'>, string>> = {
  'instance-principal': `${JAVA_AUTH}.InstancePrincipalsAuthenticationDetailsProvider`,
  'resource-principal': `${JAVA_AUTH}.ResourcePrincipalAuthenticationDetailsProvider`,
  'oke-workload-identity': `${JAVA_AUTH}.okeworkloadidentity.OkeWorkloadIdentityAuthenticationDetailsProvider`,
  'session-token': `${JAVA_AUTH}.SessionTokenAuthenticationDetailsProvider`,
};

/** Artifacts of `com.oracle.oci.sdk` beside `oci-java-sdk-common`, by the package below `com.oracle.bmc` or its `auth`. */
export const JAVA_PACKAGES: Readonly<Record<string, string>> = {
  okeworkloadidentity: 'oci-java-sdk-addons-oke-workload-identity',
  secrets: 'oci-java-sdk-secrets',
};

/** Makers of a key's provider whose constructor throws an `IOException`, as that of a session does. */
export const JAVA_READERS: ReadonlySet<string> = new Set([KEY_PROVIDER]);

/** `name` is how the file calls a class. */
export function makeJava(target: keyof typeof JAVA_PROVIDERS, name: (path: string) => string, args: string): string {
  const type = name(JAVA_PROVIDERS[target]);
  return target === 'session-token' ? `new ${type}(${args})` : `${type}.builder().build()`;
}

export const JAVA_CHOOSER = 'OciProvider';

/** A session renews itself on a thread that keeps a program from ending. */
export const JAVA_CLOSE = 'Without the thread that renews the session the program can end.';

export interface JavaChooser {
  readonly type: string;
  /** Whether callers take care of an `IOException`. */
  readonly throws: boolean;
  /** Whether the program shall end by itself. */
  readonly ends: boolean;
  /** Where this machine's session is read from, as Java writes it; the default file without one. */
  readonly file?: string;
  readonly profile: string;
}

export const JAVA_REGIONAL = 'OciInRegion';

/** Builders take the region of a provider that is a `RegionProvider`; the signer caches unless the class says no. */
export function javaRegionalOf(type: string, name: (path: string) => string, unit: string): string {
  const basic = name(JAVA_BASIC);
  const forward = (result: string, getter: string): string[] => [
    '',
    '    @Override',
    `    public ${result} ${getter}() {`,
    `        return provider.${getter}();`,
    '    }',
  ];
  const lines = [
    '/** Keeps the region that clients of a provider work in. */',
    `@${name(`${JAVA_AUTH}.AuthCachingPolicy`)}(cacheKeyId = false, cachePrivateKey = false)`,
    `final class ${type} implements ${basic}, ${name(`${JAVA_AUTH}.RegionProvider`)} {`,
    `    private final ${basic} provider;`,
    '    private final com.oracle.bmc.Region region;',
    '',
    `    ${type}(${basic} provider, com.oracle.bmc.Region region) {`,
    '        this.provider = provider;',
    '        this.region = region;',
    '    }',
    '',
    '    @Override',
    '    public com.oracle.bmc.Region getRegion() {',
    '        return region;',
    '    }',
    ...forward('String', 'getKeyId'),
    ...forward('java.io.InputStream', 'getPrivateKey'),
    ...forward('String', 'getPassPhrase'),
    ...forward('char[]', 'getPassphraseCharacters'),
    '}',
  ];
  return indentedBy(lines, unit);
}

const indentedBy = (lines: readonly string[], unit: string): string =>
  lines.map((line) => line.replace(/^ +/, (space) => unit.repeat(space.length / 4))).join('\n');

export function javaChooserOf(chooser: JavaChooser, name: (path: string) => string, unit: string): string {
  const { type, throws } = chooser;
  const on = (condition: string, target: keyof typeof JAVA_PROVIDERS): string[] => [
    `        if (${condition}) {`,
    `            return ${makeJava(target, name, '')};`,
    '        }',
  ];
  const lines = [
    `final class ${type} {`,
    `    private ${type}() {}`,
    '',
    '    /** Principal on OCI, session token (oci session authenticate) on this machine. */',
    `    static ${name(JAVA_BASIC)} choose()${throws ? ' throws java.io.IOException' : ''} {`,
    '        // The provider of OKE comes with oci-java-sdk-addons-oke-workload-identity.',
    ...on('has("KUBERNETES_SERVICE_HOST") && !has("OCI_RESOURCE_PRINCIPAL_RPST")', 'oke-workload-identity'),
    ...on('has("OCI_RESOURCE_PRINCIPAL_VERSION")', 'resource-principal'),
    ...on(`has("${COMPUTE_VARIABLE}")`, 'instance-principal'),
    `        String profile = has("OCI_CLI_PROFILE") ? System.getenv("OCI_CLI_PROFILE") : ${chooser.profile};`,
    ...(throws ? session(chooser, name) : guarded(session(chooser, name))).map((line) => `        ${line}`),
    '    }',
    '',
    '    private static boolean has(String variable) {',
    '        String value = System.getenv(variable);',
    '        return value != null && !value.isEmpty();',
    '    }',
    '}',
  ];
  return indentedBy(lines, unit);
}

function session({ ends, file }: JavaChooser, name: (path: string) => string): string[] {
  const made = makeJava('session-token', name, file === undefined ? 'profile' : `${file}, profile`);
  if (!ends) return [`return ${made};`];
  const type = name(JAVA_PROVIDERS['session-token']);
  return [`${type} session = ${made};`, `// ${JAVA_CLOSE}`, 'session.close();', 'return session;'];
}

const guarded = (lines: readonly string[]): string[] => [
  'try {',
  ...lines.map((line) => `    ${line}`),
  '} catch (java.io.IOException e) {',
  '    throw new java.io.UncheckedIOException(e);',
  '}',
];

export const JAVA_VAULT = 'OciVault';

const SECRETS = 'com.oracle.bmc.secrets';

/** `SecretsClient.getSecretBundle` (oci-java-sdk-secrets 3); contents are base64. `choose` gives the provider. */
export function javaVaultOf(type: string, choose: string, name: (path: string) => string, unit: string): string {
  const client = name(`${SECRETS}.SecretsClient`);
  const request = name(`${SECRETS}.requests.GetSecretBundleRequest`);
  const content = name(`${SECRETS}.model.Base64SecretBundleContentDetails`);
  const lines = [
    `final class ${type} {`,
    `    private ${type}() {}`,
    '',
    '    /** Secret of OCI Vault; the principal or session needs to read secret-bundles. */',
    '    static String read(String secretId) {',
    `        ${client} client = ${client}.builder().build(${choose});`,
    `        ${request} request = ${request}.builder().secretId(secretId).build();`,
    `        ${content} bundle =`,
    `                (${content})`,
    '                        client.getSecretBundle(request).getSecretBundle().getSecretBundleContent();',
    '        client.close();',
    '        byte[] content = java.util.Base64.getDecoder().decode(bundle.getContent());',
    '        return new String(content, java.nio.charset.StandardCharsets.UTF_8).trim();',
    '    }',
    '}',
  ];
  return lines.map((line) => line.replace(/^ +/, (space) => unit.repeat(space.length / 4))).join('\n');
}
