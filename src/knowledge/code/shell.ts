import type { Method } from '../method';
import {
  agentHost,
  inferenceHost,
  invokeIamUrl,
  invokeUrl,
  isOpenAi,
  MODELS,
  type OpenAiTask,
  openAiBody,
  openAiUrl,
  type Places,
  type Task,
} from './contract';
import { exchangeScript } from './exchange';
import { shellQuoted, shellWord } from './literal';

/** oci-cli 3.89 `cli_constants.py`. */
const AUTH: Readonly<Partial<Record<Method, string>>> = {
  'iam-api-key': 'api_key',
  'session-token': 'security_token',
  'instance-principal': 'instance_principal',
  'resource-principal': 'resource_principal',
  'oke-workload-identity': 'oke_workload_identity',
  'delegation-token': 'instance_obo_user',
};

export function shell(method: Method, task: Task, places: Places): string | undefined {
  if (task === 'hosted-oauth') return withToken(places);
  if (method === 'genai-api-key') return isOpenAi(task) ? withKey(task, places) : undefined;
  if (method === 'token-exchange') return exchanged(task, places);
  const how = cliAuth(method, places);
  return how && `${command(task, places)}${NEXT}${how}\n`;
}

/** The options by which the CLI takes a credential. */
function cliAuth(method: Method, { profile, region }: Places): string | undefined {
  const auth = AUTH[method];
  const named = method === 'iam-api-key' || method === 'session-token' ? ` --profile ${shellWord(profile)}` : '';
  return auth && `--auth ${auth}${named} --region ${shellWord(region)}`;
}

const exchanged = (task: Exclude<Task, 'hosted-oauth'>, places: Places): string =>
  `set -e\n${exchangeScript(places.region)}\n${command(task, places)}${NEXT}--config-file "$session/config" --auth security_token --region ${shellWord(places.region)}\n`;

/** Signed requests, whatever commands the installed CLI has. */
function command(task: Exclude<Task, 'hosted-oauth'>, places: Places): string {
  const { region, model, compartment, agentEndpoint, project } = places;
  const inference = (operation: string, body: object): string =>
    post(`${inferenceHost(region)}/20231130/actions/${operation}`, { compartmentId: compartment, ...body });
  if (isOpenAi(task)) {
    return `${post(openAiUrl(task, region), JSON.parse(openAiBody(task)))}${NEXT}--request-headers ${shellQuoted(`{"OpenAI-Project": ${JSON.stringify(project)}}`)}`;
  }
  switch (task) {
    case 'chat':
      return inference('chat', {
        servingMode: { servingType: 'ON_DEMAND', modelId: model },
        chatRequest: { apiFormat: 'GENERIC', messages: [{ role: 'USER', content: [{ type: 'TEXT', text: 'Hello' }] }] },
      });
    case 'embeddings':
      return inference('embedText', {
        servingMode: { servingType: 'ON_DEMAND', modelId: MODELS.embeddings },
        inputs: ['Hello'],
      });
    case 'rerank':
      return inference('rerankText', {
        servingMode: { servingType: 'ON_DEMAND', modelId: MODELS.rerank },
        input: 'Where do keys belong?',
        documents: ['In a vault.', 'In the code.'],
      });
    case 'agents':
      return post(`${agentHost(region)}/20240531/agentEndpoints/${agentEndpoint}/sessions`, { displayName: 'chat' });
    case 'management':
      return `oci generative-ai model-collection list-models --compartment-id ${shellQuoted(compartment)}`;
    case 'hosted-iam':
      return post(invokeIamUrl(places), { message: 'Hello' });
  }
}

/** Goes on in the next line. */
const NEXT = ' \\\n  ';

const post = (url: string, body: object): string =>
  [
    'oci raw-request --http-method POST',
    `--target-uri ${shellQuoted(url)}`,
    `--request-body ${shellQuoted(JSON.stringify(body))}`,
  ].join(NEXT);

const withKey = (task: OpenAiTask, { region, project }: Places): string =>
  [
    `curl --compressed --fail-with-body ${shellQuoted(openAiUrl(task, region))} \\`,
    '  -H "Authorization: Bearer $OCI_GENAI_API_KEY" \\',
    `  -H ${shellQuoted(`OpenAI-Project: ${project}`)} \\`,
    "  -H 'Content-Type: application/json' \\",
    `  -d '${openAiBody(task)}'`,
    '',
  ].join('\n');

const withToken = (places: Places): string =>
  [
    'TOKEN=$(curl --silent --fail -u "$IDCS_CLIENT_ID:$IDCS_CLIENT_SECRET" \\',
    '  -d grant_type=client_credentials --data-urlencode "scope=$IDCS_SCOPE" \\',
    '  "$IDCS_DOMAIN_URL/oauth2/v1/token" | jq -r .access_token)',
    `curl --fail-with-body ${shellQuoted(invokeUrl(places))} \\`,
    '  -H "Authorization: Bearer $TOKEN" \\',
    "  -H 'Content-Type: application/json' \\",
    '  -d \'{"message": "Hello"}\'',
    '',
  ].join('\n');
