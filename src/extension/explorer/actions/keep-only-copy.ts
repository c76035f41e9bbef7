import { env, window } from 'vscode';
import type { GenAiKeyFacts } from '../../../credentials/genai-key';
import type { Node } from '../node';
import type { Actions } from './context';

const STORE_AGAIN = 'Store Again';
const COPY = 'Copy the Secret';

/**
 * OCI shows the secret this once. It is remembered before it is stored, so that neither a locked keyring nor a closed
 * question loses it: its row keeps the repair. True when it is stored.
 */
export async function keepOnlyCopy(actions: Actions, facts: GenAiKeyFacts, secret: string): Promise<boolean> {
  const { vault, model } = actions;
  // Where not even that can be written down, the secret may still be stored, or copied.
  await vault.hold(facts, secret).catch(() => undefined);
  const kept = (await isTaken(actions, facts, secret)) || (await askWhereTo(actions, facts, secret));
  await model.refresh();
  return kept;
}

/** Of the row of a secret that is only remembered. */
export async function storeHeld(actions: Actions, { id }: Node): Promise<void> {
  const { vault, model } = actions;
  const label = model.held(id)?.credential.label;
  const facts = (await vault.list()).find(({ name, unstored }) => name === label && unstored === 'held');
  const secret = facts && (await vault.secret(facts.name));
  if (facts && secret) await keepOnlyCopy(actions, facts, secret);
}

const isTaken = ({ vault }: Actions, facts: GenAiKeyFacts, secret: string): Promise<boolean> =>
  vault.store(facts, secret).then(
    () => true,
    () => false,
  );

/** One question, never the same one again: whoever wants more goes to the row. */
async function askWhereTo(actions: Actions, facts: GenAiKeyFacts, secret: string): Promise<boolean> {
  const detail =
    'OCI shows it only once. It is remembered until this window closes: unlock the keyring of the system and store it, or copy it to a safe place.';
  const text = `The secret storage did not take the new secret of ${facts.name}.`;
  const answer = await window.showErrorMessage(text, { modal: true, detail }, STORE_AGAIN, COPY);
  if (answer === COPY) await env.clipboard.writeText(secret);
  if (answer !== STORE_AGAIN) return false;
  if (await isTaken(actions, facts, secret)) return true;
  const where = 'Its row in the Credentials view stores it once the keyring is unlocked.';
  void window.showErrorMessage(`OCI GenAI Auth: the secret of ${facts.name} is still not stored. ${where}`);
  return false;
}
