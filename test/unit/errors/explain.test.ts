import assert from 'node:assert/strict';
import { explain } from '../../../src/advisor/explain';
import { maskEcho } from '../../../src/advisor/mask';
import { type ProfileUse, profileFacts } from '../../../src/advisor/suggests';
import type { MethodUse } from '../../../src/advisor/workspace-policy';
import type { Plane } from '../../../src/knowledge/plane';
import { parseStatement } from '../../../src/knowledge/policy';
import { FIRST_CAUSES } from './first-causes';
import { FURTHER, FURTHER_OTHERS } from './further';
import { OTHERS } from './others';
import { SDK_TEXTS } from './sdk-texts';
import { FOREIGN, SAMPLES } from './texts';

const MESSAGE_404 = 'Authorization failed or requested resource not found.';
const MESSAGE_401 = 'The required information to complete authentication was not provided or was incorrect.';

/** Texts as SDKs and tools print them, and the cause that must come first. */
const TEXTS: ReadonlyArray<readonly [first: string, text: string]> = [
  // 404: permission or resource
  ['policy-missing', MESSAGE_404.slice(0, -1)],
  [
    'policy-missing',
    `oci.exceptions.ServiceError: {'target_service': 'generative_ai_inference', 'status': 404, 'code': '404', 'opc-request-id': 'X', 'message': '${MESSAGE_404}', 'operation_name': 'chat'}`,
  ],
  [
    'policy-missing',
    `oci.exceptions.ServiceError: {'target_service': 'identity', 'status': 404, 'code': 'NotAuthorizedOrNotFound', 'message': '${MESSAGE_404}'}`,
  ],
  [
    'policy-missing',
    `Error returned by GenerativeAiInference Service. Http Status Code: 404. Error Code: NotAuthorizedOrNotFound. Opc request id: x. Message: ${MESSAGE_404}`,
  ],
  [
    'policy-missing',
    `com.oracle.bmc.model.BmcException: Error returned by Chat operation in GenerativeAiInference service.(404, NotAuthorizedOrNotFound, false) ${MESSAGE_404}`,
  ],
  [
    'policy-missing',
    `ServiceError:\n{\n  "code": "NotAuthorizedOrNotFound",\n  "message": "${MESSAGE_404}",\n  "status": 404\n}`,
  ],
  [
    'policy-missing',
    `Error: 404-NotAuthorizedOrNotFound, ${MESSAGE_404}\nSuggestion: Either the resource has been deleted or service Core Instance need policy to access this resource.`,
  ],
  [
    'policy-missing',
    `OciError: ${MESSAGE_404} statusCode: 404, serviceCode: 'NotAuthorizedOrNotFound', targetService: 'GenerativeAiInference'`,
  ],
  ['policy-missing', `AUTHORIZATION FAILED OR REQUESTED\nRESOURCE NOT FOUND`],
  [
    'agent-policy-missing',
    `oci.exceptions.ServiceError: {'target_service': 'generative_ai_agent_runtime', 'status': 404, 'code': 'NotAuthorizedOrNotFound', 'message': '${MESSAGE_404}', 'operation_name': 'create_session'}`,
  ],
  [
    'agent-policy-missing',
    `NotAuthorizedOrNotFound https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531`,
  ],
  ['key-policy-missing', `openai.NotFoundError: Error code: 404 - {'code': '404', 'message': '${MESSAGE_404}'}`],
  [
    'retired-operation',
    `{'target_service': 'generative_ai_inference', 'operation_name': 'generate_text', 'code': '404', 'message': '${MESSAGE_404}'}`,
  ],
  [
    'policy-scope',
    'ServiceError: {"code": "NamespaceNotFound", "message": "You do not have authorization to perform this request, or the requested resource could not be found.", "status": 404}',
  ],
  [
    'model-unknown',
    "openai.NotFoundError: Error code: 404 - {'code': '404', 'message': 'Entity with key openai.gpt-oss-1 not found'}",
  ],
  ['operation-unsupported', "openai.BadRequestError: Error code: 400 - {'message': 'Unsupported OpenAI operation'}"],
  [
    'request-malformed',
    "{'target_service': 'generative_ai_inference', 'status': 400, 'message': 'Please pass in correct format of request.'}",
  ],
  // 401: identity
  ['key-not-uploaded', MESSAGE_401],
  [
    'key-not-uploaded',
    `oci.exceptions.ServiceError: {'target_service': 'generative_ai_inference', 'status': 401, 'code': 'NotAuthenticated', 'message': '${MESSAGE_401}'}`,
  ],
  [
    'key-not-uploaded',
    'com.oracle.bmc.model.BmcException: (401, NotAuthenticated, false) The required information to complete authentication was not provided.',
  ],
  [
    'key-not-uploaded',
    `Error: 401-NotAuthenticated, ${MESSAGE_401}\nSuggestion: Please retry or contact support for help with service: Identity Availability Domains`,
  ],
  [
    'key-not-uploaded',
    `Error returned by Identity Service. Http Status Code: 401. Error Code: NotAuthenticated. Opc request id: x. Message: ${MESSAGE_401}`,
  ],
  ['key-not-uploaded', `Oci.Common.Model.OciException: NotAuthenticated (401)`],
  ['session-expired', `NotAuthenticated ${MESSAGE_401} profile uses security_token_file`],
  ['session-expired', 'ERROR: This CLI session has expired, so it cannot currently be used to run commands'],
  ['session-expired', 'Session has expired (oci session validate)'],
  [
    'clock-skew',
    'WARNING: Your computer time: 2026-01-01T10:00 differs from the server time: 2026-01-01T10:09 by more than 5 minutes. This can cause authentication errors connecting to services.',
  ],
  [
    'session-profile-with-plain-client',
    "WARNING: The active profile contains a value for 'security_token_file' which is not being used. To authenticate using the token, specify --auth security_token",
  ],
  ['plain-profile-with-session-auth', "KeyError: 'security_token_file'"],
  [
    'plain-profile-with-session-auth',
    "ERROR: Config value for 'security_token_file' must be specified when using --auth security_token",
  ],
  ['session-token-missing', "ERROR: File specified by 'security_token_file' does not exist: /x/token"],
  ['session-token-missing', "FileNotFoundError: [Errno 2] No such file or directory: '~/.oci/sessions/DEFAULT/token'"],
  // GenAI API keys
  [
    'genai-key-not-accepted',
    `openai.AuthenticationError: Error code: 401 - {'code': 'NotAuthenticated', 'message': '${MESSAGE_401}'}`,
  ],
  [
    'genai-key-not-accepted',
    '401 Unauthorized https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1/responses',
  ],
  [
    'genai-key-not-accepted',
    `curl: 401 https://inference.generativeai.eu-frankfurt-1.oci.oraclecloud.com/20231130/actions/v1/chat/completions Bearer sk-`,
  ],
  [
    'genai-key-not-accepted',
    `litellm.AuthenticationError: AuthenticationError: OpenAIException - Error code: 401 ${MESSAGE_401}`,
  ],
  [
    'bearer-on-signed-plane',
    '401 POST https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531/agentEndpoints Authorization: Bearer',
  ],
  [
    'bearer-on-signed-plane',
    '401 https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/20231130/actions/chat Bearer',
  ],
  [
    'key-sent-to-openai',
    "client = OpenAI(api_key=os.environ['OCI_GENAI_API_KEY'])\nopenai.AuthenticationError: Error code: 401 - {'error': {'message': 'Incorrect API key provided: sk-abcd****. You can find your API key at https://platform.openai.com/account/api-keys.', 'code': 'invalid_api_key'}}",
  ],
  [
    'openai-key-missing',
    'openai.OpenAIError: The api_key client option must be set either by passing api_key to the client or by setting the OPENAI_API_KEY environment variable',
  ],
  [
    'hosted-application-token',
    '401 Unauthorized: https://application.generativeai.us-chicago-1.oci.oraclecloud.com/20251112/hostedApplications/x/actions/invoke/ask',
  ],
  [
    'client-credentials',
    'https://idcs-x.identity.oraclecloud.com/oauth2/v1/token {"error":"invalid_client","error_description":"Client authentication failed."}',
  ],
  [
    'exchange-trust',
    'https://idcs-x.identity.oraclecloud.com/oauth2/v1/token {"error":"invalid_grant","error_description":"The subject_token is not trusted"}',
  ],
  ['compartment-missing', '400 InvalidParameter: compartmentId is required'],
  ['rate-limited', "{'target_service': 'generative_ai_inference', 'status': 429, 'code': 'TooManyRequests'}"],
  // config files and keys
  [
    'profile-incomplete',
    "oci.exceptions.InvalidConfig: {'user': 'missing', 'tenancy': 'missing', 'fingerprint': 'missing', 'region': 'missing'}",
  ],
  ['entry-malformed', "oci.exceptions.InvalidConfig: {'fingerprint': 'malformed'}"],
  [
    'config-file-missing',
    'oci.exceptions.ConfigFileNotFound: Could not find config file at /home/x/.oci/config, please follow the instructions in the link',
  ],
  ['profile-missing', "oci.exceptions.ProfileNotFound: Profile 'X' not found in config file ~/.oci/config"],
  [
    'key-file-missing',
    "oci.exceptions.InvalidKeyFilePath: Config file x is invalid: the key_file's value '/k.pem' must be a valid file path.",
  ],
  [
    'key-content-in-file',
    "ValueError: 'key_content' cannot be specified in a config file for security reasons. To specify key_content please do so programatically.",
  ],
  ['config-syntax', 'Error: Found line with no key-value pair'],
  [
    'config-syntax',
    "configparser.MissingSectionHeaderError: File contains no section headers. file: '/x/.oci/config', line: 1",
  ],
  [
    'authentication-type-unsupported',
    'oci.exceptions.InvalidConfig: The authentication type resource_principal is not supported',
  ],
  [
    'private-key-unreadable',
    'oci.exceptions.InvalidPrivateKey: The provided key is not a private key, or the provided passphrase is incorrect.',
  ],
  [
    'private-key-unreadable',
    'KeyParseError: Failed to parse private key as a valid auto format key: encoding too long',
  ],
  [
    'public-key-given',
    'oci.exceptions.InvalidPrivateKey: Authentication requires a private key, but a public key was provided.',
  ],
  ['passphrase-missing', 'oci.exceptions.MissingPrivateKeyPassphrase: The provided key requires a passphrase.'],
  [
    'passphrase-missing',
    'KeyEncryptedError: The auto format key (unnamed) is encrypted (password-protected), and no passphrase was provided',
  ],
  // principals
  ['no-resource-principal', 'OSError: OCI_RESOURCE_PRINCIPAL_VERSION is not defined'],
  ['no-resource-principal', 'OCI_RESOURCE_PRINCIPAL_VERSION environment variable is missing'],
  ['no-resource-principal', 'Environment variable OCI_RESOURCE_PRINCIPAL_VERSION missing!'],
  [
    'no-resource-principal',
    'can not create resource principal, environment variable: OCI_RESOURCE_PRINCIPAL_VERSION, not present',
  ],
  [
    'no-resource-principal',
    'session_token was not provided Resource principals authentication can only be used in certain OCI services.',
  ],
  ['resource-principal-version', 'Unsupported OCI_RESOURCE_PRINCIPAL_VERSION: 9.9'],
  [
    'no-instance-principal',
    'Instance principals authentication can only be used on OCI compute instances. Please confirm this code is running on an OCI compute instance.',
  ],
  [
    'no-instance-principal',
    'Instance principals authentication can only be used on OCI compute instances. Please confirm this code is running on an OCI compute instance and you have set up the policy properly.',
  ],
  [
    'no-instance-principal',
    'ERROR: Failed retrieving certificates from localhost. Instance principal auth is only possible from OCI compute instances.',
  ],
  [
    'no-instance-principal',
    "HTTPConnectionPool(host='169.254.169.254', port=80): Max retries exceeded with url: /opc/v2/instance/region (Caused by ConnectTimeoutError)",
  ],
  [
    'no-instance-principal',
    'Get "http://169.254.169.254/opc/v2/instance/region": dial tcp 169.254.169.254:80: connect: no route to host',
  ],
  ['oke-basic-cluster', "ServiceError {'status': 403, 'message': 'Please ensure the cluster type is enhanced'}"],
  ['oke-token-refused', 'Failed to get RPST token from proxymux'],
  ['oke-not-in-pod', 'ValueError: Kubernetes service host was not provided.'],
  // frameworks and tools
  [
    'litellm-credentials',
    'litellm.AuthenticationError: 401 Missing required OCI credentials: oci_user, oci_fingerprint, oci_tenancy',
  ],
  [
    'framework-auth-type',
    "ValueError: Please provide valid value to auth_type, 'api_key' is not valid. Valid values are: ['API_KEY', 'SECURITY_TOKEN', 'INSTANCE_PRINCIPAL', 'RESOURCE_PRINCIPAL']",
  ],
  ['framework-auth-type', "ValueError: 'instance_obo_user' is not a valid OCIAuthType"],
  [
    'framework-wraps-auth',
    'ValueError: Could not authenticate with OCI client. If INSTANCE_PRINCIPAL or RESOURCE_PRINCIPAL is used, please check the specified auth_profile, auth_file_location and auth_type are valid.',
  ],
  ['signer-none', "AttributeError: 'NoneType' object has no attribute 'do_request_sign'"],
  [
    'terraform-credentials',
    'Error: can not create client, bad configuration: did not find a proper configuration for tenancy',
  ],
  ['host-unknown', 'getaddrinfo ENOTFOUND inference.generativeai.us-chcago-1.oci.oraclecloud.com'],
];

