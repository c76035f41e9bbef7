import type { ClassDef, FunctionDef, Span } from '../source/program';
import { changed } from './change';
import { setOutside } from './constructions';
import { keyed, tableOf } from './data';
import { reachingDefinitions } from './definitions';
import type { Evaluator } from './evaluate';
import { changesOfField } from './field-changes';
import { type Method, methodOf, methodsOf } from './methods';
import { chosen } from './overloads';
import { bindsOfMember, holdsAny, type MemberBind } from './scopes';
import { type ClassValue, type Frame, type InstanceValue, join, type Value, type Values } from './value';

/** `value.name`. */
export function memberOf(on: Evaluator, value: Value, name: string, span: Span): Values {
  switch (value.k) {
    case 'symbol': {
      const path = `${value.path}.${name}`;
      const table = tableOf(on, path);
      if (table) return [table];
      if (on.catalogue.find(value.path)?.makes.kind === 'environment' && !on.catalogue.find(path))
        return on.environment(name, span);
      return [{ k: 'symbol', origin: on.origin(span), path }];
    }
    case 'module':
      return (value.home as Evaluator).offers(name, span);
    case 'unknown':
      return on.unknown(span, name);
    case 'promise':
      if (name === 'Result') return value.of;
      return [{ k: 'method', origin: on.origin(span), receiver: value, name }];
    case 'const':
    case 'list':
    case 'function':
      return [{ k: 'method', origin: on.origin(span), receiver: value, name }];
    default: {
      const table = value.k === 'object' ? tableOf(on, `${value.path}.${name}`) : undefined;
      if (table) return [table];
      return fieldOf(on, value, name, span) ?? [{ k: 'method', origin: on.origin(span), receiver: value, name }];
    }
  }
}

/** The value kept under a key or attribute; undefined when the value is known to have none. */
export function fieldOf(on: Evaluator, value: Value, key: string, span: Span): Values | undefined {
  switch (value.k) {
    case 'record': {
      const own = keyed(value, key);
      if (own) return own;
      for (const base of [...value.bases].reverse()) {
        const found = base.map((one) => fieldOf(on, one, key, span)).filter((one) => one !== undefined);
        if (found.length > 0) return join(...found);
      }
      return undefined;
    }
    case 'object':
      return value.fields.get(key) ?? value.args.find((arg) => arg.name === key)?.values;
    case 'instance':
      return value.fields.get(key) ?? instanceField(on, value, key);
    case 'class':
      return memberOfClass(on, value, key);
    case 'symbol':
      if (on.catalogue.find(value.path)?.makes.kind === 'environment') return on.environment(key, span);
      return undefined;
    default:
      return undefined;
  }
}

/** A method is one without an object; what else a class holds may be set by any of its methods. */
function memberOfClass(on: Evaluator, { def, home }: ClassValue, key: string): Values | undefined {
  const method = def.methods.get(key);
  if (method && !method.isGetter) return classField(home as Evaluator, def, key);
  return instanceField(on, (home as Evaluator).someInstance(def), key);
}

function instanceField(on: Evaluator, value: InstanceValue, key: string): Values | undefined {
  const home = value.home as Evaluator;
  const { def } = value;
  const memo = value.args ? undefined : home.memoOf(def);
  const known = memo?.get(key);
  if (known) return known;
  memo?.set(key, home.unknown(def.nameSpan, key));
  const found = findField(home, value, key) ?? inOtherParts(home, value, key) ?? inherited(on, value, key);
  if (found) memo?.set(key, found);
  else memo?.delete(key);
  return found;
}

/** Read as a value, a name that a field and a method share is the field. */
const isOnlyField = (home: Evaluator, def: ClassDef, key: string): boolean =>
  home.separatesMethods && def.fields?.has(key) === true;

function findField(home: Evaluator, value: InstanceValue, key: string): Values | undefined {
  if (!mayHave(value.def, key)) return undefined;
  const found = isOnlyField(home, value.def, key) ? undefined : methodOf(home, value.def, key);
  if (found) {
    const { method } = found;
    const held = found.home.functionValue(method, undefined, value);
    return method.isGetter ? found.home.call(held, [], undefined, method.nameSpan) : [held];
  }
  const kept = keptField(home, value, key);
  return kept && changedField(home, value, key, kept);
}

/** A class that declares all its fields has no others, unless it inherits them or has other parts. */
const mayHave = (def: ClassDef, key: string): boolean =>
  !def.fields ||
  def.isPartial ||
  def.bases.length > 0 ||
  def.fields.has(key) ||
  def.methods.has(key) ||
  def.body.touches.has(key);

/** What the methods of a class change in the value of a field. */
function changedField(home: Evaluator, value: InstanceValue, key: string, kept: Values): Values {
  if (!kept.some((one) => one.k === 'record' || one.k === 'object')) return kept;
  let now = kept;
  for (const { method, home: inside } of methodsOf(home, value.def)) {
    if (method.self === undefined || method.isGetter || !mentions(inside, method, key)) continue;
    const changes = changesOfField(method, key, home.hasBareMembers);
    if (changes.length > 0) now = changed(inside, now, changes, frameOf(inside, value, method));
  }
  return now;
}

function keptField(home: Evaluator, value: InstanceValue, key: string): Values | undefined {
  const { def } = value;
  const assigned = assignments(home, def, key).map(({ stmt, at, item, method, home: inside }) => {
    const values = inside.evaluate(stmt.value, at, frameOf(inside, value, method));
    return item === undefined ? values : home.each(values, (one) => home.result(one, item));
  });
  if (!value.args) for (const one of [home, ...home.peers(key)]) assigned.push(...setOutside(one, def, key));
  if (assigned.length > 0) return join(...assigned, ...(declared(home, value, key) ?? []).map((one) => [one]));
  return declared(home, value, key);
}

