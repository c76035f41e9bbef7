import type { Node } from 'web-tree-sitter';
import type { Unit } from '../lowering';
import type { Expr } from '../program';

/** What gives a task its result: `Task<T>` counts as `T` where the result is made. */
const TASKS = new Set(['Task', 'ValueTask']);

/** Names nest to the left one level for each dot; deeper ones are no names. */
const MAX_DOTS = 40;

/** A written type as an expression; built-in, composed and left-out types (`var`) say nothing. */
export function typeOf(node: Node | null, unit: Unit, level = 0): Expr | undefined {
  if (!node || level > MAX_DOTS) return undefined;
  const span = unit.span(node);
  switch (node.type) {
    case 'identifier':
      return { k: 'name', span, name: unit.textOf(node).replace(/^@/, '') };
    case 'generic_name':
      return typeOf(node.firstNamedChild, unit, level + 1);
    case 'nullable_type':
      return typeOf(node.childForFieldName('type') ?? node.firstNamedChild, unit, level + 1);
    case 'alias_qualified_name':
      return typeOf(node.childForFieldName('name'), unit, level + 1);
    case 'qualified_name': {
      const object = typeOf(node.childForFieldName('qualifier'), unit, level + 1);
      const name = typeOf(node.childForFieldName('name'), unit, level + 1);
      if (name?.k !== 'name') return undefined;
      return object ? { k: 'member', span, object, name: name.name } : name;
    }
    default:
      return undefined;
  }
}

/** Type arguments of `Name<A, B>`. */
export function typeArguments(node: Node | null): Node[] {
  const list =
    node?.type === 'generic_name' ? node.namedChildren.find((one) => one.type === 'type_argument_list') : null;
  return list?.namedChildren ?? [];
}

/** The type of what a function gives in the end. */
export function resultType(node: Node | null, unit: Unit): Expr | undefined {
  if (node?.type === 'generic_name' && TASKS.has(unit.textOf(node.firstNamedChild ?? node))) {
    return typeOf(typeArguments(node)[0] ?? null, unit);
  }
  return typeOf(node, unit);
}

/** `A.B.C` as written, without blanks and the alias `global::`. */
export const pathText = (node: Node, unit: Unit): string =>
  unit
    .textOf(node)
    .replace(/\s/g, '')
    .replace(/^global::/, '')
    .split('<', 1)[0] ?? '';
