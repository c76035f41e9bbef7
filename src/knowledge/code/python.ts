import type { Method } from '../method';
import {
  agentHost,
  invokeIamUrl,
  invokeUrl,
  isOpenAi,
  MODELS,
  managementHost,
  type Places,
  type Task,
} from './contract';
import { pythonOpenAi } from './python-openai';
import { importsFor, inferenceClient, lines, signing } from './python-signing';

export function python(method: Method, task: Task, places: Places): string | undefined {
  if (isOpenAi(task)) return pythonOpenAi(method, task, places);
  if (task === 'hosted-oauth') return lines(withToken(places));
  const sign = signing(method, places);
  if (!sign) return undefined;
  const imports = task === 'hosted-iam' ? [...importsFor(sign), 'import requests'] : importsFor(sign);
  return lines([...imports, '', ...sign, ...CALLS[task](places)]);
}

type SignedTask = Exclude<Task, 'openai-chat' | 'openai-embeddings' | 'responses' | 'hosted-oauth'>;

const CALLS: Readonly<Record<SignedTask, (places: Places) => readonly string[]>> = {
  chat: ({ region, model, compartment }) => [
    ...inferenceClient(region),
    'models = oci.generative_ai_inference.models',
    'response = client.chat(',
    '    models.ChatDetails(',
    `        compartment_id="${compartment}",`,
    `        serving_mode=models.OnDemandServingMode(model_id="${model}"),`,
    '        chat_request=models.GenericChatRequest(',
    '            messages=[models.UserMessage(content=[models.TextContent(text="Hello")])],',
    '        ),',
    '    )',
    ')',
    'print(response.data)',
  ],
  embeddings: ({ region, compartment }) => [
    ...inferenceClient(region),
    'models = oci.generative_ai_inference.models',
    'response = client.embed_text(',
    '    models.EmbedTextDetails(',
    `        compartment_id="${compartment}",`,
    `        serving_mode=models.OnDemandServingMode(model_id="${MODELS.embeddings}"),`,
    '        inputs=["Hello"],',
    '    )',
    ')',
    'print(response.data.embeddings)',
  ],
  rerank: ({ region, compartment }) => [
    ...inferenceClient(region),
    'models = oci.generative_ai_inference.models',
    'response = client.rerank_text(',
    '    models.RerankTextDetails(',
    `        compartment_id="${compartment}",`,
    `        serving_mode=models.OnDemandServingMode(model_id="${MODELS.rerank}"),`,
    '        input="Where do keys belong?",',
    '        documents=["In a vault.", "In the code."],',
    '    )',
    ')',
    'print(response.data.document_ranks)',
  ],
  agents: ({ region, agentEndpoint }) => [
    'client = oci.generative_ai_agent_runtime.GenerativeAiAgentRuntimeClient(',
    '    config=config,',
    '    signer=signer,',
    `    service_endpoint="${agentHost(region)}",`,
    ')',
    'models = oci.generative_ai_agent_runtime.models',
    `endpoint = "${agentEndpoint}"`,
    'details = models.CreateSessionDetails(display_name="chat")',
    'session = client.create_session(details, endpoint).data',
    'question = models.ChatDetails(user_message="Hello", session_id=session.id)',
    'response = client.chat(endpoint, question)',
    'print(response.data)',
  ],
  management: ({ region, compartment }) => [
    'client = oci.generative_ai.GenerativeAiClient(',
    '    config=config,',
    '    signer=signer,',
    `    service_endpoint="${managementHost(region)}",`,
    ')',
    `print(client.list_models(compartment_id="${compartment}").data)`,
  ],
  'hosted-iam': (places) => [
    'response = requests.post(',
    `    "${invokeIamUrl(places)}",`,
    '    auth=signer,',
    '    json={"message": "Hello"},',
    '    timeout=60,',
    ')',
    'response.raise_for_status()',
    'print(response.text)',
  ],
};

/** docs.oracle.com generative-ai/app-authentication.htm: client credentials of the identity domain, and these names. */
const withToken = (places: Places): readonly string[] => [
  'import os',
  '',
  'import requests',
  '',
  'token = requests.post(',
  '    f"{os.environ[\'IDCS_DOMAIN_URL\']}/oauth2/v1/token",',
  '    auth=(os.environ["IDCS_CLIENT_ID"], os.environ["IDCS_CLIENT_SECRET"]),',
  '    data={"grant_type": "client_credentials", "scope": os.environ["IDCS_SCOPE"]},',
  '    timeout=30,',
  ')',
  'token.raise_for_status()',
  'response = requests.post(',
  `    "${invokeUrl(places)}",`,
  '    headers={"Authorization": f"Bearer {token.json()[\'access_token\']}"},',
  '    json={"message": "Hello"},',
  '    timeout=60,',
  ')',
  'response.raise_for_status()',
  'print(response.text)',
];
