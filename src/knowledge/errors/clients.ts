import { of, type Signature } from './signature';
import { OCI, OCI_MODELS, SDKS } from './words';

/** Before OCI is asked: texts of frameworks and of clients that were built wrongly. */
export const CLIENTS: readonly Signature[] = [
  of(
    [
      ['missing required oci credentials', 'missing required parameters'],
      ['oci_user', 'oci_fingerprint', 'oci credentials'],
    ],
    'litellm-credentials',
  ),
  of([['valid value to auth_type', 'is not a valid ociauthtype']], 'framework-auth-type'),
  of([['invalid auth_type', 'unknown auth type', 'auth_type is not valid'], OCI], 'framework-auth-type'),
  of(["'nonetype' object has no attribute 'do_request_sign'"], 'signer-none'),
  of(["'nonetype' object", ['do_request_sign', 'self.signer']], 'signer-none'),
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
  // openai-python and openai-node `client`: older and newer words.
  of(
    [['the api_key client option must be set', 'openai_api_key environment variable is missing']],
    'openai-key-missing',
  ),
  of(['missing credentials. please pass', 'openai_api_key'], 'openai-key-missing'),
  of([['openai_api_key is not set', 'openai_api_key is missing'], OCI], 'openai-key-missing'),
  {
    all: [
      ['platform.openai.com', 'api.openai.com'],
      ['incorrect api key', '401', 'invalid_api_key'],
      // Whoever is a customer of OpenAI meets this too.
      [...OCI, ...OCI_MODELS],
    ],
    none: SDKS,
    causes: ['key-sent-to-openai'],
  },
];

/** A framework's words around the failure of another: said only where nothing tells of that. */
export const WRAPPERS: readonly Signature[] = [
  of([['could not authenticate with oci client']], 'framework-wraps-auth', 'profile-missing', 'no-instance-principal'),
];
