import { type EnvironmentVariableCollection, Range, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { NamedProfile } from '../../../advisor/survey';
import { CLI_VARIABLES } from '../../../knowledge/environment';
import { configOfSdks } from '../../../machine/config-in-use';
import { chosenCredential, hasProfile } from './choose';
import type { Action } from './context';
import { cliVariables } from './copy';

export type EnvironmentOfTerminals = Pick<EnvironmentVariableCollection, 'replace' | 'delete'> & {
  description: EnvironmentVariableCollection['description'];
};

const OURS = [CLI_VARIABLES.configFile, CLI_VARIABLES.profile, CLI_VARIABLES.auth];
const UNDO = 'Undo';
const CHANGE = 'Change the Code…';
/** What a literal of any language holds as it is. */
const PLAIN = /^[\w .@-]+$/;

/** Chooses the profile of the terminals of this workspace. Only the CLI reads it, and the message says so. */
export const useInWorkspace: Action = async (actions, node) => {
  const held = await chosenCredential(actions, node, hasProfile);
  if (!held) return;
  const { profile = '' } = held.credential;
  const { terminals, model } = actions;
  terminals.description = `The OCI CLI uses the profile ${profile}`;
  const variables = await cliVariables(held.credential, model.machine);
  for (const name of OURS) terminals.delete(name);
  for (const [name, value] of Object.entries(variables)) terminals.replace(name, value);
  // Code would look for a profile of another file in vain.
  const isFound = held.credential.location?.file === (await configOfSdks(model.machine));
  const names = isFound && PLAIN.test(profile) ? await model.code.otherNames(held.credential) : [];
  const answer = await window.showInformationMessage(
    `The OCI CLI uses ${profile} in new terminals of this workspace. SDKs do not read these variables: code names its profile itself${names.length > 0 ? ', here another one' : ''}.`,
    UNDO,
    ...(names.length > 0 ? [CHANGE] : []),
  );
  if (answer === CHANGE) await rename(names, profile);
  if (answer !== UNDO) return;
  for (const name of OURS) terminals.delete(name);
};

/** The editor's preview shows each edit before it is made. */
async function rename(names: readonly NamedProfile[], profile: string): Promise<void> {
  const edit = new WorkspaceEdit();
  for (const { uri, line, character, profile: old } of names) {
    const document = await workspace.openTextDocument(Uri.parse(uri));
    const range = new Range(line, character, line, character + old.length);
    // The code may have changed since it was looked through.
    if (document.getText(range) !== old) continue;
    edit.replace(document.uri, range, profile, { needsConfirmation: true, label: `Use the profile ${profile}` });
  }
  await workspace.applyEdit(edit, { isRefactoring: true });
}
