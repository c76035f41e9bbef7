import type { CallExpr, ClassDef, Expr, Point, Span } from '../source/program';
import type { Evaluator } from './evaluate';
import { bindParameters, constructorOf } from './member';
import { chosen } from './overloads';
import { visitBlock } from './scopes';
import { type ArgValue, type ClassValue, type Frame, type FunctionValue, join, type Values } from './value';

/** Enters a function of the workspace: what its returns give, with the parameters bound. */
export function callFunction(
  home: Evaluator,
  callee: FunctionValue,
  args: readonly ArgValue[],
  frame: Frame | undefined,
  span: Span,
): Values {
  const def = chosen(callee.def, args);
  if (!home.mayEnter(def, frame)) return home.unknown(span);
  const inner = bindParameters(home, def, args, callee.self, callee.frame, (frame?.depth ?? 0) + 1);
  const results: Values[] = [];
  visitBlock(def.body(), {
    expr: () => {},
    stmt: (stmt, at) => {
      if (stmt.k === 'return' && stmt.value) results.push(home.evaluate(stmt.value, at, inner));
      else if (stmt.k === 'eval') enterCalls(home, stmt.value, at, inner);
      else if (stmt.k === 'bind' && stmt.target.k !== 'name') home.evaluate(stmt.value, at, inner);
    },
  });
  const yielded = results.length > 0 ? join(...results) : yields(home, def, inner, span);
  return def.isAsync ? [{ k: 'promise', origin: home.origin(span), of: yielded }] : yielded;
}

/** Generators (`yield client` in a dependency or context manager) give what they yield. */
function yields(home: Evaluator, def: FunctionValue['def'], inner: Frame, span: Span): Values {
  const found: Values[] = [];
  visitBlock(def.body(), {
    expr: (expr, at) => {
      if (expr.k === 'other' && expr.parts.length === 1 && expr.parts[0] && isYield(home, expr.span)) {
        found.push(home.evaluate(expr.parts[0], at, inner));
      }
    },
  });
  return found.length > 0 ? join(...found) : home.unknown(span);
}

const isYield = (home: Evaluator, span: Span): boolean => home.program.text.startsWith('yield', span.start);

function enterCalls(home: Evaluator, expr: Expr, at: Point, inner: Frame): void {
  if (inner.depth < 3) home.evaluate(expr, at, inner);
}

/** Without a constructor of its own (a dataclass, a record) arguments set the declared fields in order. */
export function positional(def: ClassDef, args: readonly ArgValue[]): readonly ArgValue[] {
  if (constructorOf(def)) return args;
  const names = [...def.body.touches.keys()];
  let position = 0;
  return args.map((arg) => {
    if (arg.name !== undefined) return arg;
    position += 1;
    return { ...arg, name: names[position - 1] };
  });
}

/** The external class that a class of the workspace extends, if it makes something we know. */
export function externalBase(callee: ClassValue): string | undefined {
  const home = callee.home as Evaluator;
  for (const base of callee.def.bases) {
    for (const value of home.evaluate(base, home.placeOf(callee.def))) {
      if (value.k === 'symbol') {
        const kind = home.catalogue.find(value.path)?.makes.kind;
        if (kind === 'client' || kind === 'credential') return value.path;
      }
      if (value.k === 'class' && value.def !== callee.def) {
        const found = externalBase(value);
        if (found !== undefined) return found;
      }
    }
  }
  return undefined;
}

/** What the constructor hands to `super()`, where it has one. */
export function superArguments(
  callee: ClassValue,
  args: readonly ArgValue[],
  base: string,
): readonly ArgValue[] | undefined {
  const home = callee.home as Evaluator;
  const first = constructorOf(callee.def);
  if (!first) return undefined;
  const own = chosen(first, args);
  const frame = bindParameters(home, own, args, home.someInstance(callee.def));
  let found: readonly ArgValue[] | undefined;
  visitBlock(own.body(), {
    expr: (expr, at) => {
      if (expr.k === 'call' && isSuperCall(expr, base)) found ??= home.args(expr, at, frame);
    },
  });
  return found ?? [];
}

function isSuperCall(call: CallExpr, base: string): boolean {
  const { callee } = call;
  if (callee.k === 'name') return callee.name === 'super' || callee.name === 'base';
  if (callee.k !== 'member' || !['__init__', 'constructor'].includes(callee.name)) return false;
  if (callee.object.k === 'call') return callee.object.callee.k === 'name' && callee.object.callee.name === 'super';
  return callee.object.k === 'name' && base.endsWith(callee.object.name);
}
