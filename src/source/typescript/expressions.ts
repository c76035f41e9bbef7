import type { Node } from 'web-tree-sitter';
import { MAX_DEPTH, type Unit } from '../lowering';
import type { Arg, CallExpr, Entry, Expr, Scope } from '../program';
import { operands } from '../sums';
import { concatenation } from '../text';
import { functionExpr, isFunction } from './functions';
import { quoted, template } from './strings';
import { assignmentTarget } from './targets';

/** Wrappers that change a type or group, never a value; the value is the named child of this index from the end. */
const TRANSPARENT = new Set([
  'parenthesized_expression',
  'as_expression',
  'satisfies_expression',
  'non_null_expression',
  'instantiation_expression',
  'type_assertion',
]);

/** Nodes without a value, met among the children of an expression. */
const SILENT = new Set([
  'comment',
  'property_identifier',
  'private_property_identifier',
  'statement_identifier',
  'optional_chain',
  'jsx_text',
  'html_character_reference',
  'regex',
  'accessibility_modifier',
  'override_modifier',
]);

export const isSilent = (type: string): boolean =>
  SILENT.has(type) || type.endsWith('_type') || type.startsWith('type_');

/** What a wrapper wraps. `as const` and `<T>x` keep their value, `(a, b)` its last. */
export function unwrapped(node: Node): Node {
  let at = node;
  while (TRANSPARENT.has(at.type)) {
    const children = at.namedChildren.filter((child) => child.type !== 'comment');
    const inner = at.type === 'type_assertion' ? children[children.length - 1] : children[0];
    if (!inner) return at;
    at = inner;
  }
  return at;
}

/** Lowers an expression; what has no meaning for credential flow becomes `other`, with its calls still inside. */
export function expression(node: Node | null, scope: Scope, unit: Unit): Expr {
  if (!node) return { k: 'other', span: unit.range(0, 0), parts: [] };
  if (unit.depth > MAX_DEPTH) return { k: 'other', span: unit.span(node), parts: [] };
  unit.depth += 1;
  const lowered = lower(unwrapped(node), scope, unit);
  unit.depth -= 1;
  return lowered;
}

function lower(node: Node, scope: Scope, unit: Unit): Expr {
  const { type } = node;
  const span = unit.span(node);
  switch (type) {
    case 'identifier':
    case 'shorthand_property_identifier':
    case 'this':
    case 'super':
    case 'import':
    case 'type_identifier':
      return { k: 'name', span, name: unit.textOf(node) };
    case 'meta_property': {
      const [object = '', name = ''] = unit.textOf(node).split('.');
      return { k: 'member', span, object: { k: 'name', span, name: object }, name };
    }
    case 'member_expression':
    case 'nested_identifier':
      return member(node, scope, unit);
    case 'subscript_expression': {
      const object = expression(node.childForFieldName('object'), scope, unit);
      return { k: 'index', span, object, key: expression(node.childForFieldName('index'), scope, unit) };
    }
    case 'call_expression':
      return call(node, 'function', scope, unit);
    case 'new_expression':
      return { ...call(node, 'constructor', scope, unit), isNew: true };
    case 'string':
      return { k: 'string', span, parts: [quoted(node, unit)] };
    case 'template_string':
      return template(node, unit, (hole) => expression(hole, scope, unit));
    case 'number':
      return { k: 'const', span, value: Number(unit.textOf(node).replaceAll('_', '').replace(/n$/, '')) };
    case 'true':
    case 'false':
      return { k: 'const', span, value: type === 'true' };
    case 'null':
    case 'undefined':
      return { k: 'const', span, value: null };
    case 'object':
      return { k: 'record', span, entries: entries(node, scope, unit) };
    case 'array':
      return { k: 'list', span, items: items(node, scope, unit) };
    case 'binary_expression':
      return binary(node, scope, unit);
    case 'ternary_expression': {
      const options = [node.childForFieldName('consequence'), node.childForFieldName('alternative')];
      const test = expression(node.childForFieldName('condition'), scope, unit);
      return { k: 'choice', span, test, options: options.map((option) => expression(option, scope, unit)) };
    }
    case 'assignment_expression':
    case 'augmented_assignment_expression':
      return assignment(node, scope, unit);
    case 'await_expression':
      return { k: 'await', span, value: expression(node.firstNamedChild, scope, unit) };
    case 'sequence_expression':
      return sequence(node, scope, unit);
    default:
      if (isFunction(type)) return functionExpr(node, scope, unit);
      return { k: 'other', span, parts: parts(node, scope, unit) };
  }
}

/** The children that may hold calls: arguments of operators, JSX attributes and children, members of a class value. */
export function parts(node: Node, scope: Scope, unit: Unit): Expr[] {
  return node.namedChildren.filter((child) => !isSilent(child.type)).map((child) => expression(child, scope, unit));
}

/** `module.exports` and `exports` are one thing, the name `exports`. */
function member(node: Node, scope: Scope, unit: Unit): Expr {
  const span = unit.span(node);
  const property = node.childForFieldName('property');
  const name = property ? unit.textOf(property) : '';
  const owner = node.childForFieldName('object');
  if (name === 'exports' && owner?.type === 'identifier' && unit.textOf(owner) === 'module') {
    return { k: 'name', span, name: 'exports' };
  }
  return { k: 'member', span, object: expression(owner, scope, unit), name };
}

