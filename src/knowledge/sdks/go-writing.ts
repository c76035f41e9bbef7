import { COMPUTE_VARIABLE, type Target } from './target';

/** The SDK's module with its version, which this project tests with (proxy.golang.org, 2026-11). */
export const GO_MODULES: Readonly<Record<string, string>> = {
  'github.com/oracle/oci-go-sdk/v65': 'v65.129.0',
};

/** Functions of `common/auth` (oci-go-sdk 65.110): each gives a provider and an error. */
export const GO_PRINCIPALS: Readonly<Partial<Record<Target, string>>> = {
  'instance-principal': 'InstancePrincipalConfigurationProvider',
  'resource-principal': 'ResourcePrincipalConfigurationProvider',
  'oke-workload-identity': 'OkeWorkloadIdentityConfigurationProvider',
};

/** Functions that give a provider and an error; all other readers give the provider alone. */
export const GO_WITH_ERROR: ReadonlySet<string> = new Set([
  'ConfigurationProviderFromFile',
  'ConfigurationProviderFromFileWithProfile',
  'InstancePrincipalConfigurationProviderForRegion',
  'ResourcePrincipalConfigurationProviderForRegion',
  ...Object.values(GO_PRINCIPALS),
]);

/** Both take a file and a profile. */
export const GO_PROFILE = 'CustomProfileConfigProvider';
export const GO_SESSION = 'CustomProfileSessionTokenConfigProvider';

/** The file is the default one where it is empty. */
export const goSession = (common: string, file: string, profile: string): string =>
  `${common}.${GO_SESSION}(${file}, ${profile})`;

export const GO_CHOOSER = 'ociProvider';

/** How a file calls the packages that a function names. */
export interface GoNames {
  readonly common: string;
  readonly auth: string;
  readonly os: string;
}

/** Where this machine's session is read from, as Go writes both. */
export interface GoSession {
  readonly file: string;
  readonly profile: string;
}

export const goChooserOf = (name: string, { common, auth, os }: GoNames, { file, profile }: GoSession): string =>
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
    `\t\tprofile = ${profile}`,
    '\t}',
    `\treturn ${goSession(common, file, 'profile')}, nil`,
    '}',
  ].join('\n');

/** Where a reader of a key takes the file, the profile and the region (oci-go-sdk 65 `common/configuration.go`). */
export const GO_ARGUMENTS: Readonly<
  Record<string, { readonly file?: number; readonly profile?: number; readonly region?: number }>
> = {
  ConfigurationProviderFromFile: { file: 0 },
  ConfigurationProviderFromFileWithProfile: { file: 0, profile: 1 },
  [GO_PROFILE]: { file: 0, profile: 1 },
  NewRawConfigurationProvider: { region: 2 },
};

/** Principals that take the region of their clients (`common/auth`); that of a resource principal knows no version 3. */
export const GO_FOR_REGION: Readonly<Partial<Record<Target, string>>> = {
  'instance-principal': 'InstancePrincipalConfigurationProviderForRegion',
};

export const GO_REGIONAL = 'ociInRegion';

/** For providers that know their own region only; `common/client.go` asks for a new token of refreshable ones. */
export const goRegionalOf = (name: string, common: string): string =>
  [
    `// ${name} keeps the region that clients of a provider work in.`,
    `type ${name} struct {`,
    `\t${common}.ConfigurationProvider`,
    '\tregion string',
    '}',
    '',
    `func (provider ${name}) Region() (string, error) {`,
    '\treturn provider.region, nil',
    '}',
    '',
    `func (provider ${name}) Refreshable() bool {`,
    `\trefreshable, ok := provider.ConfigurationProvider.(${common}.RefreshableConfigurationProvider)`,
    '\treturn ok && refreshable.Refreshable()',
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
    `\tprovider, err := ${chooser}`,
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
