import { argOf } from './arguments';
import type { CredentialFlow } from './credential';
import type { TextValue } from './value';

/** The profile that a credential reads, when the code says so: its argument, or DEFAULT. */
export function profileOf(flow: CredentialFlow): string | undefined {
  const given = argumentOf(flow);
  return given === 'none' ? 'DEFAULT' : given?.text;
}

/** The string in the code that names the profile. */
export function profileNamedBy(flow: CredentialFlow): TextValue | undefined {
  const given = argumentOf(flow);
  return given === 'none' ? undefined : given;
}

function argumentOf({ maker }: CredentialFlow): TextValue | 'none' | undefined {
  if (maker?.k !== 'object' || maker.makes?.kind !== 'credential' || !maker.makes.profile) return undefined;
  if (
    maker.makes.file &&
    argOf(maker.args, maker.makes.file)?.values.some(
      (value) => value.k !== 'const' && (value.k !== 'text' || !isDefaultFile(value.text)),
    )
  )
    return undefined;
  const given = argOf(maker.args, maker.makes.profile);
  if (!given) return 'none';
  const [only, more] = given.values;
  return only?.k === 'text' && !more ? only : undefined;
}

const isDefaultFile = (path: string): boolean => path === '~/.oci/config' || path === '';