/** Calls, constructions, tagged templates (one argument, the template), `import('m')` (a call of the name `import`). */
function call(node: Node, callee: 'function' | 'constructor', scope: Scope, unit: Unit): CallExpr {
  const list = node.childForFieldName('arguments');
  const args: Arg[] = [];
  if (list?.type === 'template_string') {
    args.push({ value: expression(list, scope, unit), span: unit.span(list) });
  } else {
    for (const arg of list?.namedChildren ?? []) {
      const { type } = arg;
      if (type === 'comment') continue;
      args.push(argument(arg, type, scope, unit));
    }
  }
  const span = unit.span(node);
  return {
    k: 'call',
    span,
    callee: expression(node.childForFieldName(callee), scope, unit),
    args,
    argsSpan: list ? unit.span(list) : unit.range(span.end, span.end),
  };
}

function argument(arg: Node, type: string, scope: Scope, unit: Unit): Arg {
  const span = unit.span(arg);
  if (type === 'spread_element') return { spread: 'list', value: expression(arg.firstNamedChild, scope, unit), span };
  return { value: expression(arg, scope, unit), span };
}

function items(node: Node, scope: Scope, unit: Unit): Expr[] {
  return node.namedChildren.filter((child) => child.type !== 'comment').map((child) => expression(child, scope, unit));
}

function entries(node: Node, scope: Scope, unit: Unit): Entry[] {
  const found: Entry[] = [];
  for (const child of node.namedChildren) {
    const entry = entryOf(child, scope, unit);
    if (entry) found.push(entry);
  }
  return found;
}

function entryOf(node: Node, scope: Scope, unit: Unit): Entry | undefined {
  const span = unit.span(node);
  switch (node.type) {
    case 'pair': {
      const key = node.childForFieldName('key');
      const name = key ? keyText(key, unit) : undefined;
      const value = node.childForFieldName('value');
      const lowered =
        value && isFunction(value.type) ? functionExpr(value, scope, unit, name) : expression(value, scope, unit);
      return { key: name, keySpan: key ? unit.span(key) : undefined, value: lowered, span };
    }
    case 'shorthand_property_identifier': {
      const key = unit.textOf(node);
      return { key, keySpan: span, value: { k: 'name', span, name: key }, span };
    }
    case 'spread_element':
      return { spread: true, value: expression(node.firstNamedChild, scope, unit), span };
    case 'method_definition': {
      const key = node.childForFieldName('name');
      const name = key ? keyText(key, unit) : undefined;
      return {
        key: name,
        keySpan: key ? unit.span(key) : undefined,
        value: functionExpr(node, scope, unit, name),
        span,
      };
    }
    default:
      return undefined;
  }
}

/** The text of a literal key (`a`, `'a'`, `1`, `['a']`); undefined for a computed one. */
export function keyText(key: Node, unit: Unit): string | undefined {
  switch (key.type) {
    case 'string':
      return quoted(key, unit);
    case 'computed_property_name': {
      const inner = key.firstNamedChild;
      return inner?.type === 'string' ? quoted(inner, unit) : undefined;
    }
    default:
      return unit.textOf(key);
  }
}

function binary(node: Node, scope: Scope, unit: Unit): Expr {
  const span = unit.span(node);
  const operator = node.childForFieldName('operator')?.type;
  if (operator === '+') {
    return concatenation(
      operands(node).map((side) => expression(side, scope, unit)),
      span,
    );
  }
  const left = expression(node.childForFieldName('left'), scope, unit);
  const right = expression(node.childForFieldName('right'), scope, unit);
  if (operator === '||' || operator === '??') return { k: 'choice', span, options: [left, right] };
  // `a && b` is `b`, or something falsy, which is no credential.
  if (operator === '&&') return { k: 'choice', span, test: left, options: [right] };
  return { k: 'other', span, parts: [left, right] };
}

/** `a = b`, and `a ??= b`, which keeps an older value where there is one. */
function assignment(node: Node, scope: Scope, unit: Unit): Expr {
  const span = unit.span(node);
  const left = node.childForFieldName('left');
  const target = assignmentTarget(left, scope, unit);
  const value = expression(node.childForFieldName('right'), scope, unit);
  if (!target) return value;
  if (node.type === 'assignment_expression') return { k: 'assign', span, target, value };
  const older = expression(left, scope, unit);
  const operator = node.childForFieldName('operator')?.type;
  if (operator === '+=') return { k: 'assign', span, target, value: concatenation([older, value], span) };
  return { k: 'assign', span, target, value: { k: 'choice', span, options: [older, value] } };
}

/** `(0, mod.f)` is `mod.f`, as compilers write it; other sequences keep every part visible. */
function sequence(node: Node, scope: Scope, unit: Unit): Expr {
  const all = parts(node, scope, unit);
  const last = all[all.length - 1];
  const rest = all.slice(0, -1);
  if (last && rest.every((part) => part.k === 'const')) return last;
  return { k: 'other', span: unit.span(node), parts: all };
}
