import { access } from 'node:fs/promises';
import path from 'node:path';
import { SDK_VARIABLES } from '../knowledge/environment';
import { resolvePath } from './credential-path';
import type { Machine } from './machine';

/** Where every reader looks first. */
export const standardConfig = ({ home }: Machine): string => path.join(home, '.oci', 'config');

/** The file that SDKs read: a new `~/.oci/config` would take the place of the one that their variable names. */
export async function configOfSdks(machine: Machine): Promise<string> {
  const standard = standardConfig(machine);
  const given = machine.environment[SDK_VARIABLES.configFile];
  if (!given || (await isThere(standard))) return standard;
  return resolvePath(given, machine);
}

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );
