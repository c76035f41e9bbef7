import { window } from 'vscode';
import { changeConfig } from '../../../machine/config-writer';
import { chosenCredential, hasProfile } from './choose';
import type { Action } from './context';
import { told } from './refusal';
import { offerUndo } from './undo';

const DELETE = 'Delete';

/** Takes the profile's lines out of its file; the key file stays. */
export const deleteProfile: Action = async (actions, node) => {
  const held = await chosenCredential(actions, node, hasProfile);
  const { model } = actions;
  const { profile, location, origin } = held?.credential ?? {};
  if (!held || profile === undefined || !location) return;
  const question = `Delete the profile ${profile} from ${origin}?`;
  const detail = 'Its key and token files stay where they are.';
  if ((await window.showWarningMessage(question, { modal: true, detail }, DELETE)) !== DELETE) return;
  const written = await changeConfig(location.file, { kind: 'delete-profile', profile });
  await model.refresh();
  if (told(written)) await offerUndo(model, `Deleted the profile ${profile}.`, written);
};
