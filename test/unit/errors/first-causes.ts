import type { CauseId } from '../../../src/knowledge/errors';

const NOT_FOUND = 'Authorization failed or requested resource not found.';
const UNAUTHENTICATED = 'The required information to complete authentication was not provided or was incorrect.';
const HOST = 'generativeai.us-chicago-1.oci.oraclecloud.com';
const HOSTED_IAM = `https://inference.${HOST}/20251112/hostedApplicationsIam/ocid1.generativeaihostedapplicationiam.oc1.x/actions/invoke/`;

/** Texts in which words of one cause stand beside the truth of another. */
export const FIRST_CAUSES: ReadonlyArray<readonly [first: CauseId, text: string]> = [
  // NamespaceNotFound holds the letters of ENOTFOUND, and a host stands beside it.
  [
    'policy-scope',
    'ServiceError: {"code": "NamespaceNotFound", "message": "You do not have authorization to perform this request, or the requested resource could not be found.", "request_endpoint": "GET https://objectstorage.us-ashburn-1.oraclecloud.com/n/x/b", "status": 404}',
  ],
  // IAM lets callers of these in, no token of an identity domain does.
  ['key-not-uploaded', `401 POST ${HOSTED_IAM} {"code":"NotAuthenticated","message":"${UNAUTHENTICATED}"}`],
  ['bearer-on-signed-plane', `401 POST ${HOSTED_IAM} -H "Authorization: Bearer sk-abc"`],
  ['policy-missing', `404 POST ${HOSTED_IAM} {"code":"NotAuthorizedOrNotFound","message":"${NOT_FOUND}"}`],
  // Managing hosted applications is no call of one.
  [
    'key-not-uploaded',
    `oci.exceptions.ServiceError: {'target_service': 'generative_ai', 'status': 401, 'code': 'NotAuthenticated', 'operation_name': 'create_hosted_application', 'request_endpoint': 'POST https://${HOST}/20231130/hostedApplications'}`,
  ],
  ['bearer-on-signed-plane', `401 Unauthorized https://${HOST}/20231130/models Authorization: Bearer sk-aaaa`],
  // A model whose name begins with openai makes no OpenAI client.
  [
    'key-not-uploaded',
    `oci.exceptions.ServiceError: {'target_service': 'generative_ai_inference', 'status': 401, 'code': 'NotAuthenticated', 'message': '${UNAUTHENTICATED}', 'request_endpoint': 'POST https://inference.${HOST}/20231130/actions/chat'} model=openai.gpt-oss-120b`,
  ],
  [
    'key-policy-missing',
    `litellm.NotFoundError: NotFoundError: OpenAIException - Error code: 404 - {'code': '404', 'message': '${NOT_FOUND}'}`,
  ],
  [
    'clock-skew',
    'NotAuthenticated: Failed to verify the HTTP(S) Signature. Date header is 420 seconds off server time',
  ],
  [
    'policy-scope',
    "openai.PermissionDeniedError: Error code: 403 - {'code': '403', 'message': 'Forbidden', 'opc-request-id': 'ABC'}",
  ],
  [
    'model-not-in-region',
    "oci.exceptions.ServiceError: {'target_service': 'generative_ai_inference', 'status': 400, 'code': '400', 'message': 'Model cohere.command-r-plus is retired'}",
  ],
  // oci-dotnet-sdk: ConfigFileReader, FilePrivateKeySupplier, SessionTokenAuthenticationDetailsProvider, and .NET's own File.
  [
    'config-file-missing',
    "Unhandled exception. System.IO.IOException: Can't load the default config from '/root/.oci/config' or '/root/.oraclebmc/config' because it does not exist or it is not a file.",
  ],
  ['config-file-missing', "System.IO.FileNotFoundException: Could not find file '/root/.oci/config'."],
  [
    'config-file-missing',
    "System.IO.DirectoryNotFoundException: Could not find a part of the path 'C:\\Users\\me\\.oci\\config'.",
  ],
  ['key-file-missing', "System.IO.FileNotFoundException: Could not find file '/root/.oci/oci_api_key.pem'."],
  ['profile-missing', 'System.ArgumentException: No profile named GENAI exists in the configuration file.'],
  [
    'passphrase-missing',
    'System.ArgumentException: Private key is encrypted with a pass phrase. Please provide passphrase in the config',
  ],
  ['private-key-unreadable', 'System.ArgumentException: Incorrect passphrase for private key'],
  [
    'plain-profile-with-session-auth',
    'System.IO.InvalidDataException: missing security_token_file in config. For more information about OCI configuration file and how to get required information, see https://docs.oracle.com',
  ],
  [
    'private-key-unreadable',
    'java.lang.IllegalArgumentException: Private key must be in PEM format\n at com.oracle.bmc.http.signing.internal.PEMFileRSAPrivateKeySupplier',
  ],
  // The file of the instance's signer is called security_token too.
  [
    'principal-token-expired',
    `File "/venv/oci/auth/signers/instance_principals_security_token_signer.py", line 1\noci.exceptions.ServiceError: {'target_service': 'generative_ai_inference', 'status': 401, 'code': 'NotAuthenticated', 'message': '${UNAUTHENTICATED}'}`,
  ],
  // Its own hosts tell OCI without the words of an SDK.
  ['policy-scope', `403 Forbidden POST https://inference.${HOST}/20231130/actions/chat`],
  ['key-not-uploaded', `401 Unauthorized POST https://identity.us-ashburn-1.oci.oraclecloud.com/20160918/users`],
  // What a log holds beside the refusal is not the refusal.
  [
    'policy-missing',
    `{"compartmentId":"ocid1.compartment.oc1..x","topP":null} -> oci.exceptions.ServiceError: {'target_service': 'generative_ai_inference', 'code': '404', 'message': '${NOT_FOUND}'}`,
  ],
];
