import type { CallExpr, Expr, Point } from '../source/program';
import { readFile } from './data';
import type { ChangeOf } from './definitions';
import type { Evaluator } from './evaluate';
import { builderStep, isBuilder, takenStep } from './steps';
import type { Frame, InstanceValue, ObjectValue, RecordValue, Value, Values } from './value';

/** Applies in-place changes to a value, oldest first. */
export function changed(on: Evaluator, values: Values, changes: readonly ChangeOf[], frame?: Frame): Values {
  let now = values;
  for (const change of changes) now = now.map((value) => applyChange(on, value, change, frame));
  return now;
}

function applyChange(on: Evaluator, value: Value, change: ChangeOf, frame?: Frame): Value {
  if (value.k !== 'record' && value.k !== 'object' && value.k !== 'instance') return value;
  const { target } = change;
  if (target && change.value) {
    const key = target.k === 'member' ? target.name : keyOf(on, target.key, change.at, frame);
    if (key === undefined) return value;
    const values = on.evaluate(change.value, change.at, frame);
    if (target.object.k === 'name') return withField(value, key, values);
    return target.object.k === 'member' ? withInner(value, target.object.name, key, values) : value;
  }
  return change.call ? changedByCall(on, value, change.call, change.at, frame) : value;
}

/** `x.headers["k"] = v`: the inner record gets the entry, one that nobody has seen yet is made. */
function withInner(
  value: RecordValue | ObjectValue | InstanceValue,
  inner: string,
  key: string,
  values: Values,
): RecordValue | ObjectValue | InstanceValue {
  const [held] = value.fields.get(inner) ?? [];
  const record: RecordValue =
    held?.k === 'record'
      ? held
      : { k: 'record', origin: values[0]?.origin ?? value.origin, fields: new Map(), bases: [] };
  return withField(value, inner, [withField(record, key, values)]);
}

function keyOf(on: Evaluator, key: Expr, at: Point, frame?: Frame): string | undefined {
  const [only, more] = on.evaluate(key, at, frame);
  if (more) return undefined;
  // `HttpRequestHeader.Authorization` says its key by its name.
  if (only?.k === 'symbol') return only.path.slice(only.path.lastIndexOf('.') + 1);
  return only?.k === 'text' ? only.text : undefined;
}

/** `x.update({…})`, `x.headers.update({…})`, `x.setRegion(v)`, `x.set_region(v)`. */
function changedByCall(
  on: Evaluator,
  value: RecordValue | ObjectValue | InstanceValue,
  call: CallExpr,
  at: Point,
  frame?: Frame,
): Value {
  const { callee } = call;
  const first = call.args[0];
  const stepped =
    steppedBy(on, value, call, at, frame) ??
    readInto(on, value, call, at, frame) ??
    withoutNamed(on, value, call, at, frame);
  if (stepped) return stepped;
  if (callee.k !== 'member' || !first) return value;
  if (callee.name === 'update' || callee.name === 'putAll') {
    const added = on.evaluate(first.value, at, frame);
    const inner = callee.object.k === 'member' ? callee.object.name : undefined;
    if (inner !== undefined) return withField(value, inner, added);
    if (value.k === 'record') return { ...value, ...merged(value, added) };
    return value;
  }
  const second = call.args[1];
  if (second && (ENTRY_SETTER.test(callee.name) || HEADER_SETTER.test(callee.name))) {
    const key = keyOf(on, first.value, at, frame);
    if (key === undefined) return value;
    const values = on.evaluate(second.value, at, frame);
    if (HEADER_SETTER.test(callee.name)) return withInner(value, 'headers', key, values);
    if (callee.object.k === 'member') return withInner(value, callee.object.name, key, values);
    return withField(value, key, values);
  }
  const setter = /^set_?([A-Za-z]\w*)$/.exec(callee.name)?.[1];
  if (setter === undefined || callee.object.k !== 'name') return value;
  return withField(value, setter.charAt(0).toLowerCase() + setter.slice(1), on.evaluate(first.value, at, frame));
}

