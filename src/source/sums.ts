import type { Node } from 'web-tree-sitter';
import type { Unit } from './lowering';
import type { Expr, StringExpr } from './program';
import { joinParts } from './text';

const SUM = 'binary_expression';

/** Operands of `a + b + c`, in order. The tree nests to the left as deep as the chain is long: no recursion. */
export function operands(node: Node): Node[] {
  const found: Node[] = [];
  let at: Node | null = node;
  while (at?.type === SUM && at.childForFieldName('operator')?.type === '+') {
    const right = at.childForFieldName('right');
    if (right) found.push(right);
    at = at.childForFieldName('left');
  }
  if (at) found.push(at);
  return found.reverse();
}

/** How a language writes strings that `+` joins. */
export interface Literals {
  /** The types of nodes that are strings. */
  readonly types: readonly string[];
  /** More types that count where they are added to a string. */
  readonly added?: readonly string[];
  /** Nodes whose strings are none, by the field in which these stand. */
  readonly none?: { readonly type: string; readonly field: string };
  /** Undefined for a node that only has the type of a string. */
  read(node: Node, unit: Unit, hole: (node: Node) => Expr): StringExpr | undefined;
}

/** Every string of the tree; those joined by `+` count as one. */
export const stringsOf =
  ({ types, added = [], none, read }: Literals) =>
  (root: Node, unit: Unit): StringExpr[] => {
    const hole = (node: Node): Expr => ({ k: 'other', span: unit.span(node), parts: [] });
    const isString = ({ type }: Node): boolean => types.includes(type) || added.includes(type);
    const taken = new Set<number>();

    const sum = (node: Node): StringExpr | undefined => {
      const sides = operands(node);
      if (sides.length < 2) return undefined;
      for (let at: Node | null = node; at?.type === SUM; at = at.childForFieldName('left')) taken.add(at.id);
      if (!sides.some(isString)) return undefined;
      const parts = sides.flatMap((side): readonly (string | Expr)[] => {
        const string = isString(side) ? read(side, unit, hole) : undefined;
        if (!string) return [hole(side)];
        taken.add(side.id);
        return string.parts;
      });
      return { k: 'string', span: unit.span(node), parts: joinParts(parts) };
    };

    const one = (node: Node): StringExpr | undefined => {
      if (node.type === SUM) return sum(node);
      if (node.type !== none?.type) return read(node, unit, hole);
      const inside = node.childForFieldName(none.field);
      if (inside) taken.add(inside.id);
      return undefined;
    };

    // In document order: what a sum or another node has taken comes behind it.
    return root
      .descendantsOfType([SUM, ...types, ...(none ? [none.type] : [])])
      .flatMap((node) => (taken.has(node.id) ? [] : (one(node) ?? [])));
  };
