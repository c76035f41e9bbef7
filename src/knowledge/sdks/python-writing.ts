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

/** Keys of an `oci` config that say who signs (`oci/config.py`); others stay when a signer signs. */
export const IDENTITY_KEYS: ReadonlySet<string> = new Set([
  'user',
  'tenancy',
  'fingerprint',
  'key_file',
  'key_content',
  'pass_phrase',
  'security_token_file',
]);

/** Whether a call does nothing but read a credential or a variable of the environment. */
export const isCredentialReader = (callee: string): boolean =>
  /^(?:os\.)?(?:getenv|environ\.get)$|(?:^|\.)(?:from_file|from_config|Signer|load_private_key(?:_from_file)?|SecurityTokenSigner|expanduser)$|^dict$/.test(
    callee,
  );

/** Modules of the standard library that stand among the imports of such programs; `os` and `base64` go beside them. */
export const STANDARD_LIBRARY: ReadonlySet<string> = new Set(
  (
    'abc argparse ast asyncio atexit base64 binascii collections concurrent configparser contextlib copy csv ctypes ' +
    'dataclasses datetime decimal difflib email enum functools getpass glob gzip hashlib heapq hmac html http importlib ' +
    'inspect io ipaddress itertools json logging math mimetypes multiprocessing operator os pathlib pickle platform ' +
    'pprint queue random re secrets select shelve shlex shutil signal socket sqlite3 ssl stat statistics string struct ' +
    'subprocess sys tempfile textwrap threading time timeit traceback types typing unicodedata unittest urllib uuid ' +
    'warnings weakref xml zipfile zoneinfo'
  ).split(' '),
);

/** A session's token and key make one signer; the SDK has no reader for both. */
export const sessionOf = (name: string, oci: string, os: string, unit: string): string =>
  [
    `def ${name}(profile="DEFAULT"):`,
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
export const chooserOf = (name: string, oci: string, os: string, unit: string, profile = 'DEFAULT'): string =>
  [
    `def ${name}():`,
    `${unit}"""Principal on OCI, session token (oci session authenticate) on this machine."""`,
    `${unit}env = ${os}.environ`,
    `${unit}if env.get("KUBERNETES_SERVICE_HOST") and not env.get("OCI_RESOURCE_PRINCIPAL_RPST"):`,
    `${unit}${unit}return ${SIGNERS['oke-workload-identity'](oci)}`,
    `${unit}if env.get("OCI_RESOURCE_PRINCIPAL_VERSION"):`,
    `${unit}${unit}return ${SIGNERS['resource-principal'](oci)}`,
    `${unit}if env.get("${COMPUTE_VARIABLE}"):`,
    `${unit}${unit}return ${SIGNERS['instance-principal'](oci)}`,
    `${unit}session = ${oci}.config.from_file(profile_name=env.get("OCI_CLI_PROFILE", "${profile}"))`,
    `${unit}with open(${os}.path.expanduser(session["security_token_file"])) as token_file:`,
    `${unit}${unit}token = token_file.read().strip()`,
    `${unit}key = ${oci}.signer.load_private_key_from_file(session["key_file"], session.get("pass_phrase"))`,
    `${unit}signer = ${oci}.auth.signers.SecurityTokenSigner(token, key)`,
    `${unit}signer.region = session["region"]`,
    `${unit}return signer`,
  ].join('\n');

export const VAULT = 'vault_secret';

/** `SecretsClient.get_secret_bundle` (`oci/secrets/secrets_client.py`); contents are base64. `chooser` gives the signer. */
export const vaultOf = (name: string, chooser: string, oci: string, base64: string, unit: string): string =>
  [
    `def ${name}(secret_id):`,
    `${unit}"""Secret of OCI Vault; the principal or session needs to read secret-bundles."""`,
    `${unit}client = ${oci}.secrets.SecretsClient({}, signer=${chooser}())`,
    `${unit}content = client.get_secret_bundle(secret_id).data.secret_bundle_content.content`,
    `${unit}return ${base64}.b64decode(content).decode().strip()`,
  ].join('\n');

export const TYPE_CHOOSER = 'oci_auth_type';

/** Chooses the string that names the method, in the words of one framework. */
export const typeChooserOf = (
  name: string,
  types: Readonly<Partial<Record<Target, string>>>,
  os: string,
  unit: string,
): string =>
  [
    `def ${name}():`,
    `${unit}"""Principal on OCI, session token (oci session authenticate) on this machine."""`,
    `${unit}if ${os}.environ.get("OCI_RESOURCE_PRINCIPAL_VERSION"):`,
    `${unit}${unit}return "${types['resource-principal']}"`,
    `${unit}if ${os}.environ.get("${COMPUTE_VARIABLE}"):`,
    `${unit}${unit}return "${types['instance-principal']}"`,
    `${unit}return "${types['session-token']}"`,
  ].join('\n');

/** What the successor of `oci_openai` is imported as (oci-genai-auth-python README). */
export const HTTPX_PACKAGE = 'oci_genai_auth';

export const HTTPX_OKE = 'OciOkeAuth';

/** `HttpxOciAuth` (`oci_genai_auth/auth.py`) signs with any signer; what renews it is for its subclasses to say. */
export const httpxOkeOf = (name: string, base: string, signer: string, unit: string): string =>
  [
    `class ${name}(${base}):`,
    `${unit}"""Signs as the workload identity of a pod on OKE."""`,
    '',
    `${unit}def __init__(self):`,
    `${unit}${unit}super().__init__(${signer})`,
    '',
    `${unit}def _refresh_signer(self):`,
    `${unit}${unit}self.signer = ${signer}`,
  ].join('\n');

export const HTTPX_CHOOSER = 'oci_auth';

interface HttpxChooser {
  readonly name: string;
  /** How the file calls the class of each target. */
  readonly className: (target: Target) => string;
  /** The class for OKE, where there is one. */
  readonly oke?: string;
  readonly os: string;
  readonly unit: string;
}

/** Chooses the auth class of an httpx transport. */
export const httpxChooserOf = ({ name, className, oke, os, unit }: HttpxChooser): string =>
  [
    `def ${name}():`,
    `${unit}"""Principal on OCI, session token (oci session authenticate) on this machine."""`,
    `${unit}env = ${os}.environ`,
    ...(oke
      ? [
          `${unit}if env.get("KUBERNETES_SERVICE_HOST") and not env.get("OCI_RESOURCE_PRINCIPAL_RPST"):`,
          `${unit}${unit}return ${oke}()`,
        ]
      : []),
    `${unit}if env.get("OCI_RESOURCE_PRINCIPAL_VERSION"):`,
    `${unit}${unit}return ${className('resource-principal')}()`,
    `${unit}if env.get("${COMPUTE_VARIABLE}"):`,
    `${unit}${unit}return ${className('instance-principal')}()`,
    `${unit}return ${className('session-token')}(profile_name=env.get("OCI_CLI_PROFILE", "DEFAULT"))`,
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
  [HTTPX_PACKAGE]: 'oci-genai-auth',
  httpx: 'httpx',
};
