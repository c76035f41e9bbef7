import type { Method } from '../method';
import { invokeIamUrl, invokeUrl, isOpenAi, MODELS, openAiBody, openAiUrl, type Places, type Task } from './contract';
import { EXCHANGED } from './exchange';
import { keyedOpenAi, signedRequest, withToken } from './java-http';
import { type JavaProgram, javaProgram } from './java-program';

/** oci-java-sdk 3; the OKE provider comes with oci-java-sdk-addons-oke-workload-identity. */
function provider(method: Method, profile: string): readonly [type: string, make: string] | undefined {
  const built = (type: string): readonly [string, string] => [
    type,
    `${type.slice(type.lastIndexOf('.') + 1)}.builder().build()`,
  ];
  switch (method) {
    case 'iam-api-key':
    // The profile of Cloud Shell names its delegation token.
    case 'delegation-token':
      return ['ConfigFileAuthenticationDetailsProvider', `new ConfigFileAuthenticationDetailsProvider("${profile}")`];
    case 'session-token':
      return [
        'SessionTokenAuthenticationDetailsProvider',
        `new SessionTokenAuthenticationDetailsProvider("${profile}")`,
      ];
    case 'token-exchange':
      return [
        'SessionTokenAuthenticationDetailsProvider',
        `new SessionTokenAuthenticationDetailsProvider(System.getenv("${EXCHANGED.variable}"), "DEFAULT")`,
      ];
    case 'instance-principal':
      return built('InstancePrincipalsAuthenticationDetailsProvider');
    case 'resource-principal':
      return built('ResourcePrincipalAuthenticationDetailsProvider');
    case 'oke-workload-identity':
      return built('okeworkloadidentity.OkeWorkloadIdentityAuthenticationDetailsProvider');
    default:
      return undefined;
  }
}

export function java(method: Method, task: Task, places: Places): string | undefined {
  if (task === 'hosted-oauth') return javaProgram(withToken(invokeUrl(places)));
  if (method === 'genai-api-key') return isOpenAi(task) ? javaProgram(keyedOpenAi(task, places)) : undefined;
  const found = provider(method, places.profile);
  if (!found) return undefined;
  const [type, make] = found;
  const auth = { imports: [`com.oracle.bmc.auth.${type}`], body: [`var provider = ${make};`] };
  // Its refreshing thread would keep the program alive.
  const end = type.startsWith('SessionToken') ? [{ imports: [], body: ['provider.close();'] }] : [];
  if (isOpenAi(task) || task === 'hosted-iam') {
    // A delegation token is signed by the SDK's own clients only.
    if (method === 'delegation-token') return undefined;
    const [url, body, header] = isOpenAi(task)
      ? [openAiUrl(task, places.region), openAiBody(task), ['OpenAI-Project', places.project] as const]
      : [invokeIamUrl(places), '{"message": "Hello"}', undefined];
    return javaProgram(joined(auth, signedRequest(url, body, header), ...end));
  }
  return javaProgram(joined(auth, native(CALLS[task](places), places.region), ...end));
}

const joined = (...parts: readonly JavaProgram[]): JavaProgram => ({
  imports: parts.flatMap(({ imports }) => imports),
  body: parts.flatMap(({ body }) => body),
});

interface Call {
  /** Below `com.oracle.bmc`. */
  readonly service: string;
  readonly client: string;
  /** Below the service. */
  readonly names: readonly string[];
  readonly before: readonly string[];
  readonly inside: readonly string[];
}

const native = ({ service, client, names, before, inside }: Call, region: string): JavaProgram => ({
  imports: [client, ...names].map((name) => `com.oracle.bmc.${service}.${name}`),
  body: [
    ...before,
    `try (var client = ${client}.builder().build(provider)) {`,
    `    client.setRegion("${region}");`,
    ...inside.map((line) => `    ${line}`),
    '}',
  ],
});

const inference = (names: readonly string[], before: readonly string[], inside: readonly string[]): Call => ({
  service: 'generativeaiinference',
  client: 'GenerativeAiInferenceClient',
  names: ['model.OnDemandServingMode', ...names],
  before,
  inside,
});

const servingMode = (model: string): string =>
  `    .servingMode(OnDemandServingMode.builder().modelId("${model}").build())`;

type NativeTask = 'chat' | 'embeddings' | 'rerank' | 'agents' | 'management';

const CALLS: Readonly<Record<NativeTask, (places: Places) => Call>> = {
  chat: ({ model, compartment }) =>
    inference(
      [
        'model.ChatDetails',
        'model.GenericChatRequest',
        'model.Message',
        'model.TextContent',
        'model.UserMessage',
        'requests.ChatRequest',
      ],
      [
        'Message message = UserMessage.builder()',
        '    .content(List.of(TextContent.builder().text("Hello").build()))',
        '    .build();',
        'var details = ChatDetails.builder()',
        `    .compartmentId("${compartment}")`,
        servingMode(model),
        '    .chatRequest(GenericChatRequest.builder().messages(List.of(message)).build())',
        '    .build();',
      ],
      [
        'var response = client.chat(ChatRequest.builder().chatDetails(details).build());',
        'System.out.println(response.getChatResult());',
      ],
    ),
  embeddings: ({ compartment }) =>
    inference(
      ['model.EmbedTextDetails', 'requests.EmbedTextRequest'],
      [
        'var details = EmbedTextDetails.builder()',
        `    .compartmentId("${compartment}")`,
        servingMode(MODELS.embeddings),
        '    .inputs(List.of("Hello"))',
        '    .build();',
      ],
      [
        'var response = client.embedText(EmbedTextRequest.builder().embedTextDetails(details).build());',
        'System.out.println(response.getEmbedTextResult().getEmbeddings());',
      ],
    ),
  rerank: ({ compartment }) =>
    inference(
      ['model.RerankTextDetails', 'requests.RerankTextRequest'],
      [
        'var details = RerankTextDetails.builder()',
        `    .compartmentId("${compartment}")`,
        servingMode(MODELS.rerank),
        '    .input("Where do keys belong?")',
        '    .documents(List.of("In a vault.", "In the code."))',
        '    .build();',
      ],
      [
        'var response = client.rerankText(RerankTextRequest.builder().rerankTextDetails(details).build());',
        'System.out.println(response.getRerankTextResult().getDocumentRanks());',
      ],
    ),
  agents: ({ agentEndpoint }) => ({
    service: 'generativeaiagentruntime',
    client: 'GenerativeAiAgentRuntimeClient',
    names: ['model.ChatDetails', 'model.CreateSessionDetails', 'requests.ChatRequest', 'requests.CreateSessionRequest'],
    before: [`var endpoint = "${agentEndpoint}";`],
    inside: [
      'var session = client.createSession(CreateSessionRequest.builder()',
      '    .agentEndpointId(endpoint)',
      '    .createSessionDetails(CreateSessionDetails.builder().displayName("chat").build())',
      '    .build()).getSession();',
      'var response = client.chat(ChatRequest.builder()',
      '    .agentEndpointId(endpoint)',
      '    .chatDetails(ChatDetails.builder().userMessage("Hello").sessionId(session.getId()).build())',
      '    .build());',
      'System.out.println(response.getChatResult());',
    ],
  }),
  management: ({ compartment }) => ({
    service: 'generativeai',
    client: 'GenerativeAiClient',
    names: ['requests.ListModelsRequest'],
    before: [],
    inside: [
      `var request = ListModelsRequest.builder().compartmentId("${compartment}").build();`,
      'System.out.println(client.listModels(request).getModelCollection().getItems());',
    ],
  }),
};
