import { window } from 'vscode';
import { fitsMask } from '../../../credentials/key-mask';
import { acceptance } from '../../../knowledge/acceptance';
import type { ListedKey } from '../../../live/genai-keys';
import { listedKey } from '../../../machine/sources/genai-keys';
import type { Held } from '../../../machine/sources/source';
import { trialEndpoint } from '../../settings';
import { chosenCredential } from './choose';
import type { Action, Actions } from './context';
import { COMPARTMENT } from './test-connection';

const LIST = 'List GenAI API Keys';

/** What may sign a request of the management API. */
export const manages = ({ credential: { source, method } }: Held): boolean =>
  source !== 'management' && acceptance(method, 'genai-management').verdict !== 'refused';

/** Asks OCI which keys a compartment has: their state and end, as nothing on this machine tells. */
export const listGenAiKeys: Action = async (actions, node) => {
  const held = await chosenCredential(actions, node, manages);
  if (!held) return;
  const { label, tenancy } = held.credential;
  const compartment = await window.showInputBox({
    title: `${LIST}: as ${label}`,
    prompt: 'OCID of the compartment (or of the tenancy, for its root)',
    value: tenancy,
    ignoreFocusOut: true,
    validateInput: (text) =>
      COMPARTMENT.test(text.trim()) ? undefined : 'An OCID that starts with ocid1.compartment.',
  });
  if (!compartment) return;
  await window.withProgress({ location: { viewId: 'principled.credentials' } }, () =>
    list(actions, held, compartment.trim()),
  );
};

async function list(actions: Actions, held: Held, compartment: string): Promise<void> {
  const { model } = actions;
  const material = await held.material();
  if (!material) {
    void window.showWarningMessage(`OCI GenAI Auth: ${held.credential.label} lacks what a request needs.`);
    return;
  }
  const live = await import('../../../live/main');
  const keys = await live.listGenAiKeys(material, { compartment, loopback: trialEndpoint() });
  if ('verdict' in keys) {
    const [first] = keys.causes;
    void window.showErrorMessage(`OCI GenAI Auth: ${keys.words}.${first ? ` ${first.next}` : ''}`);
    return;
  }
  if (keys.length === 0) void window.showInformationMessage('OCI GenAI Auth: the compartment has no GenAI API key.');
  const unknown = await Promise.all(keys.map(async (key) => ((await keepState(actions, key)) ? [] : [key])));
  await model.refresh();
  const shown = await Promise.all(unknown.flat().map((key) => named(model.all, key)));
  model.add(shown.map((key) => listedKey(key, Date.now())));
}

/** A stored key is the one that fits the mask: its row shows what OCI says of it. True when there is one. */
async function keepState({ vault }: Actions, { ocid, item, mask, region, expires, state }: ListedKey) {
  for (const facts of await vault.list()) {
    const secret = await vault.secret(facts.name).catch(() => undefined);
    if (!secret || !fitsMask(secret.trim(), mask)) continue;
    await vault.note({ ...facts, region: region ?? facts.region, expires, state, ocid, item });
    return true;
  }
  return false;
}

/** A key of the environment or of a file is told by its name, as its own row cannot keep what OCI said. */
async function named(all: readonly Held[], key: ListedKey): Promise<ListedKey> {
  for (const { credential, material } of all) {
    if (credential.source !== 'environment' && credential.source !== 'dotenv') continue;
    const found = await material();
    if (found?.kind === 'bearer' && fitsMask(found.secret, key.mask))
      return { ...key, name: `${key.name} (${credential.label})` };
  }
  return key;
}
