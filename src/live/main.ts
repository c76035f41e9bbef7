import type { Material } from '../credentials/material';
import { acceptance } from '../knowledge/acceptance';
import type { Method } from '../knowledge/method';
import { DEADLINE_MS, Deadline } from './deadline';
import { judge, type LiveResult, resultOf } from './judge';
import { Observer } from './observer';
import type { Outcome } from './outcome';
import { PROBES, type Subject } from './probes';
import { prepare, type Ready } from './ready';

export { listGenAiKeys } from './genai-keys';
export type { LiveResult } from './judge';
export { renewGenAiKey } from './renew-key';

export interface LiveOptions {
  /** The tenancy’s root when absent. */
  readonly compartment?: string;
  /** When the session or key ends, milliseconds. */
  readonly expiry?: number;
  /** Ends every check that still runs. */
  readonly signal?: AbortSignal;
  /** Of each check. */
  readonly deadline?: number;
  /** Of the question whether this machine has the principal at all. */
  readonly askDeadline?: number;
  /** A server on this machine instead of OCI: given by the user in person, never by a workspace. */
  readonly loopback?: string;
  /** Told of each result as it comes. */
  readonly onResult?: (result: LiveResult) => void;
}

export interface LiveReport {
  /** Milliseconds. */
  readonly at: number;
  /** The one that was asked for; nothing where the credential has its own, or none was reached. */
  readonly compartment?: string;
  readonly results: readonly LiveResult[];
}

/** Asks OCI, once per plane and all at the same time, what it says to a credential. Never throws. */
export async function testConnection(material: Material, options: LiveOptions = {}): Promise<LiveReport> {
  const at = Date.now();
  const results: LiveResult[] = [];
  const tell = (result: LiveResult): void => {
    results.push(result);
    options.onResult?.(result);
  };
  const first = new Deadline(options.askDeadline ?? options.deadline ?? DEADLINE_MS, options.signal);
  const ready = await prepare(material, options, first);
  // A GenAI API key acts in its own compartment.
  const asked = material.kind === 'bearer' || 'verdict' in ready ? '' : (options.compartment ?? ready.tenancy);
  if ('verdict' in ready) tell(ready);
  else await runAll(material, ready, { ...options, compartment: asked }, tell);
  const order = Object.keys(PROBES);
  results.sort((a, b) => order.indexOf(a.subject) - order.indexOf(b.subject));
  return { at, ...(asked ? { compartment: asked } : {}), results };
}

async function runAll(
  material: Material,
  ready: Ready,
  options: LiveOptions,
  tell: (result: LiveResult) => void,
): Promise<void> {
  const method: Method = material.kind === 'bearer' ? 'genai-api-key' : material.method;
  const baseline = material.kind === 'bearer' ? undefined : outcomeOf('identity', ready, options);
  const one = async (subject: Subject): Promise<void> => {
    if (subject !== 'identity' && acceptance(method, subject).verdict === 'refused') {
      tell({ ...resultOf(subject, 'method-refused'), words: acceptance(method, subject).reason });
      return;
    }
    const outcome = subject === 'identity' ? baseline : outcomeOf(subject, ready, options);
    if (!outcome) return;
    const [own, first] = await Promise.all([outcome, baseline]);
    const othersAnswer = first?.kind === 'reply';
    const { region } = ready;
    tell(judge({ subject, method, outcome: own, now: Date.now(), expiry: options.expiry, othersAnswer, region }));
  };
  await Promise.all((Object.keys(PROBES) as Subject[]).map(one));
}

async function outcomeOf(subject: Subject, { signing, endpoints }: Ready, options: LiveOptions): Promise<Outcome> {
  const deadline = new Deadline(options.deadline ?? DEADLINE_MS, options.signal);
  const observer = new Observer(signing.signer, deadline);
  try {
    await PROBES[subject]?.({ observer, endpoints, compartment: options.compartment ?? '' });
  } catch {
    // The SDK wants more of an answer than there is; what was observed is what counts.
  }
  return observer.outcome;
}
