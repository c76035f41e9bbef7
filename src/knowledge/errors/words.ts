export const NOT_FOUND = ['authorization failed or requested resource', 'notauthorizedornotfound'];
const UNAUTHENTICATED_WORDS = [
  'required information to complete authentication was not provided',
  'the required information to complete authentication',
  'failed to verify the http(s) signature',
];
/** Kubernetes and Django have a code of this name as well. */
export const UNAUTHENTICATED = ['notauthenticated', ...UNAUTHENTICATED_WORDS];
export const HOSTS = ['oraclecloud', 'oraclegovcloud'];
/** Only the APIs of OCI stand below `oci.`: Fusion, Autonomous Database and others have their own sign-in. */
export const API_HOSTS = ['.oci.oraclecloud', '.oci.oraclegovcloud'];
/** Google's package is called google.generativeai. */
const GENAI_HOSTS = [
  'inference.generativeai.',
  'application.generativeai.',
  'agent.generativeai.',
  'agent-runtime.generativeai.',
  '//generativeai.',
  ' generativeai.',
];
/** The services of Generative AI as SDKs name them. */
const GENAI_SERVICES = [
  'generativeaiinference',
  'generativeaiagent',
  'generative_ai_inference',
  'generative_ai_agent',
  "'generative_ai'",
  '"generative_ai"',
  'generativeai service',
];
/** Who answers is OCI: packages and repositories may have Generative AI in their names. */
export const GENAI_API = [...GENAI_HOSTS, ...GENAI_SERVICES];
/** Where exceptions of the SDKs say who they are. */
export const SDKS = [
  'oci.exceptions',
  'ocierror',
  'ociexception',
  'bmcexception',
  'com.oracle.bmc',
  "'target_service'",
  '"target_service"',
  'opc-request-id',
  'opcrequestid',
  'opc request id',
];
/** Nobody but OCI, its SDKs and its tools writes these: a text without any of them may be anybody’s. */
export const OCI = [
  ...HOSTS,
  ...SDKS,
  ...NOT_FOUND,
  ...UNAUTHENTICATED_WORDS,
  ...GENAI_HOSTS,
  'generativeaiinference',
  'generativeaiagent',
  'generative_ai_inference',
  'generative_ai_agent',
  'ocid1.',
  '.oci/',
  '.oraclebmc',
  // Variables, settings and Terraform's resources; a folder may be called oci_anything.
  'oci_cli_',
  'oci_compartment',
  'oci_config',
  'oci_core_',
  'oci_fingerprint',
  'oci_generative',
  'oci_identity_',
  'oci_key',
  'oci_openai',
  'oci_region',
  'oci_resource_principal',
  'oci_tenancy',
  'oci_user',
  'langchain_oci',
  'oci_genai',
  'oci-genai',
  'ocigenai',
  'oci.auth',
  'oci.common',
  'oci.config',
  'oci.signer',
  'oci.addons',
  'oci/auth',
  'oci/base_client',
  'oci/config',
  'oci/signer',
  'oci-common',
  'oci-sdk',
  'oci-go-sdk',
  'providers/oracle/oci',
  'oracle/oci"',
  'hashicorp/oci"',
  'provider "oci"',
  'oci cli',
  'oci client',
  'oci compute',
  'oci config',
  'oci session',
  'oci setup',
  'oci service',
];
/** The services of Generative AI, by host, by SDK and by Terraform. */
export const GENAI = [...GENAI_API, 'generative ai ', 'generative-ai', 'oci_genai', 'ocigenai', 'oci-genai'];
export const AGENTS = [
  'generative_ai_agent',
  'agent-runtime.generativeai',
  'agent.generativeai',
  'generativeaiagent',
  'generative-ai-agent',
  'generative ai agent',
  'agentendpoint',
  'oci.addons.adk',
  'oracle.bmc.adk',
];
/** The management plane: its host stands alone, without `inference.` before it. */
export const MANAGEMENT = [
  '//generativeai.',
  ' generativeai.',
  "'generative_ai'",
  '"generative_ai"',
  'generativeai service',
  "'generativeai'",
];
/** Only OCI writes the vendor before the model so. */
export const OCI_MODELS = [
  'openai.gpt-',
  'meta.llama-',
  'cohere.command-',
  'cohere.embed-',
  'xai.grok-',
  'google.gemini-',
];
export const STATUS_401 = ['401', 'unauthorized', 'authenticationerror'];
export const STATUS_403 = ['403', 'forbidden', 'permissiondeniederror', 'permissiondeniedexception'];
/** The path that takes GenAI API keys as well as signatures. */
export const OPENAI_PATHS = ['/openai/v1', '/actions/v1'];
/** How the OpenAI clients of Python, Node, Java and Go, and who wraps them, tell of an answer. */
export const OPENAI_CLIENTS = [
  'openai.authenticationerror',
  'openai.notfounderror',
  'openai.permissiondeniederror',
  'openai.badrequesterror',
  'openai/_base_client',
  'openai/core/error',
  'com.openai.errors',
  'openaiexception',
  'notfounderror: error code: 404',
  'notfounderror: 404',
  'authenticationerror: error code: 401',
  'authenticationerror: 401',
];
export const BEARER = ['bearer', ' sk-', '"sk-', "'sk-", '=sk-'];
export const IDENTITY_DOMAIN = ['idcs-', 'identity.oraclecloud', 'identity propagation', 'tokenexchangesigner'];
/** Calls of what a hosted application serves; managing one is no such call. */
export const HOSTED = ['/hostedapplications/', 'application.generativeai'];
export const HOSTED_IAM = ['/hostedapplicationsiam/'];
export const NO_FILE = [
  'no such file',
  'enoent',
  'filenotfounderror',
  'filenotfoundexception',
  'cannot open',
  'cannot find the file',
  // What .NET itself says of File.OpenRead and File.OpenText, with which oci-dotnet-sdk opens config and key.
  'could not find file',
  'could not find a part of the path',
];
