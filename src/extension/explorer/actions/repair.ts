import { Uri, window } from 'vscode';
import { applyRepair } from '../../../machine/repair';
import type { Action } from './context';
import { openInConfig, openSpot } from './open';
import { authenticate, refreshSession } from './session';

/** One click for what has one remedy. */
export const repairProblem: Action = async (actions, node) => {
  if (node?.kind !== 'problem') return;
  const { problem, parent, file } = node;
  const { repair } = problem;
  if (!repair) return;
  if (repair.kind === 'open') return openInConfig(actions, node);
  if (repair.kind === 'refresh-session') {
    return parent.kind === 'credential'
      ? refreshSession(actions, parent)
      : authenticate(actions.model, repair.profile, repair.region);
  }
  const done = await applyRepair(repair, file).catch(() => false);
  await actions.model.refresh();
  if (done) return;
  const shown = file ?? ('path' in repair ? repair.path : undefined);
  const answer = await window.showErrorMessage(
    'OCI GenAI Auth: this could not be repaired.',
    ...(shown ? ['Open File'] : []),
  );
  if (answer && shown) await openSpot(Uri.file(shown).toString(), problem.span?.line ?? 0);
};
