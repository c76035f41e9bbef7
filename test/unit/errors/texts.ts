import type { CauseId } from '../../../src/knowledge/errors';

export interface Sample {
  /** What prints it. */
  readonly from: string;
  readonly first: CauseId;
  readonly text: string;
}

const NOT_FOUND = 'Authorization failed or requested resource not found.';
const UNAUTHENTICATED = 'The required information to complete authentication was not provided or was incorrect.';
const ID = '0A1B2C3D4E5F60718293A4B5C6D7E8F9/1F2E3D4C5B6A79880796A5B4C3D2E1F0/00112233445566778899AABBCCDDEEFF';
const INFERENCE = 'https://inference.generativeai.us-chicago-1.oci.oraclecloud.com';
const AGENTS = 'https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531';
const ENDPOINT = 'ocid1.genaiagentendpoint.oc1.us-chicago-1.amaaaaaaexample';

const sample = (from: string, first: CauseId, text: string): Sample => ({ from, first, text });

interface Refused {
  readonly service: string;
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly operation: string;
  readonly endpoint: string;
}

/** oci-python-sdk exceptions.py ServiceError: a dictionary behind the traceback. */
const python = ({ service, status, code, message, operation, endpoint }: Refused): string =>
  `Traceback (most recent call last):
  File "/app/main.py", line 21, in <module>
    response = client.${operation}(details)
               ^^^^^^^^^^^^^^^^^^^^
  File "/app/.venv/lib/python3.12/site-packages/oci/base_client.py", line 535, in call_api
    response = self.request(request, allow_control_chars, operation_name, api_reference_link)
  File "/app/.venv/lib/python3.12/site-packages/circuitbreaker.py", line 159, in wrapper
    return call(function, *args, **kwargs)
  File "/app/.venv/lib/python3.12/site-packages/oci/base_client.py", line 891, in raise_service_error
    raise exceptions.ServiceError(
oci.exceptions.ServiceError: {'target_service': '${service}', 'status': ${status}, 'code': '${code}', 'opc-request-id': '${ID}', 'message': '${message}', 'operation_name': '${operation}', 'timestamp': '2026-10-02T21:01:19.002467+00:00', 'client_version': 'Oracle-PythonSDK/2.187.2', 'request_endpoint': '${endpoint}', 'logging_tips': 'To get more info on the failing request, refer to https://docs.oracle.com/en-us/iaas/tools/python/latest/logging.html for ways to log the request/response details.', 'troubleshooting_tips': "See https://docs.oracle.com/iaas/Content/API/References/apierrors.htm#apierrors_${status}__${status}_${code.toLowerCase()} for more information about resolving this error. Also see https://docs.oracle.com/iaas/api/#/en/${service.replaceAll('_', '-')}/latest for details on this operation's requirements. If you are unable to resolve this ${service} issue, please contact Oracle support and provide them this full error message."}`;

/** oci-common helper.ts: how Node prints an OciError. */
const typescript = ({ service, status, code, message, operation, endpoint }: Refused): string =>
  `/app/node_modules/oci-common/lib/helper.js:64
        const errorObject = new error_1.OciError(
                            ^

OciError: ${message}
    at /app/node_modules/oci-common/lib/helper.js:64:29
    at Generator.next (<anonymous>)
    at fulfilled (/app/node_modules/oci-common/lib/helper.js:24:58)
    at process.processTicksAndRejections (node:internal/process/task_queues:105:5) {
  statusCode: ${status},
  serviceCode: '${code}',
  opcRequestId: '${ID}',
  targetService: '${service}',
  operationName: '${operation}',
  timestamp: 2026-10-02T21:01:19.002Z,
  requestEndpoint: '${endpoint}',
  clientVersion: 'Oracle-TypeScriptSDK/2.137.1'
}

Node.js v22.11.0`;

/** oci-java-sdk BmcException.getMessage(). */
const java = ({ service, status, code, message, operation, endpoint }: Refused): string =>
  `Exception in thread "main" com.oracle.bmc.model.BmcException: Error returned by ${operation} operation in ${service} service.(${status}, ${code}, false) ${message} (opc-request-id: ${ID})
Timestamp: 2026-10-02T10:55:18.221Z
Client version: Oracle-JavaSDK/3.77.2
Request Endpoint: ${endpoint}
Troubleshooting Tips: See https://docs.oracle.com/en-us/iaas/Content/API/References/apierrors.htm#apierrors_${status}__${status}_${code.toLowerCase()} for more information about resolving this error
Also see https://docs.oracle.com/iaas/api/ for details on this operation's requirements.
To get more info on the failing request, you can enable debug level logs as mentioned in https://docs.oracle.com/en-us/iaas/Content/API/SDKDocs/javasdkconfig.htm#javasdkconfig_topic_logging
	at com.oracle.bmc.http.internal.ResponseHelper.throwIfNotSuccessful(ResponseHelper.java:155)
	at com.oracle.bmc.http.internal.ClientCall.callSync(ClientCall.java:473)
	at com.example.Main.main(Main.java:31)`;

