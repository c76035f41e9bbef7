import { CONFIG_READERS, type ConfigReader } from './config-file';

/** Environment variables that carry credentials or choose them, and who reads each. */

/** oci-cli `cli_constants.py`: a variable stands for the option of the same name and wins over the config file. */
export const CLI_VARIABLES = {
  configFile: 'OCI_CLI_CONFIG_FILE',
  rcFile: 'OCI_CLI_RC_FILE',
  profile: 'OCI_CLI_PROFILE',
  auth: 'OCI_CLI_AUTH',
  region: 'OCI_CLI_REGION',
  user: 'OCI_CLI_USER',
  tenancy: 'OCI_CLI_TENANCY',
  fingerprint: 'OCI_CLI_FINGERPRINT',
  keyFile: 'OCI_CLI_KEY_FILE',
  keyContent: 'OCI_CLI_KEY_CONTENT',
  passphrase: 'OCI_CLI_PASSPHRASE',
  securityTokenFile: 'OCI_CLI_SECURITY_TOKEN_FILE',
  delegationTokenFile: 'OCI_CLI_DELEGATION_TOKEN_FILE',
} as const;

/** The SDKs' own: `oci/config.py`, oci-common `config-file-reader.ts`, oci-go-sdk `configuration_provider.go`. */
export const SDK_VARIABLES = { configFile: 'OCI_CONFIG_FILE', region: 'OCI_REGION' } as const;

/** oci-go-sdk and the Terraform provider read these last, or as input variables of a module. */
export const TERRAFORM_VARIABLES = {
  tenancy: 'TF_VAR_tenancy_ocid',
  user: 'TF_VAR_user_ocid',
  fingerprint: 'TF_VAR_fingerprint',
  keyFile: 'TF_VAR_private_key_path',
  passphrase: 'TF_VAR_private_key_password',
  region: 'TF_VAR_region',
} as const;

const TERRAFORM_PREFIX = 'TF_VAR_';

/** Input variables of a module that those set and that make an identity (Terraform sets `var.x` from `TF_VAR_x`). */
export const TERRAFORM_INPUTS: readonly string[] = Object.entries(TERRAFORM_VARIABLES)
  .filter(([part]) => part !== 'region')
  .map(([, name]) => name.slice(TERRAFORM_PREFIX.length));

/**
 * The block that configures Terraform's OCI provider. One with none of these arguments, and without one of the inputs
 * above, reads the variables above by itself (`DefaultFunc` in `provider.go` of terraform-provider-oci).
 */
export const TERRAFORM_PROVIDER: {
  readonly kind: string;
  readonly name: string;
  readonly chosenBy: readonly string[];
} = { kind: 'provider', name: 'oci', chosenBy: ['auth', 'config_file_profile', 'private_key'] };

/** Files whose values Terraform takes by itself, over those of the environment (its language, "Input Variables"). */
export const TERRAFORM_VALUES = /\/(?:terraform|[^/]*\.auto)\.tfvars$/;

/** What OCI puts into functions, container instances, notebooks and jobs (`resource_principals_signer.py`). */
export const RESOURCE_PRINCIPAL_VARIABLES = {
  version: 'OCI_RESOURCE_PRINCIPAL_VERSION',
  token: 'OCI_RESOURCE_PRINCIPAL_RPST',
  privateKey: 'OCI_RESOURCE_PRINCIPAL_PRIVATE_PEM',
  passphrase: 'OCI_RESOURCE_PRINCIPAL_PRIVATE_PEM_PASSPHRASE',
  region: 'OCI_RESOURCE_PRINCIPAL_REGION',
} as const;

/** The version whose credential stands in the variables; the only one that every SDK supports. */
export const RESOURCE_PRINCIPAL_VERSION = '2.2';

/** What a pod must be told besides what Kubernetes tells it (`oke_workload_identity_resource_principal_signer.py`). */
export const workloadIdentityVariables = (region: string): readonly (readonly [name: string, value: string])[] => [
  [RESOURCE_PRINCIPAL_VARIABLES.version, RESOURCE_PRINCIPAL_VERSION],
  [RESOURCE_PRINCIPAL_VARIABLES.region, region],
];

/**
 * Who supports a version: `resource_principals_signer.py`, oci-common and .NET `resource-principal-…-provider`, Java
 * `ResourcePrincipalAuthenticationDetailsProvider`, oci-go-sdk `resource_principal_key_provider.go`.
 */
export const RESOURCE_PRINCIPAL_READERS: Readonly<Record<string, readonly ConfigReader[]>> = {
  '1.1': ['python', 'java', 'go'],
  '2.1': ['python', 'java'],
  '2.1.1': ['python', 'java'],
  '2.1.2': ['python', 'java'],
  '2.2': CONFIG_READERS,
  '3.0': ['python', 'java', 'go'],
};

/** Set in every pod (`oke_workload_identity_resource_principal_signer.py`, oci-common `oke-workload-identity…`). */
export const OKE_VARIABLES = {
  host: 'KUBERNETES_SERVICE_HOST',
  port: 'KUBERNETES_SERVICE_PORT_PROXYMUX',
  caFile: 'OCI_KUBERNETES_SERVICE_ACCOUNT_CERT_PATH',
} as const;

/** Names under which people keep a GenAI API key; no OCI SDK reads any of them (READMEs of the public examples). */
export const GENAI_KEY_VARIABLES: readonly string[] = [
  'OCI_GENAI_API_KEY',
  'OPENAI_API_KEY',
  'OCI_API_KEY',
  'ORACLE_API_KEY',
  'GENAI_API_KEY',
];

/** Variables beside a key that tell whether it is meant for OCI. */
export const OPENAI_BASE_URL_VARIABLES: readonly string[] = ['OPENAI_BASE_URL', 'OPENAI_API_BASE', 'ORACLE_BASE_URL'];

/** `--auth` of the CLI (`cli_constants.py`) in the project's words. */
export const CLI_AUTH_METHODS = {
  api_key: 'iam-api-key',
  security_token: 'session-token',
  instance_principal: 'instance-principal',
  resource_principal: 'resource-principal',
  instance_obo_user: 'delegation-token',
  oke_workload_identity: 'oke-workload-identity',
} as const;

/**
 * What the CLI takes for `OCI_CLI_AUTH`, to the letter: any other value, an empty one too, ends every command
 * (`cli_root.py` of oci-cli 3.95: `OCI_CLI_AUTH_CHOICES`).
 */
export const CLI_AUTH_CHOICES: readonly string[] = [...Object.keys(CLI_AUTH_METHODS), 'pkcs11'];

/** Under which names code reads what no longer stands in it; those of the CLI where it has one. */
export const SECRET_VARIABLES = {
  'private-key': 'OCI_CLI_KEY_CONTENT',
  'iam-identity': 'OCI_CLI_FINGERPRINT',
  'pass-phrase': 'OCI_CLI_PASSPHRASE',
  'session-token': 'OCI_SECURITY_TOKEN',
  'auth-token': 'OCI_AUTH_TOKEN',
  'customer-secret-key': 'AWS_SECRET_ACCESS_KEY',
  'genai-key': 'OCI_GENAI_API_KEY',
} as const;

/** The other two parts of an identity, by the kind of their OCID. */
export const IDENTITY_VARIABLES = { user: 'OCI_CLI_USER', tenancy: 'OCI_CLI_TENANCY' } as const;
