/** Families of endpoints that share what they accept. */
export const PLANES = [
  'inference-native',
  'inference-openai',
  'agent-runtime',
  'agent-management',
  'genai-management',
  'vector-stores',
  'nl2sql',
  'hosted-application-oauth',
  'hosted-application-iam',
  'other-oci',
] as const;

export type Plane = (typeof PLANES)[number];

export interface PlaneFact {
  /** As people say it in a sentence. */
  readonly label: string;
  /** The label before `generativeai.` in the host; empty for the management host; absent where no single host serves it. */
  readonly host?: 'inference' | 'agent-runtime' | 'agent' | 'application' | '';
  /** The path that the OCI SDKs append by themselves. */
  readonly basePath?: string;
  /** The IAM family whose resource types this plane's operations need. */
  readonly family?: 'generative-ai-family' | 'genai-agent-family';
}

/** Hosts and base paths: SDK clients of 2026 (`generative_ai*_client.py`), OpenAI-compatible API page. */
export const PLANE_FACTS: Readonly<Record<Plane, PlaneFact>> = {
  'inference-native': {
    label: 'native inference',
    host: 'inference',
    basePath: '/20231130',
    family: 'generative-ai-family',
  },
  'inference-openai': {
    label: 'OpenAI-compatible inference',
    host: 'inference',
    family: 'generative-ai-family',
  },
  'agent-runtime': {
    label: 'agent runtime',
    host: 'agent-runtime',
    basePath: '/20240531',
    family: 'genai-agent-family',
  },
  'agent-management': {
    label: 'agent management',
    host: 'agent',
    basePath: '/20240531',
    family: 'genai-agent-family',
  },
  'genai-management': {
    label: 'GenAI management',
    host: '',
    basePath: '/20231130',
    family: 'generative-ai-family',
  },
  'vector-stores': { label: 'vector stores', host: '', family: 'generative-ai-family' },
  nl2sql: { label: 'NL2SQL', host: 'inference', basePath: '/20260325', family: 'generative-ai-family' },
  'hosted-application-oauth': {
    label: 'hosted application (identity-domain auth)',
    host: 'application',
    basePath: '/20251112',
  },
  'hosted-application-iam': {
    label: 'hosted application (IAM auth)',
    host: 'inference',
    basePath: '/20251112',
    family: 'generative-ai-family',
  },
  'other-oci': { label: 'another OCI service' },
};

/** The classic Agents service: two hosts, one family, request signatures only. */
export const AGENT_PLANES: ReadonlySet<Plane> = new Set(['agent-runtime', 'agent-management']);
