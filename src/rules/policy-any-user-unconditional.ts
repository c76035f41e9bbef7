import { familiesNamed, opensGenAiToEveryone } from '../knowledge/policy';
import type { Fix, Report, Rule } from './contract';
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
  fixes({ program }, { span }): readonly Fix[] {
    for (const { statement, place } of statementsIn(program)) {
      const { subject, condition } = statement;
      if (!subject || !opensGenAiToEveryone(statement) || place(subject.span).start !== span.start) continue;
      const agents = familiesNamed(statement).has('genai-agent-family');
      const skeleton = agents ? WORKLOAD : GENAI_KEY;
      // The OCID of the key narrows it further; only the type of principal is known here.
      const given = condition && place(condition.span);
      const { end } = given ?? place(statement.span);
      const edits = given
        ? [{ span: given, text: `ALL {${skeleton}, ${program.text.slice(given.start, end)}}` }]
        : [{ span: { start: end, end }, text: ` where ALL {${skeleton}}` }];
      return [
        {
          title: agents ? 'Open it to one OKE workload only' : 'Open it to GenAI API keys only',
          safety: 'unsafe',
          preferred: true,
          edits,
        },
      ];
    }
    return [];
  },
};

const GENAI_KEY = "request.principal.type='generativeaiapikey'";

/** The agent planes take no key: an OKE workload is who has no group of its own. */
const WORKLOAD =
  "request.principal.type='workload', request.principal.namespace='<namespace>', request.principal.service_account='<service-account>', request.principal.cluster_id='<cluster-ocid>'";
