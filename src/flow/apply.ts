import type { Makes, SymbolFact } from '../knowledge/sdks/fact';
import type { CallExpr, Point } from '../source/program';
import { argOf, held } from './arguments';
import { calledMethods } from './called';
import { fromData } from './data';
import type { Evaluator } from './evaluate';
import { callFunction, externalBase, positional, superArguments } from './functions';
import { fieldOf, memberOf } from './member';
import { appended, formatted, madeText, passed, recordFrom, recordOfPairs, variable } from './plain-calls';
import { recordMethod, textMethod } from './plain-methods';
import { registered } from './registrations';
import { builderStep, builtBy, isBuilder, takenStep } from './steps';
import {
  type ArgValue,
  type ClassValue,
  type Frame,
  join,
  type MethodValue,
  type ObjectValue,
  type PartialValue,
  type SymbolValue,
  type Value,
  type Values,
} from './value';

const NO_FIELDS: ReadonlyMap<string, Values> = new Map();

export function applyCall(on: Evaluator, call: CallExpr, at: Point, frame?: Frame): Values {
  const callees = calledMethods(on, call.callee, at, frame) ?? on.evaluate(call.callee, at, frame);
  const args = on.args(call, at, frame);
  return on.each(callees, (callee) => applyValue(on, callee, args, call, frame));
}

export function applyValue(
  on: Evaluator,
  callee: Value,
  args: readonly ArgValue[],
  call: CallExpr,
  frame?: Frame,
): Values {
  switch (callee.k) {
    case 'symbol':
      return applySymbol(on, callee, args, call);
    case 'function':
      return callFunction(callee.home as Evaluator, callee, args, frame, call.span);
    case 'class':
      return construct(on, callee, args, call);
    case 'partial':
      return applyPartial(on, callee, args, call, frame);
    case 'method':
      return applyMethod(on, callee, args, call);
    case 'unknown':
      return applyUnknown(on, callee.name, args, call);
    default:
      return on.unknown(call.span);
  }
}

/** An extension method is known by its name alone. */
function applyUnknown(on: Evaluator, name: string | undefined, args: readonly ArgValue[], call: CallExpr): Values {
  const fact = name === undefined || call.callee.k !== 'member' ? undefined : on.catalogue.extension(name);
  return fact && name !== undefined ? applyFact(on, fact, name, args, call) : on.unknown(call.span, name);
}

function applyPartial(
  on: Evaluator,
  callee: PartialValue,
  args: readonly ArgValue[],
  call: CallExpr,
  frame?: Frame,
): Values {
  const named = new Set(args.map((arg) => arg.name));
  const first = callee.args.filter((arg) => arg.name === undefined || !named.has(arg.name));
  return on.each(callee.callee, (one) => applyValue(on, one, [...first, ...args], call, frame));
}

function applySymbol(on: Evaluator, callee: SymbolValue, args: readonly ArgValue[], call: CallExpr): Values {
  const fact = on.catalogue.find(callee.path);
  if (fact) return applyFact(on, fact, callee.path, args, call);
  const owner = builtBy(callee.path);
  if (owner !== undefined && on.catalogue.find(owner)?.builder)
    return [objectOf(on, `${owner}.builder`, undefined, args, call)];
  return [objectOf(on, callee.path, undefined, args, call)];
}

function objectOf(
  on: Evaluator,
  path: string,
  makes: Makes | undefined,
  args: readonly ArgValue[],
  call: CallExpr,
  receiver?: ObjectValue,
): ObjectValue {
  return { k: 'object', origin: on.origin(call.span), path, makes, args, fields: NO_FIELDS, receiver, call };
}

