import { Uri, window } from 'vscode';
import { standardConfig } from '../../../machine/config-in-use';
import { applyRepair } from '../../../machine/repair';
import type { Action } from './context';
import { storeHeld } from './keep-only-copy';
import { openInConfig, openSpot } from './open';
import { told } from './refusal';
import { authenticate, refreshSession } from './session';
import { offerUndo } from './undo';

/** One click for what has one remedy. */
export const repairProblem: Action = async (actions, node) => {
  if (node?.kind !== 'problem') return;
  const { problem, parent, file } = node;
  const { repair } = problem;
  if (!repair) return;
  const { model } = actions;
  if (repair.kind === 'open') return openInConfig(actions, node);
  if (repair.kind === 'refresh-session') {
    return parent.kind === 'credential'
      ? refreshSession(actions, parent)
      : authenticate(model, { ...repair, file: file ?? standardConfig(model.machine) });
  }
  if (repair.kind === 'store-secret') return storeHeld(actions, parent);
  const done = await applyRepair(repair, file).catch(() => false);
  await model.refresh();
  if (typeof done === 'object') {
    if (told(done) && repair.kind === 'set-key') {
      await offerUndo(model, `Set ${repair.key} of ${repair.profile} to ${repair.value}.`, done);
    }
    return;
  }
  if (done) return;
  const shown = file ?? ('path' in repair ? repair.path : undefined);
  const answer = await window.showErrorMessage(
    'OCI GenAI Auth: this could not be repaired.',
    ...(shown ? ['Open File'] : []),
  );
  if (answer && shown) await openSpot(Uri.file(shown).toString(), problem.span?.line ?? 0);
};
