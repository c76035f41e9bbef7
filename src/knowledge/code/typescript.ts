import type { Method } from '../method';
import { inferenceHost, type Places, type Target } from './contract';

/** oci-common 2.142: two builders are asynchronous, the resource principal’s builder() already builds. */
function provider(method: Method, profile: string): string | undefined {
  switch (method) {
    case 'iam-api-key':
      return `new common.ConfigFileAuthenticationDetailsProvider(undefined, '${profile}')`;
    case 'session-token':
      return `new common.SessionAuthDetailProvider(undefined, '${profile}')`;
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

export function typescript(method: Method, target: Target, places: Places): string | undefined {
  if (target === 'openai') return method === 'genai-api-key' ? openAi(places) : undefined;
  const make = provider(method, places.profile);
  if (!make) return undefined;
  const body = target === 'agents' ? agents(make, places) : inference(make, places);
  return [...body, ''].join('\n');
}

const inference = (make: string, { region, model, compartment }: Places): readonly string[] => [
  "import * as common from 'oci-common';",
  "import { GenerativeAiInferenceClient, models } from 'oci-generativeaiinference';",
  '',
  'async function main(): Promise<void> {',
  `  const provider = ${make};`,
  '  const client = new GenerativeAiInferenceClient({ authenticationDetailsProvider: provider });',
  `  client.regionId = '${region}';`,
  "  const text: models.TextContent = { type: 'TEXT', text: 'Hello' };",
  "  const message: models.UserMessage = { role: 'USER', content: [text] };",
  "  const chatRequest: models.GenericChatRequest = { apiFormat: 'GENERIC', messages: [message] };",
  `  const servingMode: models.OnDemandServingMode = { servingType: 'ON_DEMAND', modelId: '${model}' };`,
  `  console.log(await client.chat({ chatDetails: { compartmentId: '${compartment}', servingMode, chatRequest } }));`,
  '}',
  '',
  'main();',
];

const agents = (make: string, { region, agentEndpoint }: Places): readonly string[] => [
  "import * as common from 'oci-common';",
  "import { GenerativeAiAgentRuntimeClient } from 'oci-generativeaiagentruntime';",
  '',
  'async function main(): Promise<void> {',
  `  const provider = ${make};`,
  '  const client = new GenerativeAiAgentRuntimeClient({ authenticationDetailsProvider: provider });',
  `  client.regionId = '${region}';`,
  `  const agentEndpointId = '${agentEndpoint}';`,
  "  const { session } = await client.createSession({ agentEndpointId, createSessionDetails: { displayName: 'chat' } });",
  "  const chatDetails = { userMessage: 'Hello', sessionId: session.id };",
  '  console.log(await client.chat({ agentEndpointId, chatDetails }));',
  '}',
  '',
  'main();',
];

const openAi = ({ region, project }: Places): string =>
  [
    "import OpenAI from 'openai';",
    '',
    'const client = new OpenAI({',
    `  baseURL: '${inferenceHost(region)}/openai/v1',`,
    '  apiKey: process.env.OCI_GENAI_API_KEY,',
    `  project: '${project}',`,
    '});',
    '',
    "client.responses.create({ model: 'openai.gpt-oss-120b', input: 'Hello' }).then(({ output_text }) => console.log(output_text));",
    '',
  ].join('\n');
