import type { ArgRef, ClientFact, Sdk, SymbolFact } from './fact';

const LANGUAGES = ['csharp'];

/**
 * Clients of the OpenAI SDK: the options carry endpoint and transport, the credential stands first or behind the model.
 * `ApiKeyCredential`, or the key itself.
 */
const openAi = (at: number): ClientFact => ({
  kind: 'client',
  reach: { url: [{ name: ['Endpoint', 'endpoint'] }] },
  auth: [
    { as: 'transport', arg: { name: ['Transport', 'authenticationPolicy'] } },
    { as: 'key', arg: { name: ['credential', 'apiKey', 'key'], at } },
  ],
});

const OPENAI_SOURCE = 'openai-dotnet: new ChatClient(model, credential, options), OpenAIClientOptions.Endpoint';

const client = (space: string, names: readonly string[], at: number): SymbolFact => ({
  in: [space],
  names,
  makes: openAi(at),
  source: OPENAI_SOURCE,
});

/** `(modelId, endpoint, apiKey, …, httpClient)`; without an endpoint the key follows the model and OpenAI is meant. */
const KERNEL: ClientFact = {
  kind: 'client',
  reach: { url: [{ name: 'endpoint', at: 1 }] },
  auth: [
    { as: 'transport', arg: { name: ['openAIClient', 'openAiClient'] } },
    { as: 'transport', arg: { name: 'httpClient' } },
    { as: 'key', arg: { name: 'apiKey', at: 2 } },
  ],
};

const KERNEL_SOURCE = 'microsoft/semantic-kernel dotnet/src/Connectors/Connectors.OpenAI';

const argument = (name: string): ArgRef => ({ name });

export const CSHARP_FRAMEWORKS: Sdk = {
  id: 'csharp-frameworks',
  languages: LANGUAGES,
  facts: [
    client('OpenAI', ['OpenAIClient'], 0),
    client('OpenAI.Chat', ['ChatClient'], 1),
    client('OpenAI.Embeddings', ['EmbeddingClient'], 1),
    client('OpenAI.Images', ['ImageClient'], 1),
    client('OpenAI.Audio', ['AudioClient'], 1),
    client('OpenAI.Moderations', ['ModerationClient'], 1),
    client('OpenAI.Responses', ['OpenAIResponseClient', 'ResponsesClient'], 1),
    client('OpenAI.Files', ['OpenAIFileClient'], 0),
    client('OpenAI.VectorStores', ['VectorStoreClient'], 0),
    client('OpenAI.Models', ['OpenAIModelClient'], 0),
    {
      in: ['OpenAI', ''],
      names: ['OpenAIClientOptions'],
      makes: {
        kind: 'holder',
        fields: { Endpoint: argument('Endpoint'), Transport: argument('Transport') },
      },
      source: OPENAI_SOURCE,
    },
    {
      in: ['System.ClientModel', ''],
      names: ['ApiKeyCredential'],
      makes: { kind: 'pass', arg: { name: 'key', at: 0 } },
      source: 'System.ClientModel: new ApiKeyCredential(key)',
    },
    {
      in: ['Azure', ''],
      names: ['AzureKeyCredential'],
      makes: { kind: 'pass', arg: { name: 'key', at: 0 } },
      source: 'Azure.Core: new AzureKeyCredential(key)',
    },
    {
      in: ['System.ClientModel.Primitives', ''],
      names: ['HttpClientPipelineTransport'],
      makes: { kind: 'pass', arg: { at: 0 } },
      source: 'System.ClientModel: new HttpClientPipelineTransport(httpClient)',
    },
    {
      in: ['Microsoft.SemanticKernel'],
      names: ['OpenAIChatCompletionService', 'OpenAITextEmbeddingGenerationService'],
      makes: KERNEL,
      source: KERNEL_SOURCE,
    },
    {
      in: ['Microsoft.SemanticKernel'],
      names: ['AddOpenAIChatCompletion', 'AddOpenAIChatClient', 'AddOpenAITextEmbeddingGeneration'],
      extension: true,
      makes: KERNEL,
      source: KERNEL_SOURCE,
    },
  ],
};
