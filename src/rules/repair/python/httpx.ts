import type { ServiceUse } from '../../../flow/uses';
import { HTTPX_AUTH, HTTPX_CHOOSER, httpxChooserOf } from '../../../knowledge/sdks/python-writing';
import type { Target } from '../../../knowledge/sdks/target';
import type { Program } from '../../../source/program';
import type { TextEdit } from '../../contract';
import { appendedArgument, applied, unitOf } from '../edits';
import { deadImports, PythonModule } from './module';

const PACKAGE = 'oci_genai_auth';

/** An expression for the auth object of a target; `from` is the package whose classes the file uses. */
export function httpxAuth(module: PythonModule, target: Target, from = PACKAGE, args = ''): string | undefined {
  const className = (one: Target): string => module.from(from, HTTPX_AUTH[one] ?? '');
  if (target === 'by-environment') {
    if (!module.has(HTTPX_CHOOSER))
      module.addFunction(httpxChooserOf(className, module.module('os'), unitOf(module.program.text)));
    return `${HTTPX_CHOOSER}()`;
  }
  if (HTTPX_AUTH[target] === undefined) return undefined;
  return `${className(target)}(${target === 'session-token' ? args : ''})`;
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
  const module = new PythonModule(program);
  const edits = [{ span: callee.span, text: module.from(from, 'OciUserPrincipalAuth') }, ...module.edits()];
  return [...edits, ...deadImports(program, callee.name, applied(program.text, edits))];
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
