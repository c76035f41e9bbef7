import type { CauseId } from '../../../src/knowledge/errors';

/** Errors in the shapes of further tools and logs: Ansible, PHP, Nest, Langfuse, Functions, the Vercel AI SDK. */
export const FURTHER: ReadonlyArray<readonly [first: CauseId, text: string]> = [
  [
    'key-not-uploaded',
    'PHP Fatal error:  Uncaught App\\Exception\\ApiCallException: {\n    "code": "NotAuthenticated",\n    "message": "The required information to complete authentication was not provided or was incorrect."\n} in /srv/app/src/HttpClient.php:42\nStack trace:\n#0 {main}',
  ],
  [
    'key-not-uploaded',
    '* oci_core_virtual_network.simple-vcn: Service error:NotAuthenticated. The required information to complete authentication was not provided or was incorrect.. http status code: 401. Opc request id: 1f',
  ],
  [
    'key-not-uploaded',
    '│ Error: 401-NotAuthenticated\n│ Provider version: 4.47.0, released on 2021-10-06.\n│ Service: Identity Availability Domains\n│ Error Message: The required information to complete authentication was not provided or was incorrect.\n│ OPC request ID: c1\n│ Suggestion: Please retry or contact support for help with service: Identity Availability Domains',
  ],
  [
    'policy-missing',
    'status: 404\ncode: NotAuthorizedOrNotFound\nmessage: Authorization failed or requested resource not found.',
  ],
  [
    'config-syntax',
    '[Nest] 111916 - ERROR [ExceptionHandler] Found line with no key-value pair: -----BEGIN RSA PRIVATE KEY-----\n    at ConfigAccumulator.accept (/app/node_modules/oci-common/lib/config-file-reader.js:188:13)',
  ],
  [
    'no-instance-principal',
    'panic: failed to create a new key provider for instance principal: failed to get security token: failed to get the leaf certificate: Get "http://169.254.169.254/opc/v2/identity/cert.pem": context deadline exceeded (Client.Timeout exceeded while awaiting headers)',
  ],
  [
    'no-instance-principal',
    'java.lang.RuntimeException: com.oracle.bmc.auth.internal.AuthException: Unable to get region from metadata: java.net.SocketTimeoutException: connect timed out http://169.254.169.254/opc/v2/',
  ],
  [
    'key-policy-missing',
    "openai.NotFoundError: Error code: 404 - {'code': '404', 'message': 'Authorization failed or requested resource not found.', 'opc-request-id': 'A/B'}\nDuring task with name 'agent'",
  ],
  [
    'genai-key-not-accepted',
    '2026-11-02 10:01:02 - httpx - INFO - HTTP Request: POST https://inference.generativeai.eu-frankfurt-1.oci.oraclecloud.com/openai/v1/responses "HTTP/1.1 401 Unauthorized"',
  ],
  [
    'genai-key-not-accepted',
    'data: {"error":{"message":"401 The required information to complete authentication was not provided or was incorrect.","type":"authentication_error"}} upstream=https://inference.generativeai.eu-frankfurt-1.oci.oraclecloud.com/20231130/actions/v1/chat/completions',
  ],
  [
    'agent-policy-missing',
    'com.oracle.bmc.model.BmcException: Error returned by CreateSession operation in GenerativeAiAgentRuntime service.(404, NotAuthorizedOrNotFound, false) Authorization failed or requested resource not found. (opc-request-id: 1)\n\tat com.oracle.bmc.adk.client.AgentClient',
  ],
  [
    'agent-policy-missing',
    "oci.exceptions.ServiceError: {'target_service': 'generative_ai_agent', 'status': 404, 'code': 'NotAuthorizedOrNotFound', 'message': 'Authorization failed or requested resource not found.', 'operation_name': 'create_data_ingestion_job', 'request_endpoint': 'POST https://agent.generativeai.eu-frankfurt-1.oci.oraclecloud.com/20240531/dataIngestionJobs'}",
  ],
  [
    'rate-limited',
    "openai.RateLimitError: Error code: 429 - {'code': 'TooManyRequests', 'message': 'Request is throttled', 'opc-request-id': 'X'}",
  ],
  [
    'host-unreachable',
    'httpx.ConnectTimeout: timed out\nPOST https://inference.generativeai.eu-frankfurt-1.oci.oraclecloud.com/openai/v1/responses',
  ],
  [
    'certificate-untrusted',
    "requests.exceptions.SSLError: HTTPSConnectionPool(host='auth.eu-frankfurt-1.oraclecloud.com', port=443): Max retries exceeded (Caused by SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate in certificate chain')))",
  ],
  [
    'host-unknown',
    'FetchError: request to https://agent-runtime.generativeai.eu-berlin-1.oci.oraclecloud.com/20240531/agentEndpoints failed, reason: getaddrinfo EAI_AGAIN agent-runtime.generativeai.eu-berlin-1.oci.oraclecloud.com',
  ],
  [
    'profile-missing',
    'Error: configuration file did not contain profile: GENAI\n\n  with provider["registry.terraform.io/oracle/oci"]',
  ],
  [
    'key-file-missing',
    'can not create client, bad configuration: can not read PrivateKey from configuration file due to: open /home/u/.oci/key.pem: no such file or directory',
  ],
  [
    'session-expired',
    "oci.exceptions.ServiceError: {'status': 401, 'code': 'NotAuthenticated', 'message': 'The security token has expired', 'opc-request-id': '1'}",
  ],
  [
    'session-token-missing',
    'java.io.FileNotFoundException: /home/dev/.oci/sessions/GENAI/token (No such file or directory)\n\tat com.oracle.bmc.auth.SessionTokenAuthenticationDetailsProvider',
  ],
  [
    'hosted-application-token',
    'curl: (22) The requested URL returned error: 403\n> POST https://inference.generativeai.eu-frankfurt-1.oci.oraclecloud.com/20251112/hostedApplications/ocid1.generativeaihostedapplication.oc1.eu-frankfurt-1.a/actions/invoke/run\n{"code":"Forbidden"}',
  ],
  [
    'client-credentials',
    'oauthlib.oauth2.rfc6749.errors.InvalidClientError: (invalid_client) Client authentication failed. token_url=https://idcs-9.identity.oraclecloud.com/oauth2/v1/token',
  ],
  [
    'oke-token-refused',
    "oci.exceptions.ServiceError / proxymux: HTTPSConnectionPool(host='10.96.0.1', port=12250): Read timed out.",
  ],
  [
    'service-fault',
    "OciError: Internal Server Error\n  statusCode: 500,\n  serviceCode: 'InternalServerError',\n  targetService: 'GenerativeAiInference'",
  ],
  [
    'private-key-unreadable',
    'Traceback (most recent call last):\n  File "/usr/lib/python3.11/site-packages/oci/signer.py", line 70, in load_private_key\noci.exceptions.InvalidPrivateKey: The provided key is not a private key, or the provided passphrase is incorrect.',
  ],
  [
    'private-key-unreadable',
    "litellm.exceptions.APIConnectionError: litellm.APIConnectionError: OCIException - ('Could not deserialize key data. The data may be in an incorrect format', [<OpenSSLError(code=1)>])",
  ],
  [
    'project-not-readable',
    "openai.BadRequestError: Error code: 400 - {'code': 'InvalidParameter', 'message': 'OpenAI-Project header is required', 'opc-request-id': 'a'}",
  ],
  ['session-expired', 'Error: session is expired, please run oci session authenticate --profile-name DEV'],
  [
    'instance-not-in-dynamic-group',
    'oci._vendor.requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://auth.eu-frankfurt-1.oraclecloud.com/v1/x509',
  ],
  [
    'unawaited-provider',
    'TypeError: provider.getKeyId is not a function\n    at DefaultRequestSigner.signHttpRequest (webpack-internal:///(rsc)/./node_modules/oci-common/lib/signer.js:60:39)',
  ],
  [
    'policy-missing',
    "fatal: [localhost]: FAILED! => {\"changed\": false, \"msg\": \"Listing models failed with exception: {'target_service': 'generative_ai', 'status': 404, 'code': 'NotAuthorizedOrNotFound', 'message': 'Authorization failed or requested resource not found.', 'operation_name': 'list_models'}\"}",
  ],
  [
    'key-not-uploaded',
    '{"level":"error","ts":"2026-11-03T08:00:00Z","msg":"chat failed","err":"Error returned by GenerativeAiInference Service. Http Status Code: 401. Error Code: NotAuthenticated. Opc request id: ab. Message: The required information to complete authentication was not provided or was incorrect."}',
  ],
  [
    'genai-key-not-accepted',
    'langfuse | 2026-11-03T09:00:00.000Z error LLM call failed {"statusCode":401,"url":"https://inference.generativeai.us-ashburn-1.oci.oraclecloud.com/openai/v1/chat/completions","body":{"code":"401","message":"The required information to complete authentication was not provided or was incorrect."}}',
  ],
  [
    'key-policy-missing',
    "APICallError [AI_APICallError]: Authorization failed or requested resource not found.\n    url: 'https://inference.generativeai.us-ashburn-1.oci.oraclecloud.com/openai/v1/responses',\n    statusCode: 404,",
  ],
  [
    'no-resource-principal',
    '  File "/function/func.py", line 8, in handler\n    signer = oci.auth.signers.get_resource_principals_signer()\nKeyError: \'OCI_RESOURCE_PRINCIPAL_VERSION\'',
  ],
  ['no-resource-principal', "thread 'main' panicked: environment variable OCI_RESOURCE_PRINCIPAL_RPST not set"],
  [
    'no-instance-principal',
    'System.Net.Http.HttpRequestException: Connection refused (169.254.169.254:80)\n   at Oci.Common.Auth.URLBasedX509CertificateSupplier',
  ],
  ['config-file-missing', "Error: ENOENT: no such file or directory, open 'C:\\Users\\dev\\.oci\\config'"],
  ['config-file-missing', "FileNotFoundError: [Errno 2] No such file or directory: '/app/.oci/config'"],
  [
    'profile-incomplete',
    'ERROR: The config file at /root/.oci/config is invalid:\n\n+Config Errors+---------+-------+\n| Key  | Error | Hint |\n| user | missing | log-in to the console |',
  ],
  ['entry-malformed', "oci.exceptions.InvalidConfig: {'user': 'malformed', 'tenancy': 'malformed'}"],
  [
    'public-key-given',
    'oci.exceptions.InvalidPrivateKey: Authentication requires a private key, but a public key was provided.\nfor profile CHICAGO',
  ],
  [
    'passphrase-missing',
    'error:0909006C:PEM routines: private key is encrypted, no private_key_password: can not create client, bad configuration',
  ],
  [
    'terraform-credentials',
    'Error: can not create client, bad configuration: did not find a proper configuration for region',
  ],
  [
    'framework-auth-type',
    'pydantic_core._pydantic_core.ValidationError: 1 validation error for OCIGenAIEmbeddings\n  Value error, Please provide valid value to auth_type, INSTANCE is not valid.',
  ],
  [
    'litellm-credentials',
    'litellm.exceptions.AuthenticationError: Missing required OCI credentials: oci_tenancy. Received Model Group=oci-grok',
  ],
  [
    'signer-none',
    '  File "oci/base_client.py", line 700, in request\n    auth=self.signer\nTypeError: \'NoneType\' object is not callable (self.signer)',
  ],
  [
    'bearer-on-signed-plane',
    '{"code":"NotAuthenticated","message":"The required information to complete authentication was not provided or was incorrect."}\n> POST /20240531/agentEndpoints/ocid1.genaiagentendpoint.oc1/actions/chat HTTP/2\n> Host: agent-runtime.generativeai.us-ashburn-1.oci.oraclecloud.com\n> Authorization: Bearer sk-xxx',
  ],
  [
    'exchange-trust',
    'oci.exceptions.ServiceError in TokenExchangeSigner: 400 Bad Request {"error":"invalid_request","error_description":"subject_token is invalid"} https://idcs-77.identity.oraclecloud.com',
  ],
  [
    'host-unreachable',
    'com.oracle.bmc.model.BmcException: (-1, null, false) Timed out while communicating to: https://inference.generativeai.us-ashburn-1.oci.oraclecloud.com (outbound opc-request-id: 1)',
  ],
  [
    'certificate-untrusted',
    "OciError: unable to get local issuer certificate\n    requestEndpoint: 'POST https://inference.generativeai.us-ashburn-1.oci.oraclecloud.com/20231130/actions/chat'",
  ],
  ['compartment-missing', "OciError: compartmentId is required\n  statusCode: 400\n serviceCode: 'InvalidParameter'"],
  [
    'model-unknown',
    '{"code":"404","message":"Entity with key xai.grok-9 not found"} https://inference.generativeai.us-ashburn-1.oci.oraclecloud.com/openai/v1/chat/completions',
  ],
  [
    'retired-operation',
    'Oci.Common.Model.OciException: Error returned by GenerativeAiInference Service. Http Status Code: 404. ServiceCode: 404. Message: Authorization failed or requested resource not found.\nOperation Name: SummarizeText',
  ],
  [
    'policy-scope',
    "OciError: Forbidden\n statusCode: 403,\n serviceCode: 'NotAllowed',\n targetService: 'GenerativeAiInference'",
  ],
  [
    'session-profile-with-plain-client',
    "WARNING: The active profile contains a value for 'security_token_file' which is not being used. To authenticate using the token, specify --auth security_token",
  ],
  ['delegation-token-missing', "FileNotFoundError: [Errno 2] No such file or directory: '/etc/oci/delegation_token'"],
];

