import type { SymbolFact } from '../knowledge/sdks/fact';
import type { Evaluator } from './evaluate';
import type { ArgValue, ObjectValue, RecordValue, Values } from './value';

const STARTS = /\.(?:builder|newBuilder|Builder)$/;

/** What `X.builder()`, `X.newBuilder()` and `new X.Builder()` build. */
export const builtBy = (path: string): string | undefined => (STARTS.test(path) ? path.replace(STARTS, '') : undefined);

/** Builders of either form are kept under one path. */
export const isBuilder = (on: Evaluator, path: string): boolean =>
  path.endsWith('.builder') && on.catalogue.find(path.slice(0, -'.builder'.length))?.builder === true;

/** A method of a builder: its first argument is the field of its name, or an entry of a field. */
export function builderStep(
  on: Evaluator,
  receiver: ObjectValue,
  name: string,
  args: readonly ArgValue[],
): ObjectValue {
  const fact = on.catalogue.find(receiver.path.slice(0, -'.builder'.length));
  const stepped = fact && takenStep(on, fact, receiver, name, args);
  const [first] = args;
  if (stepped || !first) return stepped ?? receiver;
  return { ...receiver, fields: new Map(receiver.fields).set(name, first.values) };
}

/** The object after a method that sets something in it; undefined for other methods. */
export function takenStep(
  on: Evaluator,
  fact: SymbolFact,
  receiver: ObjectValue,
  name: string,
  args: readonly ArgValue[],
): ObjectValue | undefined {
  const [first, second] = args;
  const entries = own(fact.pairs, name);
  if (entries !== undefined && first && second) {
    const [key, more] = first.values;
    if (key?.k !== 'text' || more) return receiver;
    const record = withEntry(on, receiver.fields.get(entries)?.[0], key.text, second.values, receiver);
    return { ...receiver, fields: new Map(receiver.fields).set(entries, [record]) };
  }
  const field = own(fact.sets, name);
  if (field === undefined || !first) return undefined;
  return { ...receiver, fields: new Map(receiver.fields).set(field, first.values) };
}

const own = (table: Readonly<Record<string, string>> | undefined, name: string): string | undefined =>
  table && Object.hasOwn(table, name) ? table[name] : undefined;

function withEntry(
  on: Evaluator,
  held: Values[number] | undefined,
  key: string,
  values: Values,
  { origin }: ObjectValue,
): RecordValue {
  const record: RecordValue =
    held?.k === 'record'
      ? held
      : { k: 'record', origin: values[0]?.origin ?? on.origin(origin.span), fields: new Map(), bases: [] };
  return { ...record, fields: new Map(record.fields).set(key, values) };
}
