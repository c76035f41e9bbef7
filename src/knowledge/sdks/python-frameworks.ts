import type { Method } from '../method';
import type { AuthRule, ClientFact, MethodChoice, Sdk, SymbolFact } from './fact';

/** `OCIAuthType` of langchain-oci; the same four strings in LlamaIndex. Case-sensitive, no OKE workload identity. */
const LANGCHAIN_TYPES: Readonly<Record<string, Method>> = {
  API_KEY: 'iam-api-key',
  SECURITY_TOKEN: 'session-token',
  INSTANCE_PRINCIPAL: 'instance-principal',
  RESOURCE_PRINCIPAL: 'resource-principal',
};

const BY_AUTH_TYPE: MethodChoice = { arg: { name: 'auth_type' }, values: LANGCHAIN_TYPES, default: 'iam-api-key' };

const LANGCHAIN: readonly AuthRule[] = [
  { as: 'transport', arg: { name: 'client' } },
  { as: 'choice', choice: BY_AUTH_TYPE },
];

const native = (names: string[], packages: string[], auth: readonly AuthRule[], source: string): SymbolFact => ({
  in: packages,
  names,
  makes: { kind: 'client', reach: { plane: 'inference-native' }, auth, endpoint: { name: 'service_endpoint' } },
  source,
});

/** `OCIAuthType` of the ADK (`oci/addons/adk/auth/factory.py`), by value. The default is the API signing key. */
const ADK_TYPES: Readonly<Record<string, Method>> = {
  api_key: 'iam-api-key',
  security_token: 'session-token',
  instance_principal: 'instance-principal',
  resource_principal: 'resource-principal',
};

const ADK: SymbolFact = {
  in: ['oci.addons.adk', 'oracle.adk', 'adk'],
  names: ['AgentClient'],
  makes: {
    kind: 'client',
    reach: { plane: 'agent-runtime' },
    auth: [{ as: 'choice', choice: { arg: { name: 'auth_type', at: 0 }, values: ADK_TYPES, default: 'iam-api-key' } }],
  },
  source: 'oci-python-sdk src/oci/addons/adk/agent_client.py: auth_type defaults to "api_key"',
};

/** Auth classes for httpx, the same names in `oci-openai` (older) and `oci-genai-auth`. */
const auth = (name: string, method: Method): SymbolFact => ({
  in: ['oci_openai', 'oci_genai_auth'],
  names: [name],
  makes: { kind: 'credential', method, profile: { name: 'profile_name', at: 1 }, file: { name: 'config_file', at: 0 } },
  source: 'oci-genai-auth-python 1.0: README; oci-openai src/oci_openai/oci_openai.py',
});

const litellm = (names: string[], operation: string): SymbolFact => ({
  in: ['litellm'],
  names,
  makes: {
    kind: 'client',
    reach: { prefix: 'oci/', arg: { name: 'model', at: 0 }, plane: 'inference-native' },
    auth: [
      { as: 'signer', arg: { name: 'oci_signer' } },
      { as: 'identity', args: [{ name: 'oci_key' }, { name: 'oci_key_file' }, { name: 'oci_user' }] },
    ],
    fallback: 'iam-api-key',
    operation,
  },
  source:
    'litellm llms/oci/chat/transformation.py: oci_signer or user, fingerprint, tenancy and key (also from OCI_* variables)',
});

const OPENAI: ClientFact = {
  kind: 'client',
  reach: { url: [{ name: ['base_url', 'api_base', 'openai_api_base', 'azure_endpoint'] }] },
  auth: [
    { as: 'transport', arg: { name: ['http_client', 'http_async_client'] } },
    { as: 'headers', arg: { name: 'default_headers' } },
    { as: 'key', arg: { name: ['api_key', 'openai_api_key'] } },
  ],
};

export const PYTHON_FRAMEWORKS: Sdk = {
  id: 'python-frameworks',
  languages: ['python'],
  facts: [
    ADK,
    native(
      ['ChatOCIGenAI', 'OCIGenAI', 'OCIGenAIEmbeddings'],
      ['langchain_oci', 'langchain_community', 'langchain', 'libs'],
      LANGCHAIN,
      'langchain-oci 0.3.2 oci_generative_ai.py',
    ),
    native(
      ['OCIGenAI', 'OCIGenAIEmbeddings'],
      ['llama_index'],
      [
        { as: 'transport', arg: { name: 'client' } },
        { as: 'choice', choice: BY_AUTH_TYPE },
      ],
      'llama-index-llms-oci-genai: the four auth_type strings of langchain',
    ),
    {
      in: ['langchain_oci', 'oci_openai'],
      names: ['ChatOCIOpenAI', 'OciOpenAI', 'AsyncOciOpenAI'],
      makes: {
        kind: 'client',
        reach: { plane: 'inference-openai' },
        auth: [
          { as: 'signer', arg: { name: 'auth' } },
          { as: 'transport', arg: { name: 'http_client' } },
        ],
      },
      source: 'oci-openai README: OciOpenAI(auth=…, compartment_id=…, region=…)',
    },
    auth('OciSessionAuth', 'session-token'),
    auth('OciUserPrincipalAuth', 'iam-api-key'),
    auth('OciInstancePrincipalAuth', 'instance-principal'),
    auth('OciResourcePrincipalAuth', 'resource-principal'),
    {
      in: ['openai', 'langfuse.openai', 'agents'],
      names: ['OpenAI', 'AsyncOpenAI'],
      makes: OPENAI,
      source: 'openai-python: OpenAI(base_url=, api_key=, http_client=)',
    },
    {
      in: ['langchain_openai', 'langchain', 'langchain_community', 'llama_index'],
      names: ['ChatOpenAI', 'OpenAIEmbeddings', 'OpenAILike', 'OpenAI'],
      makes: OPENAI,
      source: 'langchain-openai: base_url, api_key, http_client',
    },
    litellm(['completion', 'acompletion'], 'chat'),
    litellm(['embedding', 'aembedding'], 'embedText'),
  ],
};
