import type { Node } from 'web-tree-sitter';
import { MAX_DEPTH, type Unit } from '../lowering';
import type { Entry, Expr, Scope } from '../program';
import { expression, unwrapped } from './expressions';
import { typeExpr, zeroOf } from './types';

/** `T{…}`, `[]T{…}`, `map[K]V{…}`. */
export function composite(node: Node, scope: Scope, unit: Unit): Expr {
  return literal(node, node.childForFieldName('body'), node.childForFieldName('type'), scope, unit);
}

function literal(node: Node, body: Node | null, type: Node | null, scope: Scope, unit: Unit): Expr {
  const span = unit.span(node);
  const children = body?.namedChildren.filter((child) => child.type !== 'comment') ?? [];
  switch (type?.type) {
    case 'slice_type':
    case 'array_type':
    case 'implicit_length_array_type': {
      const element = type.childForFieldName('element');
      const items = children.map((child) => item(elementOf(child), element, scope, unit));
      return { k: 'list', span, items };
    }
    case 'map_type': {
      const value = type.childForFieldName('value');
      return { k: 'record', span, entries: children.map((child) => entry(child, true, value, scope, unit)) };
    }
    default: {
      // `{"a", "b"}` inside a literal whose type is declared elsewhere.
      if (!type && children.length > 0 && children.every((child) => child.type !== 'keyed_element'))
        return { k: 'list', span, items: children.map((child) => item(child, null, scope, unit)) };
      const entries = children.map((child) => entry(child, false, null, scope, unit));
      return { k: 'record', span, entries, type: typeExpr(type, unit) };
    }
  }
}

const elementOf = (child: Node): Node =>
  (child.type === 'keyed_element' ? child.childForFieldName('value') : null) ?? child;

/** An element of a slice or map; one that leaves out its type has that of the elements. */
function item(node: Node, element: Node | null, scope: Scope, unit: Unit): Expr {
  const value = unwrapped(node);
  if (value.type !== 'literal_value') return expression(value, scope, unit);
  const type = element?.type === 'pointer_type' ? element.firstNamedChild : element;
  if (unit.depth > MAX_DEPTH) return { k: 'other', span: unit.span(value), parts: [] };
  unit.depth += 1;
  const lowered = literal(value, value, type, scope, unit);
  unit.depth -= 1;
  return lowered;
}

/** In a map keys are values, in a struct they are names. */
function entry(node: Node, isMap: boolean, element: Node | null, scope: Scope, unit: Unit): Entry {
  const span = unit.span(node);
  if (node.type !== 'keyed_element') return { value: item(node, element, scope, unit), span };
  const keyNode = node.childForFieldName('key');
  const key = keyNode && unwrapped(keyNode);
  const value = item(elementOf(node), element, scope, unit);
  if (!key) return { value, span };
  const name = keyText(key, isMap, scope, unit);
  return name === undefined ? { value, span } : { key: name, keySpan: unit.span(key), value, span };
}

function keyText(key: Node, isMap: boolean, scope: Scope, unit: Unit): string | undefined {
  if (key.type === 'identifier') return isMap ? undefined : unit.textOf(key);
  const lowered = expression(key, scope, unit);
  const [only] = lowered.k === 'string' ? lowered.parts : [];
  return typeof only === 'string' ? only : undefined;
}

/** `new(T)` is an empty T, `make(map[K]V)` an empty record. */
export function made(node: Node, unit: Unit): Expr | undefined {
  const callee = node.childForFieldName('function');
  if (callee?.type !== 'identifier') return undefined;
  const name = unit.textOf(callee);
  if (name !== 'new' && name !== 'make') return undefined;
  const type = node.childForFieldName('arguments')?.firstNamedChild ?? null;
  const span = unit.span(node);
  if (name === 'new') return zeroOf(type, unit) ?? { k: 'other', span, parts: [] };
  return type?.type === 'map_type' ? { k: 'record', span, entries: [] } : undefined;
}
