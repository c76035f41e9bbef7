import type { CallExpr, Expr, FunctionDef, Span } from '../source/program';
import type { Evaluator } from './evaluate';
import { callsAround, visitBlock } from './scopes';
import { join, type Value, type Values } from './value';

/** A program that registers more than this is no example of anything. */
const MAX_REGISTRATIONS = 100;

/**
 * What a program registers for a type (`services.AddSingleton<T>(_ => …)`): in this module, else in one where programs
 * put their parts together. Undefined: nothing is.
 */
export function registered(on: Evaluator, type: Expr, span: Span): Values | undefined {
  const { names, homes } = on.catalogue.registrations;
  const name = typeName(type);
  if (name === undefined) return undefined;
  const here = inModule(on, name, names) ?? provided(on, name, span);
  if (here) return here;
  for (const home of homes) {
    const other = on.neighbour(home, span);
    const found = other && other !== on ? inModule(other, name, names) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** What functions that are marked as providers give for a type (`@Bean T make()`). */
function provided(on: Evaluator, type: string, span: Span): Values | undefined {
  const marks = on.catalogue.providers.filter((mark) => on.offsetsOf(`@${mark}`).length > 0);
  if (marks.length === 0) return undefined;
  const found: Values[] = [];
  visitBlock(on.program.module.block(), {
    expr: () => {},
    stmt: (stmt) => {
      if (stmt.k !== 'class') return;
      const { def } = stmt;
      for (const method of def.methods.values()) {
        if (!method.returns || typeName(method.returns) !== type || !isMarked(method, marks)) continue;
        found.push(on.call(on.functionValue(method, undefined, on.someInstance(def)), [], undefined, span));
      }
    },
  });
  return found.length > 0 ? join(...found) : undefined;
}

const isMarked = (def: FunctionDef, marks: readonly string[]): boolean =>
  def.decorators.some((one) => marks.includes(typeName(one.k === 'call' ? one.callee : one) ?? ''));

const typeName = (type: Expr): string | undefined => (type.k === 'name' || type.k === 'member' ? type.name : undefined);

function inModule(on: Evaluator, type: string, names: readonly string[]): Values | undefined {
  const offsets = names.flatMap((name) => on.offsetsOf(name)).sort((a, b) => a - b);
  if (offsets.length === 0 || offsets.length > MAX_REGISTRATIONS) return undefined;
  const found: Values[] = [];
  for (const { call, at } of callsAround(on.program.module.block(), offsets)) {
    if (call.callee.k !== 'member' || !names.includes(call.callee.name)) continue;
    const [written] = call.types ?? [];
    if (written && typeName(written) !== type) continue;
    const values = given(on, call, (value) => on.evaluate(value, at));
    const fitting = written ? values : values.filter((value) => madeAs(value) === type);
    if (fitting.length > 0) found.push(fitting);
  }
  return found.length > 0 ? join(...found) : undefined;
}

/** The value given, what a factory makes, or an instance of the class that stands for the type. */
function given(on: Evaluator, call: CallExpr, evaluate: (expr: Expr) => Values): Values {
  const value = call.args.at(-1)?.value;
  if (value) {
    return on.each(evaluate(value), (one) =>
      one.k === 'function' ? (one.home as Evaluator).call(one, [], one.frame, call.span) : [one],
    );
  }
  const type = call.types?.at(-1);
  if (!type) return [];
  return on.each(evaluate(type), (one) => (one.k === 'class' ? [(one.home as Evaluator).someInstance(one.def)] : []));
}

/** The class that a value was made of. */
function madeAs(value: Value): string | undefined {
  if (value.k === 'instance') return value.def.name;
  return value.k === 'object' ? value.path.slice(value.path.lastIndexOf('.') + 1) : undefined;
}
