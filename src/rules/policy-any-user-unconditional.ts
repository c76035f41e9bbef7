import { opensGenAiToEveryone } from '../knowledge/policy';
import type { Report, Rule } from './contract';
import { statementsIn } from './policy-statements';

const MESSAGES = {
  open: (subject: string) =>
    `${subject} without a request.principal condition opens Generative AI to every principal of the tenancy. Name the principal: where ALL {request.principal.type='generativeaiapikey', …}.`,
};

export const policyAnyUserUnconditional: Rule = {
  id: 'policy-any-user-unconditional',
  severity: 'warning',
  title: 'Policy that opens Generative AI to every principal',
  *check({ program }): Iterable<Report> {
    for (const { statement, place } of statementsIn(program)) {
      const { subject } = statement;
      if (!subject || !opensGenAiToEveryone(statement)) continue;
      yield { span: place(subject.span), message: MESSAGES.open(subject.kind) };
    }
  },
};
