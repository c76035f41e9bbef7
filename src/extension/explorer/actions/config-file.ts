import { window } from 'vscode';
import { CLI_VARIABLES, SDK_VARIABLES } from '../../../knowledge/environment';
import { configOfSdks, standardConfig } from '../../../machine/config-in-use';
import { cliConfigFile } from '../../../machine/config-location';
import { shownPath } from '../../../machine/credential-path';
import type { Machine } from '../../../machine/machine';

export interface ConfigChoice {
  readonly file: string;
  /** Where it is not the usual one: what it is and why it was taken. */
  readonly note: string;
}

/** The file that a new profile goes to; asked for only where SDKs and the CLI read different ones. */
export async function askConfigFile(machine: Machine, title: string): Promise<ConfigChoice | undefined> {
  const [standard, sdks] = [standardConfig(machine), await configOfSdks(machine)];
  const cli = (await cliConfigFile(machine)) ?? sdks;
  const shown = (file: string): string => shownPath(file, machine);
  const hides = `${SDK_VARIABLES.configFile} names it, and a new ${shown(standard)} would hide it from SDKs`;
  const ofSdks: ConfigChoice = { file: sdks, note: sdks === standard ? '' : ` (in ${shown(sdks)}: ${hides})` };
  if (cli === sdks) return ofSdks;
  const picked = await window.showQuickPick(
    [
      { label: shown(sdks), description: 'read by SDKs', ...ofSdks },
      {
        label: shown(cli),
        description: cli === standard ? 'read by the CLI; SDKs would read it from then on' : 'read by the CLI only',
        file: cli,
        note: ` (in ${shown(cli)})`,
      },
    ],
    { title, placeHolder: `Which file? ${CLI_VARIABLES.configFile} is not read by SDKs`, ignoreFocusOut: true },
  );
  return picked && { file: picked.file, note: picked.note };
}
