import { acceptance } from '../knowledge/acceptance';
import { ALLOWED_SKEW_MS, LIVE_VERDICTS, type LiveVerdict } from '../knowledge/live-verdict';
import type { Method } from '../knowledge/method';
import { REGIONS } from '../knowledge/region';
import { unknownRegion } from './endpoint';
import type { FailureReason, Outcome } from './outcome';
import { ASKS_FOR_NOTHING, type Subject } from './probes';

export interface LiveResult {
  readonly subject: Subject;
  readonly verdict: LiveVerdict;
  readonly tone: 'good' | 'warning' | 'bad' | 'info';
  /** The verdict as a sentence fragment, ours alone. */
  readonly words: string;
  /** Most likely first. */
  readonly causes: readonly { readonly cause: string; readonly next: string }[];
  readonly status?: number;
  readonly code?: string;
  readonly requestId?: string;
}

export interface Judged {
  readonly subject: Subject;
  readonly method: Method;
  readonly outcome: Outcome;
  readonly now: number;
  /** Of the session or key, when known. */
  readonly expiry?: number;
  /** Another host of the region answered: the network is well. */
  readonly othersAnswer: boolean;
  readonly region?: string;
}

export function judge(judged: Judged): LiveResult {
  const { outcome, subject } = judged;
  if (outcome.kind === 'failure') {
    const verdict = verdictOfFailure(outcome.reason, judged);
    return resultOf(subject, verdict, verdict === 'region-unusable' ? unknownRegion(judged.region ?? '') : undefined);
  }
  const verdict = verdictOfReply(outcome, judged);
  const { status, code, requestId } = outcome;
  return { ...resultOf(subject, verdict, wordsFor(verdict, judged, outcome.date)), status, code, requestId };
}

export function resultOf(subject: Subject, verdict: LiveVerdict, words?: string): LiveResult {
  const fact = LIVE_VERDICTS[verdict];
  return { subject, verdict, tone: fact.tone, words: words ?? fact.words, causes: fact.causes };
}

function verdictOfFailure(reason: FailureReason, { othersAnswer, region }: Judged): LiveVerdict {
  switch (reason) {
    case 'dns':
      if (othersAnswer) return 'not-in-region';
      // A new region has a name server long before it is known here: a name without one is a slip.
      return region && !REGIONS.has(region) ? 'region-unusable' : 'unreachable';
    case 'redirect':
      return 'not-oci';
    default:
      return reason;
  }
}

function verdictOfReply(reply: Extract<Outcome, { kind: 'reply' }>, judged: Judged): LiveVerdict {
  const { status } = reply;
  if (status === 407) return 'proxy';
  if (!reply.json) return 'not-oci';
  if (status < 300) return 'works';
  if (status === 401) return verdictOfRefusal(reply, judged);
  if (status === 404) return ASKS_FOR_NOTHING.has(judged.subject) ? 'accepted' : 'no-policy';
  if (status === 403) return 'forbidden';
  if (status === 409 || status === 429) return 'throttled';
  return status < 500 ? 'accepted' : 'service-error';
}

/** A 401 has many causes; the ones that show come first. */
function verdictOfRefusal({ date }: Extract<Outcome, { kind: 'reply' }>, judged: Judged): LiveVerdict {
  const { method, subject, now, expiry } = judged;
  if (method !== 'genai-api-key' && date !== undefined && Math.abs(date - now) > ALLOWED_SKEW_MS) return 'clock-off';
  if (expiry !== undefined && expiry <= now) return 'expired';
  if (subject !== 'identity' && acceptance(method, subject).verdict === 'refused') return 'method-refused';
  return method === 'genai-api-key' ? 'key-not-accepted' : 'not-authenticated';
}

function wordsFor(verdict: LiveVerdict, { now }: Judged, date: number | undefined): string | undefined {
  if (verdict !== 'clock-off' || date === undefined) return undefined;
  const minutes = Math.round((now - date) / 60_000);
  return `the clock of this machine is ${Math.abs(minutes)} minutes ${minutes > 0 ? 'ahead' : 'behind'}`;
}
