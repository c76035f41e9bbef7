import { argOf } from '../../../flow/arguments';
import type { ServiceUse } from '../../../flow/uses';
import { HOLE } from '../../../knowledge/host';
import {
  ADK_AUTH_TYPES,
  CHOOSER,
  chooserOf,
  LANGCHAIN_AUTH_TYPES,
  LITELLM_IDENTITY,
  SESSION,
  SIGNERS,
  sessionOf,
  TYPE_CHOOSER,
  typeChooserOf,
} from '../../../knowledge/sdks/python-writing';
import type { Target } from '../../../knowledge/sdks/target';
import type { Arg, CallExpr, Program, Span } from '../../../source/program';
import type { TextEdit } from '../../contract';
import { appendedArgument, applied, argumentWithComma, unitOf } from '../edits';
import { httpxAuth, transport, withTransport } from './httpx';
import { PythonModule, removeDead, removeUnused } from './module';

/** The edits that make a client or request use another method; undefined where the SDK has no way to say it. */
export function switchPython(program: Program, use: ServiceUse, target: Target): TextEdit[] | undefined {
  const module = new PythonModule(program);
  const edits = written(module, use, target);
  if (!edits) return undefined;
  const all = [...edits, ...module.edits()];
  const after = applied(program.text, all);
  const seen = new Set<Span>();
  for (const flow of use.flows) {
    if (flow.origin.uri !== use.origin.uri || seen.has(flow.origin.span)) continue;
    seen.add(flow.origin.span);
    const [gone, ...more] = removeDead(program, flow.origin.span, after);
    // A client that chooses by default is its own origin: it stays, and so does what it needs.
    if (!gone || overlaps(gone, all)) continue;
    all.push(gone, ...more.filter((edit) => !overlaps(edit, all)));
  }
  all.push(...removeUnused(program, edits, after).filter((edit) => !overlaps(edit, all)));
  return all;
}

const overlaps = (edit: TextEdit, others: readonly TextEdit[]): boolean =>
  others.some((other) => edit.span.start < other.span.end && other.span.start < edit.span.end);

function written(module: PythonModule, use: ServiceUse, target: Target): TextEdit[] | undefined {
  const { call, fact, path } = use;
  if (call.args.some((arg) => arg.spread)) return undefined;
  const rules = fact.auth;
  if (fact.operation === 'request') return request(module, use, target);
  if (rules.some((rule) => rule.as === 'config')) return native(module, use, target);
  if (rules.some((rule) => rule.as === 'identity')) return litellm(module, call, target);
  const choice = rules.find((rule) => rule.as === 'choice');
  if (!choice) return transport(module, use, target) ?? withTransport(module, use, target);
  return chosenType(module, call, path.includes('adk') ? ADK_AUTH_TYPES : LANGCHAIN_AUTH_TYPES, target);
}

function signer(module: PythonModule, target: Target, profile?: string): string {
  const oci = module.module('oci');
  if (target === 'session-token') {
    if (!module.has(SESSION)) module.addFunction(sessionOf(oci, module.module('os'), unitOf(module.program.text)));
    return `${SESSION}(${profile === undefined || profile === 'DEFAULT' ? '' : `"${profile}"`})`;
  }
  if (target !== 'by-environment') return SIGNERS[target](oci);
  if (!module.has(CHOOSER)) module.addFunction(chooserOf(oci, module.module('os'), unitOf(module.program.text)));
  return `${CHOOSER}()`;
}

const named = (call: CallExpr, name: string): Arg | undefined => call.args.find((arg) => arg.name === name);
const positional = (call: CallExpr, at: number): Arg | undefined =>
  call.args.filter((arg) => arg.name === undefined)[at];

/** `Client(config, …)` becomes `Client({}, signer=…, …)`. */
function native(module: PythonModule, use: ServiceUse, target: Target): TextEdit[] {
  const { call } = use;
  const config = named(call, 'config') ?? positional(call, 0);
  const given = named(call, 'signer');
  const expression = signer(module, target, profileOf(use));
  const edits: TextEdit[] = [];
  const addition = given ? '' : `, signer=${expression}`;
  const kept = regionOf(use);
  if (config) edits.push({ span: config.value.span, text: kept + addition });
  else edits.push(insertFirst(call, `config=${kept}${addition}`));
  if (given) edits.push({ span: given.value.span, text: expression });
  return edits;
}

