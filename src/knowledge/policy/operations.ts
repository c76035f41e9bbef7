import type { Plane } from '../plane';
import { operationOfCmdlet } from './commands';
import type { Family } from './resourceTypes';
import type { Verb } from './statement';

export interface Right {
  readonly verb: Verb;
  /** A resource type, or a family where no single type is attested for the operation. */
  readonly type: string;
}

const right = (verb: Verb, type: string): Right => ({ verb, type });

const RESPONSES = [
  right('manage', 'generative-ai-response'),
  right('use', 'generative-ai-chat'),
  right('use', 'generative-ai-project'),
];
const VECTOR_FILES = [right('manage', 'generative-ai-vectorstore-file'), right('read', 'generative-ai-vectorstore')];
const AGENT_CHAT = [right('use', 'genai-agent-endpoint'), right('manage', 'genai-agent-session')];

/**
 * What each operation needs, by the name without case and separators (`embed_text`, `embedText`, `EmbedText`).
 * Chat, embeddings, API keys: docs model-permissions.htm and api-key pages. Responses and their companions: working
 * public policies (creating needs `manage`). Agent chat: Digital Assistant’s policies and public Terraform.
 */
const OPERATIONS: Readonly<Record<string, readonly Right[]>> = {
  chat: [right('use', 'generative-ai-chat')],
  chatcompletions: [right('use', 'generative-ai-chat')],
  embedtext: [right('use', 'generative-ai-text-embedding')],
  embeddings: [right('use', 'generative-ai-text-embedding')],
  reranktext: [right('use', 'generative-ai-text-rerank')],
  generatetext: [right('use', 'generative-ai-text-generation')],
  summarizetext: [right('use', 'generative-ai-text-summarization')],
  responses: RESPONSES,
  conversations: [right('manage', 'generative-ai-conversation'), right('use', 'generative-ai-project')],
  files: [right('manage', 'generative-ai-file'), right('use', 'generative-ai-project')],
  containers: [right('manage', 'generative-ai-container'), right('use', 'generative-ai-project')],
  vectorstores: [right('manage', 'generative-ai-vectorstore')],
  vectorstorefiles: VECTOR_FILES,
  generatesqlfromnl: [right('use', 'generative-ai-nl2sql'), right('read', 'generative-ai-semantic-store')],
  createsession: AGENT_CHAT,
  updatesession: [right('manage', 'genai-agent-session')],
  deletesession: [right('manage', 'genai-agent-session')],
  getsession: [right('read', 'genai-agent-session')],
  retrievemetadata: [right('read', 'genai-agent-knowledge-base')],
  invoke: [right('use', 'generative-ai-hosted-application')],
  project: [right('use', 'generative-ai-project')],
};

/**
 * The name under which a call that sends `OpenAI-Project` needs a right of its own, beside what it calls: without it
 * the project cannot be read and the call is answered 404 (docs use-project.htm).
 */
export const SENDS_PROJECT = 'project';

/** Names that mean something on some planes only: `client.files` of an OpenAI client is no operation of another. */
const OPERATION_PLANES: Readonly<Record<string, readonly Plane[]>> = {
  ...Object.fromEntries(
    ['chatcompletions', 'embeddings', 'responses', 'conversations', 'files', 'containers', SENDS_PROJECT].map(
      (name) => [name, ['inference-openai' as const]],
    ),
  ),
  chat: ['inference-native', 'agent-runtime'],
  embedtext: ['inference-native'],
  reranktext: ['inference-native'],
  generatetext: ['inference-native'],
  summarizetext: ['inference-native'],
  invoke: ['hosted-application-iam'],
};

/** Resource types in the names of management operations: `ListModels`, `CreateApiKey`. The longest name decides. */
const NOUNS: ReadonlyArray<readonly [noun: string, family: Family, type: string]> = [
  ['agentendpoint', 'genai-agent-family', 'genai-agent-endpoint'],
  ['knowledgebase', 'genai-agent-family', 'genai-agent-knowledge-base'],
  ['dataingestionjob', 'genai-agent-family', 'genai-agent-data-ingestion-job'],
  ['datasource', 'genai-agent-family', 'genai-agent-data-source'],
  ['provisionedcapacit', 'genai-agent-family', 'genai-agent-provisioned-capacity'],
  ['tool', 'genai-agent-family', 'genai-agent-tool'],
  ['agent', 'genai-agent-family', 'genai-agent'],
  ['workrequest', 'genai-agent-family', 'genai-agent-work-request'],
  ['privateendpoint', 'generative-ai-family', 'generative-ai-private-endpoint'],
  ['project', 'generative-ai-family', 'generative-ai-project'],
  ['dedicatedaicluster', 'generative-ai-family', 'generative-ai-dedicated-ai-cluster'],
  ['vectorstoreconnector', 'generative-ai-family', 'generative-ai-vectorstore-connector'],
  ['hostedapplicationstorage', 'generative-ai-family', 'generative-ai-application-storage'],
  ['hostedapplication', 'generative-ai-family', 'generative-ai-hosted-application'],
  ['hosteddeployment', 'generative-ai-family', 'generative-ai-hosted-deployment'],
  ['artifact', 'generative-ai-family', 'generative-ai-hosted-deployment'],
  ['importedmodel', 'generative-ai-family', 'generative-ai-imported-model'],
  ['semanticstore', 'generative-ai-family', 'generative-ai-semantic-store'],
  ['apikey', 'generative-ai-family', 'generative-ai-apikey'],
  ['endpoint', 'generative-ai-family', 'generative-ai-endpoint'],
  ['model', 'generative-ai-family', 'generative-ai-model'],
  ['workrequest', 'generative-ai-family', 'generative-ai-work-request'],
];

