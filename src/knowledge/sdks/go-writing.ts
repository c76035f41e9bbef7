import { COMPUTE_VARIABLE, type Target } from './target';

/** Functions of `common/auth` (oci-go-sdk 65.110): each gives a provider and an error. */
export const GO_PRINCIPALS: Readonly<Partial<Record<Target, string>>> = {
  'instance-principal': 'InstancePrincipalConfigurationProvider',
  'resource-principal': 'ResourcePrincipalConfigurationProvider',
  'oke-workload-identity': 'OkeWorkloadIdentityConfigurationProvider',
};

/** Functions that give a key's provider and an error; all other readers give the provider alone. */
export const GO_WITH_ERROR: ReadonlySet<string> = new Set([
  'ConfigurationProviderFromFile',
  'ConfigurationProviderFromFileWithProfile',
]);

/** Both take a file and a profile. */
export const GO_PROFILE = 'CustomProfileConfigProvider';
export const GO_SESSION = 'CustomProfileSessionTokenConfigProvider';

export const goSession = (common: string, profile: string): string => `${common}.${GO_SESSION}("", ${profile})`;

export const GO_CHOOSER = 'ociProvider';

export const goChooserOf = (name: string, common: string, auth: string, os: string): string =>
  [
    `// ${name} gives a principal on OCI, a session token (oci session authenticate) on this machine.`,
    `func ${name}() (${common}.ConfigurationProvider, error) {`,
    '\tswitch {',
    `\tcase ${os}.Getenv("KUBERNETES_SERVICE_HOST") != "" && ${os}.Getenv("OCI_RESOURCE_PRINCIPAL_RPST") == "":`,
    `\t\treturn ${auth}.${GO_PRINCIPALS['oke-workload-identity']}()`,
    `\tcase ${os}.Getenv("OCI_RESOURCE_PRINCIPAL_VERSION") != "":`,
    `\t\treturn ${auth}.${GO_PRINCIPALS['resource-principal']}()`,
    `\tcase ${os}.Getenv("${COMPUTE_VARIABLE}") != "":`,
    `\t\treturn ${auth}.${GO_PRINCIPALS['instance-principal']}()`,
    '\t}',
    `\tprofile := ${os}.Getenv("OCI_CLI_PROFILE")`,
    '\tif profile == "" {',
    '\t\tprofile = "DEFAULT"',
    '\t}',
    `\treturn ${goSession(common, 'profile')}, nil`,
    '}',
  ].join('\n');

export const GO_MUST = 'mustProvider';

export const goMustOf = (name: string, common: string): string =>
  [
    `// ${name} ends the program where the principal cannot be had: nothing can be signed then.`,
    `func ${name}(provider ${common}.ConfigurationProvider, err error) ${common}.ConfigurationProvider {`,
    '\tif err != nil {',
    '\t\tpanic(err)',
    '\t}',
    '\treturn provider',
    '}',
  ].join('\n');

export const GO_VAULT = 'vaultSecret';

/** The packages that it and its chooser need, below the SDK and of the standard library. */
export const GO_VAULT_PACKAGES = {
  sdk: ['secrets'],
  standard: ['context', 'encoding/base64', 'os', 'strings'],
} as const;

/** `SecretsClient.GetSecretBundle` (oci-go-sdk 65.129 `secrets/secrets_client.go`); contents are base64. */
export const goVaultOf = (name: string, chooser: string): string =>
  [
    `// ${name} reads a secret of OCI Vault; the principal or session needs to read secret-bundles.`,
    `func ${name}(id string) string {`,
    `\tprovider, err := ${chooser}()`,
    '\tif err != nil {',
    '\t\tpanic(err)',
    '\t}',
    '\tclient, err := secrets.NewSecretsClientWithConfigurationProvider(provider)',
    '\tif err != nil {',
    '\t\tpanic(err)',
    '\t}',
    '\tbundle, err := client.GetSecretBundle(context.Background(), secrets.GetSecretBundleRequest{SecretId: &id})',
    '\tif err != nil {',
    '\t\tpanic(err)',
    '\t}',
    '\tcontent := bundle.SecretBundleContent.(secrets.Base64SecretBundleContentDetails)',
    '\ttext, err := base64.StdEncoding.DecodeString(*content.Content)',
    '\tif err != nil {',
    '\t\tpanic(err)',
    '\t}',
    '\treturn strings.TrimSpace(string(text))',
    '}',
  ].join('\n');
