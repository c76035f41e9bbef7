import { AGENT_PLANES, PLANE_FACTS } from '../knowledge/plane';
import type { Report, Rule } from './contract';
import { isOpenAiOnAgents, onlyGenaiKey } from './flows';
import { switchMethod } from './repair/switch-method';

const MESSAGES = {
  refused: (plane: string) =>
    `The ${plane} never accepts a GenAI API key: it reads request signatures only and answers 404. Sign the request with a principal.`,
  noRoute: (plane: string) =>
    `The ${plane} has no OpenAI-compatible route, so no credential makes this client work: call the Responses API of the inference host, or use the agent client of the OCI SDK.`,
  origin: 'The key comes from here.',
};

export const agentWithGenaiKey: Rule = {
  id: 'agent-with-genai-key',
  severity: 'error',
  title: 'Agent plane called with a GenAI API key',
  *check({ uses }): Iterable<Report> {
    for (const use of uses) {
      if (!AGENT_PLANES.has(use.plane)) continue;
      const flow = onlyGenaiKey(use);
      if (!flow) continue;
      yield {
        span: use.call.callee.span,
        message: (isOpenAiOnAgents(use) ? MESSAGES.noRoute : MESSAGES.refused)(PLANE_FACTS[use.plane].label),
        related: [{ message: MESSAGES.origin, origin: flow.origin }],
        confidence: 'high',
        use,
      };
    }
  },
  fixes: (context, { use }) => (use ? switchMethod(context, use) : []),
};
