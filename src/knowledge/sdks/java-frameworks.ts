import type { Method } from '../method';
import type { AuthRule, ClientFact, MethodChoice, Sdk, SymbolFact } from './fact';

/** `authType` of oci-openai-java and oci-genai-auth-java; exact, lower case. */
const TYPES: Readonly<Record<string, Method>> = {
  oci_config: 'iam-api-key',
  security_token: 'session-token',
  instance_principal: 'instance-principal',
  resource_principal: 'resource-principal',
};

const chosen = (arg: MethodChoice['arg']): MethodChoice => ({ arg, values: TYPES });

const GENAI_AUTH = 'oracle-samples/oci-genai-auth-java 1.0: com.oracle.genai.auth';

/** The OpenAI SDK and those built on it: an HTTP client of one's own may sign, else the key is the bearer. */
const openAi = (...transports: string[]): ClientFact => ({
  kind: 'client',
  reach: { url: [{ name: 'baseUrl' }] },
  auth: [
    { as: 'transport', arg: { name: ['httpClient', 'httpClientBuilder', ...transports] } },
    { as: 'headers', arg: { name: ['headers', 'customHeaders'] } },
    { as: 'key', arg: { name: ['apiKey', 'credential'] } },
  ],
});

const built = (space: string, names: readonly string[], makes: SymbolFact['makes'], source: string): SymbolFact => ({
  in: [space],
  names,
  makes,
  builder: true,
  source,
});

const LANGCHAIN: readonly AuthRule[] = [
  { as: 'transport', arg: { name: 'genAiClient' } },
  { as: 'signer', arg: { name: 'authProvider' } },
];

const pass = (names: readonly string[], source: string): SymbolFact => ({
  in: ['com.oracle.genai', 'com.openai'],
  names,
  makes: { kind: 'pass', arg: { at: 0 } },
  source,
});

export const JAVA_FRAMEWORKS: Sdk = {
  id: 'java-frameworks',
  languages: ['java'],
  facts: [
    built(
      'dev.langchain4j.community.model.oracle.oci.genai',
      [
        'OciGenAiChatModel',
        'OciGenAiStreamingChatModel',
        'OciGenAiCohereChatModel',
        'OciGenAiCohereStreamingChatModel',
      ],
      { kind: 'client', reach: { plane: 'inference-native' }, auth: LANGCHAIN },
      'langchain4j-community-oci-genai: builder().authProvider(provider)',
    ),
    built(
      'dev.langchain4j.model.openai',
      ['OpenAiChatModel', 'OpenAiStreamingChatModel', 'OpenAiEmbeddingModel', 'OpenAiResponsesStreamingChatModel'],
      openAi(),
      'docs.langchain4j.dev: OpenAiChatModel.builder().baseUrl(…).apiKey(…)',
    ),
    built(
      'org.springframework.ai.openai.api',
      ['OpenAiApi'],
      openAi('restClientBuilder', 'webClientBuilder'),
      'docs.spring.io Spring AI: OpenAiApi.builder().baseUrl(…).apiKey(…)',
    ),
    built(
      'com.openai.client.okhttp',
      ['OpenAIOkHttpClient', 'OpenAIOkHttpClientAsync'],
      openAi(),
      'openai-java: OpenAIOkHttpClient.builder().baseUrl(…).apiKey(…)',
    ),
    {
      ...built(
        'com.openai.core',
        ['ClientOptions'],
        {
          kind: 'holder',
          fields: {
            baseUrl: { name: 'baseUrl' },
            apiKey: { name: ['apiKey', 'credential'] },
            httpClient: { name: 'httpClient' },
            headers: { name: 'headers' },
          },
        },
        'openai-java: ClientOptions.builder()',
      ),
      pairs: { putHeader: 'headers' },
    },
    {
      in: ['com.openai.client'],
      names: ['OpenAIClientImpl', 'OpenAIClientAsyncImpl'],
      makes: openAi(),
      source: 'openai-java: new OpenAIClientImpl(clientOptions)',
    },
    built(
      'com.oracle.genai.openai',
      ['OciOpenAI', 'AsyncOciOpenAI'],
      {
        kind: 'client',
        reach: { url: [{ name: ['baseUrl', 'serviceEndpoint'] }], otherwise: 'inference-openai' },
        auth: [
          { as: 'signer', arg: { name: 'authProvider' } },
          { as: 'choice', choice: chosen({ name: 'authType' }) },
          { as: 'key', arg: { name: 'apiKey' } },
        ],
      },
      'oracle/oci-openai-java: OciOpenAI.Builder, AuthProviderFactory',
    ),
    built(
      'com.oracle.genai.auth',
      ['OciAuthConfig'],
      { kind: 'credential', method: chosen({ name: 'authType' }), profile: { name: 'profile' } },
      GENAI_AUTH,
    ),
    {
      in: ['com.oracle.genai'],
      names: ['OciAuthProviderFactory.create', 'AuthProviderFactory.create'],
      makes: { kind: 'credential', method: chosen({ at: 0 }), profile: { at: 1 } },
      source: GENAI_AUTH,
    },
    pass(['OciOkHttpClientFactory.build', 'OciOpenAIHttpClient.of', 'OciSigningInterceptor'], GENAI_AUTH),
    pass(['BearerTokenCredential.create'], 'openai-java: com.openai.credential'),
  ],
};
