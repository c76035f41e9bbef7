import { RENEWAL_OUTCOMES } from '../knowledge/renewal-outcome';
import type { LiveResult } from './judge';
import type { FailureReason, Outcome } from './outcome';

/** Why there is no new secret, in sentences of our own. */
export interface NotRenewed {
  readonly problem: string;
  readonly next?: string;
}

/** The request may have arrived when these are seen. */
const MAY_HAVE_ARRIVED: ReadonlySet<FailureReason> = new Set(['timeout', 'cancelled', 'unreachable', 'redirect']);

/** A change has outcomes that a question does not have: it may be half done. `asked` is what the same answer says of a question. */
export function notRenewed(outcome: Outcome, asked: LiveResult): NotRenewed {
  const special = specialOutcome(outcome);
  return special ? RENEWAL_OUTCOMES[special] : whyNot(asked);
}

export const whyNot = ({ words, causes: [first] }: LiveResult): NotRenewed => ({
  problem: `not renewed: ${words}`,
  ...(first && { next: first.next }),
});

function specialOutcome(outcome: Outcome): keyof typeof RENEWAL_OUTCOMES | undefined {
  if (outcome.kind === 'failure') return MAY_HAVE_ARRIVED.has(outcome.reason) ? 'unknown' : undefined;
  const { status, json } = outcome;
  if (status >= 200 && status < 300) return json ? 'without-secret' : 'unknown';
  if (status >= 500) return 'unknown';
  if (!json) return undefined;
  if (status === 409 || status === 412) return 'conflict';
  if (status === 404) return 'not-found';
  if (status === 429) return 'throttled';
  return status === 401 || status === 403 || status === 407 ? undefined : 'refused';
}
