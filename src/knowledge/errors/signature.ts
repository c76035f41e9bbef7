import type { CauseId } from './cause';

/** How an error is recognised: by pieces of its text, in lower case. Substrings only, so the work is linear. */
export interface Signature {
  /** Every entry must occur; of an inner list, one. */
  readonly all: readonly (string | readonly string[])[];
  readonly none?: readonly string[];
  /** Most likely first. */
  readonly causes: readonly [CauseId, ...CauseId[]];
}

const of = (all: Signature['all'], ...causes: Signature['causes']): Signature => ({ all, causes });

const NOT_FOUND = ['authorization failed or requested resource', 'notauthorizedornotfound'];
const UNAUTHENTICATED = [
  'notauthenticated',
  'required information to complete authentication was not provided',
  'the required information to complete authentication',
  'failed to verify the http(s) signature',
];
const OCI = [
  'oraclecloud',
  'generativeai',
  'generative_ai',
  'oracle',
  'oci.',
  'oci_',
  'ocierror',
  'ociexception',
  'opc-request-id',
  'oci cli',
];
const GENAI = ['generativeai', 'generative_ai', 'generative-ai', 'genai', 'generativeaiinference'];
const AGENTS = [
  'generative_ai_agent',
  'agent-runtime.generativeai',
  'agent.generativeai',
  'generativeaiagent',
  'generative-ai-agent',
  'agentendpoint',
];
const STATUS_401 = ['401', 'unauthorized', 'authenticationerror'];
const OPENAI = ['openai', '/v1', 'error code: 40', ' sk-', 'bearer', 'litellm'];
/** How the OpenAI clients of Python, Node, Java and Go begin. */
const OPENAI_404 = [
  'openai.notfounderror',
  'notfounderror: error code: 404',
  'notfounderror: 404',
  'com.openai.errors',
];
const OPENAI_401 = [
  'openai.authenticationerror',
  'authenticationerror: error code: 401',
  'authenticationerror: 401',
  'litellm.authenticationerror',
  'com.openai.errors',
];
const BEARER = ['bearer', ' sk-', '"sk-', "'sk-", 'openai'];
const IDENTITY_DOMAIN = ['idcs', 'identity.oraclecloud', 'identity propagation', 'tokenexchangesigner'];
const HOSTED = ['hostedapplication', 'hosted application', 'application.generativeai'];

const SIGNED_401: readonly [CauseId, ...CauseId[]] = [
  'key-not-uploaded',
  'fingerprint-mismatch',
  'wrong-user-or-tenancy',
  'session-expired',
  'session-profile-with-plain-client',
  'clock-skew',
  'private-key-unreadable',
  'key-disabled',
  'principal-token-expired',
];
const KEY_401: readonly [CauseId, ...CauseId[]] = [
  'genai-key-not-accepted',
  'genai-key-unauthorized',
  'genai-key-other-region',
  'wrong-kind-of-key',
];

