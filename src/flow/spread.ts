import type { ArgValue, Origin, Values } from './value';

/** The arguments of `**values`: those whose names are known, and a rest. */
export function spreadRecord(values: Values, origin: Origin): ArgValue[] {
  const args: ArgValue[] = [];
  for (const value of values) {
    if (value.k === 'record') {
      for (const [name, held] of value.fields) args.push({ name, values: held, origin });
      for (const base of value.bases) args.push(...spreadRecord(base, origin));
    } else {
      args.push({ name: '**', values: [value], origin });
    }
  }
  return args;
}

/** The arguments of `*values`. */
export function spreadList(values: Values, origin: Origin): ArgValue[] {
  const [only] = values;
  if (only?.k === 'list') return only.items.map((item) => ({ values: item, origin }));
  return [{ name: '*', values, origin }];
}