/** Errors of others, and calm lines that hold OCI's words: commands, settings, counts, sources. */
export const FURTHER_OTHERS: readonly string[] = [
  'openai.AuthenticationError: Error code: 401 - {"error":{"message":"Invalid API key","type":"invalid_request_error"}} base_url=https://api.deepseek.com/v1',
  'groq.AuthenticationError: Error code: 401 - {"error":{"message":"Invalid API Key"}}',
  'google.auth.exceptions.RefreshError: ("Reauthentication is needed. Please run `gcloud auth application-default login`")',
  'Error: Error acquiring the state lock: AccessDenied: Access Denied status code: 403, request id: X (s3)',
  'Error: building AzureRM Client: obtain subscription() from Azure CLI: Error parsing json result: session has expired',
  'ERROR: (gcloud.auth.login) There was a problem: invalid_grant: Token has been expired or revoked.',
  'hvac.exceptions.InvalidRequest: no such file: /var/run/secrets/kubernetes.io/serviceaccount/token',
  "requests.exceptions.ConnectionError: HTTPConnectionPool(host='169.254.169.254', port=80): Max retries exceeded with url: /metadata/v1/id (digitalocean)",
  'openssl: unable to load Private Key 140735: error:0906D06C:PEM routines: no start line',
  "Error: ENOENT: no such file or directory, open '/home/u/.aws/credentials'",
  'kubectl: error: the server has asked for the client to provide credentials (Unauthorized)',
  'helm: Error: failed to authorize: failed to fetch oauth token: 401 Unauthorized oci://ghcr.io/org/chart',
  'Error: failed to copy: unexpected status from HEAD request to https://registry.example.com/v2/oci/manifests: 403 Forbidden',
  'ORA-28000: The account is locked oracle.net.ns not authorized',
  'java.sql.SQLRecoverableException: IO Error: The Network Adapter could not establish the connection (oracle.jdbc)',
  'Your clock is more than 5 minutes off; TOTP codes will be refused',
  'AuthenticationError: 401 status code (no body)\n    at AzureOpenAI.makeStatusError (/app/node_modules/openai/src/core.ts:428:21)',
  '[401] Unauthorized\nBearer error="invalid_token"\nerror_description="Bearer token is malformed" nvidia',
  'Exception: Model not found: llama3 (ollama)',
  "pymysql.err.OperationalError: (2003, \"Can't connect to MySQL server on 'db.sub.vcn.oraclevcn.com' (timed out)\")",
  "fatal: Authentication failed for 'https://git.example.com/oci-samples.git/'",
  'WARN deprecated oci-common@2.100.0: please upgrade',
  'INFO config file /home/u/.oci/config loaded, 3 profiles',
  'docker buildx: ERROR: failed to solve: oci image not found: not found',
  'HTTP 404 https://docs.oracle.com/en-us/iaas/Content/generative-ai/home.htm Not Found',
  'DEBUG generativeai.us-chicago-1.oci.oraclecloud.com responded 200 in 401 ms',
  'The fingerprint has changed: malformed known_hosts',
  "TypeError: Cannot read properties of undefined (reading 'signer')",
  "KeyError: 'tenancy' in settings.py",
  'jwt.exceptions.ExpiredSignatureError: Signature has expired',
  'File "/home/u/oci_demo/app.py", line 3\nbotocore.exceptions.ConnectTimeoutError: Connect timeout on endpoint URL: "http://169.254.169.254/latest/api/token" timed out',
  'File "/home/u/oci_demo/auth.py", line 9\nValueError: Could not deserialize key data. The data may be in an incorrect format',
  'DEBUG connecting https://inference.generativeai.us-chicago-1.oci.oraclecloud.com timeout=(10, 240)',
  'uploaded 403 documents to https://objectstorage.us-ashburn-1.oraclecloud.com/n/ns/b/rag',
  'chunk 401 of 429 indexed into generative-ai-vectorstore',
  'oci session authenticate --profile-name DEV --region us-chicago-1',
  'Config written to: /home/dev/.oci/config\n\n    Try out your newly created session credentials with the following example command:\n\n    oci iam region list --config-file /home/dev/.oci/config --profile DEV --auth security_token',
  'security_token_file=/home/dev/.oci/sessions/DEV/token',
  "Allow any-user to use generative-ai-family in compartment c where request.principal.type = 'generativeaiapikey'",
  'Successfully installed oci-2.187.2 oci-genai-auth-1.1.1 openai-2.0.0',
  'fingerprint: missing in the passport form',
  '2026-11-03 INFO retry 1 of 3 in 429 ms',
  'mistralai.models.sdkerror.SDKError: API error occurred: Status 401 {"message":"Unauthorized"}',
  'com.azure.core.exception.ClientAuthenticationException: Status code 401, "{""code"":""Unauthorized""}"',
  'Error: 403 Forbidden - GET https://npm.pkg.github.com/@oracle%2foci-common',
  'pip._vendor.requests.exceptions.SSLError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate https://files.pythonhosted.org/oci',
  'pulling ocir image: fra.ocir.io/ns/app:1 done in 401s',
  'psql: error: could not translate host name "db" to address: Name or service not known',
  'error: Session has expired. Please log in to Oracle APEX again.',
  'Session token has expired for user bob (redis)',
  'the security token has expired: STS GetCallerIdentity',
  'FATAL: private key file "/etc/ssl/private/server.key" has group or world access',
  'x509: certificate signed by unknown authority while pulling registry-1.docker.io',
  'Unable to load PEM file.\n\r\nError Msg: no certificate (stunnel)',
  'Model gpt-4-0314 has been retired (Azure OpenAI)',
  'MissingSectionHeaderError: File contains no section headers. file: tox.ini',
  "DuplicateOptionError: While reading from 'pytest.ini'",
  'Error: profile does not exist: dev (gcloud)',
  'Kubernetes: 0/3 nodes are available: OCI quotaexceeded? no, insufficient cpu',
  'throw new AsymmetricError(AsymmetricEarSubErrors.InvalidPrivateKey);',
  'var KeyParseError = errs.KeyParseError;',
  'OpenAI API key. Can also be set via OPENAI_API_KEY environment variable.',
  'Missing credentials. Please pass one of `apiKey` and `azureADTokenProvider`, or set the `AZURE_OPENAI_API_KEY` environment variable.',
];
