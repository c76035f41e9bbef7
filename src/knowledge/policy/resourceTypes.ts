import type { Plane } from '../plane';
import { nearest } from './nearest';
import type { Verb } from './statement';

export type Family = 'generative-ai-family' | 'genai-agent-family';
export const FAMILIES: readonly Family[] = ['generative-ai-family', 'genai-agent-family'];

/**
 * How well a name is attested: `documented` (Oracle's permission pages), `observed` in working public policies,
 * `inferred` from the operations of the SDKs, `alternative` spelling of a documented page, `legacy`.
 */
export type Attested = 'documented' | 'observed' | 'inferred' | 'alternative' | 'legacy';

export interface ResourceType {
  readonly name: string;
  readonly family: Family;
  readonly attested: Attested;
  /** What one does with it, as a half-sentence. */
  readonly what: string;
  /** The planes whose calls are authorized through it, with the least verb that opens anything there. */
  readonly opens: Readonly<Partial<Record<Plane, Verb>>>;
  /** Calling is all there is to do: `manage` grants nothing that `use` does not. */
  readonly useSuffices?: boolean;
}

function genAi(
  name: string,
  what: string,
  opens: ResourceType['opens'],
  attested: Attested = 'documented',
): ResourceType {
  return { name: `generative-ai-${name}`, family: 'generative-ai-family', attested, what, opens };
}

function calling(
  name: string,
  what: string,
  opens: ResourceType['opens'],
  attested: Attested = 'documented',
): ResourceType {
  return { ...genAi(name, what, opens, attested), useSuffices: true };
}

function agent(
  name: string,
  what: string,
  opens: ResourceType['opens'],
  attested: Attested = 'documented',
): ResourceType {
  return { name: `genai-agent${name}`, family: 'genai-agent-family', attested, what, opens };
}

const BOTH_INFERENCE = { 'inference-native': 'use', 'inference-openai': 'use' } as const;
const MANAGEMENT = { 'genai-management': 'inspect' } as const;
const AGENT_MANAGEMENT = { 'agent-management': 'inspect' } as const;

/**
 * docs.oracle.com generative-ai/iam-policies.htm and its permission pages; generative-ai-agents/iam-policies.htm.
 * `generative-ai-response` and `-conversation` stand in working policies for the Responses API.
 */
export const RESOURCE_TYPES: readonly ResourceType[] = [
  calling('chat', 'chat with models', BOTH_INFERENCE),
  calling('text-embedding', 'create embeddings', BOTH_INFERENCE),
  calling('text-rerank', 'rerank documents', { 'inference-native': 'use' }),
  calling('text-generation', 'generate text with retired models', { 'inference-native': 'use' }, 'legacy'),
  calling('text-summarization', 'summarize text with retired models', { 'inference-native': 'use' }, 'legacy'),
  genAi('response', 'create and read responses of the Responses API', { 'inference-openai': 'use' }, 'observed'),
  genAi('conversation', 'keep conversations of the Responses API', { 'inference-openai': 'use' }, 'observed'),
  genAi('project', 'projects of the OpenAI-compatible API', { ...MANAGEMENT, 'inference-openai': 'read' }),
  genAi('file', 'files of the OpenAI-compatible API', { 'inference-openai': 'inspect' }),
  genAi('container', 'code-interpreter containers', { 'inference-openai': 'inspect' }),
  genAi('vectorstore', 'vector stores', { 'vector-stores': 'inspect', 'inference-openai': 'inspect' }),
  genAi('vectorstore-file', 'files in vector stores', { 'vector-stores': 'inspect', 'inference-openai': 'inspect' }),
  genAi('vectorstore-connector', 'connectors that fill vector stores', MANAGEMENT),
  genAi('model', 'list and manage models', MANAGEMENT),
  genAi('imported-model', 'imported models', MANAGEMENT),
  genAi('dedicated-ai-cluster', 'dedicated AI clusters', MANAGEMENT),
  genAi('endpoint', 'endpoints of dedicated clusters', MANAGEMENT),
  genAi('private-endpoint', 'private endpoints', MANAGEMENT),
  genAi('apikey', 'GenAI API keys themselves (not what they may call)', MANAGEMENT),
  genAi('semantic-store', 'semantic stores of NL2SQL', { ...MANAGEMENT, nl2sql: 'read' }),
  genAi('nl2sql', 'turn questions into SQL', { nl2sql: 'use' }),
  genAi('hosted-application', 'hosted applications', { ...MANAGEMENT, 'hosted-application-iam': 'use' }),
  genAi('hosted-deployment', 'deployments of hosted applications', MANAGEMENT),
  genAi('application-storage', 'storage of hosted applications', MANAGEMENT),
  genAi('work-request', 'work requests', MANAGEMENT),
  {
    name: 'generativeaihosteddeployment',
    family: 'generative-ai-family',
    attested: 'alternative',
    what: 'deployments of hosted applications',
    opens: MANAGEMENT,
  },
  agent('', 'agents', AGENT_MANAGEMENT),
  agent('-knowledge-base', 'knowledge bases', AGENT_MANAGEMENT),
  agent('-data-source', 'data sources', AGENT_MANAGEMENT),
  agent('-data-ingestion-job', 'ingestion jobs', AGENT_MANAGEMENT),
  agent('-endpoint', 'agent endpoints, and chatting with them', { ...AGENT_MANAGEMENT, 'agent-runtime': 'use' }),
  agent('-session', 'chat sessions', { 'agent-runtime': 'use' }),
  agent('-work-request', 'work requests', AGENT_MANAGEMENT),
  agent('-tool', 'agent tools', AGENT_MANAGEMENT, 'inferred'),
  agent('-provisioned-capacity', 'provisioned capacity', AGENT_MANAGEMENT, 'inferred'),
];