const UNRELATED = [
  '',
  'hello world',
  'TypeError: undefined is not a function',
  '404 Not Found',
  '401 Unauthorized',
  'HTTP 403 Forbidden from https://api.github.com/repos/x',
  "KeyError: 'name'",
  'npm ERR! code E404 Not found : left-pad@99',
  'AccessDeniedException: User is not authorized to perform: bedrock:InvokeModel',
  'connect ECONNREFUSED 127.0.0.1:5432',
  'error: failed to push some refs',
  'botocore.exceptions.NoCredentialsError: Unable to locate credentials',
  'google.auth.exceptions.DefaultCredentialsError: Could not automatically determine credentials.',
  'Error code: 429 - Rate limit reached for gpt-4',
  'The quick brown fox was missing its client configuration',
  'SyntaxError: malformed node or string',
  'java.lang.NullPointerException at com.example.Config',
  'fatal: could not read Username for https://github.com',
  'The process cannot access the file because it is being used',
  'Permission denied (publickey).',
  'Your session has expired, please log in again.',
  "error: missing required argument 'text'",
  'invalid_grant: Bad Request',
  'unable to load in-cluster configuration, KUBERNETES_SERVICE_HOST and KUBERNETES_SERVICE_PORT must be defined',
  'Error code: 429 - TooManyRequests for the associated account',
  'token exchange failed',
  'bad configuration: user not found',
];

