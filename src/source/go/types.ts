import type { Node } from 'web-tree-sitter';
import type { Unit } from '../lowering';
import type { Expr } from '../program';

/** `T`, `*T`, `pkg.T` and `T[K]` as an expression; other types name nothing. */
export function typeExpr(given: Node | null, unit: Unit): Expr | undefined {
  let node = given;
  for (;;) {
    switch (node?.type) {
      case 'pointer_type':
      case 'parenthesized_type':
        node = node.firstNamedChild;
        continue;
      case 'generic_type':
        node = node.childForFieldName('type');
        continue;
      case 'type_identifier':
      case 'identifier':
        return { k: 'name', span: unit.span(node), name: unit.textOf(node) };
      case 'qualified_type':
        return qualified(node, unit);
      default:
        return undefined;
    }
  }
}

function qualified(node: Node, unit: Unit): Expr | undefined {
  const owner = node.childForFieldName('package');
  const name = node.childForFieldName('name');
  if (!owner || !name) return undefined;
  const object: Expr = { k: 'name', span: unit.span(owner), name: unit.textOf(owner) };
  return { k: 'member', span: unit.span(node), object, name: unit.textOf(name) };
}

const BASIC =
  /^(?:string|bool|byte|rune|error|any|uintptr|u?int(?:8|16|32|64)?|float(?:32|64)|complex(?:64|128)|comparable)$/;

/** The value of a variable of this type that nothing was assigned to, as far as it can hold something. */
export function zeroOf(type: Node | null, unit: Unit): Expr | undefined {
  const named = typeExpr(type, unit);
  if (!named || (named.k === 'name' && BASIC.test(named.name))) return undefined;
  return { k: 'record', span: named.span, entries: [], type: named };
}
