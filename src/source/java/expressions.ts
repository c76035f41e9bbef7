import type { Node } from 'web-tree-sitter';
import { MAX_DEPTH, type Unit } from '../lowering';
import type { Arg, CallExpr, Expr, Scope } from '../program';
import { operands } from '../sums';
import { concatenation } from '../text';
import { anonymous } from './classes';
import { blockValue, functionExpr } from './functions';
import { isString, literal } from './strings';
import { assignmentTarget, declaredTarget } from './targets';
import { typeOf } from './types';

/** What a wrapper that changes a type or groups, never a value, wraps. */
export function unwrapped(node: Node): Node {
  let at = node;
  while (at.type === 'parenthesized_expression' || at.type === 'cast_expression') {
    const inner: Node | null | undefined =
      at.type === 'cast_expression'
        ? at.childForFieldName('value')
        : at.namedChildren.find((one) => !isSilent(one.type));
    if (!inner) return at;
    at = inner;
  }
  return at;
}

/** Nodes without a value, met among the children of an expression. */
export const isSilent = (type: string): boolean =>
  type.endsWith('comment') || type.endsWith('_type') || type.endsWith('type_identifier') || type === 'type_arguments';

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
    case 'this':
    case 'super':
    case 'type_identifier':
      return { k: 'name', span, name: unit.textOf(node) };
    case 'scoped_type_identifier':
    case 'scoped_identifier':
      return typeOf(node, unit) ?? { k: 'other', span, parts: [] };
    case 'field_access': {
      const field = node.childForFieldName('field');
      // `Outer.this` is the object around.
      if (field?.type === 'this') return { k: 'name', span, name: 'this' };
      const object = expression(node.childForFieldName('object'), scope, unit);
      return { k: 'member', span, object, name: field ? unit.textOf(field) : '' };
    }
    case 'array_access': {
      const object = expression(node.childForFieldName('array'), scope, unit);
      return { k: 'index', span, object, key: expression(node.childForFieldName('index'), scope, unit) };
    }
    case 'method_invocation':
      return call(node, scope, unit);
    case 'object_creation_expression':
      return construction(node, scope, unit);
    case 'decimal_integer_literal':
    case 'decimal_floating_point_literal':
    case 'hex_integer_literal':
    case 'octal_integer_literal':
    case 'binary_integer_literal':
    case 'hex_floating_point_literal':
      return { k: 'const', span, value: Number.parseFloat(unit.textOf(node).replaceAll('_', '')) };
    case 'true':
    case 'false':
      return { k: 'const', span, value: type === 'true' };
    case 'null_literal':
      return { k: 'const', span, value: null };
    case 'array_creation_expression': {
      const value = node.childForFieldName('value');
      return value ? expression(value, scope, unit) : { k: 'other', span, parts: [] };
    }
    case 'array_initializer':
    case 'element_value_array_initializer':
      return { k: 'list', span, items: parts(node, scope, unit) };
    default:
      return choiceOr(node, scope, unit);
  }
}

function choiceOr(node: Node, scope: Scope, unit: Unit): Expr {
  const { type } = node;
  const span = unit.span(node);
  switch (type) {
    case 'binary_expression':
      return binary(node, scope, unit);
    case 'ternary_expression': {
      const test = expression(node.childForFieldName('condition'), scope, unit);
      const options = [node.childForFieldName('consequence'), node.childForFieldName('alternative')];
      return { k: 'choice', span, test, options: options.map((one) => expression(one, scope, unit)) };
    }
    case 'switch_expression':
      return switched(node, scope, unit);
    case 'assignment_expression':
      return assignment(node, scope, unit);
    case 'lambda_expression':
      return functionExpr(node, scope, unit);
    case 'method_reference':
      return reference(node, scope, unit);
    case 'instanceof_expression':
      return matched(node, scope, unit);
    case 'class_literal':
      return { k: 'other', span, parts: [] };
    default:
      if (isString(type)) return { k: 'string', span, parts: [literal(node, unit)] };
      return { k: 'other', span, parts: parts(node, scope, unit) };
  }
}

/** The children that may hold calls. */
export function parts(node: Node, scope: Scope, unit: Unit): Expr[] {
  return node.namedChildren.filter((child) => !isSilent(child.type)).map((child) => expression(child, scope, unit));
}

