import { window } from 'vscode';
import type { Held } from '../../../machine/sources/source';
import type { Node } from '../node';
import { summaryOf } from '../words';
import type { Actions } from './context';

/** The credential of the node; from the palette the user chooses among those that fit. */
export async function chosenCredential(
  { model, view }: Actions,
  node: Node | undefined,
  fits: (held: Held) => boolean = () => true,
): Promise<Held | undefined> {
  const at = node ?? view.selection[0];
  if (at?.kind === 'credential') {
    const held = model.held(at.id);
    if (held && fits(held)) return held;
  }
  if (node) return undefined;
  await model.refresh();
  const choices = model.all.filter(fits);
  if (choices.length === 0) {
    void window.showInformationMessage('OCI GenAI Auth: there is no credential that this could be done with.');
    return undefined;
  }
  const picked = await window.showQuickPick(
    choices.map((held) => ({
      label: held.credential.label,
      description: summaryOf(held.credential, Date.now()),
      detail: held.credential.origin,
      held,
    })),
    { title: 'Which Credential?', matchOnDescription: true },
  );
  return picked?.held;
}

export const hasProfile = ({ credential }: Held): boolean =>
  credential.profile !== undefined && credential.location !== undefined;
