import type { Expr, Scope } from './program';
import { LexicalScope } from './scope';

/** A scope that knows the written types of its names, which `new(…)` leaves out. */
export class TypedScope extends LexicalScope {
  readonly types = new Map<string, Expr | undefined>();
  /** What the function returns, or what its task gives. */
  returns?: Expr;
}

/** Remembers a declared name with its type; `var` has none. */
export function declareTyped(scope: Scope, name: string, type?: Expr): void {
  if (!(scope instanceof TypedScope)) return;
  scope.declared.add(name);
  scope.types.set(name, type);
}

/** The written type of a name, seen from a scope. */
export function typeOfName(name: string, from: Scope): Expr | undefined {
  for (let scope: Scope | undefined = from; scope; scope = scope.parent) {
    if (scope instanceof TypedScope && scope.types.has(name)) return scope.types.get(name);
  }
  return undefined;
}

/** Whether a bare name is a member of the class around: no function on the way to it declares the name. */
export function isMemberName(name: string, from: Scope): boolean {
  for (let scope: Scope | undefined = from; scope; scope = scope.parent) {
    if (scope.kind === 'class') return true;
    if (scope instanceof TypedScope && scope.declared.has(name)) return false;
  }
  return false;
}

export function returnType(from: Scope): Expr | undefined {
  return from instanceof TypedScope ? from.returns : undefined;
}
