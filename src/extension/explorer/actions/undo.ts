import { window } from 'vscode';
import { undoChange, type Written } from '../../../machine/config-writer';
import type { Model } from '../model';
import { told } from './refusal';

const UNDO = 'Undo';

/** Says what was changed and takes it back on request. Who does not answer is not waited for. */
export async function offerUndo(
  model: Model,
  done: string,
  change: Exclude<Written, { refusal: unknown }>,
  alsoUndo: () => Promise<void> = async () => {},
): Promise<void> {
  const answer = await window.showInformationMessage(done, UNDO);
  if (answer !== UNDO || !told(await undoChange(change))) return;
  await alsoUndo();
  await model.refresh();
}
