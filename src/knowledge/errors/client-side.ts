import { of, type Signature } from './signature';
import { STATUS_401 } from './words';

/** Before OCI is asked: texts of SDKs, CLI, Terraform and frameworks (their sources, 2026). */
export const CLIENT_SIDE: readonly Signature[] = [
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
  of(
    [['no such file', 'enoent', 'filenotfounderror', 'cannot find the file'], 'delegation_token'],
    'delegation-token-missing',
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
        "reading 'getkeyid'",
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
