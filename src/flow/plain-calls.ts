import type { Makes } from '../knowledge/sdks/fact';
import type { CallExpr } from '../source/program';
import { argOf } from './arguments';
import type { Evaluator } from './evaluate';
import { filled, textOf } from './plain-methods';
import { type ArgValue, join, type RecordValue, type Values } from './value';

/** Functions of languages and their standard libraries whose result is a plain value. */
export function passed(
  on: Evaluator,
  args: readonly ArgValue[],
  { arg, items }: Extract<Makes, { kind: 'pass' }>,
  call: CallExpr,
): Values {
  const values = argOf(args, arg)?.values ?? on.unknown(call.span);
  return items ? on.each(values, (value) => (value.k === 'list' ? join(...value.items) : [value])) : values;
}

export function formatted(
  on: Evaluator,
  args: readonly ArgValue[],
  { arg }: Extract<Makes, { kind: 'format' }>,
  call: CallExpr,
): Values {
  const template = argOf(args, arg);
  if (!template) return on.unknown(call.span);
  const rest = args.filter((one) => one !== template);
  const origin = on.origin(call.span);
  return on.each(template.values, (value) =>
    value.k === 'text' ? [{ ...filled(value, rest), origin }] : on.unknown(call.span),
  );
}

export function appended(on: Evaluator, args: readonly ArgValue[], call: CallExpr): Values {
  const [list, ...rest] = args;
  return on.each(list?.values ?? [], (value) =>
    value.k === 'list'
      ? [{ ...value, origin: on.origin(call.span), items: [...value.items, ...rest.map((one) => one.values)] }]
      : on.unknown(call.span),
  );
}

export function madeText(
  on: Evaluator,
  args: readonly ArgValue[],
  makes: Extract<Makes, { kind: 'text' }>,
  call: CallExpr,
): Values {
  const given = makes.args.flatMap((ref) => argOf(args, ref) ?? []);
  const [first, second] = given;
  if (!first || !second) return first?.values ?? on.unknown(call.span);
  return textOf(
    on,
    given.map((arg) => arg.values),
    makes.by,
    call.span,
  );
}

export function recordFrom(on: Evaluator, args: readonly ArgValue[], call: CallExpr): RecordValue {
  const fields = new Map<string, Values>();
  const bases: Values[] = [];
  for (const arg of args) {
    if (arg.name === undefined || arg.name === '**' || arg.name === '*') bases.push(arg.values);
    else fields.set(arg.name, arg.values);
  }
  return { k: 'record', origin: on.origin(call.span), fields, bases };
}

/** `Map.of("a", 1, "b", 2)` */
export function recordOfPairs(on: Evaluator, args: readonly ArgValue[], call: CallExpr): RecordValue {
  const fields = new Map<string, Values>();
  for (let at = 0; at + 1 < args.length; at += 2) {
    const [key, more] = args[at]?.values ?? [];
    if (key?.k === 'text' && !more) fields.set(key.text, args[at + 1]?.values ?? []);
  }
  return { k: 'record', origin: on.origin(call.span), fields, bases: [] };
}

export function variable(
  on: Evaluator,
  args: readonly ArgValue[],
  makes: Extract<Makes, { kind: 'env' }>,
  call: CallExpr,
): Values {
  const [name] = argOf(args, makes.arg)?.values ?? [];
  if (name?.k !== 'text') return on.unknown(call.span);
  const fallback = makes.fallback ? argOf(args, makes.fallback)?.values : undefined;
  return on.environment(name.text, call.span, fallback);
}
