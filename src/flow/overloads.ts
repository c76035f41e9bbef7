import type { FunctionDef, Param } from '../source/program';

interface Given {
  readonly name?: string;
  readonly sets?: boolean;
  readonly spread?: string;
}

const isOptional = (param: Param): boolean => param.default !== undefined || param.rest !== undefined;

/** Whether a call can mean this one of several methods of a name. What has no others is always meant. */
export function fits(def: FunctionDef, args: readonly Given[]): boolean {
  if (def.overloads === undefined && !isOverload(def)) return true;
  const given = args.filter((arg) => !arg.sets);
  if (given.some((arg) => arg.spread !== undefined || arg.name === '*' || arg.name === '**')) return true;
  const { params } = def;
  if (given.some(({ name }) => name !== undefined && !params.some((param) => param.name === name))) return false;
  const required = params.filter((param) => !isOptional(param)).length;
  const most = params.some((param) => param.rest) ? Number.POSITIVE_INFINITY : params.length;
  return given.length >= required && given.length <= most;
}

/** The others know nothing of each other; the first one of the class does. */
const isOverload = (def: FunctionDef): boolean =>
  [...(def.owner?.methods.values() ?? [])].some((one) => one.overloads?.includes(def));

/** The method that a call means, among those of one name. */
export function chosen(def: FunctionDef, args: readonly Given[]): FunctionDef {
  if (!def.overloads || fits(def, args)) return def;
  return def.overloads.find((one) => fits(one, args)) ?? def;
}