/** A class-level initialiser, or a field of a dataclass that the construction sets. */
function declared(home: Evaluator, value: InstanceValue, key: string): Values | undefined {
  const given = value.args?.find((arg) => arg.name === key)?.values;
  if (given && !hasConstructor(value.def)) return given;
  return classField(home, value.def, key);
}

const CONSTRUCTORS = ['__init__', 'constructor', '<init>'];

export function constructorOf(def: ClassDef): FunctionDef | undefined {
  for (const name of [...CONSTRUCTORS, def.name]) {
    const method = def.methods.get(name);
    if (method) return method;
  }
  return undefined;
}

const hasConstructor = (def: ClassDef): boolean => constructorOf(def) !== undefined;

type Assignment = MemberBind & Method;

/** `self.key = …` in any method; the constructor's count first. */
function assignments(home: Evaluator, def: ClassDef, key: string): Assignment[] {
  const found: Assignment[] = [];
  for (const { method, home: inside } of methodsOf(home, def)) {
    if (method.self === undefined || !mentions(inside, method, key)) continue;
    for (const bind of bindsOfMember(method.body(), method.self, key)) found.push({ ...bind, method, home: inside });
  }
  return found;
}

const mentions = (home: Evaluator, method: FunctionDef, key: string): boolean =>
  holdsAny(home.offsetsOf(key), method.span.start, method.span.end);

/** In the constructor of a known construction the parameters hold its arguments. */
function frameOf(home: Evaluator, value: InstanceValue, method: FunctionDef): Frame | undefined {
  const first = value.args && constructorOf(value.def);
  if (!value.args || !first || chosen(first, value.args) !== method) return undefined;
  return bindParameters(home, method, value.args, value);
}

export function bindParameters(
  home: Evaluator,
  def: FunctionDef,
  args: InstanceValue['args'],
  self: Value | undefined,
  outer?: Frame,
  depth = 1,
): Frame {
  const bound = new Map<string, Values>();
  const rest: Values[] = [];
  let position = 0;
  for (const arg of args ?? []) {
    if (arg.name !== undefined) {
      if (def.params.some((param) => param.name === arg.name)) bound.set(arg.name, arg.values);
      continue;
    }
    const param = def.params[position];
    position += 1;
    if (!param || param.rest === 'list') rest.push(arg.values);
    else bound.set(param.name, arg.values);
  }
  for (const param of def.params) {
    if (param.rest === 'list') bound.set(param.name, [{ k: 'list', origin: home.origin(def.nameSpan), items: rest }]);
    if (param.rest === 'record') bound.set(param.name, [keywordRest(home, def, args)]);
  }
  return { def, args: bound, self, depth, outer, memo: new Map() };
}

function keywordRest(home: Evaluator, def: FunctionDef, args: InstanceValue['args']): Value {
  const fields = new Map<string, Values>();
  const bases: Values[] = [];
  for (const arg of args ?? []) {
    if (arg.name === '**') bases.push(arg.values);
    else if (arg.name !== undefined && !def.params.some((param) => param.name === arg.name))
      fields.set(arg.name, arg.values);
  }
  return { k: 'record', origin: home.origin(def.nameSpan), fields, bases };
}

export function classField(home: Evaluator, def: ClassDef, key: string): Values | undefined {
  const end = { block: def.body, index: def.body.stmts.length };
  // A name may be touched without being bound: `Environment.Get(…)` in an initialiser.
  if (def.body.touches.has(key) && reachingDefinitions(key, end).definitions.length > 0) {
    const values = home.lookup(key, end, undefined, def.nameSpan);
    return values.flatMap((value) => defaultOf(home, value));
  }
  const method = isOnlyField(home, def, key) ? undefined : def.methods.get(key);
  return method ? [home.functionValue(method)] : undefined;
}

/** `field(default=…)`, `field(default_factory=load)`, `Field(default=…)`: what the field starts with. */
function defaultOf(home: Evaluator, value: Value): Values {
  if (value.k !== 'object' || !value.call || !/(?:^|\.)[fF]ield$/.test(value.path)) return [value];
  const direct = value.args.find((arg) => arg.name === 'default' || arg.name === undefined)?.values;
  if (direct) return direct;
  const factory = value.args.find((arg) => arg.name === 'default_factory')?.values[0];
  return factory ? home.apply(factory, [], value.call) : [value];
}

/** A class in several parts of one module. */
function inOtherParts(home: Evaluator, value: InstanceValue, key: string): Values | undefined {
  const { def } = value;
  if (!def.isPartial) return undefined;
  const block = (def.scope.parent ?? home.program.module).block();
  const found: Values[] = [];
  for (const index of block.touches.get(def.name) ?? []) {
    const stmt = block.stmts[index];
    if (stmt?.k !== 'class' || stmt.def === def || stmt.def.name !== def.name) continue;
    const values = findField(home, { ...value, def: stmt.def }, key);
    if (values) found.push(values);
  }
  return found.length > 0 ? join(...found) : undefined;
}

function inherited(on: Evaluator, value: InstanceValue, key: string): Values | undefined {
  const home = value.home as Evaluator;
  for (const base of value.def.bases) {
    for (const one of home.evaluate(base, home.placeOf(value.def))) {
      if (one.k !== 'class' || one.def === value.def) continue;
      const found = instanceField(on, { ...value, def: one.def, home: one.home }, key);
      if (found) return found;
    }
  }
  return undefined;
}