/** permission pages: inspect lists, read gets, use updates, manage does the rest. */
function verbOf(operation: string): Verb {
  if (operation.startsWith('list')) return 'inspect';
  if (operation.startsWith('get')) return 'read';
  return operation.startsWith('update') ? 'use' : 'manage';
}

/** Classes of frameworks that stand for one operation: langchain-oci, langchain-openai, LlamaIndex. */
const SYMBOLS: Readonly<Record<string, string>> = {
  ChatOCIGenAI: 'chat',
  OCIGenAI: 'chat',
  ChatOCIOpenAI: 'responses',
  OCIGenAIEmbeddings: 'embedText',
  ChatOpenAI: 'chatCompletions',
  OpenAILike: 'chatCompletions',
  OpenAIEmbeddings: 'embeddings',
};

/** Of a class or cmdlet that stands for one. */
export const operationOfSymbol = (path: string): string | undefined => {
  const last = path.slice(path.lastIndexOf('.') + 1);
  return Object.hasOwn(SYMBOLS, last) ? SYMBOLS[last] : operationOfCmdlet(last);
};

/** Whether a plane has an operation of this name whose rights are known. */
export function isOperation(plane: Plane, operation: string): boolean {
  const name = squeeze(operation);
  if (plane === 'genai-management' || plane === 'agent-management') {
    const verbs = /^(?:list|get|create|update|delete|change|renew|set|add|cancel)./;
    return verbs.test(name) && NOUNS.some(([noun]) => name.includes(noun));
  }
  return Object.hasOwn(OPERATIONS, name) && OPERATION_PLANES[name]?.includes(plane) !== false;
}

const squeeze = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** The least rights for operations on a plane; a project that is sent says nothing of what is called. */
export function rightsForAll(plane: Plane, operations: readonly string[]): readonly Right[] {
  const called = operations.filter((one) => one !== SENDS_PROJECT);
  const rights = called.length > 0 ? called.flatMap((one) => rightsFor(plane, one)) : rightsFor(plane);
  return operations.length > called.length ? [...rights, ...rightsFor(plane, SENDS_PROJECT)] : rights;
}

/** The least rights for one operation on a plane; what calling the plane needs at all when the operation is unknown. */
export function rightsFor(plane: Plane, operation?: string): readonly Right[] {
  const name = squeeze(operation ?? '');
  if (plane === 'agent-runtime') return OPERATIONS[name] && name !== 'chat' ? OPERATIONS[name] : AGENT_CHAT;
  const managed = plane === 'genai-management' || plane === 'agent-management';
  if (managed) return managementRights(plane, name);
  return (name && OPERATIONS[name]) || (WHOLE_PLANE[plane] ?? []);
}

function managementRights(plane: Plane, name: string): readonly Right[] {
  const family: Family = plane === 'agent-management' ? 'genai-agent-family' : 'generative-ai-family';
  if (!name) return [right('manage', family)];
  const noun = NOUNS.find(([word, of]) => of === family && name.includes(word));
  return [right(verbOf(name), noun?.[2] ?? family)];
}

/** `use` on the family calls every model; nothing narrower is sure for an unknown operation. */
const WHOLE_PLANE: Readonly<Partial<Record<Plane, readonly Right[]>>> = {
  'inference-native': [right('use', 'generative-ai-family')],
  'inference-openai': [right('use', 'generative-ai-family'), ...RESPONSES.slice(0, 1)],
  'vector-stores': [right('manage', 'generative-ai-vectorstore')],
  nl2sql: OPERATIONS.generatesqlfromnl,
  'hosted-application-iam': OPERATIONS.invoke,
};
