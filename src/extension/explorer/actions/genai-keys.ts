import { window } from 'vscode';
import { type GenAiKeyFacts, genAiSecretProblems } from '../../../credentials/genai-key';
import type { Held } from '../../../machine/sources/source';
import type { SecretVault } from '../key-vault';
import { askRegion, askText, required } from './ask';
import { chosenCredential } from './choose';
import type { Action } from './context';

const ADD = 'Add GenAI API Key';
const DELETE = 'Delete';
/** Where OCI serves Generative AI most. */
const FIRST_REGIONS = ['us-chicago-1', 'eu-frankfurt-1', 'uk-london-1', 'us-ashburn-1', 'us-phoenix-1', 'ap-osaka-1'];

export const isStored = ({ credential }: Held): boolean => credential.source === 'secret-storage';

export const addGenAiKey: Action = async ({ vault, model }) => {
  const taken = new Set((await vault.list()).map(({ name }) => name));
  const name = await askText(ADD, 'A name for the key', (text) =>
    taken.has(text) ? 'A key of that name is there already.' : required(text),
  );
  if (!name) return;
  const region = await askRegion(`${ADD}: the Region It Belongs To`, FIRST_REGIONS);
  const secret = region && (await askSecret(ADD));
  if (!secret) return;
  const end = await askText(ADD, 'When it ends, such as 2027-03-31 (empty: not known)', endProblem);
  if (end === undefined) return;
  const facts = { name: name.trim(), region, ...(end.trim() ? { expires: Date.parse(end.trim()) } : {}) };
  if (await storedOrTold(vault, facts, secret)) await model.refresh();
};

/** Whoever typed the secret has it elsewhere still. */
export async function storedOrTold(vault: SecretVault, facts: GenAiKeyFacts, secret: string): Promise<boolean> {
  try {
    await vault.store(facts, secret);
    return true;
  } catch {
    const text = 'the secret storage did not take the key. Unlock the keyring of the system, then try again.';
    void window.showErrorMessage(`OCI GenAI Auth: ${text}`);
    return false;
  }
}

const endProblem = (text: string): string | undefined =>
  text === '' || (/^\d{4}-\d\d-\d\d(?:T[\d:.]+Z)?$/.test(text) && !Number.isNaN(Date.parse(text)))
    ? undefined
    : 'A date such as 2027-03-31, or nothing.';

/** The secret goes from the input straight to the editor's secret storage. */
export async function askSecret(title: string, hint = ''): Promise<string | undefined> {
  const problem = (text: string): string | undefined => {
    const [first] = genAiSecretProblems(text);
    return text === '' ? 'Needed.' : first && `This is no key: ${first.message}`;
  };
  const prompt = `The secret (sk-…). It is kept in the secret storage of the editor.${hint}`;
  return (await askText(title, prompt, problem, true))?.trim();
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
