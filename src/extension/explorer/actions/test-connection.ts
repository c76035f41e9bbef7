import { window } from 'vscode';
import { REGIONS, realmOfOcid } from '../../../knowledge/region';
import type { LiveReport } from '../../../live/main';
import type { Held } from '../../../machine/sources/source';
import { isPlaceholder } from '../../../secrets/placeholder';
import { testCompartment, trialEndpoint } from '../../settings';
import type { Model } from '../model';
import { askText } from './ask';
import { chosenCredential } from './choose';
import type { Action, Actions } from './context';

const OTHER = 'Test in Another Compartment';
export const COMPARTMENT = /^ocid1\.(?:compartment|tenancy)\.[a-z0-9._-]+$/i;

/** Asks OCI once per plane. The SDK is loaded now and not before. */
export const testConnection: Action = async (actions, node) => {
  const held = await chosenCredential(actions, node);
  if (held) await testAndShow(actions, held);
};

export const stopTest: Action = ({ model }, node) => {
  if (node?.kind === 'credential') model.tests.stop(node.id);
};

/** A policy lets a principal into compartments: whether it does shows only where one asks. */
export const testInCompartment: Action = async (actions, node) => {
  const held = await chosenCredential(actions, node, ({ credential }) => credential.method !== 'genai-api-key');
  if (!held) return;
  const chosen = await askCompartment(actions.model, held);
  if (!chosen) return;
  actions.model.tests.choose(held.credential.id, chosen);
  await testAndShow(actions, held);
};

async function askCompartment(model: Model, { credential: { tenancy } }: Held): Promise<string | undefined> {
  const setting = testCompartment();
  const named = (await model.code.compartments()).filter((ocid) => ocid !== setting);
  const choices = [
    ...(setting ? [{ label: setting, description: 'from the settings' }] : []),
    ...named.map((label) => ({ label, description: 'named in the code' })),
    ...(tenancy ? [{ label: tenancy, description: 'the root of the tenancy' }] : []),
    { label: 'Enter an OCID…', description: '' },
  ];
  const picked =
    choices.length === 1
      ? choices[0]
      : await window.showQuickPick(choices, { title: OTHER, placeHolder: 'Compartment', ignoreFocusOut: true });
  if (!picked || COMPARTMENT.test(picked.label)) return picked?.label;
  const typed = await askText(OTHER, 'OCID of the compartment', (text) =>
    COMPARTMENT.test(text) ? undefined : 'An OCID that starts with ocid1.compartment.',
  );
  return typed?.trim();
}

async function testAndShow(actions: Actions, held: Held): Promise<void> {
  await runTest(actions, held);
  await reveal(actions, held.credential.id);
}

async function runTest({ model }: Actions, { credential }: Held): Promise<void> {
  await window.withProgress({ location: { viewId: 'principled.credentials' } }, () =>
    model.test(credential.id, async (held, signal) => {
      const report = await ask(model, held, signal);
      if (!report) {
        void window.showWarningMessage(
          `OCI GenAI Auth: ${credential.label} cannot be tested: it lacks what a request needs. The tree says what.`,
        );
      }
      return report;
    }),
  );
}

async function ask(model: Model, held: Held, signal: AbortSignal): Promise<LiveReport | undefined> {
  const { expiry } = held.credential;
  const material = await held.material();
  if (!material) return undefined;
  const compartment = await compartmentOf(model, held);
  const { testConnection: live } = await import('../../../live/main');
  return live(material, { expiry, signal, compartment, loopback: trialEndpoint() });
}

/** The compartment that the user chose, else the one of the settings or of the code; none for the tenancy’s root. */
export async function compartmentOf(model: Model, held: Held): Promise<string | undefined> {
  const { id, method } = held.credential;
  if (method === 'genai-api-key') return undefined;
  return model.tests.compartment(id) ?? testCompartment() ?? namedCompartment(model, held);
}

/** What stands for a compartment is none, and one of another realm cannot be reached. */
async function namedCompartment(model: Model, { credential: { tenancy, region } }: Held): Promise<string | undefined> {
  const realm = realmOfOcid(tenancy ?? '') ?? REGIONS.get(region ?? '')?.realm;
  const real = (ocid: string): boolean => !isPlaceholder(ocid) && (realm === undefined || realmOfOcid(ocid) === realm);
  return (await model.code.compartments()).find(real);
}

export async function reveal({ model, view }: Actions, id: string): Promise<void> {
  const node = model.origins.flatMap(({ children }) => children).find((child) => child.id === id);
  if (node && view.visible) await view.reveal(node, { expand: true, select: true, focus: false });
}