/** oci-go-sdk common/errors.go. */
const go = ({ service, status, code, message, operation, endpoint }: Refused): string =>
  `2026/10/02 21:01:19 Error returned by ${service} Service. Http Status Code: ${status}. Error Code: ${code}. Opc request id: ${ID}. Message: ${message}
Operation Name: ${operation}
Timestamp: 2026-10-02 21:01:19 +0000 GMT
Client Version: Oracle-GoSDK/65.117.1
Request Endpoint: ${endpoint}
Troubleshooting Tips: See https://docs.oracle.com/iaas/Content/API/References/apierrors.htm#apierrors_${status}__${status}_${code.toLowerCase()} for more information about resolving this error.
exit status 1`;

/** oci-dotnet-sdk OciException.ToString(). */
const dotnet = ({ service, status, code, message, operation, endpoint }: Refused): string =>
  `Unhandled exception. Oci.Common.Model.OciException: Error returned by ${service} Service. Http Status Code: ${status}. ServiceCode: ${code}. OpcRequestId: ${ID}. Message: ${message}
Operation Name: ${operation}
TimeStamp: 2026-10-02T21:01:19.002Z
Client Version: Oracle-DotNetSDK/134.1.0
Request Endpoint: ${endpoint}
   at Oci.Common.Utils.ResponseHelper.HandleNonSuccessfulResponse(HttpRequestMessage requestMessage)
   at Program.<Main>$(String[] args) in /app/Program.cs:line 12`;

const cli = ({ service, status, code, message, operation, endpoint }: Refused): string =>
  `ServiceError:
{
    "client_version": "Oracle-PythonSDK/2.187.2, Oracle-PythonCLI/3.94.0",
    "code": "${code}",
    "logging_tips": "Please run the OCI CLI command using --debug flag to find more debug information.",
    "message": "${message}",
    "opc-request-id": "${ID}",
    "operation_name": "${operation}",
    "request_endpoint": "${endpoint}",
    "status": ${status},
    "target_service": "${service}",
    "timestamp": "2026-10-02T06:47:10.851532+00:00",
    "troubleshooting_tips": "See [https://docs.oracle.com/iaas/Content/API/References/apierrors.htm] for more information about resolving this error. If you are unable to resolve this issue, run this CLI command with --debug option and contact Oracle support and provide them the full error message."
}`;

const terraform = (title: string, service: string, message: string, advice: string): string =>
  `╷
│ Error: ${title}, ${message}
│ Suggestion: ${advice}
│ Documentation: https://registry.terraform.io/providers/oracle/oci/latest/docs/resources/generative_ai_endpoint
│ API Reference: https://docs.oracle.com/iaas/api/#/en/generative-ai/20231130/Endpoint/CreateEndpoint
│ Request Target: POST https://generativeai.us-chicago-1.oci.oraclecloud.com/20231130/endpoints
│ Provider version: 8.28.0, released on 2026-08-19.
│ Service: ${service}
│ Operation Name: CreateEndpoint
│ OPC request ID: ${ID}
│
│
│   with oci_generative_ai_endpoint.this,
│   on main.tf line 12, in resource "oci_generative_ai_endpoint" "this":
│   12: resource "oci_generative_ai_endpoint" "this" {
│
╵`;

const CHAT_404: Refused = {
  service: 'generative_ai_inference',
  status: 404,
  code: '404',
  message: NOT_FOUND,
  operation: 'chat',
  endpoint: `POST ${INFERENCE}/20231130/actions/chat`,
};
const CHAT_401: Refused = { ...CHAT_404, status: 401, code: 'NotAuthenticated', message: UNAUTHENTICATED };
const AGENT_404: Refused = {
  ...CHAT_404,
  service: 'generative_ai_agent_runtime',
  code: 'NotAuthorizedOrNotFound',
  operation: 'create_session',
  endpoint: `POST ${AGENTS}/agentEndpoints/${ENDPOINT}/sessions`,
};
const named = (refused: Refused, service: string, operation: string): Refused => ({ ...refused, service, operation });

