import type { Node } from 'web-tree-sitter';
import type { Unit } from '../lowering';
import type { Arg, CallExpr, Entry, Expr, ListExpr, RecordExpr, Scope, Span } from '../program';
import { args, expression } from './expressions';
import { stringOf } from './strings';
import { typeOf } from './types';

/** `new X(…) { A = 1 }`, and `new(…)`, whose type stands where its value goes. */
export function construction(node: Node, scope: Scope, unit: Unit, expected?: Expr): CallExpr | ListExpr | RecordExpr {
  const span = unit.span(node);
  const written = node.childForFieldName('type');
  const list =
    node.childForFieldName('arguments') ?? node.namedChildren.find((one) => one.type === 'argument_list') ?? null;
  const initializer =
    node.childForFieldName('initializer') ??
    node.namedChildren.find((one) => one.type === 'initializer_expression') ??
    null;
  const given = args(list, scope, unit);
  const set = initializer ? settings(initializer, scope, unit) : [];
  if (initializer && set.length === 0 && given.length === 0 && initializer.namedChildCount > 0) {
    return items(initializer, scope, unit);
  }
  // Where nothing near tells the type, what is set is all that is known.
  if (!written && !expected && set.length > 0 && given.length === 0) return record(initializer, scope, unit, span);
  return {
    k: 'call',
    span,
    callee: (written ? typeOf(written, unit) : expected && standing(expected, node, unit)) ?? {
      k: 'other',
      span,
      parts: [],
    },
    args: [...given, ...set],
    isNew: true,
    argsSpan: unit.span(list ?? initializer ?? node),
  };
}

/** The type that `new` leaves out, as if it stood there. */
function standing(type: Expr, node: Node, unit: Unit): Expr {
  const span = unit.range(node.startIndex, node.startIndex + 'new'.length);
  if (type.k === 'name') return { ...type, span };
  return type.k === 'member' ? { ...type, span, object: standing(type.object, node, unit) } : type;
}

/** What an initialiser sets: members (`A = 1`), keys (`["k"] = v`), pairs (`{ "k", v }`). */
function settings(initializer: Node, scope: Scope, unit: Unit): Arg[] {
  return settingNodes(initializer, unit).map(({ name, value, node }) => ({
    name,
    sets: true,
    value: settingValue(value, scope, unit),
    span: unit.span(node),
  }));
}

interface SettingNode {
  readonly node: Node;
  readonly name: string;
  readonly key: Node;
  readonly value: Node;
}

function settingNodes(initializer: Node, unit: Unit): SettingNode[] {
  const found: SettingNode[] = [];
  for (const node of initializer.namedChildren) {
    const pair = node.type === 'initializer_expression' ? node.namedChildren : [];
    const assigned = node.type === 'assignment_expression';
    const key = assigned ? node.childForFieldName('left') : (pair[0] ?? null);
    const value = assigned ? node.childForFieldName('right') : (pair[1] ?? null);
    const name = key ? nameOf(key, unit) : undefined;
    if (key && value && name !== undefined && (assigned || pair.length === 2)) found.push({ node, name, key, value });
  }
  return found;
}

function nameOf(key: Node, unit: Unit): string | undefined {
  if (key.type === 'identifier') return unit.textOf(key);
  const literal = key.type === 'element_binding_expression' ? key.firstNamedChild?.firstNamedChild : key;
  if (!literal?.type.endsWith('string_literal')) return undefined;
  const [text] = stringOf(literal, unit, () => ({ k: 'other', span: unit.span(literal), parts: [] })).parts;
  return typeof text === 'string' ? text : undefined;
}

/** `Headers = { Authorization = … }` changes the inner object: its members are what is known of it. */
function settingValue(value: Node, scope: Scope, unit: Unit): Expr {
  const isInner = value.type === 'initializer_expression' && settingNodes(value, unit).length > 0;
  return isInner ? record(value, scope, unit, unit.span(value)) : expression(value, scope, unit);
}

const record = (initializer: Node | null, scope: Scope, unit: Unit, span: Span): RecordExpr => ({
  k: 'record',
  span,
  entries: (initializer ? settingNodes(initializer, unit) : []).map((one) => entry(one, scope, unit)),
});

const entry = ({ node, name, key, value }: SettingNode, scope: Scope, unit: Unit): Entry => ({
  key: name,
  keySpan: unit.span(key),
  value: settingValue(value, scope, unit),
  span: unit.span(node),
});

/** Arrays, collections and tuples. */
export function items(node: Node, scope: Scope, unit: Unit): ListExpr {
  const inner = node.type.endsWith('array_creation_expression')
    ? (node.namedChildren.find((one) => one.type === 'initializer_expression') ?? null)
    : node;
  const found: Expr[] = [];
  for (const child of inner?.namedChildren ?? []) {
    const value = itemOf(child);
    if (value) found.push(expression(value, scope, unit));
  }
  return { k: 'list', span: unit.span(node), items: found };
}

/** A spread has no single place in the list. */
function itemOf(child: Node): Node | null {
  let at: Node | null = child;
  while (at && /^(?:argument|collection_element|expression_element)$/.test(at.type))
    at = at.namedChildren.at(-1) ?? null;
  return at?.type === 'comment' || at?.type === 'spread_element' ? null : at;
}

/** `new { A = 1, b }` */
export function anonymousObject(node: Node, scope: Scope, unit: Unit): RecordExpr {
  const entries: Entry[] = [];
  let key: Node | undefined;
  for (const child of node.children) {
    if (child.type === '=' || child.type === 'comment') continue;
    if (!child.isNamed) {
      if (key) entries.push(named(key, key, scope, unit));
      key = undefined;
    } else if (key) {
      entries.push(named(key, child, scope, unit));
      key = undefined;
    } else {
      key = child;
    }
  }
  return { k: 'record', span: unit.span(node), entries };
}

function named(key: Node, value: Node, scope: Scope, unit: Unit): Entry {
  const text = unit.textOf(key);
  return {
    key: text.slice(text.lastIndexOf('.') + 1),
    keySpan: unit.span(key),
    value: expression(value, scope, unit),
    span: unit.range(key.startIndex, value.endIndex),
  };
}

/** `value with { A = 1 }`: the value with some members changed. */
export function changedCopy(node: Node, scope: Scope, unit: Unit): RecordExpr {
  const [value, ...changes] = node.namedChildren;
  const entries: Entry[] = [];
  if (value) entries.push({ spread: true, value: expression(value, scope, unit), span: unit.span(value) });
  for (const change of changes) {
    const [key, set] = change.namedChildren;
    if (key && set) entries.push(named(key, set, scope, unit));
  }
  return { k: 'record', span: unit.span(node), entries };
}
