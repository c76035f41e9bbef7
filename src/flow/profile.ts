import { DEFAULT_PROFILE } from '../knowledge/config-file';
import { argOf } from './arguments';
import type { CredentialFlow } from './credential';
import type { TextValue } from './value';

/** The profile of the default config that a credential reads, when the code says so: its argument, or DEFAULT. */
export function profileOf(flow: CredentialFlow): string | undefined {
  return fileOf(flow) === 'default' ? nameIn(flow) : undefined;
}

/** The same of a config file that the code names. */
export function profileElsewhere(flow: CredentialFlow): { file: string; profile: string } | undefined {
  const file = fileOf(flow);
  const profile = nameIn(flow);
  return typeof file === 'object' && profile !== undefined ? { file: file.text, profile } : undefined;
}

/** The string in the code that names a profile of the default config. */
export function profileNamedBy(flow: CredentialFlow): TextValue | undefined {
  const given = fileOf(flow) === 'default' ? argumentOf(flow) : undefined;
  return given === 'none' ? undefined : given;
}

/** The environment variable that holds a bearer key. */
export const variableOf = ({ key }: CredentialFlow): string | undefined => (key?.k === 'env' ? key.name : undefined);

function nameIn(flow: CredentialFlow): string | undefined {
  const given = argumentOf(flow);
  return given === 'none' ? DEFAULT_PROFILE : given?.text;
}

function argumentOf({ maker }: CredentialFlow): TextValue | 'none' | undefined {
  if (maker?.k !== 'object' || maker.makes?.kind !== 'credential' || !maker.makes.profile) return undefined;
  const given = argOf(maker.args, maker.makes.profile);
  if (!given) return 'none';
  const [only, more] = given.values;
  return only?.k === 'text' && !more ? only : undefined;
}

/** Undefined where the code does not tell, or has several. */
function fileOf({ maker }: CredentialFlow): TextValue | 'default' | undefined {
  if (maker?.k !== 'object' || maker.makes?.kind !== 'credential') return undefined;
  const given = maker.makes.file && argOf(maker.args, maker.makes.file)?.values;
  if (!given || given.every((value) => value.k === 'const' || (value.k === 'text' && isDefaultFile(value.text))))
    return 'default';
  const [only, more] = given;
  return only?.k === 'text' && only.holes.length === 0 && !more ? only : undefined;
}

const isDefaultFile = (path: string): boolean => path === '~/.oci/config' || path === '';