/** Before OCI is asked: texts of SDKs, CLI, Terraform and frameworks (their sources, 2026). */
const CLIENT_SIDE: readonly Signature[] = [
  of(
    [
      ['missing required oci credentials', 'missing required parameters'],
      ['oci_user', 'oci_fingerprint', 'oci credentials'],
    ],
    'litellm-credentials',
  ),
  of(
    [
      ['more than 5 minutes', 'computer time'],
      ['server time', 'differs', 'clock'],
    ],
    'clock-skew',
  ),
  of(["'security_token_file'", ['keyerror']], 'plain-profile-with-session-auth'),
  of([['config["security_token_file"]', "config['security_token_file']"], 'oci_'], 'plain-profile-with-session-auth'),
  of(["config value for 'security_token_file' must be specified"], 'plain-profile-with-session-auth'),
  of(["file specified by 'security_token_file' does not exist"], 'session-token-missing', 'session-expired'),
  of(['security_token_file', 'which is not being used'], 'session-profile-with-plain-client'),
  of(
    [
      ['no such file', 'enoent', 'cannot open', 'filenotfounderror'],
      ['sessions/', 'security_token'],
    ],
    'session-token-missing',
  ),
  {
    all: [['session has expired', 'session token has expired', 'security token has expired']],
    // Every web site has sessions; only OCI's are ours.
    none: ['log in', 'login', 'sign in', 'aws', 'azure'],
    causes: ['session-expired', 'clock-skew'],
  },
  of(['please ensure the cluster type is enhanced'], 'oke-basic-cluster', 'oke-token-refused'),
  of(
    [['proxymux', ':12250', 'resourceprincipalsessiontokens']],
    'oke-token-refused',
    'oke-basic-cluster',
    'oke-not-in-pod',
  ),
  {
    all: [['kubernetes service host was not provided', 'kubernetes_service_host', 'kubernetes service account token']],
    // Kubernetes' own clients say this of themselves.
    none: ['in-cluster'],
    causes: ['oke-not-in-pod', 'oke-token-refused'],
  },
  of(
    [
      [
        'unsupported oci_resource_principal_version',
        'unsupported version',
        'unsupported value for environment variable',
      ],
      'resource_principal_version',
    ],
    'resource-principal-version',
    'no-resource-principal',
  ),
  of(
    [
      [
        'oci_resource_principal_version',
        'oci_resource_principal_rpst',
        'resource principals authentication can only be used',
      ],
    ],
    'no-resource-principal',
  ),
  of(
    [
      [
        'instance principals authentication can only be used',
        'instance principal auth is only possible',
        'failed retrieving certificates from localhost',
      ],
    ],
    'no-instance-principal',
    'instance-not-in-dynamic-group',
  ),
  of(
    [
      ['169.254.169.254', 'fd00:c1::a9fe'],
      [
        'timeout',
        'timed out',
        'refused',
        'unreachable',
        'no route',
        'max retries',
        'etimedout',
        'econnrefused',
        'ehostunreach',
        'failed',
        'error',
        'deadline',
      ],
    ],
    'no-instance-principal',
  ),
  of(
    [
      ['x509 federation', 'x509federation', '/v1/x509', 'getting a federation token'],
      [...STATUS_401, '404', 'failed'],
    ],
    'instance-not-in-dynamic-group',
    'clock-skew',
  ),
  of([['key_content'], ['cannot be specified in a config file']], 'key-content-in-file'),
  of([['no such file', 'enoent', 'filenotfounderror', 'cannot find the file'], '.oci/', '.pem'], 'key-file-missing'),
  of(
    [
      [
        'could not find config file',
        "can't load the default config",
        'config file not found',
        'configfilenotfound',
        'did not find a configuration file',
        'no such file',
        'can not find config',
        'config file does not exist',
        'could not load config',
      ],
      ['.oci', 'configfilenotfound', 'oci config', 'oci setup', 'oraclebmc'],
    ],
    'config-file-missing',
    'profile-missing',
  ),
  of(
    [
      [
        'profilenotfound',
        'not found in config file',
        'no profile named',
        'profile does not exist',
        'profile with name',
        'configuration file did not contain profile',
      ],
      ['profile'],
    ],
    'profile-missing',
    'config-file-missing',
  ),
  of(
    [
      [
        'must be a valid file path',
        'invalidkeyfilepath',
        'can not read privatekey',
        'could not find private key',
        'failed to read private key',
        "private key file doesn't exist",
        'private key file does not exist',
      ],
    ],
    'key-file-missing',
  ),
  of(
    [
      [
        'missingsectionheadererror',
        'found line with no key-value pair',
        'contains parsing errors',
        'duplicatesectionerror',
        'duplicateoptionerror',
      ],
      ['.oci', 'config', 'section', 'key-value'],
    ],
    'config-syntax',
  ),
  of(
    [
      ['the authentication type', 'authentication_type'],
      ['not supported', 'requires config values'],
    ],
    'authentication-type-unsupported',
  ),
  of(['authentication requires a private key, but a public key'], 'public-key-given'),
  of(
    [
      [
        'missingprivatekeypassphrase',
        'the provided key requires a passphrase',
        'keyencryptederror',
        'private key is encrypted',
        'password was not given but private key is encrypted',
        'private_key_password',
        'passphrase is required',
        'key is encrypted but no',
      ],
    ],
    'passphrase-missing',
  ),
  of(
    [
      [
        'invalidprivatekey',
        'the provided key is not a private key',
        'could not deserialize key data',
        'failed to parse private key',
        'keyparseerror',
        'can not create client, bad configuration: failed to parse',
        'private key is not in pem',
        'openssh private key',
        'pem data was not found',
        'asn1: structure error',
        'not a valid pem',
        'unable to load private key',
        'bad decrypt',
      ],
    ],
    'private-key-unreadable',
    'passphrase-missing',
  ),
  of([['malformed'], ['invalidconfig', 'fingerprint', "'tenancy'", "'user'"]], 'entry-malformed'),
  of(
    [
      [
        'did not find a proper configuration for',
        'can not create client, bad configuration',
        'should be removed from the configuration',
      ],
      ['user', 'tenancy', 'fingerprint', 'private key', 'private_key', 'bad configuration', 'region'],
    ],
    'terraform-credentials',
    'profile-incomplete',
  ),
  of([['invalidconfig', 'config errors'], 'missing'], 'profile-incomplete', 'session-profile-with-plain-client'),
  of(
    [
      [
        "'user': 'missing'",
        "'tenancy': 'missing'",
        "'fingerprint': 'missing'",
        "'key_file': 'missing'",
        'missing tenancy in config',
        'missing user in config',
        'missing fingerprint in config',
        'missing key_file in config',
        'config file is invalid',
      ],
    ],
    'profile-incomplete',
    'session-profile-with-plain-client',
  ),
  of(
    [
      [
        'valid value to auth_type',
        'is not a valid ociauthtype',
        'invalid auth_type',
        'unknown auth type',
        'auth_type is not valid',
      ],
    ],
    'framework-auth-type',
  ),
  of([['could not authenticate with oci client']], 'framework-wraps-auth', 'profile-missing', 'no-instance-principal'),
  of(
    [
      ["'nonetype' object has no attribute 'do_request_sign'", "'nonetype' object is not callable", 'nonetype'],
      ['signer', 'do_request_sign'],
    ],
    'signer-none',
  ),
  of(
    [
      [
        'getkeyid is not a function',
        'provider.getkeyid',
        'getprivatekey is not a function',
        'getpassphrase is not a function',
      ],
    ],
    'unawaited-provider',
  ),
  of(
    [
      [
        'the api_key client option must be set',
        'openai_api_key environment variable',
        'missing credentials. please pass',
        'openai_api_key is not set',
        'openai_api_key is missing',
      ],
    ],
    'openai-key-missing',
  ),
  of(
    [
      ['platform.openai.com', 'api.openai.com'],
      ['incorrect api key', '401', 'invalid_api_key'],
    ],
    'key-sent-to-openai',
  ),
  of(
    [
      [
        'enotfound',
        'name or service not known',
        'nodename nor servname',
        'no such host',
        'failed to resolve',
        'unknownhostexception',
        'could not resolve host',
        'getaddrinfo',
      ],
      ['oraclecloud', 'generativeai'],
    ],
    'host-unknown',
    'wrong-region',
  ),
];

