import { window } from 'vscode';
import type { LiveReport } from '../../../live/main';
import { instancePrincipal } from '../../../machine/sources/principals';
import type { Held } from '../../../machine/sources/source';
import { trialEndpoint } from '../../settings';
import { chosenCredential } from './choose';
import type { Action, Actions } from './context';

/** Off OCI the metadata service never answers. */
const METADATA_DEADLINE_MS = 2_000;

/** Asks OCI once per plane. The SDK is loaded now and not before. */
export const testConnection: Action = async (actions, node) => {
  const held = await chosenCredential(actions, node);
  if (!held) return;
  await runTest(actions, held);
  await reveal(actions, held.credential.id);
};

export const stopTest: Action = ({ model }, node) => {
  if (node?.kind === 'credential') model.stopTest(node.id);
};

async function runTest({ model }: Actions, { credential }: Held): Promise<void> {
  await window.withProgress({ location: { viewId: 'principled.credentials' } }, () =>
    model.test(credential.id, async (held, signal) => {
      const report = await ask(held, signal);
      if (!report) {
        void window.showWarningMessage(
          `OCI GenAI Auth: ${credential.label} cannot be tested: it lacks what a request needs. The tree says what.`,
        );
      }
      return report;
    }),
  );
}

async function ask(held: Held, signal: AbortSignal, deadline?: number): Promise<LiveReport | undefined> {
  const material = await held.material();
  if (!material) return undefined;
  const { testConnection: live } = await import('../../../live/main');
  return live(material, { expiry: held.credential.expiry, signal, loopback: trialEndpoint(), deadline });
}

async function reveal({ model, view }: Actions, id: string): Promise<void> {
  const node = model.origins.flatMap(({ children }) => children).find((child) => child.id === id);
  if (node && view.visible) await view.reveal(node, { expand: true, select: true, focus: false });
}

/** Whether this machine is an instance of OCI: asked in person only. */
export const askMachine: Action = async ({ model }) => {
  const held = instancePrincipal();
  const report = await window.withProgress({ location: { viewId: 'principled.credentials' } }, () =>
    ask(held, new AbortController().signal, METADATA_DEADLINE_MS),
  );
  const identity = report?.results.find(({ subject }) => subject === 'identity');
  if (!report || identity?.verdict === 'no-principal' || identity?.verdict === 'cancelled') {
    void window.showInformationMessage('OCI GenAI Auth: this machine has no instance principal.');
    return;
  }
  model.add([held]);
  await model.test(held.credential.id, async () => report);
};
