import { argNames } from '../knowledge/sdks/catalogue';
import type { ArgRef } from '../knowledge/sdks/fact';
import type { ArgValue, Value, Values } from './value';

/** The argument that a reference names, among the arguments of a call. */
export function argOf(args: readonly ArgValue[], ref: ArgRef): ArgValue | undefined {
  const names = argNames(ref);
  if (names.length > 0) {
    const named = args.find((arg) => arg.name !== undefined && names.includes(arg.name));
    if (named) return named;
    for (const name of names) {
      const inner = name.includes('.') ? fieldArg(args, name) : undefined;
      if (inner) return inner;
    }
  }
  if (ref.at === undefined) return undefined;
  const given = positionals(args);
  if (ref.with !== undefined && given[ref.with] === undefined) return undefined;
  return given[ref.at] ?? (ref.or === undefined ? undefined : given[ref.or]);
}

/** Up to a list of unknown length: what follows it may stand anywhere. */
function positionals(args: readonly ArgValue[]): ArgValue[] {
  const found: ArgValue[] = [];
  for (const arg of args) {
    if (arg.name === '*') break;
    if (arg.name === undefined) found.push(arg);
  }
  return found;
}

/** `configuration.baseURL`: a field of a record argument. */
function fieldArg(args: readonly ArgValue[], path: string): ArgValue | undefined {
  const [name, field = ''] = path.split('.');
  const record = args.find((arg) => arg.name === name);
  const values = record?.values.flatMap((value) => (value.k === 'record' ? (value.fields.get(field) ?? []) : []));
  return record && values && values.length > 0 ? { name: path, values, origin: record.origin } : undefined;
}

/**
 * Options given as one record (`new Client({ provider })`) count as named arguments, as JavaScript means them; so does
 * what an object carries that was made to be handed over (`option.WithAPIKey(key)`, a request).
 */
export function withOptions(args: readonly ArgValue[]): readonly ArgValue[] {
  const options: ArgValue[] = [];
  for (const arg of args) {
    if (arg.name === undefined) for (const value of arg.values) collectOptions(value, arg, options);
  }
  return options.length > 0 ? [...args, ...options] : args;
}

/** Own fields win over spread ones, which come after them; what is spread and unknown may hold anything. */
function collectOptions(value: Value, arg: ArgValue, options: ArgValue[]): void {
  if (value.k !== 'record' && !(value.k === 'object' && value.makes?.kind === 'holder')) return;
  for (const [name, values] of value.fields) options.push({ name, values, origin: values[0]?.origin ?? arg.origin });
  if (value.k === 'object') return;
  for (const base of [...value.bases].reverse()) {
    for (const one of base) {
      if (one.k === 'record') collectOptions(one, arg, options);
      else if (one.k !== 'const') options.push({ name: '**', values: [one], origin: arg.origin });
    }
  }
}

/** The fields that an object keeps of the arguments it was made with. */
export function held(fields: Readonly<Record<string, ArgRef>>, args: readonly ArgValue[]): ReadonlyMap<string, Values> {
  const kept = new Map<string, Values>();
  const all = withOptions(args);
  for (const [field, ref] of Object.entries(fields)) {
    const arg = argOf(all, ref);
    if (arg) kept.set(field, arg.values);
  }
  return kept;
}
