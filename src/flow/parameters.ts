import type { FunctionDef, Span } from '../source/program';
import { callersOf } from './callers';
import type { Evaluator } from './evaluate';
import { registered } from './registrations';
import { ofType } from './typed';
import { type Frame, join, type Values } from './value';

/**
 * What a parameter holds: the argument of this activation, what callers of the module pass, its default, what the
 * program registers for its type, or some object of that type. Undefined: the function has no such parameter.
 */
export function heldByParameter(
  on: Evaluator,
  def: FunctionDef,
  name: string,
  frame: Frame | undefined,
  span: Span,
): Values | undefined {
  const position = def.params.findIndex((param) => param.name === name);
  const param = def.params[position];
  if (!param) return undefined;
  const given = frame?.def === def ? frame.args.get(name) : undefined;
  if (given) return given;
  const passed = frame?.def === def ? [] : callersOf(on, def, position);
  if (passed.length > 0) return join(...passed);
  if (param.default) return on.evaluate(param.default, on.placeOf(def), frame?.outer);
  const { type } = param;
  if (!type) return on.unknown(span, name);
  const injected = registered(on, type, span);
  return injected ?? ofType(on, on.evaluate(type, on.placeOf(def)), span) ?? on.unknown(span, name);
}
