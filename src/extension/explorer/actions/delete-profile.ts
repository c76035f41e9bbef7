import { window } from 'vscode';
import { changeConfig, undoChange } from '../../../machine/config-writer';
import { chosenCredential, hasProfile } from './choose';
import type { Action } from './context';
import { told } from './refusal';

const DELETE = 'Delete';
const UNDO = 'Undo';

/** Takes the profile's lines out of its file; the key file stays. */
export const deleteProfile: Action = async (actions, node) => {
  const held = await chosenCredential(actions, node, hasProfile);
  const { profile, location, origin } = held?.credential ?? {};
  if (!held || profile === undefined || !location) return;
  const question = `Delete the profile ${profile} from ${origin}?`;
  const detail = 'Its key and token files stay where they are.';
  if ((await window.showWarningMessage(question, { modal: true, detail }, DELETE)) !== DELETE) return;
  const written = await changeConfig(location.file, { kind: 'delete-profile', profile });
  await actions.model.refresh();
  if (!told(written)) return;
  const answer = await window.showInformationMessage(`Deleted the profile ${profile}.`, UNDO);
  if (answer === UNDO && told(await undoChange(written))) await actions.model.refresh();
};