function call(node: Node, scope: Scope, unit: Unit): CallExpr {
  const owner = node.childForFieldName('object');
  const named = node.childForFieldName('name');
  const list = node.childForFieldName('arguments');
  const span = unit.span(node);
  const name = named ? unit.textOf(named) : '';
  const callee: Expr = owner
    ? {
        k: 'member',
        span: unit.range(node.startIndex, named?.endIndex ?? node.endIndex),
        object: expression(owner, scope, unit),
        name,
      }
    : { k: 'name', span: unit.span(named ?? node), name };
  return { k: 'call', span, callee, args: args(list, scope, unit), argsSpan: list ? unit.span(list) : span };
}

export function args(list: Node | null, scope: Scope, unit: Unit): Arg[] {
  const found: Arg[] = [];
  for (const node of list?.namedChildren ?? []) {
    if (node.type.endsWith('comment')) continue;
    found.push({ value: expression(node, scope, unit), span: unit.span(node) });
  }
  return found;
}

/** `new X(…)`; with a body of its own what counts is the body, and the object where the class says what it is. */
function construction(node: Node, scope: Scope, unit: Unit): Expr {
  const type = node.childForFieldName('type');
  const list = node.childForFieldName('arguments');
  const body = node.namedChildren.find((one) => one.type === 'class_body');
  const span = unit.span(node);
  const callee: Expr = typeOf(type, unit) ?? { k: 'other', span: unit.span(type ?? node), parts: [] };
  if (body) return anonymous(body, callee, scope, unit);
  return {
    k: 'call',
    span,
    callee,
    args: args(list, scope, unit),
    isNew: true,
    argsSpan: list ? unit.span(list) : unit.range(span.end, span.end),
  };
}

/** `X::make` and `this::make` are members; `X::new` is the class, which makes an object where it is called. */
function reference(node: Node, scope: Scope, unit: Unit): Expr {
  const [owner, named] = node.namedChildren.filter((one) => one.type !== 'type_arguments');
  const object = expression(owner ?? null, scope, unit);
  if (named?.type !== 'identifier') return object;
  return { k: 'member', span: unit.span(node), object, name: unit.textOf(named) };
}

function binary(node: Node, scope: Scope, unit: Unit): Expr {
  const span = unit.span(node);
  if (node.childForFieldName('operator')?.type === '+') {
    return concatenation(
      operands(node).map((side) => expression(side, scope, unit)),
      span,
    );
  }
  return { k: 'other', span, parts: parts(node, scope, unit) };
}

/** Every arm that gives a value is an option; what throws gives none. */
function switched(node: Node, scope: Scope, unit: Unit): Expr {
  const test = expression(node.childForFieldName('condition'), scope, unit);
  const options: Expr[] = [];
  for (const rule of node.childForFieldName('body')?.namedChildren ?? []) {
    if (rule.type === 'switch_block_statement_group') options.push(blockValue(rule, scope, unit));
    const given = rule.type === 'switch_rule' ? rule.namedChildren.at(-1) : undefined;
    if (given?.type === 'block') options.push(blockValue(given, scope, unit));
    else if (given?.type === 'expression_statement') options.push(expression(given.firstNamedChild, scope, unit));
  }
  return { k: 'choice', span: unit.span(node), test, options };
}

function assignment(node: Node, scope: Scope, unit: Unit): Expr {
  const span = unit.span(node);
  const left = node.childForFieldName('left');
  const target = assignmentTarget(left, scope, unit);
  const value = expression(node.childForFieldName('right'), scope, unit);
  const operator = node.childForFieldName('operator')?.type;
  if (!target) return { k: 'other', span, parts: [value] };
  if (operator === '=') return { k: 'assign', span, target, value };
  const older = expression(left, scope, unit);
  return { k: 'assign', span, target, value: operator === '+=' ? concatenation([older, value], span) : older };
}

/** `value instanceof Type name` binds the name. */
function matched(node: Node, scope: Scope, unit: Unit): Expr {
  const value = expression(node.childForFieldName('left'), scope, unit);
  const target = declaredTarget(node.childForFieldName('name'), scope, unit);
  const span = unit.span(node);
  return { k: 'other', span, parts: [target ? { k: 'assign', span, target, value } : value] };
}
