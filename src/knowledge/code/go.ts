import type { Method } from '../method';
import { invokeUrl, isOpenAi, MODELS, type Places, type Task } from './contract';
import { keyedOpenAi, signedHosted, signedOpenAi, withToken } from './go-http';
import { CHECK, type GoProgram, goProgram, SDK } from './go-program';

/** oci-go-sdk v65 `common` and `common/auth`. Leaves `provider` behind. */
function provider(method: Method, { profile, region }: Places): GoProgram | undefined {
  const fromFile = (make: string): GoProgram => ({
    imports: [`${SDK}/common`],
    body: [`provider := common.${make}("", "${profile}")`],
  });
  const fromPlace = (make: string): GoProgram => ({
    imports: [`${SDK}/common/auth`],
    body: [`provider, err := auth.${make}()`, ...CHECK],
  });
  switch (method) {
    case 'iam-api-key':
      return fromFile('CustomProfileConfigProvider');
    case 'session-token':
      return fromFile('CustomProfileSessionTokenConfigProvider');
    case 'instance-principal':
      return fromPlace('InstancePrincipalConfigurationProvider');
    case 'resource-principal':
      return fromPlace('ResourcePrincipalConfigurationProvider');
    case 'oke-workload-identity':
      return fromPlace('OkeWorkloadIdentityConfigurationProvider');
    case 'delegation-token':
      return {
        imports: ['os', `${SDK}/common/auth`],
        body: [
          'file, err := os.ReadFile(os.Getenv("OCI_DELEGATION_TOKEN_FILE"))',
          ...CHECK,
          'token := string(file)',
          'provider, err := auth.InstancePrincipalDelegationTokenConfigurationProvider(&token)',
          ...CHECK,
        ],
      };
    case 'token-exchange':
      return {
        imports: ['os', `${SDK}/common/auth`],
        body: [
          'provider, err := auth.TokenExchangeConfigurationProviderFromToken(os.Getenv("OIDC_TOKEN"), auth.TokenExchangeBuilder{',
          '\tDomainUrl:          os.Getenv("OCI_DOMAIN_URL"),',
          '\tClientId:           os.Getenv("OCI_CLIENT_ID"),',
          '\tClientSecret:       os.Getenv("OCI_CLIENT_SECRET"),',
          `\tRegion:             "${region}",`,
          '\tRequestedTokenType: "urn:oci:token-type:oci-upst",',
          '\tSubjectTokenType:   "jwt",',
          '})',
          ...CHECK,
        ],
      };
    default:
      return undefined;
  }
}

export function go(method: Method, task: Task, places: Places): string | undefined {
  if (task === 'hosted-oauth') return goProgram(withToken(invokeUrl(places)));
  if (method === 'genai-api-key') return isOpenAi(task) ? goProgram(keyedOpenAi(task, places)) : undefined;
  const auth = provider(method, places);
  if (!auth) return undefined;
  if (isOpenAi(task) || task === 'hosted-iam') {
    // Only the SDK's own clients add the header of a delegation token.
    if (method === 'delegation-token') return undefined;
    return goProgram(joined(auth, isOpenAi(task) ? signedOpenAi(task, places) : signedHosted(places)));
  }
  return goProgram(joined(auth, native(CALLS[task](places), places.region)));
}

const joined = (first: GoProgram, second: GoProgram): GoProgram => ({
  imports: [...first.imports, ...second.imports],
  declarations: second.declarations,
  body: [...first.body, ...second.body],
});

interface Call {
  readonly pkg: string;
  readonly client: string;
  readonly body: readonly string[];
}

const native = ({ pkg, client, body }: Call, region: string): GoProgram => ({
  imports: ['context', `${SDK}/common`, `${SDK}/${pkg}`],
  body: [
    `client, err := ${pkg}.New${client}WithConfigurationProvider(provider)`,
    ...CHECK,
    `client.SetRegion("${region}")`,
    ...body,
  ],
});

const inference = (operation: string, details: string, fields: readonly string[], result: string): Call => ({
  pkg: 'generativeaiinference',
  client: 'GenerativeAiInferenceClient',
  body: [
    `response, err := client.${operation}(context.Background(), generativeaiinference.${operation}Request{`,
    `\t${details}: generativeaiinference.${details}{`,
    ...fields.map((line) => `\t\t${line}`),
    '\t},',
    '})',
    ...CHECK,
    `log.Println(response.${result})`,
  ],
});

const common = (compartment: string, model: string): readonly string[] => [
  `CompartmentId: common.String("${compartment}"),`,
  `ServingMode:   generativeaiinference.OnDemandServingMode{ModelId: common.String("${model}")},`,
];

type NativeTask = 'chat' | 'embeddings' | 'rerank' | 'agents' | 'management';

const CALLS: Readonly<Record<NativeTask, (places: Places) => Call>> = {
  chat: ({ compartment, model }) =>
    inference(
      'Chat',
      'ChatDetails',
      [
        ...common(compartment, model),
        'ChatRequest: generativeaiinference.GenericChatRequest{',
        '\tMessages: []generativeaiinference.Message{generativeaiinference.UserMessage{',
        '\t\tContent: []generativeaiinference.ChatContent{',
        '\t\t\tgenerativeaiinference.TextContent{Text: common.String("Hello")},',
        '\t\t},',
        '\t}},',
        '},',
      ],
      'ChatResult',
    ),
  embeddings: ({ compartment }) =>
    inference(
      'EmbedText',
      'EmbedTextDetails',
      [...common(compartment, MODELS.embeddings), 'Inputs:        []string{"Hello"},'],
      'EmbedTextResult.Embeddings',
    ),
  rerank: ({ compartment }) =>
    inference(
      'RerankText',
      'RerankTextDetails',
      [
        ...common(compartment, MODELS.rerank),
        'Input:         common.String("Where do keys belong?"),',
        'Documents:     []string{"In a vault.", "In the code."},',
      ],
      'RerankTextResult.DocumentRanks',
    ),
  agents: ({ agentEndpoint }) => ({
    pkg: 'generativeaiagentruntime',
    client: 'GenerativeAiAgentRuntimeClient',
    body: [
      `endpoint := common.String("${agentEndpoint}")`,
      'created, err := client.CreateSession(context.Background(), generativeaiagentruntime.CreateSessionRequest{',
      '\tAgentEndpointId:      endpoint,',
      '\tCreateSessionDetails: generativeaiagentruntime.CreateSessionDetails{DisplayName: common.String("chat")},',
      '})',
      ...CHECK,
      'response, err := client.Chat(context.Background(), generativeaiagentruntime.ChatRequest{',
      '\tAgentEndpointId: endpoint,',
      '\tChatDetails: generativeaiagentruntime.ChatDetails{',
      '\t\tUserMessage: common.String("Hello"),',
      '\t\tSessionId:   created.Session.Id,',
      '\t},',
      '})',
      ...CHECK,
      'log.Println(response.ChatResult)',
    ],
  }),
  management: ({ compartment }) => ({
    pkg: 'generativeai',
    client: 'GenerativeAiClient',
    body: [
      'response, err := client.ListModels(context.Background(), generativeai.ListModelsRequest{',
      `\tCompartmentId: common.String("${compartment}"),`,
      '})',
      ...CHECK,
      'log.Println(response.ModelCollection.Items)',
    ],
  }),
};
