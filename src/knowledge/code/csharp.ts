import type { Method } from '../method';
import {
  invokeIamUrl,
  invokeUrl,
  isOpenAi,
  MODELS,
  modelOf,
  type OpenAiTask,
  openAiBase,
  openAiBody,
  openAiUrl,
  type Places,
  type Task,
} from './contract';
import { EXCHANGED } from './exchange';

/** oci-dotnet-sdk 134 `Oci.Common.Auth`. */
const PROVIDERS: Readonly<Partial<Record<Method, (profile: string) => string>>> = {
  'iam-api-key': (profile) => `new ConfigFileAuthenticationDetailsProvider("${profile}")`,
  'session-token': (profile) => `new SessionTokenAuthenticationDetailsProvider("${profile}")`,
  'token-exchange': () =>
    `new SessionTokenAuthenticationDetailsProvider(Environment.GetEnvironmentVariable("${EXCHANGED.variable}"), "DEFAULT")`,
  'instance-principal': () => 'new InstancePrincipalsAuthenticationDetailsProvider()',
  'resource-principal': () => 'ResourcePrincipalAuthenticationDetailsProvider.GetProvider()',
  'oke-workload-identity': () => 'OkeWorkloadIdentityAuthenticationDetailsProvider.GetProvider()',
};

export function csharp(method: Method, task: Task, places: Places): string | undefined {
  if (task === 'hosted-oauth') return program([], withToken(invokeUrl(places)));
  if (method === 'genai-api-key') return isOpenAi(task) ? keyed(task, places) : undefined;
  const make = PROVIDERS[method]?.(places.profile);
  if (!make) return undefined;
  const provider = `var provider = ${make};`;
  if (isOpenAi(task) || task === 'hosted-iam') {
    const [url, body] = isOpenAi(task)
      ? [openAiUrl(task, places.region), openAiBody(task)]
      : [invokeIamUrl(places), '{"message": "Hello"}'];
    return program(SIGNING, [provider, ...signed(url, body, isOpenAi(task) ? places.project : undefined)]);
  }
  const { space, client, body } = CALLS[task](places);
  const spaces = ['Oci.Common.Auth', ...['', '.Models', '.Requests'].map((part) => `Oci.${space}${part}`)];
  return program(spaces, [
    provider,
    `using var client = new ${client}(provider);`,
    `client.SetRegion("${places.region}");`,
    ...body,
  ]);
}

const program = (spaces: readonly string[], body: readonly string[]): string =>
  [...spaces.map((space) => `using ${space};`), ...(spaces.length > 0 ? [''] : []), ...body, ''].join('\n');

interface Call {
  /** Below `Oci`. */
  readonly space: string;
  readonly client: string;
  readonly body: readonly string[];
}

const inference = (operation: string, fields: readonly string[], result: string): Call => ({
  space: 'GenerativeaiinferenceService',
  client: 'GenerativeAiInferenceClient',
  body: [
    `var details = new ${operation}Details`,
    '{',
    ...fields.map((line) => `    ${line}`),
    '};',
    `var response = await client.${operation}(new ${operation}Request { ${operation}Details = details });`,
    `Console.WriteLine(response.${result});`,
  ],
});

const common = (compartment: string, model: string): readonly string[] => [
  `CompartmentId = "${compartment}",`,
  `ServingMode = new OnDemandServingMode { ModelId = "${model}" },`,
];

type NativeTask = 'chat' | 'embeddings' | 'rerank' | 'agents' | 'management';

const CALLS: Readonly<Record<NativeTask, (places: Places) => Call>> = {
  chat: ({ compartment, model }) =>
    inference(
      'Chat',
      [
        ...common(compartment, model),
        'ChatRequest = new GenericChatRequest',
        '{',
        '    Messages = new List<Message>',
        '    {',
        '        new UserMessage { Content = new List<ChatContent> { new TextContent { Text = "Hello" } } },',
        '    },',
        '},',
      ],
      'ChatResult.ChatResponse',
    ),
  embeddings: ({ compartment }) =>
    inference(
      'EmbedText',
      [...common(compartment, MODELS.embeddings), 'Inputs = new List<string> { "Hello" },'],
      'EmbedTextResult.Embeddings.Count',
    ),
  rerank: ({ compartment }) =>
    inference(
      'RerankText',
      [
        ...common(compartment, MODELS.rerank),
        'Input = "Where do keys belong?",',
        'Documents = new List<string> { "In a vault.", "In the code." },',
      ],
      'RerankTextResult.DocumentRanks.Count',
    ),
  agents: ({ agentEndpoint }) => ({
    space: 'GenerativeaiagentruntimeService',
    client: 'GenerativeAiAgentRuntimeClient',
    body: [
      `var endpoint = "${agentEndpoint}";`,
      'var created = await client.CreateSession(new CreateSessionRequest',
      '{',
      '    AgentEndpointId = endpoint,',
      '    CreateSessionDetails = new CreateSessionDetails { DisplayName = "chat" },',
      '});',
      'var response = await client.Chat(new ChatRequest',
      '{',
      '    AgentEndpointId = endpoint,',
      '    ChatDetails = new ChatDetails { UserMessage = "Hello", SessionId = created.Session.Id },',
      '});',
      'Console.WriteLine(response.ChatResult.Message.Content.Text);',
    ],
  }),
  management: ({ compartment }) => ({
    space: 'GenerativeaiService',
    client: 'GenerativeAiClient',
    body: [
      `var response = await client.ListModels(new ListModelsRequest { CompartmentId = "${compartment}" });`,
      'foreach (var model in response.ModelCollection.Items) Console.WriteLine(model.DisplayName);',
    ],
  }),
};

