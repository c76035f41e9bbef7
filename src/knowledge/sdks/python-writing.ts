import { COMPUTE_VARIABLE, type Target } from './target';

/** How a signer of each method is written with the `oci` package (`oci/auth/signers/__init__.py`). */
export const SIGNERS: Readonly<Record<Exclude<Target, 'by-environment' | 'session-token'>, (oci: string) => string>> = {
  'instance-principal': (oci) => `${oci}.auth.signers.InstancePrincipalsSecurityTokenSigner()`,
  'resource-principal': (oci) => `${oci}.auth.signers.get_resource_principals_signer()`,
  'oke-workload-identity': (oci) => `${oci}.auth.signers.get_oke_workload_identity_resource_principal_signer()`,
};

/** `auth_type` strings of the ADK; it knows no OKE workload identity. */
export const ADK_AUTH_TYPES: Readonly<Partial<Record<Target, string>>> = {
  'session-token': 'security_token',
  'instance-principal': 'instance_principal',
  'resource-principal': 'resource_principal',
};

/** `auth_type` strings of LangChain and LlamaIndex. */
export const LANGCHAIN_AUTH_TYPES: Readonly<Partial<Record<Target, string>>> = {
  'session-token': 'SECURITY_TOKEN',
  'instance-principal': 'INSTANCE_PRINCIPAL',
  'resource-principal': 'RESOURCE_PRINCIPAL',
};

/** Auth classes of `oci-genai-auth` for httpx transports. */
export const HTTPX_AUTH: Readonly<Partial<Record<Target, string>>> = {
  'session-token': 'OciSessionAuth',
  'instance-principal': 'OciInstancePrincipalAuth',
  'resource-principal': 'OciResourcePrincipalAuth',
};

export const SESSION = 'oci_session_signer';

/** A session's token and key make one signer; the SDK has no reader for both. */
export const sessionOf = (oci: string, os: string, unit: string): string =>
  [
    `def ${SESSION}(profile="DEFAULT"):`,
    `${unit}"""Signer of a session that \`oci session authenticate\` began."""`,
    `${unit}session = ${oci}.config.from_file(profile_name=profile)`,
    `${unit}with open(${os}.path.expanduser(session["security_token_file"])) as token_file:`,
    `${unit}${unit}token = token_file.read().strip()`,
    `${unit}key = ${oci}.signer.load_private_key_from_file(session["key_file"], session.get("pass_phrase"))`,
    `${unit}signer = ${oci}.auth.signers.SecurityTokenSigner(token, key)`,
    `${unit}signer.region = session["region"]`,
    `${unit}return signer`,
  ].join('\n');

export const CHOOSER = 'oci_signer';

/**
 * Chooses the signer by what the environment says. Pods carry a service host; Functions and the like carry a resource
 * principal token as well as its version; metadata is never probed, since off OCI that hangs.
 */
export const chooserOf = (oci: string, os: string, unit: string): string =>
  [
    `def ${CHOOSER}():`,
    `${unit}"""Principal on OCI, session token (oci session authenticate) on this machine."""`,
    `${unit}env = ${os}.environ`,
    `${unit}if env.get("KUBERNETES_SERVICE_HOST") and not env.get("OCI_RESOURCE_PRINCIPAL_RPST"):`,
    `${unit}${unit}return ${SIGNERS['oke-workload-identity'](oci)}`,
    `${unit}if env.get("OCI_RESOURCE_PRINCIPAL_VERSION"):`,
    `${unit}${unit}return ${SIGNERS['resource-principal'](oci)}`,
    `${unit}if env.get("${COMPUTE_VARIABLE}"):`,
    `${unit}${unit}return ${SIGNERS['instance-principal'](oci)}`,
    `${unit}session = ${oci}.config.from_file(profile_name=env.get("OCI_CLI_PROFILE", "DEFAULT"))`,
    `${unit}with open(${os}.path.expanduser(session["security_token_file"])) as token_file:`,
    `${unit}${unit}token = token_file.read().strip()`,
    `${unit}key = ${oci}.signer.load_private_key_from_file(session["key_file"], session.get("pass_phrase"))`,
    `${unit}signer = ${oci}.auth.signers.SecurityTokenSigner(token, key)`,
    `${unit}signer.region = session["region"]`,
    `${unit}return signer`,
  ].join('\n');

export const VAULT = 'vault_secret';

/** `SecretsClient.get_secret_bundle` (`oci/secrets/secrets_client.py`); contents are base64. Needs `CHOOSER`. */
export const vaultOf = (oci: string, base64: string, unit: string): string =>
  [
    `def ${VAULT}(secret_id):`,
    `${unit}"""Secret of OCI Vault; the principal or session needs to read secret-bundles."""`,
    `${unit}client = ${oci}.secrets.SecretsClient({}, signer=${CHOOSER}())`,
    `${unit}content = client.get_secret_bundle(secret_id).data.secret_bundle_content.content`,
    `${unit}return ${base64}.b64decode(content).decode().strip()`,
  ].join('\n');

export const TYPE_CHOOSER = 'oci_auth_type';

/** Chooses the string that names the method, in the words of one framework. */
export const typeChooserOf = (types: Readonly<Partial<Record<Target, string>>>, os: string, unit: string): string =>
  [
    `def ${TYPE_CHOOSER}():`,
    `${unit}"""Principal on OCI, session token (oci session authenticate) on this machine."""`,
    `${unit}if ${os}.environ.get("OCI_RESOURCE_PRINCIPAL_VERSION"):`,
    `${unit}${unit}return "${types['resource-principal']}"`,
    `${unit}if ${os}.environ.get("${COMPUTE_VARIABLE}"):`,
    `${unit}${unit}return "${types['instance-principal']}"`,
    `${unit}return "${types['session-token']}"`,
  ].join('\n');

export const HTTPX_CHOOSER = 'oci_auth';

/** Chooses the auth class of an httpx transport; `name` is how the file calls each. */
export const httpxChooserOf = (name: (target: Target) => string, os: string, unit: string): string =>
  [
    `def ${HTTPX_CHOOSER}():`,
    `${unit}"""Principal on OCI, session token (oci session authenticate) on this machine."""`,
    `${unit}if ${os}.environ.get("OCI_RESOURCE_PRINCIPAL_VERSION"):`,
    `${unit}${unit}return ${name('resource-principal')}()`,
    `${unit}if ${os}.environ.get("${COMPUTE_VARIABLE}"):`,
    `${unit}${unit}return ${name('instance-principal')}()`,
    `${unit}return ${name('session-token')}(profile_name=${os}.environ.get("OCI_CLI_PROFILE", "DEFAULT"))`,
  ].join('\n');

/** Arguments of LiteLLM that hold the user's identity; a signer stands for all of them. */
export const LITELLM_IDENTITY: readonly string[] = [
  'oci_user',
  'oci_fingerprint',
  'oci_tenancy',
  'oci_key',
  'oci_key_file',
];

/** Packages by the module that a repair may import. */
export const PYTHON_PACKAGES: Readonly<Record<string, string>> = {
  oci: 'oci',
  oci_genai_auth: 'oci-genai-auth',
  httpx: 'httpx',
};
