import type { ServiceUse } from '../../../flow/uses';
import { LITELLM_IDENTITY, TYPE_CHOOSER, typeChooserOf } from '../../../knowledge/sdks/python-writing';
import { COMPUTE_VARIABLE, type Target } from '../../../knowledge/sdks/target';
import type { CallExpr } from '../../../source/program';
import type { TextEdit } from '../../contract';
import { appendedArgument, insertedArgument, unitOf, withoutArguments } from '../edits';
import type { PythonModule } from './module';
import { named, signer } from './signer';

type Types = Readonly<Partial<Record<Target, string>>>;

/** `ChatOCIGenAI(…)`, `AgentClient(…)` becomes one with another `auth_type`. */
export function chosenType(
  module: PythonModule,
  { call, plane }: ServiceUse,
  types: Types,
  target: Target,
): TextEdit[] | undefined {
  const type = types[target];
  const needsClient = target === 'oke-workload-identity' || target === 'by-environment';
  if (needsClient && plane === 'inference-native') return ownClient(module, call, target);
  // A session reads the profile that the key was read from.
  if (type !== undefined) return authType(module, call, module.quoted(`"${type}"`), target !== 'session-token');
  if (target !== 'by-environment') return undefined;
  const unit = unitOf(module.program.text);
  const write = (name: string): string => typeChooserOf(name, types, module.module('os'), unit);
  return authType(module, call, `${module.own(TYPE_CHOOSER, COMPUTE_VARIABLE, write)}()`, false);
}

/** LangChain and LlamaIndex have no word for OKE, nor for a choice that holds it, but take a client of the SDK (`client` of both constructors). */
function ownClient(module: PythonModule, call: CallExpr, target: Target): TextEdit[] | undefined {
  if (named(call, 'client')) return undefined;
  const { text } = module.program;
  const endpoint = named(call, 'service_endpoint');
  const args = [
    '{}',
    `signer=${signer(module, target)}`,
    ...(endpoint ? [text.slice(endpoint.span.start, endpoint.span.end)] : []),
  ];
  const made = `client=${module.module('oci')}.generative_ai_inference.GenerativeAiInferenceClient(${args.join(', ')})`;
  const [first, ...others] = call.args.filter(({ name }) => name !== undefined && CHOOSES.includes(name));
  if (!first) return [appendedArgument(text, call, made) ?? insertedArgument(text, call, made)];
  return [{ span: first.span, text: made }, ...withoutArguments(call, others)];
}

/** Arguments of these constructors that choose and find a credential. */
const CHOOSES: readonly string[] = ['auth_type', 'auth_profile', 'auth_file_location'];

/** A principal reads no config file, so arguments that name one go too. */
function authType(module: PythonModule, call: CallExpr, text: string, dropFile = true): TextEdit[] {
  const given = named(call, 'auth_type');
  const edits: TextEdit[] = given
    ? [{ span: given.value.span, text }]
    : [insertedArgument(module.program.text, call, `auth_type=${text}`)];
  if (!dropFile) return edits;
  const files = call.args.filter(
    ({ name, value }) => name !== undefined && FILES.includes(name) && value.k === 'string',
  );
  edits.push(...withoutArguments(call, files));
  return edits;
}

const FILES: readonly string[] = ['profile', 'config', 'auth_profile', 'auth_file_location'];

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
  return [{ span: first.span, text: expression }, ...withoutArguments(call, others)];
}
