import { JAVA_SIGNER, javaSigned } from '../sdks/java-signing';
import { modelOf, type OpenAiTask, openAiBase, type Places } from './contract';
import { type JavaProgram, quoted } from './java-program';

const HTTP = ['java.net.URI', 'java.net.http.HttpClient', 'java.net.http.HttpRequest', 'java.net.http.HttpResponse'];

const SEND = [
  'var response = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());',
  'if (response.statusCode() >= 300) throw new IllegalStateException(response.body());',
  'System.out.println(response.body());',
];

/** For what no client of the SDK calls: its signer in front of the client of the standard library. */
export const signedRequest = (
  url: string,
  body: string,
  header?: readonly [name: string, value: string],
): JavaProgram => ({
  imports: [...HTTP, JAVA_SIGNER, 'java.util.Map'],
  body: [
    'var signer = DefaultRequestSigner.createRequestSigner(provider);',
    `var uri = URI.create("${url}");`,
    `var body = ${quoted(body)};`,
    'var headers = Map.of("content-type", List.of("application/json"));',
    'var request = HttpRequest.newBuilder(uri)',
    '    .header("content-type", "application/json")',
    ...(header ? [`    .header("${header[0]}", "${header[1]}")`] : []),
    '    .POST(HttpRequest.BodyPublishers.ofString(body));',
    ...javaSigned({
      signer: 'signer',
      uri: 'uri',
      method: '"POST"',
      headers: 'headers',
      body: 'body',
      request: 'request',
    }),
    ...SEND,
  ],
});

/** openai-java 4. */
export function keyedOpenAi(task: OpenAiTask, { region, project }: Places): JavaProgram {
  const { imports, body } = CALLS[task](modelOf(task));
  return {
    imports: ['com.openai.client.okhttp.OpenAIOkHttpClient', ...imports],
    body: [
      'var client = OpenAIOkHttpClient.builder()',
      `    .baseUrl("${openAiBase(region)}")`,
      '    .apiKey(System.getenv("OCI_GENAI_API_KEY"))',
      `    .project("${project}")`,
      '    .build();',
      ...body,
      'client.close();',
    ],
  };
}

const CALLS: Readonly<Record<OpenAiTask, (model: string) => JavaProgram>> = {
  'openai-chat': (model) => ({
    imports: ['com.openai.models.chat.completions.ChatCompletionCreateParams'],
    body: [
      `var params = ChatCompletionCreateParams.builder().model("${model}").addUserMessage("Hello").build();`,
      'System.out.println(client.chat().completions().create(params).choices());',
    ],
  }),
  'openai-embeddings': (model) => ({
    imports: ['com.openai.models.embeddings.EmbeddingCreateParams'],
    body: [
      `var params = EmbeddingCreateParams.builder().model("${model}").input("Hello").build();`,
      'System.out.println(client.embeddings().create(params).data());',
    ],
  }),
  responses: (model) => ({
    imports: ['com.openai.models.responses.ResponseCreateParams'],
    body: [
      `var params = ResponseCreateParams.builder().model("${model}").input("Hello").build();`,
      'System.out.println(client.responses().create(params).output());',
    ],
  }),
};

/** docs.oracle.com generative-ai/app-authentication.htm: the names of the variables are its own. */
export const withToken = (url: string): JavaProgram => ({
  imports: [
    ...HTTP,
    'java.net.URLEncoder',
    'java.nio.charset.StandardCharsets',
    'java.util.Base64',
    'java.util.regex.Pattern',
  ],
  body: [
    'var client = System.getenv("IDCS_CLIENT_ID") + ":" + System.getenv("IDCS_CLIENT_SECRET");',
    'var scope = URLEncoder.encode(System.getenv("IDCS_SCOPE"), StandardCharsets.UTF_8);',
    'var grant = HttpRequest.newBuilder(URI.create(System.getenv("IDCS_DOMAIN_URL") + "/oauth2/v1/token"))',
    '    .header("authorization", "Basic " + Base64.getEncoder().encodeToString(client.getBytes(StandardCharsets.UTF_8)))',
    '    .header("content-type", "application/x-www-form-urlencoded")',
    '    .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&scope=" + scope))',
    '    .build();',
    'var granted = HttpClient.newHttpClient().send(grant, HttpResponse.BodyHandlers.ofString()).body();',
    'var token = Pattern.compile("\\"access_token\\"\\\\s*:\\\\s*\\"([^\\"]+)\\"").matcher(granted);',
    'if (!token.find()) throw new IllegalStateException("the identity domain gave no token");',
    `var request = HttpRequest.newBuilder(URI.create("${url}"))`,
    '    .header("authorization", "Bearer " + token.group(1))',
    '    .header("content-type", "application/json")',
    '    .POST(HttpRequest.BodyPublishers.ofString("{\\"message\\": \\"Hello\\"}"));',
    ...SEND,
  ],
});
