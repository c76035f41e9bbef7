import type { Method } from '../method';

export const LANGUAGES = ['python', 'typescript', 'java', 'go', 'csharp', 'shell'] as const;
export type CodeLanguage = (typeof LANGUAGES)[number];

/** What the code calls: two native SDK clients and the OpenAI client on OCI's host. */
export const TARGETS = ['inference', 'agents', 'openai'] as const;
export type Target = (typeof TARGETS)[number];

export interface Places {
  readonly region: string;
  readonly profile: string;
  readonly model: string;
  readonly compartment: string;
  readonly project: string;
  readonly agentEndpoint: string;
}

export const DEFAULT_PLACES: Places = {
  region: 'us-chicago-1',
  profile: 'DEFAULT',
  model: 'meta.llama-3.3-70b-instruct',
  compartment: '<compartment-ocid>',
  project: '<project-ocid>',
  agentEndpoint: '<agent-endpoint-ocid>',
};

/** How one language writes it. Undefined where its SDK has no such way. */
export type Writer = (method: Method, target: Target, places: Places) => string | undefined;

export const inferenceHost = (region: string): string => `https://inference.generativeai.${region}.oci.oraclecloud.com`;
export const agentHost = (region: string): string => `https://agent-runtime.generativeai.${region}.oci.oraclecloud.com`;
