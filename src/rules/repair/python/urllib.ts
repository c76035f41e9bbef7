import type { ServiceUse } from '../../../flow/uses';
import { URLLIB_SIGNED, urllibSignedOf } from '../../../knowledge/sdks/python-signing';
import type { Target } from '../../../knowledge/sdks/target';
import type { Arg, CallExpr, Expr } from '../../../source/program';
import type { TextEdit } from '../../contract';
import { unitOf, withoutArguments } from '../edits';
import { isAuthorization, withoutEntry } from './entry';
import type { PythonModule } from './module';
import { dotted } from './plain';
import { named, positional, signer } from './signer';

/** `urlopen(request)` becomes `urlopen(oci_signed(request, …))`: who reads the answer sees no difference. */
export function opened(module: PythonModule, use: ServiceUse, target: Target): TextEdit[] | undefined {
  const { call } = use;
  const { text } = module.program;
  const given = named(call, 'url') ?? positional(call, 0);
  // A body beside the request becomes its own only when it is sent.
  if (!given || dataOf(call) || madeFor(use).some((made) => sendsFile(made, text))) return undefined;
  const unit = unitOf(text);
  const namespace = module.from('types', 'SimpleNamespace');
  const write = (name: string): string => urllibSignedOf({ name, namespace, unit }, requestClass(module, call.callee));
  const sign = module.own(URLLIB_SIGNED, 'request.selector', write);
  const { start, end } = given.value.span;
  return [
    { span: { start, end: start }, text: `${sign}(` },
    ...(given.value.k === 'call' ? withoutHeader(given.value) : []),
    { span: { start: end, end }, text: `, ${signer(module, target)})` },
  ];
}

/** The calls that make what a request sends, where that is a request of urllib. */
export function madeFor({ objects }: ServiceUse): CallExpr[] {
  const given = objects.flatMap(({ args }) => args.flatMap(({ values }) => values));
  return given.flatMap((value) => (value.k === 'object' && value.path === REQUEST && value.call ? [value.call] : []));
}

const REQUEST = 'urllib.request.Request';

const dataOf = (call: CallExpr): Arg | undefined => named(call, 'data') ?? positional(call, 1);

/** A file is sent in pieces, and nobody knows its length and its hash before. */
function sendsFile(made: CallExpr, text: string): boolean {
  const data = dataOf(made)?.value;
  if (data?.k === 'call') return /(?:^|\.)open$/.test(dotted(data.callee));
  return data?.k === 'name' && text.split('\n').some((line) => opensAs(line, data.name));
}

/** `with open(…) as name`, `name = open(…)`. */
const opensAs = (line: string, name: string): boolean =>
  line.includes('open(') && new RegExp(`\\bas ${name}\\b|\\b${name}\\s*=`).test(line);

/** The class, as a file names it that calls `urllib.request.urlopen`. */
function requestClass(module: PythonModule, callee: Expr): string {
  const { text } = module.program;
  const { span } = callee;
  const opener = /^((?:\w+\.)+)(?:urlopen|build_opener\(\)\.open)$/.exec(text.slice(span.start, span.end));
  return opener ? `${opener[1]}Request` : module.from('urllib.request', 'Request');
}

/** A request that is made where it is sent loses the header there. */
function withoutHeader(made: CallExpr): TextEdit[] {
  const headers: Arg | undefined = named(made, 'headers') ?? positional(made, 2);
  const record = headers?.value.k === 'record' ? headers.value : undefined;
  const entry = record?.entries.find(isAuthorization);
  if (!headers || !record || !entry) return [];
  if (record.entries.length > 1 || headers.name === undefined) return [withoutEntry(record, entry)];
  return withoutArguments(made, [headers]);
}
