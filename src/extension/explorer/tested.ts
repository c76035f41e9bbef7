import { UNTESTED } from '../../knowledge/live-verdict';
import type { Plane } from '../../knowledge/plane';
import type { LiveReport, LiveResult } from '../../live/main';
import { capitalised, plain } from './escape';

/** What OCI was asked: that a plane never takes the kind of credential is known without. */
const asked = ({ verdict }: LiveResult): boolean => verdict !== 'method-refused';

/** What the whole test says of the credential: a failed sign-in says it all. */
export function overall(report: LiveReport): Pick<LiveResult, 'words' | 'tone'> {
  const signIn = signInOf(report);
  if (signIn && signIn.tone !== 'good') return signIn;
  const planes = report.results.filter((result) => result.subject !== 'identity' && asked(result));
  const good = planes.filter(({ tone }) => tone === 'good').length;
  const [only] = planes;
  if (only && planes.length === 1) return only.tone === 'good' ? { words: 'works', tone: 'good' } : only;
  if (good === planes.length) return { words: 'works', tone: 'good' };
  return { words: `${good} of ${planes.length} planes work`, tone: good > 0 ? 'good' : 'warning' };
}

/** `works (14:05)`: what was said and when, before everything that could be cut off. */
export const briefly = (report: LiveReport): string => `${overall(report).words} (${clock(report.at)})`;

const clock = (at: number): string =>
  new Date(at).toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' });

/** Of a plane: what it said, or why it was not asked. Nothing before a test. */
export function saidBy(plane: Plane, report: LiveReport | undefined): LiveResult | { untested: string } | undefined {
  if (!report) return undefined;
  const result = report.results.find(({ subject }) => subject === plane);
  if (result) return asked(result) ? result : undefined;
  const stopped = report.results.find(({ subject, tone }) => subject === 'identity' && tone !== 'good');
  return { untested: UNTESTED[plane] ?? stopped?.words ?? 'the test was stopped' };
}

export const signInOf = (report: LiveReport | undefined): LiveResult | undefined =>
  report?.results.find(({ subject }) => subject === 'identity');

/** Whether there is something to say on an answer: what kept the sign-in from working is said there, and once. */
export function advises(result: LiveResult, report: LiveReport): boolean {
  if (result.tone === 'good' || result.tone === 'info') return false;
  return result.subject === 'identity' || result.verdict !== signInOf(report)?.verdict;
}

/** `404 NotAuthorizedOrNotFound`, without saying a number twice. */
export const answerOf = ({ status, code }: LiveResult): string =>
  [status, code === String(status) ? undefined : code].filter((part) => part !== undefined && part !== '').join(' ');

/** What a live result says, in the order in which one would try. */
export function resultTooltip(result: LiveResult, report: LiveReport): string {
  const { words, causes, requestId } = result;
  const trace = [answerOf(result), requestId && `opc-request-id ${requestId}`, `at ${clock(report.at)}`];
  const advice = causes.map(({ cause, next }, index) => `${index + 1}. **${plain(cause)}** ${plain(next)}`);
  const compartment = report.compartment ? `Asked for the compartment ${report.compartment}` : undefined;
  return [
    plain(capitalised(words)),
    trace
      .filter((part) => part)
      .map((part) => plain(String(part)))
      .join(' · '),
    ...(compartment ? [plain(compartment)] : []),
    advice.join('\n'),
  ].join('\n\n');
}
