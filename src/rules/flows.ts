import type { CredentialFlow } from '../flow/credential';
import type { ServiceUse } from '../flow/uses';
import { AGENT_PLANES } from '../knowledge/plane';

/** The GenAI key that arrives at a use, when nothing else can arrive there. */
export function onlyGenaiKey(use: ServiceUse): CredentialFlow | undefined {
  const flows = use.flows.filter((flow) => flow.method !== 'none');
  return flows.every((flow) => flow.method === 'genai-api-key') ? flows[0] : undefined;
}

/**
 * The IAM key that arrives at a use, when nothing else can: a principal branch or an unknown makes the code capable,
 * also when the branch makes a client of its own.
 */
export function onlyIamKey({ flows, alternatives = [] }: ServiceUse): CredentialFlow | undefined {
  const given = flows.filter((flow) => flow.method !== 'none');
  const others = alternatives.filter((flow) => !LONG_LIVED.has(flow.method));
  return others.length === 0 && given.every((flow) => flow.method === 'iam-api-key') ? given[0] : undefined;
}

/** A client made with one of these in another branch is no better, nor is one without credentials. */
const LONG_LIVED: ReadonlySet<string> = new Set(['iam-api-key', 'genai-api-key', 'none']);

/** A client that is given the key, and calls the paths of OpenAI. */
export const isOpenAi = ({ fact }: ServiceUse): boolean =>
  fact.operation !== 'request' && fact.auth.some((rule) => rule.as === 'key');

/** An OpenAI client pointed at an agent host: no such route exists there, so no credential makes it work. */
export const isOpenAiOnAgents = (use: ServiceUse): boolean => AGENT_PLANES.has(use.plane) && isOpenAi(use);
