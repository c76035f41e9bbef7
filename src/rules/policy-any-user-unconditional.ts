import { familiesNamed, opensGenAiToEveryone } from '../knowledge/policy';
import type { Evidence, Fix, Report, Rule } from './contract';
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
  fixes({ program, evidence }, { span }): readonly Fix[] {
    for (const { statement, place } of statementsIn(program)) {
      const { subject, condition } = statement;
      if (!subject || !opensGenAiToEveryone(statement) || place(subject.span).start !== span.start) continue;
      const given = condition && place(condition.span);
      const { end } = given ?? place(statement.span);
      const agents = familiesNamed(statement).has('genai-agent-family');
      return narrowed(agents, evidence).map(({ title, condition: narrow, preferred }) => ({
        title,
        safety: 'unsafe',
        preferred,
        edits: given
          ? [{ span: given, text: `ALL {${narrow}, ${program.text.slice(given.start, end)}}` }]
          : [{ span: { start: end, end }, text: ` where ALL {${narrow}}` }],
      }));
    }
    return [];
  },
};

interface Narrowed {
  readonly title: string;
  readonly condition: string;
  /** The workspace shows that these principals call, and nothing is left to fill in. */
  readonly preferred: boolean;
}

/** The OCID of the key narrows it further; only the type of principal is known here. */
const KEYS: Narrowed = {
  title: 'Open it to GenAI API keys only',
  condition: "request.principal.type='generativeaiapikey'",
  preferred: false,
};

/** Keys and OKE workloads have no group of their own, and the agent planes take no key. Who is meant, evidence says. */
function narrowed(agents: boolean, evidence: readonly Evidence[]): readonly Narrowed[] {
  const oke = evidence.some(({ workload }) => workload === 'oke');
  const keys = agents ? [] : [KEYS];
  return oke ? [...workloads(evidence, true), ...keys] : [...keys, ...workloads(evidence, false)];
}

/** The manifests say which workload. */
function workloads(evidence: readonly Evidence[], preferred: boolean): readonly Narrowed[] {
  const accounts = evidence.flatMap(({ account }) => account ?? []);
  const [account] = accounts;
  const same = accounts.every((one) => one.namespace === account?.namespace && one.name === account?.name);
  const known = same && account?.namespace !== undefined && account.name !== undefined;
  const { namespace = '<namespace>', name = '<service-account>' } = known ? account : {};
  const type = "request.principal.type='workload'";
  const one = `${type}, request.principal.namespace='${namespace}', request.principal.service_account='${name}'`;
  const placed = `${one}, request.principal.cluster_id='<cluster-ocid>'`;
  return [
    known
      ? { title: `Open it to the OKE workload ${namespace}/${name} only`, condition: one, preferred }
      : { title: 'Open it to OKE workloads only', condition: type, preferred },
    { title: 'Open it to one OKE workload only, to be filled in', condition: placed, preferred: false },
  ];
}
