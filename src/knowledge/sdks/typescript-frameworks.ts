import type { Method } from '../method';
import type { AuthRule, ClientFact, Sdk, SymbolFact } from './fact';

const LANGUAGES = ['typescript', 'javascript'];

/** `OciGenAiNewClientAuthType` of @oracle/langchain-oci, an enum; `Other` brings its own provider. */
const LANGCHAIN_TYPES: Readonly<Record<string, Method>> = {
  ConfigFile: 'iam-api-key',
  InstancePrincipal: 'instance-principal',
  ResourcePrincipal: 'resource-principal',
  Session: 'session-token',
};

const LANGCHAIN: readonly AuthRule[] = [
  { as: 'transport', arg: { name: 'client' } },
  {
    as: 'nested',
    arg: { name: 'newClientParams' },
    rules: [{ as: 'choice', choice: { arg: { name: 'authType' }, values: LANGCHAIN_TYPES } }],
  },
];

/** The OpenAI SDK and those built on it: a `fetch` of one's own may sign, else the key is the bearer. */
const openAi = (base: readonly string[], inner = ''): ClientFact => ({
  kind: 'client',
  reach: { url: [{ name: base }] },
  auth: [
    { as: 'transport', arg: { name: ['fetch', `${inner}fetch`, `${inner}httpAgent`] } },
    { as: 'headers', arg: { name: ['defaultHeaders', 'headers', `${inner}defaultHeaders`] } },
    { as: 'key', arg: { name: ['apiKey', 'openAIApiKey', `${inner}apiKey`] } },
  ],
});

const compatible = (
  packages: readonly string[],
  names: readonly string[],
  makes: ClientFact,
  source: string,
): SymbolFact => ({
  in: packages,
  names,
  makes,
  source,
});

/** `auth` of @acedergren/oci-genai-provider; here `api_key` means the GenAI key. */
const ACEDERGREN_TYPES: Readonly<Record<string, Method>> = {
  config_file: 'iam-api-key',
  instance_principal: 'instance-principal',
  resource_principal: 'resource-principal',
  api_key: 'genai-api-key',
};

export const TYPESCRIPT_FRAMEWORKS: Sdk = {
  id: 'typescript-frameworks',
  languages: LANGUAGES,
  facts: [
    {
      in: ['@oracle/langchain-oci', '@langchain/oci-genai'],
      names: ['OciGenAiCohereChat', 'OciGenAiGenericChat', 'OciGenAiEmbeddings'],
      makes: {
        kind: 'client',
        reach: { plane: 'inference-native' },
        auth: LANGCHAIN,
        endpoint: { name: 'newClientParams.serviceEndpoint' },
      },
      source: 'langchain-oracle libs/js/oci/src/types.ts',
    },
    {
      in: ['@acedergren/oci-genai-provider'],
      names: ['createOCI'],
      makes: {
        kind: 'client',
        reach: { plane: 'inference-openai' },
        auth: [{ as: 'choice', choice: { arg: { name: 'auth' }, values: ACEDERGREN_TYPES } }],
      },
      source: '@acedergren/oci-genai-provider src/auth/index.ts',
    },
    {
      in: ['openai'],
      names: ['OpenAI'],
      makes: openAi(['baseURL']),
      isDefault: true,
      source: 'openai-node: new OpenAI({ baseURL, apiKey, fetch, defaultHeaders })',
    },
    compatible(
      ['@ai-sdk/openai', '@ai-sdk/openai-compatible'],
      ['createOpenAI', 'createOpenAICompatible'],
      openAi(['baseURL']),
      'ai-sdk.dev: createOpenAI({ baseURL, apiKey, headers, fetch })',
    ),
    compatible(
      ['@langchain/openai', 'langchain'],
      ['ChatOpenAI', 'OpenAIEmbeddings', 'OpenAI'],
      openAi(['configuration.baseURL', 'configuration.basePath'], 'configuration.'),
      'js.langchain.com: new ChatOpenAI({ apiKey, configuration: { baseURL } })',
    ),
    compatible(
      ['llamaindex', '@llamaindex/openai'],
      ['OpenAI', 'openai'],
      openAi(['baseURL', 'additionalSessionOptions.baseURL'], 'additionalSessionOptions.'),
      'ts.llamaindex.ai: openai({ baseURL, apiKey, additionalSessionOptions })',
    ),
  ],
};
