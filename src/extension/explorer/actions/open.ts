import { commands, Range, Uri, window } from 'vscode';
import { chosenCredential } from './choose';
import type { Action } from './context';

export async function openSpot(uri: string, line: number): Promise<void> {
  const at = new Range(line, 0, line, 0);
  await commands.executeCommand('vscode.open', Uri.parse(uri), { selection: at });
}

export const openInConfig: Action = async (actions, node) => {
  if (node?.kind === 'problem') {
    const { file, problem, parent } = node;
    const line =
      problem.span?.line ?? (parent.kind === 'credential' ? parent.credential.location?.line : undefined) ?? 0;
    if (file) await openSpot(Uri.file(file).toString(), line);
    return;
  }
  const held = await chosenCredential(actions, node, ({ credential }) => credential.location !== undefined);
  const location = held?.credential.location;
  if (location) await openSpot(Uri.file(location.file).toString(), location.line);
};

/** Opens the lines of code that use the credential. */
export const revealUsages: Action = async (actions, node) => {
  const held = await chosenCredential(actions, node);
  if (!held) return;
  await window.withProgress({ location: { viewId: 'principled.credentials' } }, () => actions.model.code.ready());
  const parent = actions.model.origins.flatMap(({ children }) => children).find(({ id }) => id === held.credential.id);
  const usages = parent && actions.model.children(parent).find(({ kind }) => kind === 'usages');
  if (usages?.kind !== 'usages') {
    void window.showInformationMessage(
      `OCI GenAI Auth: no code in this workspace is seen to use ${held.credential.label}.`,
    );
    return;
  }
  await actions.view.reveal(usages, { expand: true, select: true, focus: true });
};
