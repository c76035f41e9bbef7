import type { Expr, Point, Scope } from '../source/program';
import type { Evaluator } from './evaluate';
import { memberOf } from './member';
import { methodOf } from './methods';
import type { ClassValue, Frame, InstanceValue, Value, Values } from './value';

/**
 * Where a field and a method may share a name, a call means the method. Undefined: no class of the workspace has such a
 * method, or the language keeps both under one name.
 */
export function calledMethods(on: Evaluator, callee: Expr, at: Point, frame?: Frame): Values | undefined {
  if (!on.separatesMethods) return undefined;
  if (callee.k === 'name') return bareMethod(on, callee.name, at, frame);
  if (callee.k !== 'member') return undefined;
  const { name, span } = callee;
  const objects = on.evaluate(callee.object, at, frame);
  if (!objects.some((value) => methodNamed(value, name))) return undefined;
  return on.each(objects, (value) => methodNamed(value, name) ?? memberOf(on, value, name, span));
}

/** A method of the class around, or of one around that. */
function bareMethod(on: Evaluator, name: string, at: Point, frame?: Frame): Values | undefined {
  const self = frame?.self;
  for (let scope: Scope | undefined = at.block.scope; scope; scope = scope.parent) {
    if (scope.kind !== 'class' || !scope.class) continue;
    const isOwn = self?.k === 'instance' && self.def === scope.class;
    const found = methodNamed(isOwn ? self : on.someInstance(scope.class), name);
    if (found) return found;
  }
  return undefined;
}

/** Base classes deeper than this are a cycle. */
const MAX_BASES = 8;

function methodNamed(value: Value, name: string): Values | undefined {
  if (value.k !== 'instance' && value.k !== 'class') return undefined;
  return inClass(value, name, value.k === 'instance' ? value : undefined, 0);
}

function inClass(
  { def, home }: InstanceValue | ClassValue,
  name: string,
  self: InstanceValue | undefined,
  level: number,
): Values | undefined {
  const inside = home as Evaluator;
  const found = methodOf(inside, def, name);
  if (found) return [found.home.functionValue(found.method, undefined, self ?? inside.someInstance(def))];
  if (level > MAX_BASES) return undefined;
  for (const base of def.bases) {
    for (const one of inside.evaluate(base, inside.placeOf(def))) {
      const inherited = one.k === 'class' && one.def !== def ? inClass(one, name, self, level + 1) : undefined;
      if (inherited) return inherited;
    }
  }
  return undefined;
}