/** The profile that the key is read from, where the code says so. */
function profileOf({ flows }: ServiceUse): string | undefined {
  for (const { maker } of flows) {
    if (maker?.k !== 'object' || maker.makes?.kind !== 'credential' || !maker.makes.profile) continue;
    const [only, more] = argOf(maker.args, maker.makes.profile)?.values ?? [];
    if (only?.k === 'text' && !more && /^[\w.-]+$/.test(only.text)) return only.text;
  }
  return undefined;
}

/** The config that stays: a region that the code names is kept, all identity goes. */
function regionOf(use: ServiceUse): string {
  for (const { maker } of use.flows) {
    const region = maker?.k === 'record' ? maker.fields.get('region')?.[0] : undefined;
    if (region?.k === 'text' && !region.text.includes(HOLE)) return `{"region": "${region.text}"}`;
  }
  return '{}';
}

function insertFirst(call: CallExpr, text: string): TextEdit {
  const at = call.argsSpan.start + 1;
  return { span: { start: at, end: at }, text: call.args.length > 0 ? `${text}, ` : text };
}

function chosenType(
  module: PythonModule,
  call: CallExpr,
  types: Readonly<Partial<Record<Target, string>>>,
  target: Target,
): TextEdit[] | undefined {
  const type = types[target];
  // A session reads the profile that the key was read from.
  if (type !== undefined) return authType(module, call, `"${type}"`, target !== 'session-token');
  if (target !== 'by-environment') return undefined;
  if (!module.has(TYPE_CHOOSER))
    module.addFunction(typeChooserOf(types, module.module('os'), unitOf(module.program.text)));
  return authType(module, call, `${TYPE_CHOOSER}()`, false);
}

/** A principal reads no config file, so arguments that name one go too. */
function authType(module: PythonModule, call: CallExpr, text: string, dropFile = true): TextEdit[] {
  const given = named(call, 'auth_type');
  const edits: TextEdit[] = given ? [{ span: given.value.span, text }] : [insertFirst(call, `auth_type=${text}`)];
  if (!dropFile) return edits;
  for (const name of ['profile', 'config', 'auth_profile', 'auth_file_location']) {
    const arg = named(call, name);
    if (arg && arg.value.k === 'string')
      edits.push({ span: argumentWithComma(module.program.text, call, arg), text: '' });
  }
  return edits;
}

/** `completion(model="oci/…", oci_user=…, …)` becomes `completion(model="oci/…", oci_signer=…)`. */
function litellm(module: PythonModule, call: CallExpr, target: Target): TextEdit[] | undefined {
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

/** `requests.post(url, headers={"Authorization": …})` becomes `requests.post(url, auth=…)`; sessions take it too. */
function request(module: PythonModule, use: ServiceUse, target: Target): TextEdit[] | undefined {
  const { call, path } = use;
  if (call.callee.k !== 'member') return undefined;
  const auth = path.startsWith('httpx.')
    ? httpxAuth(module, target)
    : path.startsWith('requests.')
      ? signer(module, target)
      : undefined;
  if (auth === undefined) return undefined;
  const given = named(call, 'auth');
  if (given) return [{ span: given.value.span, text: auth }];
  const headers = named(call, 'headers');
  const entries = headers?.value.k === 'record' ? headers.value.entries : [];
  const entry = entries.find((one) => one.key?.toLowerCase() === 'authorization');
  // The signature takes the place of whatever header stands elsewhere.
  const appended = appendedArgument(module.program.text, call, `auth=${auth}`);
  if (!headers || !entry) return appended && [appended];
  if (entries.length === 1) return [{ span: headers.span, text: `auth=${auth}` }];
  const at = entries.indexOf(entry);
  const next = entries[at + 1];
  const before = entries[at - 1];
  const span = next
    ? { start: entry.span.start, end: next.span.start }
    : { start: before?.span.end ?? entry.span.start, end: entry.span.end };
  return [
    { span, text: '' },
    { span: { start: headers.span.end, end: headers.span.end }, text: `, auth=${auth}` },
  ];
}
