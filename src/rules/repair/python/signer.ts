import { argOf } from '../../../flow/arguments';
import type { ServiceUse } from '../../../flow/uses';
import { CHOOSER, chooserOf, SESSION, SIGNERS, sessionOf } from '../../../knowledge/sdks/python-writing';
import { COMPUTE_VARIABLE, type Target } from '../../../knowledge/sdks/target';
import type { Arg, CallExpr } from '../../../source/program';
import { unitOf } from '../edits';
import type { PythonModule } from './module';

/** An expression for the signer of a target; a session is read from the profile that the key was read from. */
export function signer(module: PythonModule, target: Target, profile = 'DEFAULT'): string {
  if (target !== 'session-token' && target !== 'by-environment') return SIGNERS[target](module.module('oci', true));
  const oci = module.module('oci');
  const unit = unitOf(module.program.text);
  const os = module.module('os');
  if (target === 'by-environment')
    return `${module.own(CHOOSER, COMPUTE_VARIABLE, (name) => chooserOf(name, oci, os, unit, profile))}()`;
  const session = module.own(SESSION, 'security_token_file', (name) => sessionOf(name, oci, os, unit));
  return `${session}(${profile === 'DEFAULT' ? '' : module.quoted(`"${profile}"`)})`;
}

/** The profile that the key is read from, where the code says so. */
export function profileOf({ flows }: ServiceUse): string | undefined {
  for (const { maker } of flows) {
    if (maker?.k !== 'object' || maker.makes?.kind !== 'credential' || !maker.makes.profile) continue;
    const [only, more] = argOf(maker.args, maker.makes.profile)?.values ?? [];
    if (only?.k === 'text' && !more && /^[\w.-]+$/.test(only.text)) return only.text;
  }
  return undefined;
}

export const named = (call: CallExpr, name: string): Arg | undefined => call.args.find((arg) => arg.name === name);

export const positional = (call: CallExpr, at: number): Arg | undefined =>
  call.args.filter((arg) => arg.name === undefined)[at];
