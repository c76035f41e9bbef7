import type { Node } from 'web-tree-sitter';
import type { Unit } from '../lowering';
import type { Expr } from '../program';

/** Names nest to the left one level for each dot; deeper ones are no names. */
const MAX_DOTS = 40;

/** A written type as an expression; built-in, composed and left-out types (`var`) say nothing. */
export function typeOf(node: Node | null, unit: Unit, level = 0): Expr | undefined {
  if (!node || level > MAX_DOTS) return undefined;
  switch (node.type) {
    case 'type_identifier':
    case 'identifier': {
      const name = unit.textOf(node);
      return name === 'var' ? undefined : { k: 'name', span: unit.span(node), name };
    }
    case 'generic_type':
    case 'annotated_type':
      return typeOf(node.namedChildren.find((one) => one.type.endsWith('type_identifier')) ?? null, unit, level + 1);
    case 'scoped_type_identifier':
    case 'scoped_identifier':
    case 'field_access': {
      const [first, ...rest] = node.namedChildren.filter((one) => !one.type.endsWith('annotation'));
      const object = typeOf(first ?? null, unit, level + 1);
      const last = rest.at(-1);
      return object && last ? { k: 'member', span: unit.span(node), object, name: unit.textOf(last) } : undefined;
    }
    default:
      return undefined;
  }
}

/** `a.b.C` as written, without blanks. */
export const pathText = (node: Node, unit: Unit): string => unit.textOf(node).replace(/\s/g, '');