function applyFact(
  on: Evaluator,
  fact: SymbolFact,
  path: string,
  args: readonly ArgValue[],
  call: CallExpr,
  receiver?: ObjectValue,
): Values {
  const { makes } = fact;
  switch (makes.kind) {
    case 'pass':
      return passed(on, args, makes, call);
    case 'format':
      return formatted(on, args, makes, call);
    case 'text':
      return madeText(on, args, makes, call);
    case 'env':
      return variable(on, args, makes, call);
    case 'file':
    case 'parsed':
    case 'lookup':
      return fromData(on, { makes, path, args, call });
    case 'table':
      return on.unknown(call.span);
    case 'module':
      return loaded(on, args, makes, call);
    case 'partial':
      return partial(on, args, call);
    case 'runs':
      return run(on, args, makes.at, call);
    case 'member':
      return memberNamed(on, args, makes, call);
    case 'append':
      return appended(on, args, call);
    case 'record':
      return [makes.pairs ? recordOfPairs(on, args, call) : recordFrom(on, args, call)];
    case 'list':
      return [{ k: 'list', origin: on.origin(call.span), items: args.map((arg) => arg.values) }];
    case 'provides':
      return on.unknown(call.span);
    case 'environment':
    case 'registration':
      return on.unknown(call.span);
    case 'registered':
      return (call.types?.[0] && registered(on, call.types[0], call.span)) ?? on.unknown(call.span);
    case 'holder':
      return [{ ...objectOf(on, path, makes, args, call, receiver), fields: held(makes.fields, args) }];
    case 'credential': {
      const made = objectOf(on, path, makes, args, call, receiver);
      return makes.async ? [{ k: 'promise', origin: made.origin, of: [made] }] : [made];
    }
    case 'client': {
      const made = objectOf(on, path, makes, args, call, receiver);
      on.seen(made);
      return [made];
    }
  }
}

/** A module loaded by a call: the value of an import of the same name. */
function loaded(
  on: Evaluator,
  args: readonly ArgValue[],
  makes: Extract<Makes, { kind: 'module' }>,
  call: CallExpr,
): Values {
  const [name] = argOf(args, makes.arg)?.values ?? [];
  if (name?.k !== 'text' || name.holes.length > 0) return on.unknown(call.span);
  const values = on.imported({ module: name.text, span: call.span });
  return makes.async ? [{ k: 'promise', origin: on.origin(call.span), of: values }] : values;
}

function partial(on: Evaluator, args: readonly ArgValue[], call: CallExpr): Values {
  const [callee, ...rest] = args;
  if (!callee) return on.unknown(call.span);
  return [{ k: 'partial', origin: on.origin(call.span), callee: callee.values, args: rest }];
}

function run(on: Evaluator, args: readonly ArgValue[], place: number, call: CallExpr): Values {
  const at = args.indexOf(args.filter((arg) => arg.name === undefined)[place] as ArgValue);
  return on.each(args[at]?.values ?? [], (one) => applyValue(on, one, args.slice(at + 1), call));
}

function memberNamed(
  on: Evaluator,
  args: readonly ArgValue[],
  makes: Extract<Makes, { kind: 'member' }>,
  call: CallExpr,
): Values {
  const [name] = argOf(args, makes.name)?.values ?? [];
  if (name?.k !== 'text' || name.holes.length > 0) return on.unknown(call.span);
  return on.each(argOf(args, makes.object)?.values ?? [], (one) => memberOf(on, one, name.text, call.span));
}

function construct(on: Evaluator, callee: ClassValue, args: readonly ArgValue[], call: CallExpr): Values {
  const base = externalBase(callee);
  if (base) {
    const passed = superArguments(callee, args, base) ?? args;
    const fact = on.catalogue.find(base);
    if (fact) return applyFact(on, fact, base, passed, call);
  }
  const origin = on.origin(call.span);
  const given = positional(
    callee.def,
    args.filter((arg) => !arg.sets),
  );
  const fields = new Map(args.flatMap((arg) => (arg.sets && arg.name !== undefined ? [[arg.name, arg.values]] : [])));
  return [{ k: 'instance', origin, def: callee.def, home: callee.home, args: given, fields }];
}

/** How an object that is a function is called. */
const CALLS = /^(?:Do|Invoke|invoke|call|apply|get|run|accept|test)$/;

