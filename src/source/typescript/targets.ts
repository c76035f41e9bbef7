import type { Node } from 'web-tree-sitter';
import type { Unit } from '../lowering';
import type { Expr, FieldTarget, Scope, Target } from '../program';
import { assign, declare } from '../scope';
import { expression, keyText, unwrapped } from './expressions';

type Note = (scope: Scope, name: string) => void;

/** The target of an assignment to what exists: names bind where they are declared. */
export const assignmentTarget = (node: Node | null, scope: Scope, unit: Unit): Target | undefined =>
  targetOf(node, scope, unit, assign);

/** The pattern of a declaration, a parameter or a `catch`: its names belong to this scope. */
export const declarationTarget = (node: Node | null, scope: Scope, unit: Unit): Target | undefined =>
  targetOf(node, scope, unit, declare);

function targetOf(given: Node | null, scope: Scope, unit: Unit, note: Note): Target | undefined {
  if (!given) return undefined;
  const node = unwrapped(given);
  const span = unit.span(node);
  switch (node.type) {
    case 'identifier':
    case 'shorthand_property_identifier_pattern':
    case 'shorthand_property_identifier':
    case 'undefined': {
      const name = unit.textOf(node);
      note(scope, name);
      return { k: 'name', name, span };
    }
    case 'member_expression': {
      const lowered = expression(node, scope, unit);
      if (lowered.k === 'name') return { k: 'name', name: lowered.name, span };
      return lowered.k === 'member' ? { k: 'member', object: lowered.object, name: lowered.name, span } : undefined;
    }
    case 'subscript_expression': {
      const object = expression(node.childForFieldName('object'), scope, unit);
      return { k: 'index', object, key: expression(node.childForFieldName('index'), scope, unit), span };
    }
    case 'array_pattern':
    case 'array':
      return { k: 'tuple', items: elements(node, scope, unit, note), span };
    case 'object_pattern':
    case 'object':
      return { k: 'fields', fields: fields(node, scope, unit, note), span };
    case 'assignment_pattern':
      return targetOf(node.childForFieldName('left'), scope, unit, note);
    default:
      return undefined;
  }
}

/** `[a, , b]`: holes keep their place, a rest element is left out since no single item is its value. */
function elements(node: Node, scope: Scope, unit: Unit, note: Note): (Target | undefined)[] {
  const found: (Target | undefined)[] = [];
  let filled = false;
  for (const child of node.children) {
    if (child.type === ',') {
      if (!filled) found.push(undefined);
      filled = false;
    } else if (child.isNamed && child.type !== 'comment') {
      filled = true;
      if (child.type === 'rest_pattern') noteRest(child, scope, unit, note);
      else found.push(targetOf(child, scope, unit, note));
    }
  }
  return found;
}

function fields(node: Node, scope: Scope, unit: Unit, note: Note): FieldTarget[] {
  const found: FieldTarget[] = [];
  for (const child of node.namedChildren) {
    const field = fieldOf(child, scope, unit, note);
    if (field) found.push(field);
  }
  return found;
}

function fieldOf(node: Node, scope: Scope, unit: Unit, note: Note): FieldTarget | undefined {
  switch (node.type) {
    case 'shorthand_property_identifier_pattern':
    case 'shorthand_property_identifier': {
      const target = targetOf(node, scope, unit, note);
      return target && { key: unit.textOf(node), target };
    }
    case 'object_assignment_pattern': {
      const left = node.childForFieldName('left');
      const target = targetOf(left, scope, unit, note);
      if (!left || !target) return undefined;
      return { key: unit.textOf(left), target, default: expression(node.childForFieldName('right'), scope, unit) };
    }
    case 'pair_pattern':
    case 'pair': {
      const key = node.childForFieldName('key');
      const value = node.childForFieldName('value');
      const name = key ? keyText(key, unit) : undefined;
      const target = targetOf(value, scope, unit, note);
      if (name === undefined || !target) return undefined;
      return { key: name, target, default: defaultOf(value, scope, unit) };
    }
    case 'rest_pattern':
      noteRest(node, scope, unit, note);
      return undefined;
    default:
      return undefined;
  }
}

function noteRest(node: Node, scope: Scope, unit: Unit, note: Note): void {
  const inner = node.firstNamedChild;
  if (inner?.type === 'identifier') note(scope, unit.textOf(inner));
}

function defaultOf(value: Node | null, scope: Scope, unit: Unit): Expr | undefined {
  if (value?.type !== 'assignment_pattern') return undefined;
  return expression(value.childForFieldName('right'), scope, unit);
}

/**
 * The name of `...rest` in an object pattern. It is bound to the whole value: that it lacks the fields named beside it
 * makes no difference to where a credential comes from.
 */
export function restOf(pattern: Node, unit: Unit): Target | undefined {
  if (pattern.type !== 'object_pattern') return undefined;
  const rest = pattern.namedChildren.find((child) => child.type === 'rest_pattern')?.firstNamedChild;
  return rest?.type === 'identifier' ? { k: 'name', name: unit.textOf(rest), span: unit.span(rest) } : undefined;
}
