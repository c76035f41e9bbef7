import { ProgressLocation, window, workspace } from 'vscode';
import type { RepairParams } from '../advisor/repair-request';
import type { Session } from './session';

const TITLES = {
  safe: 'Looking for fixes in the workspace',
  switch: 'Looking for clients that can use a principal',
} as const;

const NOTHING = {
  safe: 'OCI GenAI Auth: nothing in this workspace has a safe fix.',
  switch: 'OCI GenAI Auth: no client in this workspace can be switched without a choice.',
} as const;

/** Shows every edit before it is made: the editor's own preview of a refactoring. */
export async function repairWorkspace(session: Session, params: RepairParams): Promise<void> {
  const options = { location: ProgressLocation.Notification, title: TITLES[params.mode], cancellable: true };
  const edit = await window.withProgress(options, async (_, token) => {
    const found = await session.repair(params, token);
    return token.isCancellationRequested ? undefined : found;
  });
  if (!edit) return;
  if (edit.size === 0) void window.showInformationMessage(NOTHING[params.mode]);
  else await workspace.applyEdit(edit, { isRefactoring: true });
}
