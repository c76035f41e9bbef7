import type { CredentialFlow } from '../flow/credential';
import type { ServiceUse } from '../flow/uses';
import { METHOD_FACTS } from '../knowledge/method';
import { AGENT_PLANES } from '../knowledge/plane';
import { WORKLOAD_FACTS, type Workload } from '../knowledge/workload';
import type { Span } from '../source/program';
import type { Report, Rule } from './contract';
import { onlyIamKey } from './flows';
import { switchMethod } from './repair/switch-method';

/** Where a key cannot be meant for a laptop: what runs there was deployed there. */
const DEPLOYED: ReadonlySet<Workload> = new Set([
  'functions',
  'oke',
  'container-instances',
  'data-science',
  'hosted-application',
]);

const MESSAGES = {
  deployed: (workload: string, principal: string) =>
    `This code runs on ${workload}, which has a ${principal} of its own; an IAM API signing key must be shipped with it and stays valid until somebody revokes it.`,
  evidence: 'This file shows where it runs.',
};

/** The place of the key: where the credential is made, or the client when it is made inside the call. */
function placeOf(use: ServiceUse, flow: CredentialFlow, uri: string): Span {
  const { span } = flow.origin;
  const inCall = use.call.span.start <= span.start && span.end <= use.call.span.end;
  return flow.origin.uri === uri && !inCall ? span : use.call.callee.span;
}

export const workloadWithIamKey: Rule = {
  id: 'workload-with-iam-key',
  severity: 'warning',
  title: 'Deployed code that authenticates with an IAM API signing key',
  *check({ uses, evidence, uri }): Iterable<Report> {
    const shown = evidence.find((one) => one.certain && DEPLOYED.has(one.workload));
    if (!shown) return;
    const { label, principal } = WORKLOAD_FACTS[shown.workload];
    const spoken = new Set<Span>();
    // agent-with-iam-key already speaks of these credentials.
    for (const use of uses) {
      if (AGENT_PLANES.has(use.plane) && onlyIamKey(use)) for (const flow of use.flows) spoken.add(flow.origin.span);
    }
    for (const use of uses) {
      const flow = AGENT_PLANES.has(use.plane) ? undefined : onlyIamKey(use);
      if (!flow || spoken.has(flow.origin.span)) continue;
      spoken.add(flow.origin.span);
      const related =
        shown.uri === uri
          ? []
          : [{ message: MESSAGES.evidence, origin: { uri: shown.uri, span: { start: 0, end: 0 } } }];
      const message = MESSAGES.deployed(label, METHOD_FACTS[principal].label);
      yield { span: placeOf(use, flow, uri), message, related, use };
    }
  },
  fixes: (context, { use }) => (use ? switchMethod(context, use) : []),
};
