import type { Entry, FunctionDef, RecordExpr, Span } from '../source/program';
import { held } from './arguments';
import { tableOf } from './data';
import type { Evaluator } from './evaluate';
import { positional } from './functions';
import type { ArgValue, ObjectValue, RecordValue, Value, Values } from './value';

/**
 * A literal of a named type (`Service{provider: p}`, `http.Client{…}`): an instance of a class of the workspace, an
 * object of a type that keeps its fields for its methods, else a record.
 */
export function typedLiteral(
  on: Evaluator,
  expr: RecordExpr,
  types: Values,
  values: RecordValue,
  given: readonly ArgValue[],
): Values {
  const { origin } = values;
  return on.each(types, (type) => {
    if (type.k === 'class') {
      return [
        { k: 'instance', origin, def: type.def, home: type.home, args: positional(type.def, given), fields: new Map() },
      ];
    }
    const made = type.k === 'symbol' ? ofHolder(on, type.path, given, expr.span) : undefined;
    return [made ?? values];
  });
}

/** The arguments that the entries of a literal are: those without a name stand in the order of the fields. */
export function entryArgs(on: Evaluator, entries: readonly Entry[], values: readonly Values[]): ArgValue[] {
  return entries.map((entry, at) => ({
    name: entry.spread ? '**' : entry.key,
    values: values[at] ?? [],
    origin: on.origin(entry.value.span),
  }));
}

function ofHolder(on: Evaluator, path: string, args: readonly ArgValue[], span: Span): ObjectValue | undefined {
  const makes = on.catalogue.find(path)?.makes;
  if (makes?.kind !== 'holder') return undefined;
  return { k: 'object', origin: on.origin(span), path, makes, args, fields: held(makes.fields, args) };
}

/** What a parameter holds of which only the type is known: some object of a class, or of a type with known methods. */
export function ofType(on: Evaluator, types: Values, span: Span): Values | undefined {
  const [type, more] = types;
  if (!type || more) return undefined;
  if (type.k === 'class') return [(type.home as Evaluator).someInstance(type.def)];
  const made = type.k === 'symbol' ? (tableOf(on, type.path) ?? ofHolder(on, type.path, [], span)) : undefined;
  return made && [made];
}

/** The object that a method knows itself by; undefined for functions. */
export function someSelf(on: Evaluator, def: FunctionDef): Value | undefined {
  if (def.owner) return on.someInstance(def.owner);
  if (def.receiver === undefined) return undefined;
  const [type] = on.lookup(def.receiver, on.placeOf(def), undefined, def.nameSpan);
  return type?.k === 'class' ? (type.home as Evaluator).someInstance(type.def) : undefined;
}
