import type { ServiceUse } from '../../../flow/uses';
import { LITELLM_IDENTITY, TYPE_CHOOSER, typeChooserOf } from '../../../knowledge/sdks/python-writing';
import { COMPUTE_VARIABLE, type Target } from '../../../knowledge/sdks/target';
import type { CallExpr } from '../../../source/program';
import type { TextEdit } from '../../contract';
import { appendedArgument, argumentWithComma, insertedArgument, unitOf } from '../edits';
import type { PythonModule } from './module';
import { named, signer } from './signer';

type Types = Readonly<Partial<Record<Target, string>>>;

/** `ChatOCIGenAI(…)`, `AgentClient(…)` becomes one with another `auth_type`. */
export function chosenType(
  module: PythonModule,
  { call }: ServiceUse,
  types: Types,
  target: Target,
): TextEdit[] | undefined {
  const type = types[target];
  // A session reads the profile that the key was read from.
  if (type !== undefined) return authType(module, call, module.quoted(`"${type}"`), target !== 'session-token');
  if (target !== 'by-environment') return undefined;
  const unit = unitOf(module.program.text);
  const write = (name: string): string => typeChooserOf(name, types, module.module('os'), unit);
  return authType(module, call, `${module.own(TYPE_CHOOSER, COMPUTE_VARIABLE, write)}()`, false);
}

/** A principal reads no config file, so arguments that name one go too. */
function authType(module: PythonModule, call: CallExpr, text: string, dropFile = true): TextEdit[] {
  const given = named(call, 'auth_type');
  const edits: TextEdit[] = given
    ? [{ span: given.value.span, text }]
    : [insertedArgument(module.program.text, call, `auth_type=${text}`)];
  if (!dropFile) return edits;
  for (const name of ['profile', 'config', 'auth_profile', 'auth_file_location']) {
    const arg = named(call, name);
    if (arg && arg.value.k === 'string')
      edits.push({ span: argumentWithComma(module.program.text, call, arg), text: '' });
  }
  return edits;
}

/** `completion(model="oci/…", oci_user=…, …)` becomes `completion(model="oci/…", oci_signer=…)`. */
export function litellm(module: PythonModule, call: CallExpr, target: Target): TextEdit[] | undefined {
  const expression = `oci_signer=${signer(module, target)}`;
  const identity = call.args.filter((arg) => arg.name !== undefined && LITELLM_IDENTITY.includes(arg.name));
  const [first, ...others] = identity;
  const given = named(call, 'oci_signer');
  if (given) return [{ span: given.span, text: expression }];
  const { text } = module.program;
  const edit = appendedArgument(text, call, expression);
  if (!first) return edit && [edit];
  return [
    { span: first.span, text: expression },
    ...others.map((arg) => ({ span: argumentWithComma(text, call, arg), text: '' })),
  ];
}
