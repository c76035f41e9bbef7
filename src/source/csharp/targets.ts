import type { Node } from 'web-tree-sitter';
import type { Unit } from '../lowering';
import type { Expr, Scope, Target } from '../program';
import { assign } from '../scope';
import { declareTyped, isMemberName } from '../typed-scope';
import { expression, unwrapped } from './expressions';
import { typeOf } from './types';

const DISCARD = '_';

/** The target of an assignment to what exists. A bare name that no function declares is a member of the class. */
export function assignmentTarget(given: Node | null, scope: Scope, unit: Unit): Target | undefined {
  if (!given) return undefined;
  const node = unwrapped(given);
  const span = unit.span(node);
  switch (node.type) {
    case 'identifier': {
      const name = unit.textOf(node);
      if (name === DISCARD) return undefined;
      if (isMemberName(name, scope)) return { k: 'member', object: { k: 'name', span, name: 'this' }, name, span };
      assign(scope, name);
      return { k: 'name', name, span };
    }
    case 'member_access_expression':
    case 'conditional_access_expression':
    case 'element_access_expression': {
      const lowered = expression(node, scope, unit);
      if (lowered.k === 'member') return { k: 'member', object: lowered.object, name: lowered.name, span };
      return lowered.k === 'index' ? { k: 'index', object: lowered.object, key: lowered.key, span } : undefined;
    }
    case 'declaration_expression': {
      const name = node.childForFieldName('name');
      return declaredTarget(name, scope, unit, typeOf(node.childForFieldName('type'), unit));
    }
    case 'tuple_expression':
      return { k: 'tuple', items: node.namedChildren.map((one) => assignmentTarget(argument(one), scope, unit)), span };
    case 'tuple_pattern':
      return declaredTarget(node, scope, unit);
    default:
      return undefined;
  }
}

const argument = (node: Node): Node | null => (node.type === 'argument' ? (node.namedChildren.at(-1) ?? null) : node);

/** A name that a declaration, a loop or a pattern introduces, or several: `var (a, b)`. */
export function declaredTarget(node: Node | null, scope: Scope, unit: Unit, type?: Expr): Target | undefined {
  if (!node) return undefined;
  const span = unit.span(node);
  if (node.type === 'tuple_pattern' || node.type === 'parenthesized_variable_designation') {
    return { k: 'tuple', items: node.namedChildren.map((one) => declaredTarget(one, scope, unit)), span };
  }
  if (node.type !== 'identifier') return undefined;
  const name = unit.textOf(node);
  if (name === DISCARD) return undefined;
  declareTyped(scope, name, type);
  return { k: 'name', name, span };
}
