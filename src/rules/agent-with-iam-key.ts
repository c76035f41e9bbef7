import { acceptance } from '../knowledge/acceptance';
import { AGENT_PLANES, PLANE_FACTS } from '../knowledge/plane';
import type { Report, Rule } from './contract';
import { isOpenAiOnAgents, onlyIamKey } from './flows';
import { switchMethod } from './repair/switch-method';

const METHOD = 'iam-api-key';

const MESSAGES = {
  given: (plane: string, reason: string) =>
    `The ${plane} is called with an IAM API signing key: ${reason}. Use a principal where this runs on OCI.`,
  byDefault: (plane: string) =>
    `Without an authentication type this client of the ${plane} signs with the IAM API signing key of ~/.oci/config. Use a principal where this runs on OCI.`,
  noRoute: (plane: string) =>
    `The ${plane} has no OpenAI-compatible route, so no credential makes this client work: call the Responses API of the inference host, or use the agent client of the OCI SDK.`,
  origin: 'The credential comes from here.',
};

export const agentWithIamKey: Rule = {
  id: 'agent-with-iam-key',
  severity: 'warning',
  title: 'Agent plane called with a long-lived IAM API signing key',
  *check({ uses }): Iterable<Report> {
    for (const use of uses) {
      if (!AGENT_PLANES.has(use.plane)) continue;
      const flow = onlyIamKey(use);
      if (!flow) continue;
      const plane = PLANE_FACTS[use.plane].label;
      yield {
        span: use.call.callee.span,
        message: isOpenAiOnAgents(use)
          ? MESSAGES.noRoute(plane)
          : flow.byDefault
            ? MESSAGES.byDefault(plane)
            : MESSAGES.given(plane, acceptance(METHOD, use.plane).reason),
        related: flow.byDefault ? [] : [{ message: MESSAGES.origin, origin: flow.origin }],
        confidence: 'high',
        use,
      };
    }
  },
  fixes: (context, { use }) => (use ? switchMethod(context, use) : []),
};