const SIGNING = ['System.Net.Http', 'System.Text', 'Oci.Common.Auth', 'Oci.Common.Http.Signing'];

/** oci-dotnet-sdk `OciHttpClientHandler`: any HttpClient signs. */
const signed = (url: string, body: string, project?: string): readonly string[] => [
  'using var client = new HttpClient(OciHttpClientHandler.FromAuthProvider(provider));',
  ...(project ? [`client.DefaultRequestHeaders.Add("OpenAI-Project", "${project}");`] : []),
  `var body = new StringContent(${JSON.stringify(body)}, Encoding.UTF8, "application/json");`,
  `var response = await client.PostAsync("${url}", body);`,
  'response.EnsureSuccessStatusCode();',
  'Console.WriteLine(await response.Content.ReadAsStringAsync());',
];

/** OpenAI 2 for .NET. */
function keyed(task: OpenAiTask, { region, project }: Places): string {
  const body = [
    'var key = new ApiKeyCredential(Environment.GetEnvironmentVariable("OCI_GENAI_API_KEY")!);',
    `var options = new OpenAIClientOptions { Endpoint = new Uri("${openAiBase(region)}"), ProjectId = "${project}" };`,
    'var client = new OpenAIClient(key, options);',
    ...KEYED[task](modelOf(task)),
  ];
  return program(['System.ClientModel', 'OpenAI'], body);
}

const KEYED: Readonly<Record<OpenAiTask, (model: string) => readonly string[]>> = {
  'openai-chat': (model) => [
    `var completion = await client.GetChatClient("${model}").CompleteChatAsync("Hello");`,
    'Console.WriteLine(completion.Value.Content[0].Text);',
  ],
  'openai-embeddings': (model) => [
    `var embedding = await client.GetEmbeddingClient("${model}").GenerateEmbeddingAsync("Hello");`,
    'Console.WriteLine(embedding.Value.ToFloats().Length);',
  ],
  responses: (model) => [
    `var response = await client.GetOpenAIResponseClient("${model}").CreateResponseAsync("Hello");`,
    'Console.WriteLine(response.Value.GetOutputText());',
  ],
};

/** docs.oracle.com generative-ai/app-authentication.htm: the names of the variables are its own. */
const withToken = (url: string): readonly string[] => [
  'using System.Net.Http;',
  'using System.Net.Http.Headers;',
  'using System.Text;',
  'using System.Text.Json;',
  '',
  'string Env(string name) => Environment.GetEnvironmentVariable(name)!;',
  '',
  'using var client = new HttpClient();',
  'var grant = new HttpRequestMessage(HttpMethod.Post, Env("IDCS_DOMAIN_URL") + "/oauth2/v1/token");',
  'var identity = Encoding.UTF8.GetBytes(Env("IDCS_CLIENT_ID") + ":" + Env("IDCS_CLIENT_SECRET"));',
  'grant.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(identity));',
  'grant.Content = new FormUrlEncodedContent(new Dictionary<string, string>',
  '{',
  '    ["grant_type"] = "client_credentials",',
  '    ["scope"] = Env("IDCS_SCOPE"),',
  '});',
  'var granted = await client.SendAsync(grant);',
  'granted.EnsureSuccessStatusCode();',
  'using var token = JsonDocument.Parse(await granted.Content.ReadAsStringAsync());',
  `var request = new HttpRequestMessage(HttpMethod.Post, "${url}");`,
  'request.Headers.Authorization =',
  '    new AuthenticationHeaderValue("Bearer", token.RootElement.GetProperty("access_token").GetString());',
  'request.Content = new StringContent("{\\"message\\": \\"Hello\\"}", Encoding.UTF8, "application/json");',
  'var response = await client.SendAsync(request);',
  'response.EnsureSuccessStatusCode();',
  'Console.WriteLine(await response.Content.ReadAsStringAsync());',
];
