import { goTransportOf } from '../sdks/go-signing';
import { invokeIamUrl, modelOf, type OpenAiTask, openAiBase, type Places } from './contract';
import { CHECK, type GoProgram, SDK } from './go-program';

const OPENAI = 'github.com/openai/openai-go/v3';

/** In its own program each package goes by its own name. */
const SIGNING = [...goTransportOf('signing', { common: 'common', http: 'http', time: 'time' }), ''];

const SIGNED_CLIENT =
  'signed := &http.Client{Transport: signing{common.DefaultRequestSigner(provider), http.DefaultTransport}}';

const SIGNING_IMPORTS = ['net/http', 'time', `${SDK}/common`];

export const signedOpenAi = (task: OpenAiTask, places: Places): GoProgram => ({
  imports: [...SIGNING_IMPORTS, 'context', OPENAI, `${OPENAI}/option`, ...PACKAGES[task]],
  declarations: SIGNING,
  body: [
    SIGNED_CLIENT,
    ...client(places, ['option.WithAPIKey("not-used")', 'option.WithHTTPClient(signed)']),
    ...call(task),
  ],
});

export const keyedOpenAi = (task: OpenAiTask, places: Places): GoProgram => ({
  imports: ['context', 'os', OPENAI, `${OPENAI}/option`, ...PACKAGES[task]],
  body: [...client(places, ['option.WithAPIKey(os.Getenv("OCI_GENAI_API_KEY"))']), ...call(task)],
});

const client = ({ region, project }: Places, options: readonly string[]): readonly string[] => [
  'client := openai.NewClient(',
  `\toption.WithBaseURL("${openAiBase(region)}"),`,
  ...options.map((option) => `\t${option},`),
  `\toption.WithProject("${project}"),`,
  ')',
];

const PACKAGES: Readonly<Record<OpenAiTask, readonly string[]>> = {
  'openai-chat': [],
  'openai-embeddings': [],
  responses: [`${OPENAI}/responses`],
};

const CALLS: Readonly<Record<OpenAiTask, (model: string) => readonly string[]>> = {
  'openai-chat': (model) => [
    'response, err := client.Chat.Completions.New(context.Background(), openai.ChatCompletionNewParams{',
    `\tModel:    "${model}",`,
    '\tMessages: []openai.ChatCompletionMessageParamUnion{openai.UserMessage("Hello")},',
    '})',
  ],
  'openai-embeddings': (model) => [
    'response, err := client.Embeddings.New(context.Background(), openai.EmbeddingNewParams{',
    `\tModel: "${model}",`,
    '\tInput: openai.EmbeddingNewParamsInputUnion{OfString: openai.String("Hello")},',
    '})',
  ],
  responses: (model) => [
    'response, err := client.Responses.New(context.Background(), responses.ResponseNewParams{',
    `\tModel: "${model}",`,
    '\tInput: responses.ResponseNewParamsInputUnion{OfString: openai.String("Hello")},',
    '})',
  ],
};

const SHOWN: Readonly<Record<OpenAiTask, string>> = {
  'openai-chat': 'response.Choices[0].Message.Content',
  'openai-embeddings': 'response.Data[0].Embedding',
  responses: 'response.OutputText()',
};

const call = (task: OpenAiTask): readonly string[] => [
  ...CALLS[task](modelOf(task)),
  ...CHECK,
  `log.Println(${SHOWN[task]})`,
];

const SHOW = ['defer response.Body.Close()', 'body, err := io.ReadAll(response.Body)', ...CHECK];
const REFUSED = ['if response.StatusCode >= 300 {', '\tlog.Fatal(response.Status, string(body))', '}'];

export const signedHosted = (places: Places): GoProgram => ({
  imports: [...SIGNING_IMPORTS, 'io', 'strings'],
  declarations: SIGNING,
  body: [
    SIGNED_CLIENT,
    `response, err := signed.Post("${invokeIamUrl(places)}", "application/json", strings.NewReader(\`{"message": "Hello"}\`))`,
    ...CHECK,
    ...SHOW,
    ...REFUSED,
    'log.Println(string(body))',
  ],
});

/** docs.oracle.com generative-ai/app-authentication.htm: the names of the variables are its own. */
export const withToken = (url: string): GoProgram => ({
  imports: ['encoding/json', 'io', 'net/http', 'net/url', 'os', 'strings'],
  body: [
    'form := url.Values{"grant_type": {"client_credentials"}, "scope": {os.Getenv("IDCS_SCOPE")}}',
    'grant, err := http.NewRequest("POST", os.Getenv("IDCS_DOMAIN_URL")+"/oauth2/v1/token", strings.NewReader(form.Encode()))',
    ...CHECK,
    'grant.Header.Set("Content-Type", "application/x-www-form-urlencoded")',
    'grant.SetBasicAuth(os.Getenv("IDCS_CLIENT_ID"), os.Getenv("IDCS_CLIENT_SECRET"))',
    'granted, err := http.DefaultClient.Do(grant)',
    ...CHECK,
    'defer granted.Body.Close()',
    'var token struct {',
    '\tAccessToken string `json:"access_token"`',
    '}',
    'if err := json.NewDecoder(granted.Body).Decode(&token); err != nil {',
    '\tlog.Fatal(err)',
    '}',
    `request, err := http.NewRequest("POST", "${url}", strings.NewReader(\`{"message": "Hello"}\`))`,
    ...CHECK,
    'request.Header.Set("Authorization", "Bearer "+token.AccessToken)',
    'request.Header.Set("Content-Type", "application/json")',
    'response, err := http.DefaultClient.Do(request)',
    ...CHECK,
    ...SHOW,
    ...REFUSED,
    'log.Println(string(body))',
  ],
});
