import { env, window } from 'vscode';
import type { Credential } from '../../../credentials/credential';
import { CLI_AUTH_METHODS, CLI_VARIABLES } from '../../../knowledge/environment';
import type { Method } from '../../../knowledge/method';
import { mustNameForCli } from '../../../machine/config-location';
import type { Machine } from '../../../machine/machine';
import { chosenCredential, hasProfile } from './choose';
import type { Action } from './context';

async function copy(text: string, what: string): Promise<void> {
  await env.clipboard.writeText(text);
  window.setStatusBarMessage(`Copied ${what}`, 3000);
}

export const copyProfileName: Action = async (actions, node) => {
  const held = await chosenCredential(actions, node, hasProfile);
  if (held?.credential.profile !== undefined) await copy(held.credential.profile, 'the profile name');
};

export const copyOcid: Action = async (actions, node) => {
  const held = await chosenCredential(actions, node, ({ credential }) =>
    Boolean(credential.tenancy ?? credential.user),
  );
  if (!held) return;
  const { tenancy, user } = held.credential;
  const choices = [
    { label: 'Tenancy OCID', value: tenancy },
    { label: 'User OCID', value: user },
  ].filter((choice): choice is { label: string; value: string } => choice.value !== undefined);
  const picked = choices.length > 1 ? await window.showQuickPick(choices, { title: 'Which OCID?' }) : choices[0];
  if (picked) await copy(picked.value, `the ${picked.label}`);
};

/** `--auth` of the CLI for a method; nothing for its default. */
const cliAuth = (method: Method): string | undefined =>
  method === 'iam-api-key' ? undefined : Object.entries(CLI_AUTH_METHODS).find(([, known]) => known === method)?.[0];

/** What makes the CLI use a profile: never a secret. The file is named where the CLI would read another one. */
export async function cliVariables(
  { profile = '', method, location }: Credential,
  machine: Machine,
): Promise<Record<string, string>> {
  const auth = cliAuth(method);
  const elsewhere = location && (await mustNameForCli(location.file, machine)) ? location.file : undefined;
  return {
    ...(elsewhere ? { [CLI_VARIABLES.configFile]: elsewhere } : {}),
    [CLI_VARIABLES.profile]: profile,
    ...(auth ? { [CLI_VARIABLES.auth]: auth } : {}),
  };
}

export const copyExport: Action = async (actions, node) => {
  const held = await chosenCredential(actions, node, hasProfile);
  if (!held) return;
  const variables = Object.entries(await cliVariables(held.credential, actions.model.machine));
  await copy(`export ${variables.map(([name, value]) => `${name}=${quoted(value)}`).join(' ')}`, 'the export line');
};

const quoted = (text: string): string => (/^[\w./@-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`);