const use = (plane: Plane): MethodUse => ({ plane, operations: [], methods: [] });

describe('explaining errors', () => {
  it('has at least sixty texts', () => assert.ok(TEXTS.length >= 60, String(TEXTS.length)));
  for (const [first, text] of TEXTS) {
    it(`${first}: ${text.slice(0, 80).replace(/\n/g, ' ')}`, () => assert.equal(explain(text).causes[0]?.id, first));
  }
  for (const text of UNRELATED) {
    it(`refuses politely: ${text.slice(0, 60)}`, () => assert.deepEqual(explain(text).causes, []));
  }

  it('answers the 404 with the statement to add', () => {
    const { causes, seen } = explain(TEXTS[1]?.[1] ?? '');
    assert.deepEqual([seen.service, seen.operation, seen.status], ['generative_ai_inference', 'chat', '404']);
    assert.match(causes[0]?.next ?? '', /use generative-ai-chat in compartment id/);
    assert.ok(causes.length >= 5);
  });

  it('lets the workspace decide the order', () => {
    const facts = { profiles: [{ name: 'DEV', suggests: ['clock-skew' as const] }] };
    const { causes } = explain(MESSAGE_401, facts);
    assert.equal(causes[0]?.id, 'clock-skew');
    assert.match(causes[0]?.evidence ?? '', /\[DEV\]/);
  });

  it('blames no profile that the code does not read', () => {
    const credential = (profile: string, method: 'session-token' | 'iam-api-key', codes: string[]) =>
      ({
        id: profile,
        label: profile,
        profile,
        method,
        problems: codes.map((code) => ({ code, severity: 'error', message: '' })),
      }) as unknown as Parameters<typeof profileFacts>[0][number];
    const held = [
      credential('OLD', 'session-token', ['token-expired']),
      credential('APP', 'iam-api-key', ['fingerprint-mismatch']),
    ];
    const first = (uses: ProfileUse[]) => explain(MESSAGE_401, { profiles: profileFacts(held, uses) }).causes[0];
    assert.equal(first([{ methods: ['iam-api-key'], profiles: ['APP'] }])?.id, 'fingerprint-mismatch');
    assert.match(first([{ methods: ['iam-api-key'], profiles: ['APP'] }])?.evidence ?? '', /\[APP\]/);
    assert.equal(first([{ methods: ['session-token'], profiles: ['OLD'] }])?.id, 'session-expired');
    const plain = profileFacts(
      [credential('OLD', 'session-token', [])],
      [{ methods: ['iam-api-key'], profiles: ['OLD'] }],
    );
    assert.equal(explain(MESSAGE_401, { profiles: plain }).causes[0]?.id, 'session-profile-with-plain-client');
    const unrelated = profileFacts([credential('OLD', 'session-token', [])]);
    assert.equal(explain(MESSAGE_401, { profiles: unrelated }).causes[0]?.id, 'key-not-uploaded');
  });

  it('looks for the gap where the error came from', () => {
    const policies = [parseStatement('allow group g to use generative-ai-family in compartment c')];
    const text = SAMPLES.find(({ from }) => from === 'Python')?.text ?? '';
    const { causes } = explain(text, { uses: [use('inference-native'), use('agent-runtime')], policies });
    assert.equal(causes[0]?.evidence, undefined);
  });

  it('sees the gap in the policies', () => {
    const policies = [parseStatement('allow group g to use generative-ai-family in compartment c')];
    const { causes } = explain(`generative_ai_agent_runtime ${MESSAGE_404}`, {
      uses: [use('agent-runtime')],
      policies,
    });
    assert.match(causes[0]?.evidence ?? '', /genai-agent-family/);
  });

  it('masks what it repeats', () => {
    const key = `sk-${'a1B2'.repeat(12)}`;
    const jwt = `eyJ${'x'.repeat(40)}.${'y'.repeat(40)}.${'z'.repeat(40)}`;
    const ocid = `ocid1.user.oc1..${'a'.repeat(60)}`;
    const fingerprint = Array.from({ length: 16 }, (_, i) => (i + 16).toString(16)).join(':');
    const masked = maskEcho(
      `401 NotAuthenticated ${key} ${jwt} ST$${jwt} ${ocid} ${fingerprint} Bearer short Authorization: Sig`,
    );
    for (const secret of [key, jwt, ocid, fingerprint, 'short']) assert.ok(!masked.includes(secret), masked);
    assert.match(masked, /ocid1\.user/);
    const { said } = explain(`NotAuthenticated ${key} ${ocid}`);
    assert.ok(!said.includes(key) && !said.includes(ocid));
  });

  it('reads a log of any size without hanging', () => {
    explain('a'.repeat(3_000_000));
    explain('ocid1.'.repeat(200_000));
    explain(`${'x\n'.repeat(500_000)}${MESSAGE_404}`);
    assert.equal(explain(`${'x\n'.repeat(500_000)}${MESSAGE_404}`).causes[0]?.id, 'policy-missing');
  });
});