const SDKS: readonly Sample[] = [
  sample('Python', 'policy-missing', python(CHAT_404)),
  sample('Python', 'key-not-uploaded', python(CHAT_401)),
  sample('Python', 'agent-policy-missing', python(AGENT_404)),
  sample(
    'Python embeddings',
    'policy-missing',
    python({ ...CHAT_404, operation: 'embed_text', endpoint: `POST ${INFERENCE}/20231130/actions/embedText` }),
  ),
  sample('Python, retired', 'retired-operation', python({ ...CHAT_404, operation: 'generate_text' })),
  sample(
    'Python, model',
    'model-unknown',
    python({ ...CHAT_404, message: 'Entity with key meta.llama-2-70b-chat not found' }),
  ),
  sample(
    'Python, body',
    'request-malformed',
    python({ ...CHAT_404, status: 400, code: '400', message: 'Please pass in correct format of request.' }),
  ),
  sample(
    'Python, limit',
    'rate-limited',
    python({ ...CHAT_404, status: 429, code: 'TooManyRequests', message: 'Tenancy request throttled' }),
  ),
  sample(
    'Python, signature',
    'key-not-uploaded',
    python({ ...CHAT_401, message: 'Failed to verify the HTTP(S) Signature' }),
  ),
  sample(
    'Python, other service',
    'policy-missing',
    python({
      ...AGENT_404,
      service: 'identity',
      operation: 'list_compartments',
      endpoint: 'GET https://identity.us-ashburn-1.oci.oraclecloud.com/20160918/compartments',
    }),
  ),
  sample('TypeScript', 'policy-missing', typescript(named(CHAT_404, 'GenerativeAiInference', 'chat'))),
  sample('TypeScript', 'key-not-uploaded', typescript(named(CHAT_401, 'GenerativeAiInference', 'chat'))),
  sample('TypeScript', 'agent-policy-missing', typescript(named(AGENT_404, 'GenerativeAiAgentRuntime', 'chat'))),
  sample('Java', 'policy-missing', java(named(CHAT_404, 'GenerativeAiInference', 'Chat'))),
  sample('Java', 'key-not-uploaded', java(named(CHAT_401, 'GenerativeAiInference', 'Chat'))),
  sample('Java', 'agent-policy-missing', java(named(AGENT_404, 'GenerativeAiAgentRuntime', 'CreateSession'))),
  sample(
    'Java, older',
    'key-not-uploaded',
    `com.oracle.bmc.model.BmcException: (401, NotAuthenticated, false) The required information to complete authentication was not provided. (opc-request-id: fra-1:aBcDeF)\n\tat com.oracle.bmc.http.internal.ResponseHelper.throwIfNotSuccessful(ResponseHelper.java:137)`,
  ),
  sample('Go', 'policy-missing', go(named(CHAT_404, 'GenerativeAiInference', 'Chat'))),
  sample('Go', 'key-not-uploaded', go(named(CHAT_401, 'GenerativeAiInference', 'Chat'))),
  sample('Go', 'agent-policy-missing', go(named(AGENT_404, 'GenerativeAiAgentRuntime', 'CreateSession'))),
  sample('C#', 'policy-missing', dotnet(named(CHAT_404, 'GenerativeAiInference', 'Chat'))),
  sample('C#', 'key-not-uploaded', dotnet(named(CHAT_401, 'GenerativeAiInference', 'Chat'))),
  sample('CLI', 'policy-missing', cli(CHAT_404)),
  sample('CLI', 'key-not-uploaded', cli(CHAT_401)),
  sample('CLI', 'agent-policy-missing', cli(AGENT_404)),
  sample(
    'CLI, bucket',
    'policy-scope',
    cli({
      ...AGENT_404,
      service: 'object_storage',
      operation: 'list_objects',
      endpoint: 'GET https://objectstorage.us-phoenix-1.oraclecloud.com/n/ns/b/rag/o',
      code: 'BucketNotFound',
      message:
        "Either the bucket named 'rag' does not exist in the namespace 'ns' or you are not authorized to access it",
    }),
  ),
];

