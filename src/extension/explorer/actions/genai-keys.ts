import { window } from 'vscode';
import { genAiSecretProblems } from '../../../credentials/genai-key';
import { askRegion, askText, required } from './ask';
import { chosenCredential } from './choose';
import type { Action, Actions } from './context';

const ADD = 'Add GenAI API Key';
const ROTATE = 'Rotate GenAI API Key';
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
