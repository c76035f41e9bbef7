import type { ServiceUse } from '../../../flow/uses';
import {
  HTTPX_AUTH,
  HTTPX_CHOOSER,
  HTTPX_OKE,
  HTTPX_PACKAGE,
  httpxChooserOf,
  httpxOkeOf,
  SIGNERS,
} from '../../../knowledge/sdks/python-writing';
import { COMPUTE_VARIABLE, type Target } from '../../../knowledge/sdks/target';
import type { Program } from '../../../source/program';
import type { TextEdit } from '../../contract';
import { appendedArgument, unitOf } from '../edits';
import { Names } from './code';
import { PythonModule } from './module';
import { Unneeded } from './unneeded';

/** An expression for the auth object of a target; `from` is the package whose classes the file uses. */
export function httpxAuth(module: PythonModule, target: Target, from = HTTPX_PACKAGE, args = ''): string | undefined {
  if (target === 'by-environment') return `${chooser(module, from)}()`;
  if (target === 'oke-workload-identity') return from === HTTPX_PACKAGE ? `${okeClass(module)}()` : undefined;
  const className = HTTPX_AUTH[target];
  return className && `${module.from(from, className)}(${target === 'session-token' ? args : ''})`;
}

function chooser(module: PythonModule, from: string): string {
  const unit = unitOf(module.program.text);
  // Only the newer package has a base for signers that it does not know.
  const oke = from === HTTPX_PACKAGE ? okeClass(module) : undefined;
  const className = (one: Target): string => module.from(from, HTTPX_AUTH[one] ?? '');
  const write = (name: string): string => httpxChooserOf({ name, className, oke, os: module.module('os'), unit });
  return module.own(HTTPX_CHOOSER, COMPUTE_VARIABLE, write);
}

function okeClass(module: PythonModule): string {
  const unit = unitOf(module.program.text);
  const signer = SIGNERS['oke-workload-identity'](module.module('oci'));
  const write = (name: string): string => httpxOkeOf(name, module.from(HTTPX_PACKAGE, 'HttpxOciAuth'), signer, unit);
  return module.own(HTTPX_OKE, '_refresh_signer', write);
}

/** `auth=OciUserPrincipalAuth(…)`, wherever the transport is made: the class gives way to another of its package. */
export function transport(module: PythonModule, use: ServiceUse, target: Target): TextEdit[] | undefined {
  const [flow, more] = use.flows;
  const maker = flow?.maker?.k === 'object' && flow.maker.origin.uri === use.origin.uri ? flow.maker : undefined;
  const from = maker?.path.slice(0, maker.path.lastIndexOf('.')) ?? '';
  if (!maker?.call || more || !/^oci_(?:genai_auth|openai)$/.test(from)) return undefined;
  const { argsSpan, span } = maker.call;
  // A session is read from the file and profile that the key was read from.
  const text = httpxAuth(module, target, from, module.program.text.slice(argsSpan.start + 1, argsSpan.end - 1));
  return text === undefined ? undefined : [{ span, text }];
}

/** `OciSessionAuth(…)` of a profile without a token becomes the class that signs with its key. */
export function useUserAuth(program: Program, use: ServiceUse): TextEdit[] | undefined {
  const maker = use.flows[0]?.maker;
  const call = maker?.k === 'object' && maker.origin.uri === use.origin.uri ? maker.call : undefined;
  const callee = call?.callee;
  if (program.language !== 'python' || callee?.k !== 'name' || maker?.k !== 'object') return undefined;
  const from = maker.path.slice(0, maker.path.lastIndexOf('.'));
  const module = new PythonModule(program, { site: use.call.span });
  const edits = [{ span: callee.span, text: module.from(from, 'OciUserPrincipalAuth') }];
  const added = module.edits();
  const written = added.map(({ text }) => text).join('\n');
  return [...edits, ...added, ...new Unneeded(new Names(program), edits, [], written).remove()];
}

/** A client of the OpenAI-compatible planes that only has a key gets a transport that signs. */
export function withTransport(module: PythonModule, use: ServiceUse, target: Target): TextEdit[] | undefined {
  const { call, path, plane } = use;
  const name = path.slice(path.lastIndexOf('.') + 1);
  if (plane !== 'inference-openai' && plane !== 'vector-stores') return undefined;
  if (!/^(?:Async)?OpenAI$|^ChatOpenAI$/.test(name) || call.args.some((arg) => arg.name === 'http_client'))
    return undefined;
  const auth = httpxAuth(module, target);
  if (auth === undefined) return undefined;
  const client = name.startsWith('Async') ? 'AsyncClient' : 'Client';
  const added = `http_client=${module.module('httpx')}.${client}(auth=${auth})`;
  const edit = appendedArgument(module.program.text, call, added);
  return edit && [edit];
}
