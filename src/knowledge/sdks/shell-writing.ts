import { COMPUTE_VARIABLE, type Target } from './target';

/** `--auth` of the CLI (oci-cli `cli_constants.py`). */
export const CLI_AUTH: Readonly<Record<Exclude<Target, 'by-environment'>, string>> = {
  'instance-principal': 'instance_principal',
  'resource-principal': 'resource_principal',
  'oke-workload-identity': 'oke_workload_identity',
  'session-token': 'security_token',
};

export const SHELL_CHOOSER = 'oci_auth';

/** Runs in every POSIX shell, under `set -u` too; metadata is never probed, since off OCI that hangs. */
export const shellChooserOf = (unit: string): string =>
  [
    '# Principal on OCI, session token (oci session authenticate) on this machine.',
    `${SHELL_CHOOSER}() {`,
    `${unit}if [ -n "\${KUBERNETES_SERVICE_HOST:-}" ] && [ -z "\${OCI_RESOURCE_PRINCIPAL_RPST:-}" ]; then`,
    `${unit}${unit}echo ${CLI_AUTH['oke-workload-identity']}`,
    `${unit}elif [ -n "\${OCI_RESOURCE_PRINCIPAL_VERSION:-}" ]; then`,
    `${unit}${unit}echo ${CLI_AUTH['resource-principal']}`,
    `${unit}elif [ -n "\${${COMPUTE_VARIABLE}:-}" ]; then`,
    `${unit}${unit}echo ${CLI_AUTH['instance-principal']}`,
    `${unit}else`,
    `${unit}${unit}echo ${CLI_AUTH['session-token']}`,
    `${unit}fi`,
    '}',
  ].join('\n');

/** `-AuthType` of the cmdlets: the modules know no other principal. */
export const CMDLET_AUTH: Readonly<Partial<Record<Target, string>>> = {
  'instance-principal': 'InstancePrincipal',
  'session-token': 'SessionToken',
};

export const POWERSHELL_CHOOSER = 'Get-OciAuth';

/** Chooses the word that `--auth` or `-AuthType` takes. */
export const powershellChooserOf = (words: readonly [principal: string, session: string], unit: string): string =>
  [
    '# Instance principal on Compute, session token (oci session authenticate) on this machine.',
    `function ${POWERSHELL_CHOOSER} {`,
    `${unit}if ($env:${COMPUTE_VARIABLE}) { '${words[0]}' } else { '${words[1]}' }`,
    '}',
  ].join('\n');

/** `oci secrets secret-bundle get` (oci-cli 3.95); contents are base64. A session, unless `OCI_CLI_AUTH` says otherwise. */
export const shellVault = (variable: string): string =>
  `$(oci secrets secret-bundle get --auth "\${OCI_CLI_AUTH:-${CLI_AUTH['session-token']}}" --secret-id "\${${variable}:?}" --query 'data."secret-bundle-content".content' --raw-output | base64 -d)`;
