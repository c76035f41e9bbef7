import { PLANE_FACTS, type Plane } from '../knowledge/plane';
import type { Report, Rule } from './contract';
import { isOpenAi, onlyGenaiKey } from './flows';
import { toOpenAiPath } from './repair/openai-path';
import { switchMethod } from './repair/switch-method';

/** Signed planes beside the agents' own. The management host's `/openai/v1` is left out: its evidence conflicts. */
const SIGNED: ReadonlySet<Plane> = new Set(['inference-native', 'genai-management', 'nl2sql']);

const MESSAGES = {
  refused: (plane: string) =>
    `The ${plane} API takes signed requests only; a GenAI API key opens just the OpenAI-compatible paths (/openai/v1). Sign the request or call that path.`,
  origin: 'The key comes from here.',
};

export const nativeApiWithGenaiKey: Rule = {
  id: 'native-api-with-genai-key',
  severity: 'error',
  title: 'Signed API called with a GenAI API key',
  *check({ uses }): Iterable<Report> {
    for (const use of uses) {
      const flow = SIGNED.has(use.plane) ? onlyGenaiKey(use) : undefined;
      if (!flow) continue;
      yield {
        span: use.call.callee.span,
        message: MESSAGES.refused(PLANE_FACTS[use.plane].label),
        related: [{ message: MESSAGES.origin, origin: flow.origin }],
        use,
      };
    }
  },
  fixes(context, { use }) {
    if (!use) return [];
    return isOpenAi(use) ? toOpenAiPath(context, use) : switchMethod(context, use);
  },
};