/** What an error goes through before it is pasted. */
const DRESSED: Readonly<Record<string, (text: string) => string>> = {
  coloured: (text) =>
    text
      .split('\n')
      .map((line) => `\u001b[1;31m${line}\u001b[0m`)
      .join('\n'),
  'with colours that lost their escape': (text) => `[31m${text.replaceAll(' ', '[39m ')}[0m`,
  'as a string of JSON': (text) => JSON.stringify({ level: 'error', message: text }),
  'as a string in a string of JSON': (text) => JSON.stringify(JSON.stringify({ message: text })),
  'with carriage returns': (text) => text.replaceAll('\n', '\r\n'),
  'with spaces that do not break': (text) => text.replaceAll(' ', '\u00a0'),
  'with narrow and wide spaces': (text) => text.replaceAll(' ', '\u202f').replaceAll('\n', '\u3000\n'),
  'with marks of no width': (text) => `\ufeff${text.replaceAll(' ', '\u200b ')}`,
  'in a frame': (text) => `╷\n${text.replaceAll('\n', '\n│ ')}\n╵`,
  quoted: (text) => text.replaceAll('\n', '\n> ').replaceAll("'", '\u2019'),
  'as HTML': (text) => text.replaceAll('&', '&amp;').replaceAll("'", '&#39;'),
  'behind a long log': (text) => `${'2026-10-02T08:11:12.429Z INFO nothing happened\n'.repeat(3000)}${text}`,
};

