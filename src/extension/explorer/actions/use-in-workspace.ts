import { type EnvironmentVariableCollection, window } from 'vscode';
import { CLI_VARIABLES } from '../../../knowledge/environment';
import { chosenCredential, hasProfile } from './choose';
import type { Action } from './context';
import { cliAuth } from './copy';

export type EnvironmentOfTerminals = Pick<EnvironmentVariableCollection, 'replace' | 'delete'> & {
  description: EnvironmentVariableCollection['description'];
};

const UNDO = 'Undo';

/** Chooses the profile of the terminals of this workspace. Only the CLI reads it, and the message says so. */
export const useInWorkspace: Action = async (actions, node) => {
  const held = await chosenCredential(actions, node, hasProfile);
  if (!held) return;
  const { profile = '', method } = held.credential;
  const { terminals } = actions;
  const auth = cliAuth(method);
  terminals.description = `The OCI CLI uses the profile ${profile}`;
  terminals.replace(CLI_VARIABLES.profile, profile);
  if (auth) terminals.replace(CLI_VARIABLES.auth, auth);
  else terminals.delete(CLI_VARIABLES.auth);
  const answer = await window.showInformationMessage(
    `The OCI CLI uses ${profile} in new terminals of this workspace. SDKs do not read these variables: code names its profile itself.`,
    UNDO,
  );
  if (answer !== UNDO) return;
  terminals.delete(CLI_VARIABLES.profile);
  terminals.delete(CLI_VARIABLES.auth);
};
