import { OPENAI_PATH } from '../host';
import type { Method } from '../method';
import type { Plane } from '../plane';

export const LANGUAGES = ['python', 'typescript', 'java', 'go', 'csharp', 'shell'] as const;
export type CodeLanguage = (typeof LANGUAGES)[number];

/** What a sample does, each on one plane: the native SDK, the OpenAI client on OCI's host, or plain HTTP. */
export const TASKS = [
  'chat',
  'embeddings',
  'rerank',
  'openai-chat',
  'openai-embeddings',
  'responses',
  'agents',
  'management',
  'hosted-iam',
  'hosted-oauth',
] as const;
export type Task = (typeof TASKS)[number];

export const PLANE_OF_TASK: Readonly<Record<Task, Plane>> = {
  chat: 'inference-native',
  embeddings: 'inference-native',
  rerank: 'inference-native',
  'openai-chat': 'inference-openai',
  'openai-embeddings': 'inference-openai',
  responses: 'inference-openai',
  agents: 'agent-runtime',
  management: 'genai-management',
  'hosted-iam': 'hosted-application-iam',
  'hosted-oauth': 'hosted-application-oauth',
};

export type OpenAiTask = 'openai-chat' | 'openai-embeddings' | 'responses';
export const isOpenAi = (task: Task): task is OpenAiTask => PLANE_OF_TASK[task] === 'inference-openai';

export interface Places {
  readonly region: string;
  readonly profile: string;
  readonly model: string;
  readonly compartment: string;
  readonly project: string;
  readonly agentEndpoint: string;
  readonly hostedApplication: string;
}

export const DEFAULT_PLACES: Places = {
  region: 'us-chicago-1',
  profile: 'DEFAULT',
  model: 'meta.llama-3.3-70b-instruct',
  compartment: '<compartment-ocid>',
  project: '<project-ocid>',
  agentEndpoint: '<agent-endpoint-ocid>',
  hostedApplication: '<hosted-application-ocid>',
};

/** Served on demand; the pages of the models, docs.oracle.com generative-ai, 2026. */
export const MODELS = {
  embeddings: 'cohere.embed-v4.0',
  rerank: 'cohere.rerank-v4.0-fast',
  openAi: 'openai.gpt-oss-120b',
  openAiEmbeddings: 'openai.text-embedding-3-small',
} as const;

export const modelOf = (task: OpenAiTask): string =>
  task === 'openai-embeddings' ? MODELS.openAiEmbeddings : MODELS.openAi;

/** How one language writes it. Undefined where its SDK has no such way. */
export type Writer = (method: Method, task: Task, places: Places) => string | undefined;

export const inferenceHost = (region: string): string => `https://inference.generativeai.${region}.oci.oraclecloud.com`;
export const agentHost = (region: string): string => `https://agent-runtime.generativeai.${region}.oci.oraclecloud.com`;
export const managementHost = (region: string): string => `https://generativeai.${region}.oci.oraclecloud.com`;

/** docs.oracle.com generative-ai/invoke-app-http.htm; the IAM form: release note of 2026-07-15. */
export const invokeUrl = ({ region, hostedApplication }: Places): string =>
  `https://application.generativeai.${region}.oci.oraclecloud.com/20251112/hostedApplications/${hostedApplication}/actions/invoke/<path>`;
export const invokeIamUrl = ({ region, hostedApplication }: Places): string =>
  `${inferenceHost(region)}/20251112/hostedApplicationsIam/${hostedApplication}/actions/invoke/<path>`;

const PATHS: Readonly<Record<OpenAiTask, string>> = {
  'openai-chat': 'chat/completions',
  'openai-embeddings': 'embeddings',
  responses: 'responses',
};

export const openAiBase = (region: string): string => `${inferenceHost(region)}${OPENAI_PATH}`;
export const openAiUrl = (task: OpenAiTask, region: string): string => `${openAiBase(region)}/${PATHS[task]}`;

/** The body of such a request, for callers that speak HTTP themselves. */
export function openAiBody(task: OpenAiTask): string {
  const model = modelOf(task);
  if (task === 'openai-chat') return JSON.stringify({ model, messages: [{ role: 'user', content: 'Hello' }] });
  return JSON.stringify({ model, input: 'Hello' });
}
