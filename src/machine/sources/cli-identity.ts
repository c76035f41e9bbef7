import { readConfig } from '../../credentials/config-file';
import { type Profile, profilesOf } from '../../credentials/profile';
import { CLI_AUTH_METHODS, CLI_VARIABLES } from '../../knowledge/environment';
import type { Method } from '../../knowledge/method';
import { cliSettings } from '../cli-settings';
import { cliConfigFile } from '../config-location';
import { readCredentialFile } from '../credential-file';
import { shownPath } from '../credential-path';
import type { Machine } from '../machine';
import { principalOf, refusedAuth } from './cli-auth';
import type { Held, Place, ReadContext } from './source';
import { heldVariables, type VariableSet, valuesOf } from './variables';

const CLI: VariableSet = {
  id: 'cli',
  label: 'OCI_CLI_* variables',
  variables: {
    user: CLI_VARIABLES.user,
    tenancy: CLI_VARIABLES.tenancy,
    fingerprint: CLI_VARIABLES.fingerprint,
    key_file: CLI_VARIABLES.keyFile,
    key_content: CLI_VARIABLES.keyContent,
    pass_phrase: CLI_VARIABLES.passphrase,
    region: CLI_VARIABLES.region,
    security_token_file: CLI_VARIABLES.securityTokenFile,
    delegation_token_file: CLI_VARIABLES.delegationTokenFile,
  },
};

/** Without one of these the other variables only adjust a profile, which is listed itself. */
const IDENTIFYING = ['user', 'key_file', 'key_content', 'security_token_file'];

interface CliIdentity {
  readonly held?: Held;
  readonly places: readonly Place[];
}

/** Whom the CLI acts as: its variables are laid over a profile (`build_config` of oci-cli `cli_util.py`). */
export async function cliIdentity(context: ReadContext, files: string[]): Promise<CliIdentity> {
  const { machine } = context;
  const values = valuesOf(CLI, machine);
  const auth = authOf(machine);
  const { profile: beneath, places } = await chosenProfile(machine, standsAlone(values, auth));
  const refused = refusedAuth(machine);
  if (refused) return { held: refused, places };
  const principal = auth && principalOf(auth, machine);
  if (principal) return { held: principal, places };
  const method = auth ?? (values.has('security_token_file') ? 'session-token' : 'iam-api-key');
  const lacksToken = auth === 'session-token' && !(values.get('security_token_file') ?? tokenOf(beneath));
  const own = IDENTIFYING.some((key) => values.has(key));
  if (!own && !lacksToken && auth !== 'delegation-token') return { places };
  if (auth === 'resource-principal' || auth === 'oke-workload-identity') return { places };
  return { held: await heldVariables({ set: CLI, method, values, beneath, cliOnly: true, context, files }), places };
}

const tokenOf = (profile: Profile | undefined): string | undefined => profile?.get('security_token_file')?.value;

function authOf({ environment }: Machine): Method | undefined {
  const auth = environment[CLI_VARIABLES.auth];
  return auth !== undefined && Object.hasOwn(CLI_AUTH_METHODS, auth)
    ? CLI_AUTH_METHODS[auth as keyof typeof CLI_AUTH_METHODS]
    : undefined;
}

/** With these the CLI opens no configuration file (`is_config_valid_from_env` of oci-cli `cli_util.py`). */
const REQUIRED = ['user', 'tenancy', 'fingerprint', 'region'];

/** Principals of instances and resources go on without the profile that is named (`build_config` of oci-cli `cli_util.py`). */
const standsAlone = (values: ReadonlyMap<string, string>, auth: Method | undefined): boolean =>
  auth === 'instance-principal' ||
  auth === 'resource-principal' ||
  (REQUIRED.every((key) => values.has(key)) && (values.has('key_file') || values.has('key_content')));

/** The profile that the CLI takes; a name that no profile has ends every command that needs one. */
async function chosenProfile(machine: Machine, alone: boolean): Promise<{ profile?: Profile; places: Place[] }> {
  const { profile: inSettings } = await cliSettings(machine);
  const named = machine.environment[CLI_VARIABLES.profile] || inSettings;
  const file = await cliConfigFile(machine);
  const state = file === undefined ? undefined : await readCredentialFile(file);
  if (file === undefined || state?.state !== 'read') return { places: [] };
  const config = readConfig(state.text);
  const profile = profilesOf(config).find(({ name }) => name === (named ?? 'DEFAULT'));
  if (profile || !named || alone || config.sections.has(named)) return { profile, places: [] };
  const label = shownPath(file, machine);
  const reason = machine.environment[CLI_VARIABLES.profile]
    ? CLI_VARIABLES.profile
    : 'default_profile of the CLI’s settings';
  const message = `${reason} names a profile that ${label} does not have: every command of the CLI ends there`;
  return { places: [{ path: file, label, problems: [{ code: 'profile-not-found', severity: 'error', message }] }] };
}