const BY_NAME: ReadonlyMap<string, ResourceType> = new Map(RESOURCE_TYPES.map((type) => [type.name, type]));

export const resourceType = (name: string): ResourceType | undefined => BY_NAME.get(name.toLowerCase());

export const isFamily = (name: string): name is Family => (FAMILIES as readonly string[]).includes(name.toLowerCase());

/** Whether the text of a statement names GenAI's resource types, rightly or nearly so. */
export const speaksOfGenAi = (text: string): boolean => /generative-ai|genai-agent|genaiagent-/i.test(text);
/** The same, or what covers them. */
export const mayGrantGenAi = (text: string): boolean => speaksOfGenAi(text) || /all-resources/i.test(text);

/** Names that can only mean GenAI; other services' types are not ours to judge. */
export const looksLikeGenAiType = (name: string): boolean =>
  /^(?:generative-ai|generativeai|genai-|genaiagent)/i.test(name);

/** What people write, and the name they mean, where counting edits would mislead. */
const MISTAKEN: Readonly<Record<string, string>> = {
  'generative-ai': 'generative-ai-family',
  generativeai: 'generative-ai-family',
  'generative-ai-inference': 'generative-ai-chat',
  'generative-ai-embedding': 'generative-ai-text-embedding',
  'generative-ai-embed-text': 'generative-ai-text-embedding',
  'generative-ai-embeddings': 'generative-ai-text-embedding',
  'generative-ai-rerank': 'generative-ai-text-rerank',
  'generative-ai-agent-family': 'genai-agent-family',
  'generative-ai-agents-family': 'genai-agent-family',
  'generative-ai-agent': 'genai-agent',
  'generative-ai-agents': 'genai-agent',
  'generative-ai-vector-store': 'generative-ai-vectorstore',
  'genai-family': 'generative-ai-family',
  'genai-chat': 'generative-ai-chat',
  'genai-agent-chat': 'genai-agent-endpoint',
  'genai-agents': 'genai-agent',
  'genai-agents-family': 'genai-agent-family',
};

/** The right name for an unknown GenAI type; there always is a nearest one. */
export function nearestResourceType(name: string): string {
  const lower = name.toLowerCase();
  const mistaken = MISTAKEN[lower] ?? MISTAKEN[lower.replace(/s$/, '')];
  if (mistaken) return mistaken;
  const names = [
    ...FAMILIES,
    ...RESOURCE_TYPES.filter((type) => type.attested !== 'alternative').map((type) => type.name),
  ];
  const bare = names.find((candidate) => squeeze(candidate) === squeeze(lower));
  const fallback = lower.startsWith('genai-agent') ? 'genai-agent-family' : 'generative-ai-family';
  return bare ?? nearest(lower, names, Math.max(3, Math.floor(lower.length / 3))) ?? fallback;
}

const squeeze = (name: string): string => name.replace(/[-_]/g, '').replace(/s$/, '');

/** Permissions that name one of our resource types: `GENERATIVE_AI_CHAT`, `GENAI_AGENT_ENDPOINT_CHAT`. */
export function familyOfPermission(permission: string): Family | undefined {
  if (/^GENERATIVE_AI_/i.test(permission)) return 'generative-ai-family';
  return /^GENAI_AGENT_/i.test(permission) ? 'genai-agent-family' : undefined;
}
