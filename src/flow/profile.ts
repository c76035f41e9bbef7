import { argOf } from './arguments';
import type { CredentialFlow } from './credential';

/** The profile that a credential reads, when the code says so: its argument, or DEFAULT. */
export function profileOf(flow: CredentialFlow): string | undefined {
  const { maker } = flow;
  if (maker?.k !== 'object' || maker.makes?.kind !== 'credential' || !maker.makes.profile) return undefined;
  if (
    maker.makes.file &&
    argOf(maker.args, maker.makes.file)?.values.some(
      (value) => value.k !== 'const' && (value.k !== 'text' || !isDefaultFile(value.text)),
    )
  )
    return undefined;
  const given = argOf(maker.args, maker.makes.profile);
  if (!given) return 'DEFAULT';
  const [only, more] = given.values;
  return only?.k === 'text' && !more ? only.text : undefined;
}

const isDefaultFile = (path: string): boolean => path === '~/.oci/config' || path === '';
