import { type Acceptance, acceptance, type Verdict } from '../knowledge/acceptance';
import { METHODS, type Method } from '../knowledge/method';
import { availability, isWorkload } from '../knowledge/place';
import type { Plane } from '../knowledge/plane';
import { WORKLOAD_FACTS } from '../knowledge/workload';
import { CALL_FACTS, type Need } from './need';
import { noteFor } from './notes';

export interface Advice {
  readonly method: Method;
  readonly verdict: Verdict;
  /** Why this verdict: one sentence. */
  readonly reason: string;
  /** The plane on which the method would be used. */
  readonly plane: Plane;
  /** For `refused`: what would make it possible. */
  readonly possibleIf?: string;
  /** What to know before choosing it. */
  readonly note?: string;
}

const WORSE: readonly Verdict[] = ['works', 'discouraged', 'refused'];
const rank = (verdict: Verdict): number => WORSE.indexOf(verdict);

/** Every method for a need, best first. */
export function advise(need: Need): readonly Advice[] {
  const preferred = preferences(need);
  const place = (method: Method): number => {
    const at = preferred.indexOf(method);
    return at < 0 ? preferred.length + METHODS.indexOf(method) : at;
  };
  return METHODS.map((method) => judge(method, need)).sort(
    (a, b) => rank(a.verdict) - rank(b.verdict) || place(a.method) - place(b.method),
  );
}

function judge(method: Method, need: Need): Advice {
  const { plane, accepted } = bestPlane(method, need);
  if (accepted.verdict === 'refused') {
    return { method, plane, verdict: 'refused', reason: accepted.reason, possibleIf: otherCall(method, need) };
  }
  const here = availability(method, need.on);
  const verdict = rank(here.verdict) >= rank(accepted.verdict) ? here.verdict : accepted.verdict;
  const reason = rank(here.verdict) >= rank(accepted.verdict) ? here.reason : accepted.reason;
  const note = verdict === 'refused' ? undefined : noteFor(method, plane, need);
  return { method, plane, verdict, reason, possibleIf: here.possibleIf, note };
}

function bestPlane(method: Method, need: Need): { plane: Plane; accepted: Acceptance } {
  const choices = CALL_FACTS[need.call].planes.map((plane) => ({ plane, accepted: acceptance(method, plane) }));
  // The first of equals: a call's planes are listed in the order to prefer.
  return choices.sort((a, b) => rank(a.accepted.verdict) - rank(b.accepted.verdict))[0] as (typeof choices)[number];
}

/** What to call instead, so that a refused method would do. */
function otherCall(method: Method, need: Need): string {
  if (method === 'idcs-oauth')
    return 'the call goes to a hosted application with identity-domain authentication, which takes such tokens';
  if (method !== 'genai-api-key')
    return 'the application is created with IAM authentication instead of an identity domain';
  switch (need.call) {
    case 'agents':
      return 'the agent is rebuilt on the Responses API of the inference host, which takes GenAI API keys';
    case 'rerank':
      return 'chat, Responses or OpenAI-family embeddings can stand in for it; rerank exists only as a signed call';
    case 'hosted-application':
      return 'the model is called directly over the OpenAI-compatible API instead of the application';
    default:
      return 'models are only called, over the OpenAI-compatible API; managing them is never open to keys';
  }
}

/** The original rules: principals inside OCI, a GenAI key outside for inference, else token exchange; tenancy keys last. */
function preferences(need: Need): readonly Method[] {
  const { on, priority, call } = need;
  const key: readonly Method[] = ['genai-api-key', 'idcs-oauth'];
  const people: readonly Method[] = ['delegation-token', 'session-token', 'iam-api-key'];
  if (isWorkload(on)) {
    // Behind the principal, what is quick or can be handed over comes before what takes more of an administrator.
    const next: readonly Method[] = priority === 'experiment' || priority === 'no-iam' ? key : [];
    return [
      WORKLOAD_FACTS[on].principal,
      ...next,
      'idcs-oauth',
      'instance-principal',
      'token-exchange',
      ...key,
      ...people,
    ];
  }
  if (on === 'laptop') return [...key, 'session-token', 'token-exchange', 'iam-api-key'];
  // Oracle recommends IAM for production, and a pipeline has the token to exchange.
  const iamFirst = priority === 'production' || !CALL_FACTS[call].inference;
  // Whoever cannot touch IAM cannot make an identity domain trust the pipeline either.
  const exchangeFirst = on === 'ci' && iamFirst && priority !== 'no-iam';
  return exchangeFirst ? ['token-exchange', ...key, ...people] : [...key, 'token-exchange', ...people];
}
