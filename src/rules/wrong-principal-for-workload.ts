import { METHOD_FACTS } from '../knowledge/method';
import { WORKLOAD_FACTS } from '../knowledge/workload';
import type { Report, Rule } from './contract';
import { switchMethod } from './repair/switch-method';

const MESSAGES = {
  absent: (workload: string, given: string, right: string) => `There is no ${given} on ${workload}: use the ${right}.`,
  evidence: 'This file shows where it runs.',
};

export const wrongPrincipalForWorkload: Rule = {
  id: 'wrong-principal-for-workload',
  severity: 'warning',
  title: 'Principal that the workload does not have',
  *check({ uses, evidence, uri }): Iterable<Report> {
    const [shown, other] = evidence.filter((one) => one.certain);
    // Evidence for several workloads: each may have its own branch elsewhere.
    if (!shown || (other && other.workload !== shown.workload)) return;
    const { label, principal, without } = WORKLOAD_FACTS[shown.workload];
    for (const use of uses) {
      const [flow] = use.flows;
      if (!flow || flow.method === 'none' || flow.method === 'unknown' || !without.includes(flow.method)) continue;
      if (!use.flows.every((one) => one.method === flow.method)) continue;
      const related =
        shown.uri === uri
          ? []
          : [{ message: MESSAGES.evidence, origin: { uri: shown.uri, span: { start: 0, end: 0 } } }];
      const message = MESSAGES.absent(label, METHOD_FACTS[flow.method].label, METHOD_FACTS[principal].label);
      yield { span: use.call.callee.span, message, related, use };
    }
  },
  fixes: (context, { use }) => (use ? switchMethod(context, use) : []),
};
