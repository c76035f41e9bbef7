import { COMPUTE_VARIABLE, type Target } from './target';

/** Classes of `oci-common` (2.142, `lib/auth/*.d.ts`) by what they prove. */
export const PROVIDERS = {
  'instance-principal': 'InstancePrincipalsAuthenticationDetailsProviderBuilder',
  'resource-principal': 'ResourcePrincipalAuthenticationDetailsProvider',
  'oke-workload-identity': 'OkeWorkloadIdentityAuthenticationDetailsProvider',
  'session-token': 'SessionAuthDetailProvider',
} as const;

export type Provided = keyof typeof PROVIDERS;

/** The package that holds them, and the one that holds all of the SDK (`oci-sdk`: `import * as common from 'oci-common'`). */
export const COMMON_PACKAGE = 'oci-common';
export const WHOLE_PACKAGE = 'oci-sdk';

/** `new SimpleAuthenticationDetailsProvider(tenancy, user, fingerprint, key, passphrase, region)` (`lib/auth/auth.d.ts`). */
export const INLINE_REGION_AT = 5;

/** Packages by the modules that fixes import. */
export const TYPESCRIPT_PACKAGES: Readonly<Record<string, string>> = {
  [COMMON_PACKAGE]: COMMON_PACKAGE,
  'oci-secrets': 'oci-secrets',
};

/** Builders of `oci-common` that give a promise: all others give the provider itself. */
export const PROMISED: ReadonlySet<Target> = new Set(['instance-principal', 'by-environment']);

/** How a provider is made; `name` is how the file calls the class. The OKE builder reads its defaults from ''. */
export const MAKE: Readonly<Record<Provided, (name: string, args?: string) => string>> = {
  'instance-principal': (name) => `new ${name}().build()`,
  'resource-principal': (name) => `${name}.builder()`,
  'oke-workload-identity': (name) => `${name}.builder('', '')`,
  'session-token': (name, args) => `new ${name}(${args ?? ''})`,
};

/**
 * An instance principal where nothing may be awaited: with an `authType` this class needs no key, and the signer gets
 * the principal when it first signs (`lib/signer.js`, `lib/auth/helpers/delegate-auth-provider.js`). It knows no region.
 */
export const lazyInstance = (name: string, region = 'undefined'): string =>
  `new ${name}('', '', '', '', null, ${region}, 'instance_principal')`;

/** The region that the environment names, in the variable in which the readers of `oci-common` look for it. */
export const environmentRegion = (region: string): string => `${region}.fromRegionId(process.env.OCI_REGION ?? '')`;

/** A provider that knows no region of its own (that of OKE has no `getRegion`), or shall give clients another one. */
export const inRegion = (provider: string, region: string): string =>
  `Object.assign(${provider}, { getRegion: () => ${region} })`;

/** The region that a pod is told. */
export const podRegion = (region: string): string =>
  `${region}.fromRegionId(process.env.OCI_RESOURCE_PRINCIPAL_REGION ?? '')`;

export const TS_CHOOSER = 'ociProvider';
/** The same where nothing may be awaited. */
export const TS_CHOOSER_SYNC = 'ociProviderSync';

interface Chooser {
  /** How the module makes a provider. */
  readonly make: (kind: Provided, args?: string) => string;
  /** How it calls `Region`, where clients ask their provider for theirs. */
  readonly region: string | undefined;
  /** How it makes an instance principal of a region where nothing may be awaited. */
  readonly lazy?: (region?: string) => string;
  readonly typed: boolean;
  readonly unit: string;
}

/**
 * Chooses the provider by what the environment says; metadata is never probed, since off OCI that hangs. A session is
 * read from the file and profile that the code names.
 */
export const tsChooserOf = ({ make, region, lazy, typed, unit }: Chooser): string =>
  [
    '/** Principal on OCI, session token (oci session authenticate) on this machine. */',
    `${lazy === undefined ? `async function ${TS_CHOOSER}` : `function ${TS_CHOOSER_SYNC}`}(file${typed ? '?: string' : ''}, profile = process.env.OCI_CLI_PROFILE ?? 'DEFAULT') {`,
    `${unit}const { env } = process;`,
    `${unit}if (env.KUBERNETES_SERVICE_HOST && !env.OCI_RESOURCE_PRINCIPAL_RPST) {`,
    ...(region === undefined
      ? [`return ${make('oke-workload-identity')};`]
      : [
          `const getRegion = () => ${podRegion(region)};`,
          `return Object.assign(${make('oke-workload-identity')}, { getRegion });`,
        ]
    ).map((line) => unit + unit + line),
    `${unit}}`,
    `${unit}if (env.OCI_RESOURCE_PRINCIPAL_VERSION) {`,
    `${unit}${unit}return ${make('resource-principal')};`,
    `${unit}}`,
    `${unit}if (env.${COMPUTE_VARIABLE}) {`,
    ...(lazy === undefined
      ? [`return await ${make('instance-principal')};`]
      : [
          '// The first request gets the principal.',
          ...(region === undefined ? [] : [`const region = ${environmentRegion(region)};`]),
          `return ${lazy(region && 'region')};`,
        ]
    ).map((line) => unit + unit + line),
    `${unit}}`,
    `${unit}return ${make('session-token', 'file, profile')};`,
    '}',
  ].join('\n');

/** `authType` of @oracle/langchain-oci: members of its enum. */
export const LANGCHAIN_JS_TYPES: Readonly<Partial<Record<Target, string>>> = {
  'instance-principal': 'InstancePrincipal',
  'resource-principal': 'ResourcePrincipal',
  'session-token': 'Session',
};

/** `auth` of @acedergren/oci-genai-provider. */
export const ACEDERGREN_AUTH: Readonly<Partial<Record<Target, string>>> = {
  'instance-principal': 'instance_principal',
  'resource-principal': 'resource_principal',
};

export const TS_VAULT = 'vaultSecret';
export const TS_VAULT_CLIENT = { module: 'oci-secrets', name: 'SecretsClient' } as const;

/** `SecretsClient.getSecretBundle` (oci-secrets 2.139 `lib/client.d.ts`); contents are base64. Needs `TS_CHOOSER`. */
export const tsVaultOf = (client: string, typed: boolean, unit: string): string =>
  [
    '/** Secret of OCI Vault; the principal or session needs to read secret-bundles. */',
    `async function ${TS_VAULT}(secretId${typed ? ': string' : ''}) {`,
    `${unit}const client = new ${client}({ authenticationDetailsProvider: await ${TS_CHOOSER}() });`,
    `${unit}const { secretBundle } = await client.getSecretBundle({ secretId });`,
    `${unit}return Buffer.from(secretBundle.secretBundleContent?.content ?? '', 'base64').toString().trim();`,
    '}',
  ].join('\n');

/** What the user of a key's provider tells, and that of a principal does not (`AuthenticationDetailsProvider` of oci-common). */
export const USER_GETTERS = /\.(?:getTenantId|getUser|getFingerprint)\(\)/;
