import { agentWithGenaiKey } from './agent-with-genai-key';
import { agentWithIamKey } from './agent-with-iam-key';
import type { Rule } from './contract';

/** Every rule, in the order in which findings of one place are shown. */
export const RULES: readonly Rule[] = [agentWithGenaiKey, agentWithIamKey];