const TOOLS: readonly Sample[] = [
  sample(
    'Terraform',
    'key-not-uploaded',
    terraform(
      '401-NotAuthenticated',
      'Generative Ai Endpoint',
      UNAUTHENTICATED,
      'Please retry or contact support for help with service: Generative Ai Endpoint',
    ),
  ),
  sample(
    'Terraform',
    'policy-missing',
    terraform(
      '404-NotAuthorizedOrNotFound',
      'Generative Ai Endpoint',
      NOT_FOUND,
      'Either the resource has been deleted or service Generative Ai Endpoint need policy to access this resource. Policy reference: https://docs.oracle.com/en-us/iaas/Content/Identity/Reference/policyreference.htm',
    ),
  ),
  sample(
    'Terraform',
    'terraform-credentials',
    '│ Error: can not create client, bad configuration: did not find a proper configuration for private key\n│\n│   with provider["registry.terraform.io/oracle/oci"],\n│   on provider.tf line 1, in provider "oci":',
  ),
  sample(
    'Terraform',
    'terraform-credentials',
    'Error: can not create client, bad configuration: did not find a proper configuration for tenancy',
  ),
  sample(
    'Terraform',
    'private-key-unreadable',
    'Error: can not create client, bad configuration: failed to parse private key: x509: failed to parse private key',
  ),
  sample(
    'Terraform, session',
    'terraform-credentials',
    '│ Error: user credentials user_ocid, fingerprint, private_key_path should be removed from the configuration\n│\n│   with provider["registry.terraform.io/hashicorp/oci"],',
  ),
  sample(
    'CLI',
    'session-expired',
    'ERROR: This CLI session has expired, so it cannot currently be used to run commands',
  ),
  sample('CLI', 'config-file-missing', 'ERROR: Could not find config file at /home/dev/.oci/config'),
  sample(
    'CLI',
    'profile-missing',
    "ERROR: The config file at ~/.oci/config is invalid:\n\nProfile 'genai' not found in config file /home/dev/.oci/config",
  ),
  sample(
    'CLI',
    'profile-incomplete',
    'ERROR: The config file at /root/.oci/config is invalid:\n\n+Config Errors+-------+-----------------------------------+\n| Key        | Error   | Hint                             |\n+------------+---------+-----------------------------------+\n| key_file   | missing | the full path and filename of the private PEM file |',
  ),
  sample(
    'CLI',
    'no-instance-principal',
    'ERROR: Failed retrieving certificates from localhost. Instance principal auth is only possible from OCI compute instances.',
  ),
  sample(
    'CLI',
    'session-token-missing',
    "ERROR: File specified by 'security_token_file' does not exist: /home/dev/.oci/sessions/DEFAULT/token",
  ),
  sample(
    'CLI debug',
    'clock-skew',
    `WARNING: Your computer time: 2026-10-02 10:00:00+00:00 differs from the server time: 2026-10-02 10:09:00+00:00 by more than 5 minutes. This can cause authentication errors connecting to services.\n${cli(CHAT_401)}`,
  ),
  sample(
    'CLI',
    'session-profile-with-plain-client',
    `WARNING: The active profile contains a value for 'security_token_file' which is not being used. To authenticate using the token, specify --auth security_token\n${cli(CHAT_401)}`,
  ),
  sample(
    'curl',
    'genai-key-not-accepted',
    `$ curl -i ${INFERENCE}/openai/v1/chat/completions -H "Authorization: Bearer $OCI_GENAI_API_KEY"\nHTTP/2 401\ncontent-type: application/json\nopc-request-id: ${ID}\n\n{"code":"401","message":"${UNAUTHENTICATED}"}`,
  ),
  sample(
    'curl',
    'bearer-on-signed-plane',
    `$ curl -X POST ${AGENTS}/agentEndpoints/${ENDPOINT}/sessions -H "Authorization: Bearer $OCI_GENAI_API_KEY"\n{"code":"NotAuthenticated","message":"${UNAUTHENTICATED}"}`,
  ),
  sample(
    'PowerShell',
    'no-instance-principal',
    'Invoke-OCIGenerativeaiinferenceChat : Instance principals authentication can only be used on OCI compute instances. Please confirm this code is running on an OCI compute instance.\nAt line:1 char:1',
  ),
  sample('bare', 'policy-missing', NOT_FOUND),
  sample('bare, cut', 'policy-missing', 'authorization failed or requested resource'),
  sample('bare', 'key-not-uploaded', UNAUTHENTICATED),
  sample('bare, cut', 'key-not-uploaded', 'The required information to complete authentication was not pro'),
  sample('bare', 'policy-missing', 'NotAuthorizedOrNotFound'),
  sample('bare', 'key-not-uploaded', '401 NotAuthenticated'),
];

const OPENAI_TRACE = `Traceback (most recent call last):
  File "/app/ask.py", line 9, in <module>
    client.responses.create(model="openai.gpt-oss-120b", input="Hello")
  File "/app/.venv/lib/python3.12/site-packages/openai/_base_client.py", line 1047, in request
    raise self._make_status_error_from_response(err.response) from None
`;

