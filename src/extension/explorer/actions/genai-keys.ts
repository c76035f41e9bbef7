import { window } from 'vscode';
import { genAiSecretProblems } from '../../../credentials/genai-key';
import { acceptance } from '../../../knowledge/acceptance';
import { listedKey } from '../../../machine/sources/genai-keys';
import type { Held } from '../../../machine/sources/source';
import { trialEndpoint } from '../../settings';
import { askRegion, askText, required } from './ask';
import { chosenCredential } from './choose';
import type { Action, Actions } from './context';

const ADD = 'Add GenAI API Key';
const ROTATE = 'Rotate GenAI API Key';
const LIST = 'List GenAI API Keys';
const DELETE = 'Delete';
/** Where OCI serves Generative AI most. */
const FIRST_REGIONS = ['us-chicago-1', 'eu-frankfurt-1', 'uk-london-1', 'us-ashburn-1', 'us-phoenix-1', 'ap-osaka-1'];

const isStored = (held: { credential: { source: string } }): boolean => held.credential.source === 'secret-storage';

export const addGenAiKey: Action = async (actions) => {
  const taken = new Set((await actions.vault.list()).map(({ name }) => name));
  const name = await askText(ADD, 'A name for the key', (text) =>
    taken.has(text) ? 'A key of that name is there already.' : required(text),
  );
  if (!name) return;
  const region = await askRegion(`${ADD}: the Region It Belongs To`, FIRST_REGIONS);
  if (region) await storeSecret(actions, ADD, name.trim(), region);
};

export const rotateGenAiKey: Action = async (actions, node) => {
  const held = await chosenCredential(actions, node, isStored);
  if (held) await storeSecret(actions, ROTATE, held.credential.label, held.credential.region);
};

/** The secret goes from the input straight to the editor's secret storage. */
async function storeSecret({ vault, model }: Actions, title: string, name: string, region?: string): Promise<void> {
  const problem = (text: string): string | undefined => {
    const [first] = genAiSecretProblems(text);
    return text === '' ? 'Needed.' : first && `This is no key: ${first.message}`;
  };
  const secret = await askText(
    title,
    'The secret (sk-…). It is kept in the secret storage of the editor.',
    problem,
    true,
  );
  if (!secret) return;
  await vault.store({ name, ...(region === undefined ? {} : { region }) }, secret.trim());
  await model.refresh();
}

export const deleteGenAiKey: Action = async (actions, node) => {
  const held = await chosenCredential(actions, node, isStored);
  if (!held) return;
  const { label } = held.credential;
  const detail = 'It is forgotten here. In OCI it stays valid until it is deleted there.';
  const answer = await window.showWarningMessage(`Delete the key ${label}?`, { modal: true, detail }, DELETE);
  if (answer !== DELETE) return;
  await actions.vault.delete(label);
  await actions.model.refresh();
};

/** Asks OCI which keys a compartment has: their state and end, as nothing on this machine tells. */
export const listGenAiKeys: Action = async (actions, node) => {
  const fits = (held: Held): boolean =>
    held.credential.source !== 'management' &&
    acceptance(held.credential.method, 'genai-management').verdict !== 'refused';
  const held = await chosenCredential(actions, node, fits);
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

const COMPARTMENT = /^ocid1\.(?:compartment|tenancy)\./;

async function list({ model }: Actions, held: Held, compartment: string): Promise<void> {
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
  model.add(keys.map((key) => listedKey(key, Date.now())));
}
