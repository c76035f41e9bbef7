import { window } from 'vscode';
import type { GenAiKeyFacts } from '../../../credentials/genai-key';
import { RENEWAL } from '../../../knowledge/rotation';
import type { Held } from '../../../machine/sources/source';
import { trialEndpoint } from '../../settings';
import { chosenCredential } from './choose';
import type { Action, Actions } from './context';
import { askSecret, isStored, storedOrTold } from './genai-keys';
import { keepOnlyCopy } from './keep-only-copy';
import { manages } from './list-genai-keys';

const ROTATE = 'Rotate GenAI API Key';
const RENEW = 'Renew';
/** What OCI gives when nobody says (`KeyDetails.timeExpiry` of oci-generativeai). */
const LIFETIME_MS = 90 * 86_400_000;

type Known = GenAiKeyFacts & Required<Pick<GenAiKeyFacts, 'ocid' | 'item'>>;

/** Renews the key in OCI where it is known there and something may sign for it; else takes the secret that the user has. */
export const rotateGenAiKey: Action = async (actions, node) => {
  const held = await chosenCredential(actions, node, isStored);
  const facts = held && (await actions.vault.list()).find(({ name }) => name === held.credential.label);
  if (!facts) return;
  const how = await askHow(actions, facts);
  if (!how) return;
  if (how === 'replace') await replace(actions, facts);
  else await renew(actions, how, facts as Known);
};

/** Who signs for the renewal. */
async function askHow({ model }: Actions, { ocid, item }: GenAiKeyFacts): Promise<Held | 'replace' | undefined> {
  const signers = ocid && item ? model.all.filter(manages) : [];
  if (signers.length === 0) return 'replace';
  const picked = await window.showQuickPick<{ label: string; description: string; how: Held | 'replace' }>(
    [
      ...signers.map((how) => ({
        label: `Renew in OCI as ${how.credential.label}`,
        description: how.credential.origin,
        how,
      })),
      { label: 'Replace by a secret that I have', description: 'OCI is not asked', how: 'replace' },
    ],
    { title: ROTATE, ignoreFocusOut: true },
  );
  return picked?.how;
}

/** The end of the old secret says nothing of the new one. */
async function replace({ vault, model }: Actions, { expires: _expires, state: _state, ...facts }: GenAiKeyFacts) {
  const command = RENEWAL.replace('<key-ocid>', facts.ocid ?? '<key-ocid>').replace(
    '<key-name>',
    facts.item ?? '<key-name>',
  );
  const secret = await askSecret(ROTATE, ` To renew it in OCI first: ${command}`);
  if (secret && (await storedOrTold(vault, facts, secret))) await model.refresh();
}

async function renew(actions: Actions, signer: Held, facts: Known): Promise<void> {
  const { name, ocid, item } = facts;
  const detail = 'The present secret stops working at once. The new one goes to the secret storage and is not shown.';
  const answer = await window.showWarningMessage(`Renew the key ${name} in OCI?`, { modal: true, detail }, RENEW);
  if (answer !== RENEW) return;
  const material = await signer.material();
  if (!material || material.kind === 'bearer') {
    void window.showWarningMessage(`OCI GenAI Auth: ${signer.credential.label} lacks what a request needs.`);
    return;
  }
  const { renewGenAiKey } = await import('../../../live/main');
  const region = facts.region ?? material.region ?? '';
  const renewed = await window.withProgress({ location: { viewId: 'principled.credentials' } }, () =>
    renewGenAiKey(
      { ...material, region },
      { ocid, item, expires: Date.now() + LIFETIME_MS, loopback: trialEndpoint() },
    ),
  );
  if ('problem' in renewed) {
    void window.showErrorMessage(`OCI GenAI Auth: ${renewed.problem}.${renewed.next ? ` ${renewed.next}` : ''}`);
    return;
  }
  const kept = await keepOnlyCopy(actions, { ...facts, expires: renewed.expires, state: 'ACTIVE' }, renewed.secret);
  if (!kept) return;
  void window.showInformationMessage(`OCI GenAI Auth: ${name} is renewed and kept in the secret storage.`);
}