const FRAMEWORKS: readonly Sample[] = [
  sample(
    'OpenAI Python',
    'genai-key-not-accepted',
    `${OPENAI_TRACE}openai.AuthenticationError: Error code: 401 - {'code': '401', 'message': '${UNAUTHENTICATED}'}`,
  ),
  sample(
    'OpenAI Python',
    'key-policy-missing',
    `${OPENAI_TRACE}openai.NotFoundError: Error code: 404 - {'code': '404', 'message': '${NOT_FOUND}'}`,
  ),
  sample(
    'OpenAI Python',
    'model-unknown',
    `${OPENAI_TRACE}openai.NotFoundError: Error code: 404 - {'code': '404', 'message': 'Entity with key openai.gpt-oss-120 not found'}`,
  ),
  sample(
    'OpenAI Python',
    'operation-unsupported',
    `${OPENAI_TRACE}openai.BadRequestError: Error code: 400 - {'code': '400', 'message': 'Unsupported OpenAI operation'}`,
  ),
  sample(
    'OpenAI Python',
    'openai-key-missing',
    'openai.OpenAIError: The api_key client option must be set either by passing api_key to the client or by setting the OPENAI_API_KEY environment variable',
  ),
  sample(
    'OpenAI Python, no base_url',
    'key-sent-to-openai',
    `${OPENAI_TRACE}openai.AuthenticationError: Error code: 401 - {'error': {'message': 'Incorrect API key provided: sk-abcde***wxyz. You can find your API key at https://platform.openai.com/account/api-keys.', 'type': 'invalid_request_error', 'param': None, 'code': 'invalid_api_key'}}`,
  ),
  sample(
    'LiteLLM, OCID as a key',
    'key-sent-to-openai',
    'litellm.AuthenticationError: AuthenticationError: OpenAIException - Incorrect API key provided: ocid1.ge**********cnaa. You can find your API key at https://platform.openai.com/account/api-keys.',
  ),
  sample(
    'OpenAI Node',
    'genai-key-not-accepted',
    `AuthenticationError: 401 ${UNAUTHENTICATED}\n    at APIError.generate (/app/node_modules/openai/core/error.mjs:45:20)\n    at OpenAI.makeStatusError (/app/node_modules/openai/client.mjs:163:32) {\n  status: 401,\n  code: '401'\n}`,
  ),
  sample(
    'OpenAI Node',
    'key-policy-missing',
    `NotFoundError: 404 ${NOT_FOUND}\n    at APIError.generate (/app/node_modules/openai/core/error.mjs:51:20) {\n  status: 404,\n  code: '404'\n}`,
  ),
  sample(
    'OpenAI Java',
    'genai-key-not-accepted',
    `Exception in thread "main" com.openai.errors.UnauthorizedException: 401: ${UNAUTHENTICATED}\n\tat com.openai.errors.UnauthorizedException$Builder.build(UnauthorizedException.kt:104)`,
  ),
  sample(
    'OpenAI Go',
    'genai-key-not-accepted',
    `POST "${INFERENCE}/openai/v1/responses": 401 Unauthorized {"code":"401","message":"${UNAUTHENTICATED}"}`,
  ),
  sample(
    'LangChain',
    'framework-wraps-auth',
    `Traceback (most recent call last):
  File "/app/.venv/lib/python3.12/site-packages/langchain_oci/common/auth.py", line 118, in create_oci_client_kwargs
    client_kwargs["config"] = oci.config.from_file(
  File "/app/chain.py", line 5, in <module>
    llm = ChatOCIGenAI(
pydantic_core._pydantic_core.ValidationError: 1 validation error for ChatOCIGenAI
  Value error, Could not authenticate with OCI client. If INSTANCE_PRINCIPAL or RESOURCE_PRINCIPAL is used, please check the specified auth_profile, auth_file_location and auth_type are valid. [type=value_error, input_value={'model_id': 'meta.llama-3'}, input_type=dict]`,
  ),
  sample(
    'LangChain',
    'profile-missing',
    `oci.exceptions.ProfileNotFound: Profile 'CHICAGO' not found in config file /home/dev/.oci/config

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
ValueError: Could not authenticate with OCI client. Please check if ~/.oci/config exists. If INSTANCE_PRINCIPAL or RESOURCE_PRINCIPAL is used, please check the specified auth_profile, auth_file_location and auth_type are valid.`,
  ),
  sample(
    'LangChain',
    'framework-auth-type',
    "ValueError: Please provide valid value to auth_type, 'api_key' is not valid. Valid values are: ['API_KEY', 'SECURITY_TOKEN', 'INSTANCE_PRINCIPAL', 'RESOURCE_PRINCIPAL']",
  ),
  sample('LangChain', 'policy-missing', `langchain: error raised by oci service\n${python(CHAT_404)}`),
  sample(
    'LlamaIndex',
    'framework-wraps-auth',
    'ValueError: Could not authenticate with OCI client. If INSTANCE_PRINCIPAL or RESOURCE_PRINCIPAL is used, please check the specified auth_profile, auth_file_location and auth_type are valid.',
  ),
  sample(
    'LiteLLM',
    'litellm-credentials',
    'litellm.exceptions.AuthenticationError: litellm.AuthenticationError: OCIException - Missing required OCI credentials: oci_user, oci_fingerprint, oci_tenancy, and at least one of oci_key or oci_key_file.',
  ),
  sample(
    'LiteLLM, older',
    'litellm-credentials',
    'litellm.APIConnectionError: OciException - Missing required parameters: oci_user, oci_fingerprint, oci_tenancy, and at least one of oci_key or oci_key_file.',
  ),
  sample(
    'LiteLLM',
    'policy-missing',
    `litellm.NotFoundError: OciException - {"code":"404","message":"${NOT_FOUND}"} model=oci/meta.llama-3.3-70b-instruct`,
  ),
  sample(
    'LiteLLM',
    'key-not-uploaded',
    `litellm.AuthenticationError: OciException - {"code":"NotAuthenticated","message":"${UNAUTHENTICATED}"}`,
  ),
  sample('ADK', 'framework-auth-type', "ValueError: 'API_KEY' is not a valid OCIAuthType"),
  sample(
    'oci-openai',
    'plain-profile-with-session-auth',
    `Traceback (most recent call last):
  File "/app/.venv/lib/python3.13/site-packages/oci_openai/oci_openai.py", line 175, in __init__
    token = self._load_token(config)
  File "/app/.venv/lib/python3.13/site-packages/oci_openai/oci_openai.py", line 180, in _load_token
    token_file = config["security_token_file"]
KeyError: 'security_token_file'`,
  ),
  sample(
    'oci-openai, cut',
    'plain-profile-with-session-auth',
    `  File "/app/.venv/lib/python3.13/site-packages/oci_openai/oci_openai.py", line 180, in _load_token
    token_file = config["security_token_file"]`,
  ),
  sample(
    'requests',
    'genai-key-not-accepted',
    `requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: ${INFERENCE}/openai/v1/chat/completions`,
  ),
  sample(
    'requests',
    'hosted-application-token',
    'requests.exceptions.HTTPError: 403 Client Error: Forbidden for url: https://application.generativeai.us-chicago-1.oci.oraclecloud.com/20251112/hostedApplications/ocid1.generativeaihostedapplication.oc1.us-chicago-1.aaaa/actions/invoke/ask',
  ),
  sample(
    'requests',
    'client-credentials',
    'requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://idcs-0123456789abcdef.identity.oraclecloud.com/oauth2/v1/token\n{"error":"invalid_client","error_description":"Client authentication failed.","ecid":"x"}',
  ),
  sample(
    'requests',
    'host-unknown',
    "requests.exceptions.ConnectionError: HTTPSConnectionPool(host='inference.generativeai.us-chigaco-1.oci.oraclecloud.com', port=443): Max retries exceeded with url: /20231130/actions/chat (Caused by NameResolutionError(\"<urllib3.connection.HTTPSConnection object at 0x7f>: Failed to resolve 'inference.generativeai.us-chigaco-1.oci.oraclecloud.com' ([Errno -2] Name or service not known)\"))",
  ),
  sample(
    'httpx',
    'bearer-on-signed-plane',
    `httpx.HTTPStatusError: Client error '401 Unauthorized' for url '${INFERENCE}/20231130/actions/chat'\nAuthorization: Bearer sk-abc`,
  ),
];

