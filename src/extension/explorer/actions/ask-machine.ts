import { ProgressLocation, window } from 'vscode';
import type { LiveReport } from '../../../live/main';
import { takeInventory } from '../../../machine/inventory';
import { MachinePrincipals } from '../../../machine/sources/principals';
import type { Held } from '../../../machine/sources/source';
import { trialEndpoint } from '../../settings';
import type { Action } from './context';

/** Of the question alone: off OCI the metadata service never answers. The planes have the time of every test. */
const QUESTION_MS = 4_000;

/** Which principals this machine has: its instance’s, its resource’s and its pod’s. Asked in person only. */
export const askMachine: Action = async ({ model }) => {
  const { held: candidates } = await takeInventory([new MachinePrincipals()], model.machine);
  const stop = new AbortController();
  const answers = await window.withProgress(
    { location: ProgressLocation.Notification, title: 'Asking this machine for its principals', cancellable: true },
    (_progress, token) => {
      token.onCancellationRequested(() => stop.abort());
      return Promise.all(candidates.map((held) => ask(held, stop.signal)));
    },
  );
  if (stop.signal.aborted) return;
  const found = answers.filter(({ report }) => isThere(report));
  if (found.length === 0) {
    void window.showInformationMessage('OCI GenAI Auth: this machine has no principal of OCI.');
    return;
  }
  const known = new Set(model.all.map(({ credential }) => credential.id));
  model.add(found.map(({ held }) => held).filter(({ credential }) => !known.has(credential.id)));
  for (const { held, report } of found) await model.test(held.credential.id, async () => report);
};

interface Answer {
  readonly held: Held;
  readonly report?: LiveReport;
}

async function ask(held: Held, signal: AbortSignal): Promise<Answer> {
  const material = await held.material();
  if (!material) return { held };
  const { testConnection: live } = await import('../../../live/main');
  const report = await live(material, { signal, loopback: trialEndpoint(), askDeadline: QUESTION_MS });
  return { held, report };
}

/** One that gets no token is there as well, and its row says why it gets none. */
const isThere = (report: LiveReport | undefined): boolean =>
  report !== undefined && !report.results.some(({ verdict }) => verdict === 'no-principal' || verdict === 'cancelled');
