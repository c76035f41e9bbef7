import type { CauseId } from './cause';

export const NOT_FOUND = ['authorization failed or requested resource', 'notauthorizedornotfound'];
export const UNAUTHENTICATED = [
  'notauthenticated',
  'required information to complete authentication was not provided',
  'the required information to complete authentication',
  'failed to verify the http(s) signature',
];
export const OCI = [
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
export const HOSTS = ['oraclecloud', 'oraclegovcloud'];
export const HOSTS_OR_SDKS = [
  ...HOSTS,
  'oci.exceptions',
  'ocierror',
  'ociexception',
  'bmcexception',
  "'target_service'",
  '"target_service"',
];
export const GENAI = ['generativeai', 'generative_ai', 'generative-ai', 'genai', 'generativeaiinference'];
export const AGENTS = [
  'generative_ai_agent',
  'agent-runtime.generativeai',
  'agent.generativeai',
  'generativeaiagent',
  'generative-ai-agent',
  'agentendpoint',
];
export const STATUS_401 = ['401', 'unauthorized', 'authenticationerror'];
export const OPENAI = ['openai', '/v1', 'error code: 40', ' sk-', 'bearer', 'litellm'];
/** How the OpenAI clients of Python, Node, Java and Go begin. */
export const OPENAI_404 = [
  'openai.notfounderror',
  'notfounderror: error code: 404',
  'notfounderror: 404',
  'com.openai.errors',
];
export const OPENAI_401 = [
  'openai.authenticationerror',
  'authenticationerror: error code: 401',
  'authenticationerror: 401',
  'litellm.authenticationerror',
  'com.openai.errors',
];
export const BEARER = ['bearer', ' sk-', '"sk-', "'sk-", 'openai'];
export const IDENTITY_DOMAIN = ['idcs', 'identity.oraclecloud', 'identity propagation', 'tokenexchangesigner'];
export const HOSTED = ['hostedapplication', 'hosted application', 'application.generativeai'];

export const SIGNED_401: readonly [CauseId, ...CauseId[]] = [
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
export const KEY_401: readonly [CauseId, ...CauseId[]] = [
  'genai-key-not-accepted',
  'genai-key-unauthorized',
  'genai-key-other-region',
  'wrong-kind-of-key',
];