const PRINCIPALS: readonly Sample[] = [
  sample(
    'Python on a laptop',
    'no-instance-principal',
    `Traceback (most recent call last):
  File "/app/.venv/lib/python3.12/site-packages/urllib3/connection.py", line 198, in _new_conn
urllib3.exceptions.ConnectTimeoutError: (<urllib3.connection.HTTPConnection object at 0x7f>, 'Connection to 169.254.169.254 timed out. (connect timeout=10)')

During handling of the above exception, another exception occurred:

requests.exceptions.ConnectTimeout: HTTPConnectionPool(host='169.254.169.254', port=80): Max retries exceeded with url: /opc/v2/instance/region (Caused by ConnectTimeoutError(<urllib3.connection.HTTPConnection object at 0x7f>, 'Connection to 169.254.169.254 timed out. (connect timeout=10)'))`,
  ),
  sample(
    'TypeScript',
    'no-instance-principal',
    'Error: Instance principals authentication can only be used on OCI compute instances. Please confirm this code is running on an OCI compute instance. See https://docs.oracle.com/en-us/iaas/Content/Identity/Tasks/callingservicesfrominstances.htm for more info.',
  ),
  sample(
    'Go',
    'no-instance-principal',
    'can not create client, bad configuration: failed to get security token: failed to renew security token: failed to get security token: failed to call: Post "https://auth.us-ashburn-1.oraclecloud.com/v1/x509": dial tcp: lookup auth.us-ashburn-1.oraclecloud.com: no such host\nInstance principals authentication can only be used on OCI compute instances. Please confirm this code is running on an OCI compute instance and you have set up the policy properly.',
  ),
  sample(
    'Python on Compute',
    'instance-not-in-dynamic-group',
    "oci.exceptions.ServiceError: {'target_service': None, 'status': 401, 'code': 'NotAuthenticated', 'message': 'Unknown error', 'request_endpoint': 'POST https://auth.us-ashburn-1.oraclecloud.com/v1/x509'} while getting a federation token",
  ),
  sample(
    'Python on a laptop',
    'no-resource-principal',
    `  File "/app/.venv/lib/python3.12/site-packages/oci/auth/signers/resource_principals_signer.py", line 36, in get_resource_principals_signer
    raise EnvironmentError("{} is not defined".format(OCI_RESOURCE_PRINCIPAL_VERSION))
OSError: OCI_RESOURCE_PRINCIPAL_VERSION is not defined`,
  ),
  sample(
    'TypeScript',
    'no-resource-principal',
    'Error: OCI_RESOURCE_PRINCIPAL_VERSION environment variable is missing or not supported',
  ),
  sample(
    'Java',
    'no-resource-principal',
    'java.lang.IllegalArgumentException: OCI_RESOURCE_PRINCIPAL_VERSION environment variable missing',
  ),
  sample(
    'Go',
    'no-resource-principal',
    'panic: can not create resource principal, environment variable: OCI_RESOURCE_PRINCIPAL_VERSION, not present',
  ),
  sample('C#', 'no-resource-principal', 'Environment variable OCI_RESOURCE_PRINCIPAL_VERSION missing!'),
  sample(
    'kubectl logs',
    'oke-basic-cluster',
    "2026-10-02T08:11:12.345678901Z stderr F oci.exceptions.ServiceError: {'status': 403, 'message': 'Please ensure the cluster type is enhanced'}",
  ),
  sample(
    'kubectl logs',
    'oke-token-refused',
    "genai-caller-7c9f-abcde app requests.exceptions.SSLError: HTTPSConnectionPool(host='10.96.0.1', port=12250): Max retries exceeded with url: /resourcePrincipalSessionTokens",
  ),
  sample('Python locally', 'oke-not-in-pod', 'ValueError: Kubernetes service host was not provided.'),
  sample(
    'Functions log',
    'policy-missing',
    `01JBXYZ - root - ERROR - {"error": "{'target_service': 'generative_ai_inference', 'status': 404, 'code': '404', 'opc-request-id': '${ID}', 'message': '${NOT_FOUND}', 'operation_name': 'chat'}"}`,
  ),
  sample(
    'Functions log',
    'no-instance-principal',
    `{"logContent":{"data":{"message":"requests.exceptions.ConnectTimeout: HTTPConnectionPool(host='169.254.169.254', port=80): Max retries exceeded with url: /opc/v2/instance/region"},"type":"com.oraclecloud.functions.application.functioninvoke"}}`,
  ),
  sample(
    'GitHub Actions',
    'exchange-trust',
    'Error: oci token exchange failed: https://idcs-0123.identity.oraclecloud.com:443/oauth2/v1/token returned 400 {"error":"invalid_grant","error_description":"JWT issuer is not trusted by the identity propagation trust."}',
  ),
];

