import { of, type Signature } from './signature';
import { NO_FILE, OCI } from './words';

/** Config files, profiles and sessions: texts of SDKs, CLI and Terraform (their sources, 2026). */
export const CONFIG_FILES: readonly Signature[] = [
  of(['computer time', 'server time', ['differs', 'more than 5 minutes']], 'clock-skew'),
  of(
    [
      [
        'delegation token file not found',
        "can't load the delegation token",
        'could not load delegation token',
        'delegation_token was not provided',
        'delegation_token_file was not provided',
        'location of the delegation_token_file',
      ],
    ],
    'delegation-token-missing',
  ),
  of([NO_FILE, 'delegation_token'], 'delegation-token-missing'),
  of(["'security_token_file'", ['keyerror']], 'plain-profile-with-session-auth'),
  of([['config["security_token_file"]', "config['security_token_file']"], 'oci_'], 'plain-profile-with-session-auth'),
  // oci-dotnet-sdk SessionTokenAuthenticationDetailsProvider.
  of(['missing security_token_file in config'], 'plain-profile-with-session-auth'),
  of(["config value for 'security_token_file' must be specified"], 'plain-profile-with-session-auth'),
  of(["file specified by 'security_token_file' does not exist"], 'session-token-missing', 'session-expired'),
  of(['security_token_file', 'which is not being used'], 'session-profile-with-plain-client'),
  of([NO_FILE, ['.oci/sessions', 'security_token_file']], 'session-token-missing'),
  // Go.
  of(
    [['can not read securitytokenfilepath', 'can not read sessiontokenfilepath', 'failed to read security token']],
    'session-token-missing',
    'plain-profile-with-session-auth',
  ),
  // TypeScript: SessionAuthDetailProvider.
  of(
    [['calling identity to refresh token', 'token cannot be refreshed', 'failed to refresh the session token']],
    'session-expired',
    'session-token-missing',
  ),
  {
    all: [
      ['session has expired', 'session token has expired', 'security token has expired', 'session is expired'],
      ['cli session', ...OCI],
    ],
    // Every web site has sessions; only OCI's are ours.
    none: ['log in', 'login', 'sign in'],
    causes: ['session-expired', 'clock-skew'],
  },
  of([['key_content'], ['cannot be specified in a config file']], 'key-content-in-file'),
  of([NO_FILE, '.oci/', '.pem'], 'key-file-missing'),
  of([NO_FILE, ['.oci/config', '.oraclebmc/config']], 'config-file-missing', 'profile-missing'),
  of(
    [
      [
        'could not find config file',
        "can't load the default config",
        'config file not found',
        'configfilenotfound',
        'did not find a configuration file',
        'can not find config',
        'config file does not exist',
        'can not read config file',
        'file does not exists at',
        'could not load config',
      ],
      OCI,
    ],
    'config-file-missing',
    'profile-missing',
  ),
  of(
    [
      [
        'profilenotfound',
        'not found in config file',
        // Java and .NET: ConfigFileReader.
        'exists in the configuration file',
        'configuration file did not contain profile',
        'profile does not exist',
      ],
      ['profile'],
      ['no profile named', 'configuration file did not contain profile', "profile '", ...OCI],
    ],
    'profile-missing',
    'config-file-missing',
  ),
  of(
    [
      [
        'must be a valid file path',
        'invalidkeyfilepath',
        'could not find private key',
        'failed to read private key',
        "private key file doesn't exist",
        'private key file does not exist',
      ],
      ['key_file', 'invalidkeyfilepath', ...OCI],
    ],
    'key-file-missing',
  ),
  of([['can not read privatekey', 'can not read private privatekey']], 'key-file-missing'),
  // TypeScript and Java: ConfigFileReader.
  of(
    [
      [
        'found line with no key-value pair',
        'found line with no key:',
        'cannot have empty profile name',
        'attempted to read configuration without specifying a profile',
      ],
    ],
    'config-syntax',
  ),
  of(
    [
      [
        'missingsectionheadererror',
        'contains parsing errors',
        'duplicatesectionerror',
        'duplicateoptionerror',
        'error while parsing config file',
      ],
      OCI,
    ],
    'config-syntax',
  ),
  of(
    [
      ['the authentication type', 'authentication_type'],
      ['is not supported', 'requires config values'],
      ['invalidconfig', ...OCI],
    ],
    'authentication-type-unsupported',
  ),
  of(
    [
      ["': 'malformed'", "': u'malformed'"],
      ['invalidconfig', ...OCI],
    ],
    'entry-malformed',
  ),
  // The CLI prints a table.
  of([['| malformed |', 'malformed |'], ['config errors']], 'entry-malformed'),
  of(
    [
      ['did not find a proper configuration for', 'bad configuration', 'should be removed from the configuration'],
      ['did not find a proper', 'can not create client', 'user credentials'],
    ],
    'terraform-credentials',
    'profile-incomplete',
  ),
  of(
    [
      ["': 'missing'", "': u'missing'"],
      ["'tenancy'", "'fingerprint'", "'key_file'", 'invalidconfig', ...OCI],
    ],
    'profile-incomplete',
    'session-profile-with-plain-client',
  ),
  of([['config errors'], '| missing'], 'profile-incomplete', 'session-profile-with-plain-client'),
  // Java and .NET: ConfigFileAuthenticationDetailsProvider.
  of(
    [
      [
        'missing tenancy in config',
        'missing user in config',
        'missing fingerprint in config',
        'missing key_file in config',
        'can not proceed without setting a region',
        // Go.
        'tenancy configuration is missing from file',
        'user configuration is missing from file',
        'fingerprint configuration is missing from file',
        'region configuration is missing from file',
      ],
    ],
    'profile-incomplete',
    'session-profile-with-plain-client',
  ),
  of([['config file is invalid'], OCI], 'profile-incomplete', 'session-profile-with-plain-client'),
];
