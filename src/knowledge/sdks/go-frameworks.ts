import type { AuthRule, Sdk, SymbolFact } from './fact';

const LANGUAGES = ['go'];

/** An option that is made by a call and given to a constructor: it carries its argument under a name. */
const option = (packages: readonly string[], name: string, field: string, source: string): SymbolFact => ({
  in: packages,
  names: [name],
  makes: { kind: 'holder', fields: { [field]: { at: 0 } } },
  source,
});

/** An HTTP client or middleware of one's own may sign, else the key is the bearer. */
const auth = (transport: readonly string[], key: string): readonly AuthRule[] => [
  { as: 'transport', arg: { name: transport } },
  { as: 'headers', arg: { name: 'headers' } },
  { as: 'key', arg: { name: key } },
];

const OPENAI = ['github.com/openai/openai-go'];
const OPENAI_SOURCE = 'openai-go option/requestoption.go: NewClient(option.WithAPIKey, option.WithBaseURL, …)';

const SASHABARANOV = 'sashabaranov/go-openai config.go: DefaultConfig(token), BaseURL, HTTPClient';

const LANGCHAIN = ['github.com/tmc/langchaingo/llms/openai'];
const LANGCHAIN_SOURCE = 'langchaingo llms/openai: New(WithToken, WithBaseURL, WithHTTPClient)';

export const GO_FRAMEWORKS: Sdk = {
  id: 'go-frameworks',
  languages: LANGUAGES,
  facts: [
    {
      in: OPENAI,
      names: ['NewClient'],
      makes: {
        kind: 'client',
        reach: { url: [{ name: 'baseURL' }] },
        auth: auth(['httpClient', 'middleware'], 'apiKey'),
      },
      source: OPENAI_SOURCE,
    },
    option(OPENAI, 'WithAPIKey', 'apiKey', OPENAI_SOURCE),
    option(OPENAI, 'WithBaseURL', 'baseURL', OPENAI_SOURCE),
    option(OPENAI, 'WithHTTPClient', 'httpClient', OPENAI_SOURCE),
    option(OPENAI, 'WithMiddleware', 'middleware', OPENAI_SOURCE),
    {
      in: ['github.com/sashabaranov/go-openai'],
      names: ['DefaultConfig'],
      makes: { kind: 'holder', fields: { apiKey: { at: 0 } } },
      source: SASHABARANOV,
    },
    {
      in: ['github.com/sashabaranov/go-openai'],
      names: ['NewClientWithConfig'],
      makes: { kind: 'client', reach: { url: [{ name: 'BaseURL' }] }, auth: auth(['HTTPClient'], 'apiKey') },
      source: SASHABARANOV,
    },
    {
      in: LANGCHAIN,
      names: ['New'],
      makes: { kind: 'client', reach: { url: [{ name: 'baseURL' }] }, auth: auth(['httpClient'], 'apiKey') },
      source: LANGCHAIN_SOURCE,
    },
    option(LANGCHAIN, 'WithToken', 'apiKey', LANGCHAIN_SOURCE),
    option(LANGCHAIN, 'WithBaseURL', 'baseURL', LANGCHAIN_SOURCE),
    option(LANGCHAIN, 'WithHTTPClient', 'httpClient', LANGCHAIN_SOURCE),
  ],
};