const CONFIGS: readonly Sample[] = [
  sample(
    'Python',
    'profile-incomplete',
    "oci.exceptions.InvalidConfig: {'tenancy': 'missing', 'key_file': 'missing', 'fingerprint': 'missing', 'user': 'missing'}",
  ),
  sample(
    'Ansible',
    'profile-incomplete',
    `fatal: [localhost]: FAILED! => {"changed": false, "msg": "Invalid OCI configuration. Exception: {'key_file': 'missing', 'tenancy': 'missing', 'user': 'missing', 'fingerprint': 'missing'}"}`,
  ),
  sample('Python', 'entry-malformed', "oci.exceptions.InvalidConfig: {'fingerprint': 'malformed'}"),
  sample(
    'Python',
    'config-file-missing',
    'oci.exceptions.ConfigFileNotFound: Could not find config file at /root/.oci/config, please follow the instructions in the link to setup the config file https://docs.cloud.oracle.com/en-us/iaas/Content/API/Concepts/sdkconfig.htm',
  ),
  sample(
    'TypeScript',
    'config-file-missing',
    "Error: Can't load the default config from '~/.oci/config' or '~/.oraclebmc/config' because it does not exist. For more info about config file and how to get required information, see https://docs.oracle.com/en-us/iaas/Content/API/Concepts/sdkconfig.htm",
  ),
  sample(
    'Java',
    'config-file-missing',
    "Exception in thread \"main\" java.io.FileNotFoundException: Can't load the default config from '~/.oci/config' or '~/.oraclebmc/config' because it does not exist.",
  ),
  sample('Java', 'config-file-missing', 'java.io.FileNotFoundException: /root/.oci/config (No such file or directory)'),
  sample('Node', 'key-file-missing', "Error: ENOENT: no such file or directory, open '/root/.oci/oci_api_key.pem'"),
  sample(
    'Python',
    'key-file-missing',
    "oci.exceptions.InvalidKeyFilePath: Config file /root/.oci/config is invalid: the key_file's value '/Users/dev/.oci/key.pem' must be a valid file path. For more info about config file and how to get required information, see https://docs.oracle.com",
  ),
  sample(
    'Python',
    'passphrase-missing',
    'oci.exceptions.MissingPrivateKeyPassphrase: The provided key requires a passphrase.',
  ),
  sample(
    'Python',
    'private-key-unreadable',
    '  File "/app/.venv/lib/python3.12/site-packages/oci/signer.py", line 40, in load_private_key\nValueError: (\'Could not deserialize key data. The data may be in an incorrect format, the provided password may be incorrect, it may be encrypted with an unsupported algorithm, or it may be an unsupported key type\', [<OpenSSLError(code=503841036)>])',
  ),
  sample(
    'Python',
    'private-key-unreadable',
    'oci.exceptions.InvalidPrivateKey: The provided key is not a private key, or the provided passphrase is incorrect.',
  ),
  sample(
    'TypeScript',
    'unawaited-provider',
    'TypeError: this.authenticationDetailsProvider.getKeyId is not a function',
  ),
  sample('Python', 'signer-none', "AttributeError: 'NoneType' object has no attribute 'do_request_sign'"),
];

