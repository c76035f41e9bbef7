import type { Node } from 'web-tree-sitter';
import type { Unit } from '../lowering';
import type { Expr, Scope, Target } from '../program';
import { assign } from '../scope';
import { declareTyped, isMemberName } from '../typed-scope';
import { expression, unwrapped } from './expressions';

/** The target of an assignment to what exists. A bare name that no function declares is a member of the class. */
export function assignmentTarget(given: Node | null, scope: Scope, unit: Unit): Target | undefined {
  if (!given) return undefined;
  const node = unwrapped(given);
  const span = unit.span(node);
  switch (node.type) {
    case 'identifier': {
      const name = unit.textOf(node);
      if (isMemberName(name, scope)) return { k: 'member', object: { k: 'name', span, name: 'this' }, name, span };
      assign(scope, name);
      return { k: 'name', name, span };
    }
    case 'field_access':
    case 'array_access': {
      const lowered = expression(node, scope, unit);
      if (lowered.k === 'member') return { k: 'member', object: lowered.object, name: lowered.name, span };
      return lowered.k === 'index' ? { k: 'index', object: lowered.object, key: lowered.key, span } : undefined;
    }
    default:
      return undefined;
  }
}

/** A name that a declaration, a loop or a pattern introduces. */
export function declaredTarget(node: Node | null, scope: Scope, unit: Unit, type?: Expr): Target | undefined {
  if (node?.type !== 'identifier') return undefined;
  const name = unit.textOf(node);
  declareTyped(scope, name, type);
  return { k: 'name', name, span: unit.span(node) };
}
