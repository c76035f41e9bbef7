import { PLANE_FACTS, type Plane } from '../knowledge/plane';
import { familiesNamed, familyIsGranted } from '../knowledge/policy';
import type { Report, Rule } from './contract';

const MESSAGES = {
  gap: (plane: string, family: string) =>
    `This reaches the ${plane}, but no policy of this workspace grants anything of ${family}: calls answer 404 unless another policy does.`,
};

export const policyPlaneGap: Rule = {
  id: 'policy-plane-gap',
  severity: 'info',
  title: 'Plane that no policy of the workspace grants',
  *check({ uses, policies }): Iterable<Report> {
    // Without any GenAI statement the policies live elsewhere, and nothing can be missed here.
    if (!policies?.some((statement) => familiesNamed(statement).size > 0)) return;
    const spoken = new Set<Plane>();
    for (const use of uses) {
      const { family, label } = PLANE_FACTS[use.plane];
      if (!family || spoken.has(use.plane) || familyIsGranted(policies, use.plane) !== false) continue;
      spoken.add(use.plane);
      yield { span: use.call.callee.span, message: MESSAGES.gap(label, family), use };
    }
  },
};
