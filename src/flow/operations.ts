import { isOperation, operationOfCommand, operationOfSymbol, SENDS_PROJECT } from '../knowledge/policy';
import type { CallExpr, Expr, Point, Program } from '../source/program';
import { withOptions } from './arguments';
import type { Evaluator } from './evaluate';
import { callsAround } from './scopes';
import { type ServiceUse, useOf } from './uses';
import type { ArgValue, ObjectValue, Origin } from './value';

/** Calls of members whose names operations have; the ones of other objects are sorted out by what they hold. */
const CALLED =
  /\.\s{0,8}(?:chat|completions|responses|embeddings|conversations|files|containers|create|embed|rerank|generate|summarize|retrieve|invoke|apply|list|get|update|delete|change)\w{0,60}\s{0,8}\(/gi;
/** A file that calls more is no file that somebody wrote. */
const MAX_CALLS = 2_000;

/** What is called on a client that another module makes. */
export interface CalledElsewhere {
  /** Where that client is made. */
  readonly maker: Origin;
  readonly operations: readonly string[];
}

/** The operations that are called on each client of a module, as far as one can see. */
export function operationsOf(
  program: Program,
  uses: readonly ServiceUse[],
  evaluator: Evaluator,
): ReadonlyMap<ServiceUse, readonly string[]> {
  const found = new Map(uses.map((use) => [use, new Set(ownOperations(use))]));
  const byCall = new Map<CallExpr, ServiceUse>(uses.map((use) => [use.call, use]));
  for (const { client, names } of clientCalls(program, evaluator)) {
    const use = client.call && byCall.get(client.call);
    if (use) for (const name of operationsNamed(use, names)) found.get(use)?.add(name);
  }
  return new Map([...found].map(([use, names]) => [use, [...names]]));
}

/** Whether a text calls anything by the name of an operation. */
export const callsOperations = (text: string): boolean => new RegExp(CALLED.source, 'i').test(text);

/** What a module calls on clients that it gets from others. */
export function calledElsewhere(program: Program, evaluator: Evaluator): readonly CalledElsewhere[] {
  return clientCalls(program, evaluator).flatMap(({ client, names }) => {
    const use = client.origin.uri === evaluator.uri ? undefined : useOf(client);
    const operations = use ? operationsNamed(use, names) : [];
    return operations.length > 0 ? [{ maker: client.origin, operations }] : [];
  });
}

interface ClientCall {
  readonly client: ObjectValue;
  /** `client.chat.completions.create` is `chat`, `completions`, `create` on `client`. */
  readonly names: readonly string[];
}

function clientCalls(program: Program, evaluator: Evaluator): readonly ClientCall[] {
  const offsets = [...program.text.matchAll(CALLED)].slice(0, MAX_CALLS).map((match) => match.index);
  const calls = offsets.length > 0 ? callsAround(program.module.block(), offsets) : [];
  return calls.flatMap(({ call, at }) => clientsUnder(call.callee, at, evaluator));
}

/** The longest part of `self.client.chat` that holds a client decides; what is behind it names the operation. */
function clientsUnder(callee: Expr, at: Point, evaluator: Evaluator): readonly ClientCall[] {
  const names: string[] = [];
  let object = callee;
  while (object.k === 'member' && names.length < 6) {
    names.unshift(object.name);
    object = object.object;
    if (object.k !== 'name' && object.k !== 'call' && object.k !== 'member') continue;
    const clients = evaluator.evaluate(object, at).flatMap((value) => (isClient(value) ? [value] : []));
    if (clients.length > 0) return clients.map((client) => ({ client, names: [...names] }));
  }
  return [];
}

const isClient = (value: { readonly k: string }): value is ObjectValue =>
  value.k === 'object' && (value as ObjectValue).makes?.kind === 'client' && (value as ObjectValue).call !== undefined;

const operationsNamed = ({ plane }: Pick<ServiceUse, 'plane'>, names: readonly string[]): readonly string[] =>
  [names[0] ?? '', names.slice(0, 2).join('')].filter((one) => isOperation(plane, one));

/** What the client itself says: a class for one operation, a request to one address, a command line. */
function ownOperations(use: ServiceUse): readonly string[] {
  const { fact, path, plane, endpoint } = use;
  const known = (name: string): boolean => isOperation(plane, name);
  const last = endpoint?.path.split(/[/?#]/).filter((part) => /^[A-Za-z_]{3,60}$/.test(part)) ?? [];
  const candidates = [fact.operation, operationOfSymbol(path), last.slice(-2).join(''), last[last.length - 1]];
  const own = candidates.find((one) => one !== undefined && known(one)) ?? operationOfCommand(wordsOf(use), known);
  const project = known(SENDS_PROJECT) && use.objects.some(({ args }) => sendsProject(args)) ? [SENDS_PROJECT] : [];
  return own === undefined ? project : [own, ...project];
}

/** The words behind the service of a command line. */
function wordsOf({ fact, objects: [made] }: ServiceUse): readonly string[] {
  if (!('words' in fact.reach) || !made) return [];
  return made.args
    .filter((arg) => arg.name === undefined)
    .slice(1)
    .map(({ values: [only, more] }) => (only?.k === 'text' && !more ? only.text : ''));
}

/** `project=` of the OpenAI clients, or the header that it becomes. */
function sendsProject(args: readonly ArgValue[]): boolean {
  return withOptions(args).some(
    ({ name, values }) =>
      (name !== undefined && /^(?:with)?project$/i.test(name)) ||
      values.some(
        (value) => value.k === 'record' && [...value.fields.keys()].some((key) => /^openai-project$/i.test(key)),
      ),
  );
}