/** What OCI answers. Specific hosts and operations before the general texts. */
const ANSWERS: readonly Signature[] = [
  of(
    [HOSTED, [...STATUS_401, '403', 'forbidden', 'invalid token', 'jwt']],
    'hosted-application-token',
    'bearer-on-signed-plane',
  ),
  of([['invalid_client', 'invalid_scope'], IDENTITY_DOMAIN], 'client-credentials', 'hosted-application-token'),
  of(
    [
      ['invalid_grant', 'subject_token', 'invalid subject token', 'not trusted', '401', '400'],
      [...IDENTITY_DOMAIN, 'tokenexchange', 'token exchange', 'identity propagation'],
    ],
    'exchange-trust',
    'clock-skew',
  ),
  of([['entity with key'], 'not found'], 'model-unknown', 'model-not-in-region'),
  of(['unsupported openai operation'], 'operation-unsupported'),
  of(['please pass in correct format of request'], 'request-malformed'),
  of([['toomanyrequests', '429', 'limitexceeded', 'quotaexceeded'], OCI], 'rate-limited'),
  of(
    [
      ['opc-compartment-id', 'compartment_id', 'compartmentid'],
      ['required', 'missing', 'must be', 'must provide', 'null'],
    ],
    'compartment-missing',
  ),
  of(
    [NOT_FOUND, ['generatetext', 'generate_text', 'summarizetext', 'summarize_text']],
    'retired-operation',
    'policy-missing',
  ),
  of(
    [NOT_FOUND, AGENTS],
    'agent-policy-missing',
    'resource-missing',
    'wrong-region',
    'dynamic-group-no-match',
    'dynamic-group-unqualified',
  ),
  of(
    [NOT_FOUND, [...OPENAI_404, 'generativeaiapikey', ' sk-', '/openai/v1', '/actions/v1']],
    'key-policy-missing',
    'project-not-readable',
    'wrong-compartment',
    'model-not-in-region',
  ),
  of(
    [NOT_FOUND, ["'code': '404'", '"code": "404"', '"code":"404"', 'code: 404', ...GENAI]],
    'policy-missing',
    'wrong-compartment',
    'model-not-in-region',
    'wrong-region',
    'dynamic-group-unqualified',
    'dynamic-group-no-match',
    'retired-operation',
  ),
  of(
    [NOT_FOUND],
    'policy-missing',
    'wrong-compartment',
    'resource-missing',
    'wrong-region',
    'dynamic-group-unqualified',
    'dynamic-group-no-match',
  ),
  of(
    [
      [
        'you do not have authorization to perform this request',
        'notauthorized',
        'namespacenotfound',
        'you are not authorized',
      ],
      OCI,
    ],
    'policy-scope',
    'policy-missing',
    'wrong-compartment',
  ),
  of(
    [['namespacenotfound', 'you do not have authorization to perform this request']],
    'policy-scope',
    'wrong-compartment',
  ),
  of([[...STATUS_401, ...UNAUTHENTICATED], AGENTS, BEARER], 'bearer-on-signed-plane'),
  of(
    [
      [...STATUS_401, ...UNAUTHENTICATED],
      ['/actions/chat', '/actions/embedtext', '/actions/reranktext'],
      BEARER,
      GENAI,
    ],
    'bearer-on-signed-plane',
  ),
  of([[...STATUS_401, ...UNAUTHENTICATED], 'litellm', 'ociexception'], ...SIGNED_401),
  of([STATUS_401, GENAI, OPENAI], ...KEY_401),
  of([OPENAI_401, [...OCI, ...UNAUTHENTICATED]], ...KEY_401),
  of(
    [UNAUTHENTICATED, ['st$', 'security_token', 'security token', 'session token', '.oci/sessions', 'sessionauth']],
    'session-expired',
    'session-profile-with-plain-client',
    'clock-skew',
  ),
  of([UNAUTHENTICATED], ...SIGNED_401),
  of(
    [
      ['403', 'forbidden', 'permissiondeniederror'],
      ['oraclecloud', ...GENAI],
    ],
    'policy-scope',
    'policy-missing',
  ),
  of(
    [
      STATUS_401,
      ['oraclecloud', 'ociexception', 'ocierror', 'bmcexception', 'serviceerror', 'opc-request-id', 'oci.exceptions'],
    ],
    ...SIGNED_401,
  ),
];

/** The first that fits speaks. */
export const SIGNATURES: readonly Signature[] = [...CLIENT_SIDE, ...ANSWERS];
