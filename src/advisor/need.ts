import type { Place } from '../knowledge/place';
import type { Plane } from '../knowledge/plane';

/** What somebody wants to call, in their words. */
export const CALLS = [
  'chat',
  'embeddings',
  'rerank',
  'responses',
  'agents',
  'hosted-application',
  'management',
] as const;
export type Call = (typeof CALLS)[number];

export const PRIORITIES = ['experiment', 'production', 'no-iam'] as const;
export type Priority = (typeof PRIORITIES)[number];

export interface Need {
  readonly call: Call;
  readonly on: Place;
  readonly priority?: Priority;
}

interface CallFact {
  readonly label: string;
  /** The planes that serve it; a method needs to be accepted on one of them. */
  readonly planes: readonly [Plane, ...Plane[]];
  /** Inference and nothing else: what a GenAI API key may be enough for. */
  readonly inference: boolean;
}

export const CALL_FACTS: Readonly<Record<Call, CallFact>> = {
  chat: { label: 'chat with a model', planes: ['inference-openai', 'inference-native'], inference: true },
  embeddings: { label: 'create embeddings', planes: ['inference-native', 'inference-openai'], inference: true },
  rerank: { label: 'rerank documents', planes: ['inference-native'], inference: true },
  responses: { label: 'use the Responses API (Enterprise AI agents)', planes: ['inference-openai'], inference: true },
  agents: { label: 'use classic agents', planes: ['agent-runtime', 'agent-management'], inference: false },
  'hosted-application': {
    label: 'invoke a hosted application',
    planes: ['hosted-application-oauth', 'hosted-application-iam'],
    inference: false,
  },
  management: { label: 'manage GenAI resources', planes: ['genai-management'], inference: false },
};
