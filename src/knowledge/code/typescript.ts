import type { Method } from '../method';
import { invokeUrl, isOpenAi, MODELS, type Places, type Task } from './contract';
import { EXCHANGED } from './exchange';
import { keyedOpenAi, signedHosted, signedOpenAi } from './typescript-http';
import { program } from './typescript-program';

/** oci-common 2.142: two builders are asynchronous, the resource principal’s builder() already builds. */
function provider(method: Method, profile: string): string | undefined {
  switch (method) {
    case 'iam-api-key':
    // The profile of Cloud Shell names its delegation token.
    case 'delegation-token':
      return `new common.ConfigFileAuthenticationDetailsProvider(undefined, '${profile}')`;
    case 'session-token':
      return `new common.SessionAuthDetailProvider(undefined, '${profile}')`;
    case 'token-exchange':
      return `new common.SessionAuthDetailProvider(process.env.${EXCHANGED.variable}, 'DEFAULT')`;
    case 'instance-principal':
      return 'await new common.InstancePrincipalsAuthenticationDetailsProviderBuilder().build()';
    case 'resource-principal':
      return 'common.ResourcePrincipalAuthenticationDetailsProvider.builder()';
    case 'oke-workload-identity':
      return "await common.OkeWorkloadIdentityAuthenticationDetailsProvider.builder('', '')";
    default:
      return undefined;
  }
}

export function typescript(method: Method, task: Task, places: Places): string | undefined {
  if (task === 'hosted-oauth') return withToken(places);
  if (method === 'genai-api-key') return isOpenAi(task) ? keyedOpenAi(task, places) : undefined;
  const make = provider(method, places.profile);
  if (!make) return undefined;
  if (isOpenAi(task)) return signedOpenAi(make, task, places);
  if (task === 'hosted-iam') return signedHosted(make, places);
  const { from, names, client, body } = CALLS[task](places);
  return program(
    ["import * as common from 'oci-common';", `import { ${names} } from '${from}';`],
    [
      `const provider = ${make};`,
      `const client = new ${client}({ authenticationDetailsProvider: provider });`,
      `client.regionId = '${places.region}';`,
      ...body,
    ],
  );
}

interface Call {
  readonly from: string;
  readonly names: string;
  readonly client: string;
  readonly body: readonly string[];
}

const inference = (body: readonly string[]): Call => ({
  from: 'oci-generativeaiinference',
  names: 'GenerativeAiInferenceClient, models',
  client: 'GenerativeAiInferenceClient',
  body,
});

const onDemand = (model: string): string =>
  `const servingMode: models.OnDemandServingMode = { servingType: 'ON_DEMAND', modelId: '${model}' };`;

type NativeTask = 'chat' | 'embeddings' | 'rerank' | 'agents' | 'management';

const CALLS: Readonly<Record<NativeTask, (places: Places) => Call>> = {
  chat: ({ model, compartment }) =>
    inference([
      "const text: models.TextContent = { type: 'TEXT', text: 'Hello' };",
      "const message: models.UserMessage = { role: 'USER', content: [text] };",
      "const chatRequest: models.GenericChatRequest = { apiFormat: 'GENERIC', messages: [message] };",
      onDemand(model),
      `console.log(await client.chat({ chatDetails: { compartmentId: '${compartment}', servingMode, chatRequest } }));`,
    ]),
  embeddings: ({ compartment }) =>
    inference([
      onDemand(MODELS.embeddings),
      `const embedTextDetails = { compartmentId: '${compartment}', servingMode, inputs: ['Hello'] };`,
      'const { embedTextResult } = await client.embedText({ embedTextDetails });',
      'console.log(embedTextResult.embeddings);',
    ]),
  rerank: ({ compartment }) =>
    inference([
      onDemand(MODELS.rerank),
      'const rerankTextDetails = {',
      `  compartmentId: '${compartment}',`,
      '  servingMode,',
      "  input: 'Where do keys belong?',",
      "  documents: ['In a vault.', 'In the code.'],",
      '};',
      'const { rerankTextResult } = await client.rerankText({ rerankTextDetails });',
      'console.log(rerankTextResult.documentRanks);',
    ]),
  agents: ({ agentEndpoint }) => ({
    from: 'oci-generativeaiagentruntime',
    names: 'GenerativeAiAgentRuntimeClient',
    client: 'GenerativeAiAgentRuntimeClient',
    body: [
      `const agentEndpointId = '${agentEndpoint}';`,
      "const createSessionDetails = { displayName: 'chat' };",
      'const { session } = await client.createSession({ agentEndpointId, createSessionDetails });',
      "const chatDetails = { userMessage: 'Hello', sessionId: session.id };",
      'console.log(await client.chat({ agentEndpointId, chatDetails }));',
    ],
  }),
  management: ({ compartment }) => ({
    from: 'oci-generativeai',
    names: 'GenerativeAiClient',
    client: 'GenerativeAiClient',
    body: [
      `const { modelCollection } = await client.listModels({ compartmentId: '${compartment}' });`,
      'console.log(modelCollection.items);',
    ],
  }),
};

const withToken = (places: Places): string =>
  program(
    [],
    [
      'const { IDCS_DOMAIN_URL, IDCS_CLIENT_ID, IDCS_CLIENT_SECRET, IDCS_SCOPE } = process.env;',
      "const client = Buffer.from(IDCS_CLIENT_ID + ':' + IDCS_CLIENT_SECRET).toString('base64');",
      "const granted = await fetch(IDCS_DOMAIN_URL + '/oauth2/v1/token', {",
      "  method: 'POST',",
      "  headers: { authorization: 'Basic ' + client },",
      "  body: new URLSearchParams({ grant_type: 'client_credentials', scope: IDCS_SCOPE ?? '' }),",
      '});',
      'if (!granted.ok) throw new Error(await granted.text());',
      'const { access_token } = (await granted.json()) as { access_token: string };',
      `const response = await fetch('${invokeUrl(places)}', {`,
      "  method: 'POST',",
      "  headers: { authorization: 'Bearer ' + access_token, 'content-type': 'application/json' },",
      "  body: JSON.stringify({ message: 'Hello' }),",
      '});',
      'if (!response.ok) throw new Error(await response.text());',
      'console.log(await response.text());',
    ],
  ).trimStart();