const CONNECTIONS: readonly Sample[] = [
  sample(
    'Python',
    'host-unreachable',
    "oci.exceptions.RequestException: (MaxRetryError(\"OCIConnectionPool(host='inference.generativeai.us-chicago-1.oci.oraclecloud.com', port=443): Max retries exceeded with url: /20231130/actions/chat (Caused by ConnectTimeoutError('Connection to inference.generativeai.us-chicago-1.oci.oraclecloud.com timed out. (connect timeout=10)'))\"))",
  ),
  sample(
    'Python',
    'certificate-untrusted',
    "oci.exceptions.RequestException: (MaxRetryError(\"OCIConnectionPool(host='inference.generativeai.us-chicago-1.oci.oraclecloud.com', port=443): Max retries exceeded with url: /20231130/actions/chat (Caused by SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate')))\"))",
  ),
  sample(
    'Node',
    'host-unreachable',
    'Error: connect ETIMEDOUT 203.0.113.7:443\n    at TCPConnectWrap.afterConnect (node:net:1611:16)\n  hostname: generativeai.us-chicago-1.oci.oraclecloud.com',
  ),
  sample(
    'Java',
    'certificate-untrusted',
    'Caused by: javax.net.ssl.SSLHandshakeException: PKIX path building failed: unable to find valid certification path to requested target (POST https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/20231130/actions/chat)',
  ),
  sample(
    'Python',
    'service-fault',
    python({ ...CHAT_404, status: 500, code: 'InternalServerError', message: 'Internal Server Error' }),
  ),
  sample(
    'Python, retired model',
    'model-not-in-region',
    python({ ...CHAT_404, message: 'Model is retired or not found: cohere.command' }),
  ),
  sample(
    'Python',
    'delegation-token-missing',
    "FileNotFoundError: [Errno 2] No such file or directory: '/etc/oci/delegation_token'",
  ),
  sample(
    'TypeScript',
    'unawaited-provider',
    "TypeError: Cannot read properties of undefined (reading 'getKeyId')\n    at DefaultRequestSigner.signHttpRequest (/app/node_modules/oci-common/lib/signer.js:58:50)",
  ),
];

/** As SDKs and tools print them. */
export const SAMPLES: readonly Sample[] = [...SDKS, ...TOOLS, ...FRAMEWORKS, ...PRINCIPALS, ...CONFIGS, ...CONNECTIONS];

/** Errors of others, and talk. */
export const FOREIGN: readonly string[] = [
  'connect ETIMEDOUT api.example.com:443',
  'SSL: CERTIFICATE_VERIFY_FAILED while fetching https://pypi.org/simple/oci/',
  '500 Internal Server Error https://api.example.com',
  "ModuleNotFoundError: No module named 'oci'",
  'GET https://objectstorage.us-ashburn-1.oraclecloud.com/n/ns/b/b/o/500.csv 200 internal',
  'botocore.exceptions.ClientError: An error occurred (AccessDeniedException) when calling the InvokeModel operation: User: arn:aws:iam::123456789012:user/x is not authorized to perform: bedrock:InvokeModel',
  'botocore.exceptions.ClientError: An error occurred (UnrecognizedClientException) when calling the Converse operation: The security token included in the request is invalid.',
  'botocore.exceptions.ClientError: An error occurred (ExpiredTokenException): The security token included in the request is expired',
  "openai.AuthenticationError: Error code: 401 - {'statusCode': 401, 'message': 'Unauthorized. Access token is missing, invalid, audience is incorrect (https://cognitiveservices.azure.com), or have expired.'}",
  'azure.core.exceptions.ClientAuthenticationError: (AuthenticationFailed) Authentication failed.',
  'google.api_core.exceptions.PermissionDenied: 403 Permission denied on resource project x.',
  'anthropic.AuthenticationError: Error code: 401 - {"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"}}',
  "openai.RateLimitError: Error code: 429 - {'error': {'message': 'You exceeded your current quota', 'code': 'insufficient_quota'}}",
  'litellm.exceptions.AuthenticationError: litellm.AuthenticationError: AuthenticationError: OpenrouterException - Error code: 401 - {"error":{"message":"No auth credentials found","code":401}}',
  'error: You must be logged in to the server (Unauthorized)',
  'Error from server (Forbidden): pods is forbidden: User "x" cannot list resource "pods" in API group ""',
  'ORA-01017: invalid username/password; logon denied',
  'ORA-12541: TNS:no listener',
  "FileNotFoundError: [Errno 2] No such file or directory: 'config.yaml'",
  "Error: ENOENT: no such file or directory, open '/app/package.json'",
  "Error: ENOENT: no such file or directory, open '/etc/ssl/server.pem'",
  'docker: Error response from daemon: pull access denied for x, repository does not exist or may require docker login',
  'remote: Invalid username or token. Password authentication is not supported for Git operations.',
  '│ Error: Invalid provider configuration\n│\n│ Provider "registry.terraform.io/hashicorp/aws" requires explicit configuration.',
  'psycopg2.OperationalError: FATAL:  password authentication failed for user "postgres"',
  "AttributeError: 'NoneType' object has no attribute 'get'",
  'TypeError: client.foo is not a function',
  "KeyError: 'token_file'",
  "KeyError: 'security'",
  'requests.exceptions.ConnectionError: HTTPSConnectionPool(host=\'api.example.com\', port=443): Max retries exceeded (Caused by NameResolutionError("Failed to resolve"))',
  'botocore.utils: Bad IMDS request: 169.254.169.254 returned 404 for /latest/meta-data/iam/security-credentials/',
  'oci runtime error: container_linux.go:247: starting container process caused "exec: not found"',
  'Error: OCI runtime create failed: runc create failed: unable to start container process: permission denied: unknown',
  'failed to pull image "ghcr.io/x/y": 401 Unauthorized: oci manifest not found',
  'What does the policy say about the authentication type of employees?',
  'The model meta.llama-3.3-70b-instruct is great',
  '200 OK https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1/responses',
  '{"status":"ok","target_service":"generative_ai_inference"}',
];
