import type { Block, ClassDef, FunctionDef, Scope } from './program';

/**
 * A function or class scope that learns while it is lowered which names it declares and which it only assigns:
 * an assignment without a declaration binds a name of an enclosing scope.
 */
export class LexicalScope implements Scope {
  readonly declared = new Set<string>();
  readonly assigned = new Set<string>();
  function?: FunctionDef;
  class?: ClassDef;
  outerNames?: ReadonlySet<string>;

  constructor(
    readonly kind: 'function' | 'class',
    readonly parent: Scope,
    readonly block: () => Block,
  ) {}

  /** Call when the body is lowered. */
  close(): void {
    const outer = [...this.assigned].filter((name) => !this.declared.has(name));
    if (outer.length > 0) this.outerNames = new Set(outer);
  }
}

export function declare(scope: Scope, name: string): void {
  if (scope instanceof LexicalScope) scope.declared.add(name);
}

export function assign(scope: Scope, name: string): void {
  if (scope instanceof LexicalScope) scope.assigned.add(name);
}