describe('errors as SDKs and tools print them', () => {
  it('are at least sixty', () => assert.ok(SAMPLES.length >= 60, String(SAMPLES.length)));
  for (const { from, first, text } of SAMPLES) {
    it(`${from}: ${first}`, () => {
      assert.equal(explain(text).causes[0]?.id, first, text);
      for (const [how, dress] of Object.entries(DRESSED)) {
        assert.equal(explain(dress(text)).causes[0]?.id, first, how);
      }
    });
  }
  it('are read where a narrow terminal broke them', () => {
    const broken = (text: string) => text.replace(/(.{37})/g, '$1\n');
    for (const { first, text } of SAMPLES.filter(({ from }) => from === 'bare' || from === 'TypeScript')) {
      if (text.length < 40) continue;
      assert.equal(explain(broken(text)).causes[0]?.id, first, broken(text));
    }
  });
  it('tell service, operation, region and status', () => {
    for (const from of ['Python', 'TypeScript', 'Java', 'Go', 'C#', 'CLI']) {
      const { seen } = explain(SAMPLES.find((sample) => sample.from === from)?.text ?? '');
      assert.match(seen.service ?? '', /^generative_?ai_?inference$/i, from);
      assert.deepEqual(
        [seen.operation?.toLowerCase(), seen.status, seen.region],
        ['chat', '404', 'us-chicago-1'],
        from,
      );
    }
  });
  it('are not told from digits of an identifier', () => {
    const { causes } = explain(`${MESSAGE_404} opc-request-id: F42980A5401E8845FAAA6568116DF429`);
    assert.equal(causes[0]?.id, 'policy-missing');
  });
  for (const [first, text] of [...FIRST_CAUSES, ...SDK_TEXTS, ...FURTHER]) {
    it(`are not mistaken for another: ${first}: ${text.slice(0, 60)}`, () =>
      assert.equal(explain(text).causes[0]?.id, first));
  }
  for (const text of [...FOREIGN, ...OTHERS, ...FURTHER_OTHERS]) {
    it(`leaves alone: ${text.slice(0, 70)}`, () => assert.deepEqual(explain(text).causes, []));
  }
});