/** `parser.read("app.ini")`: the record gets what the file holds. */
function readInto(on: Evaluator, value: Value, call: CallExpr, at: Point, frame?: Frame): RecordValue | undefined {
  const { callee } = call;
  const [first] = call.args;
  if (value.k !== 'record' || !first || callee.k !== 'member' || callee.name !== 'read') return undefined;
  const [read] = callee.object.k === 'name' ? readFile(on, on.evaluate(first.value, at, frame)) : [];
  return read && { ...value, ...merged(value, [read]) };
}

/** `builder.header(k, v);` as a statement of its own. */
function steppedBy(
  on: Evaluator,
  value: RecordValue | ObjectValue | InstanceValue,
  { callee, args }: CallExpr,
  at: Point,
  frame?: Frame,
): ObjectValue | undefined {
  if (value.k !== 'object' || callee.k !== 'member' || callee.object.k !== 'name') return undefined;
  const given = () =>
    args.map((arg) => ({ values: on.evaluate(arg.value, at, frame), origin: on.origin(arg.value.span) }));
  if (isBuilder(on, value.path) && callee.name !== 'build') return builderStep(on, value, callee.name, given());
  const fact = on.catalogue.find(value.path);
  return fact?.pairs || fact?.sets ? takenStep(on, fact, value, callee.name, given()) : undefined;
}

/** `headers.set(k, v)`, `map.put(k, v)`, `req.Header.Set(k, v)`. */
const ENTRY_SETTER = /^(?:put|[sS]et|setdefault|[aA]dd|TryAdd|TryAddWithoutValidation)$/;

/** `headers.delete(k)`, `headers.pop(k)`, `headers.Remove(k)`. */
const REMOVER = /^(?:delete|pop|[rR]emove)$/;

function withoutNamed(
  on: Evaluator,
  value: RecordValue | ObjectValue | InstanceValue,
  { callee, args }: CallExpr,
  at: Point,
  frame?: Frame,
): Value | undefined {
  const [first] = args;
  if (!first || callee.k !== 'member' || !REMOVER.test(callee.name)) return undefined;
  const key = keyOf(on, first.value, at, frame);
  if (key === undefined) return undefined;
  return withoutKey(value, key, callee.object.k === 'member' ? callee.object.name : undefined);
}

/** The names of headers are the same in any case, and only they are taken away by name. */
function withoutKey<T extends RecordValue | ObjectValue | InstanceValue>(value: T, key: string, inner?: string): T {
  if (inner !== undefined) {
    const held = value.fields.get(inner);
    return held
      ? withField(
          value,
          inner,
          held.map((one) => (one.k === 'record' ? withoutKey(one, key) : one)),
        )
      : value;
  }
  const fields = new Map([...value.fields].filter(([name]) => name.toLowerCase() !== key.toLowerCase()));
  if (value.k !== 'record') return { ...value, fields };
  const bases = value.bases.map((base) => base.map((one) => (one.k === 'record' ? withoutKey(one, key) : one)));
  return { ...value, fields, bases };
}

/** `x.addHeader("k", v)`: the headers of a request. */
const HEADER_SETTER =
  /^(?:(?:[aA]dd|[sS]et|AddDefault|AddOrUpdate|[wW]ith)(?:Request)?Header|add_(?:unredirected_)?header)$/;

function withField<T extends RecordValue | ObjectValue | InstanceValue>(value: T, key: string, values: Values): T {
  return { ...value, fields: new Map(value.fields).set(key, values) };
}

function merged(value: RecordValue, added: Values): Partial<RecordValue> {
  const [only] = added;
  if (added.length === 1 && only?.k === 'record') {
    return { fields: new Map([...value.fields, ...only.fields]), bases: [...value.bases, ...only.bases] };
  }
  return { bases: [...value.bases, added] };
}