function applyMethod(on: Evaluator, callee: MethodValue, args: readonly ArgValue[], call: CallExpr): Values {
  const { receiver, name } = callee;
  switch (receiver.k) {
    case 'object':
      return objectMethod(on, receiver, name, args, call);
    case 'text':
      return textMethod(on, receiver, name, args, call);
    case 'env':
      return [receiver];
    case 'record':
      return recordMethod(on, receiver, name, args, call);
    case 'promise':
      return chained(on, receiver.of, name, args, call);
    case 'list':
      return receiver.items.length > 0 && /^(?:pop|next|at|get|first|find|of)/.test(name)
        ? join(...receiver.items)
        : on.unknown(call.span);
    case 'class':
    case 'instance':
      return on.unknown(call.span, name);
    case 'function':
      return CALLS.test(name)
        ? callFunction(receiver.home as Evaluator, receiver, [], undefined, call.span)
        : on.unknown(call.span, name);
    default:
      return on.unknown(call.span, name);
  }
}

function objectMethod(
  on: Evaluator,
  receiver: ObjectValue,
  name: string,
  args: readonly ArgValue[],
  call: CallExpr,
): Values {
  const { makes } = receiver;
  if (makes?.kind === 'holder' && makes.members) {
    const member = makes.members[name];
    if (member) return memberCall(on, receiver, name, member, args, call);
  }
  if (makes?.kind === 'file') return [receiver];
  if (isBuilder(on, receiver.path)) return buildStep(on, receiver, name, args, call);
  const own = on.catalogue.find(receiver.path);
  const stepped = own && takenStep(on, own, receiver, name, args);
  if (stepped) return [stepped];
  const path = `${receiver.path}.${name}`;
  const fact = on.catalogue.find(path) ?? on.catalogue.extension(name);
  if (fact)
    return applyFact(on, fact, path, makes?.kind === 'holder' ? [...args, ...named(receiver)] : args, call, receiver);
  // The other methods of an object that is put together step by step give it back.
  if (own?.sets) return [receiver];
  if (makes?.kind === 'credential' && /^(?:get|copy|items|keys|values|pop)$/.test(name)) {
    const key = args[0]?.values[0];
    if (name === 'copy') return [receiver];
    if (key?.k === 'text') return fieldOf(on, receiver, key.text, call.span) ?? on.unknown(call.span, key.text);
  }
  return [objectOf(on, path, undefined, args, call, receiver)];
}

/** A call on a session: its own arguments first, then what the session keeps. */
function memberCall(
  on: Evaluator,
  receiver: ObjectValue,
  name: string,
  member: Extract<Makes, { kind: 'client' }>,
  args: readonly ArgValue[],
  call: CallExpr,
): Values {
  const named = new Set(args.map((arg) => arg.name));
  const kept: ArgValue[] = [];
  for (const [field, values] of receiver.fields) {
    if (!named.has(field)) kept.push({ name: field, values, origin: values[0]?.origin ?? receiver.origin });
  }
  const made = objectOf(on, `${receiver.path}.${name}`, member, [...args, ...kept], call, receiver);
  on.seen(made);
  return [made];
}

function buildStep(
  on: Evaluator,
  receiver: ObjectValue,
  name: string,
  args: readonly ArgValue[],
  call: CallExpr,
): Values {
  if (name === 'build') {
    const path = receiver.path.slice(0, -'.builder'.length);
    const fact = on.catalogue.find(path);
    return fact
      ? applyFact(on, fact, path, [...receiver.args, ...named(receiver), ...args], call, receiver)
      : on.unknown(call.span);
  }
  return [{ ...builderStep(on, receiver, name, args), origin: on.origin(call.span) }];
}

function named(object: ObjectValue): ArgValue[] {
  return [...object.fields].map(([name, values]) => ({ name, values, origin: values[0]?.origin ?? object.origin }));
}

/** `promise.then(value => …)`. */
function chained(on: Evaluator, of: Values, name: string, args: readonly ArgValue[], call: CallExpr): Values {
  const handler = args[0]?.values[0];
  if (name === 'catch' || name === 'finally') return [{ k: 'promise', origin: on.origin(call.span), of }];
  if (name !== 'then' || handler?.k !== 'function') return on.unknown(call.span, name);
  const passed: ArgValue[] = [{ values: of, origin: on.origin(call.span) }];
  const values = callFunction(handler.home as Evaluator, handler, passed, undefined, call.span);
  return [{ k: 'promise', origin: on.origin(call.span), of: values }];
}
