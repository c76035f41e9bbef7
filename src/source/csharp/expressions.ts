import type { Node } from 'web-tree-sitter';
import { MAX_DEPTH, type Unit } from '../lowering';
import type { Arg, CallExpr, Expr, Scope } from '../program';
import { operands } from '../sums';
import { concatenation } from '../text';
import { typeOfName } from '../typed-scope';
import { anonymousObject, changedCopy, construction, items } from './creation';
import { functionExpr, isFunction } from './functions';
import { isString, stringOf } from './strings';
import { assignmentTarget, declaredTarget } from './targets';
import { typeArguments, typeOf } from './types';

/** Wrappers that change a type or group, never a value. */
const TRANSPARENT: Readonly<Record<string, string>> = {
  parenthesized_expression: '',
  cast_expression: 'value',
  as_expression: 'left',
  checked_expression: '',
  postfix_unary_expression: '',
  ref_expression: '',
};

/** What a wrapper wraps. */
export function unwrapped(node: Node): Node {
  let at = node;
  for (;;) {
    const field = TRANSPARENT[at.type];
    if (field === undefined) return at;
    const inner =
      field === '' ? at.namedChildren.find((child) => child.type !== 'comment') : at.childForFieldName(field);
    if (!inner) return at;
    at = inner;
  }
}

const SILENT = new Set([
  'comment',
  'modifier',
  'attribute_list',
  'type_argument_list',
  'predefined_type',
  'implicit_type',
]);

export const isSilent = (type: string): boolean => SILENT.has(type) || type.startsWith('preproc_');

/** Lowers an expression; what has no meaning for credential flow becomes `other`, with its calls still inside. */
export function expression(node: Node | null, scope: Scope, unit: Unit, type?: Expr): Expr {
  if (!node) return { k: 'other', span: unit.range(0, 0), parts: [] };
  if (unit.depth > MAX_DEPTH) return { k: 'other', span: unit.span(node), parts: [] };
  unit.depth += 1;
  const lowered = lower(unwrapped(node), scope, unit, type);
  unit.depth -= 1;
  return lowered;
}

function lower(node: Node, scope: Scope, unit: Unit, expected?: Expr): Expr {
  const { type } = node;
  const span = unit.span(node);
  switch (type) {
    case 'identifier':
      return { k: 'name', span, name: unit.textOf(node).replace(/^@/, '') };
    case 'this':
    case 'base':
    case 'predefined_type':
      return { k: 'name', span, name: unit.textOf(node) };
    case 'generic_name':
    case 'qualified_name':
    case 'alias_qualified_name':
      return typeOf(node, unit) ?? { k: 'other', span, parts: [] };
    case 'member_access_expression':
      return member(node, expression(node.childForFieldName('expression'), scope, unit), unit);
    case 'conditional_access_expression':
      return boundTo(
        node.namedChildren.at(-1),
        expression(node.childForFieldName('condition'), scope, unit),
        scope,
        unit,
      );
    case 'element_access_expression': {
      const object = expression(node.childForFieldName('expression'), scope, unit);
      return { k: 'index', span, object, key: firstArgument(node.childForFieldName('subscript'), scope, unit) };
    }
    case 'invocation_expression':
      return call(node, expression(node.childForFieldName('function'), scope, unit), scope, unit);
    case 'object_creation_expression':
    case 'implicit_object_creation_expression':
      return construction(node, scope, unit, expected);
    case 'integer_literal':
    case 'real_literal':
      return { k: 'const', span, value: Number.parseFloat(unit.textOf(node).replaceAll('_', '')) };
    case 'boolean_literal':
      return { k: 'const', span, value: unit.textOf(node) === 'true' };
    case 'null_literal':
    case 'default_expression':
      return { k: 'const', span, value: null };
    case 'array_creation_expression':
    case 'implicit_array_creation_expression':
    case 'initializer_expression':
    case 'collection_expression':
    case 'tuple_expression':
      return items(node, scope, unit);
    case 'anonymous_object_creation_expression':
      return anonymousObject(node, scope, unit);
    case 'with_expression':
      return changedCopy(node, scope, unit);
    case 'await_expression':
      return { k: 'await', span, value: expression(node.firstNamedChild, scope, unit) };
    default:
      return choiceOr(node, scope, unit, expected);
  }
}

function choiceOr(node: Node, scope: Scope, unit: Unit, expected?: Expr): Expr {
  const { type } = node;
  const span = unit.span(node);
  switch (type) {
    case 'binary_expression':
      return binary(node, scope, unit, expected);
    case 'conditional_expression': {
      const test = expression(node.childForFieldName('condition'), scope, unit);
      const options = [node.childForFieldName('consequence'), node.childForFieldName('alternative')];
      return { k: 'choice', span, test, options: arrivals(options, scope, unit, expected) };
    }
    case 'switch_expression':
      return switched(node, scope, unit, expected);
    case 'assignment_expression':
      return assignment(node, scope, unit);
    case 'is_pattern_expression':
      return matched(node, scope, unit);
    case 'declaration_expression': {
      const target = declaredTarget(
        node.childForFieldName('name'),
        scope,
        unit,
        typeOf(node.childForFieldName('type'), unit),
      );
      const value: Expr = { k: 'other', span, parts: [] };
      return target ? { k: 'assign', span, target, value } : value;
    }
    default:
      if (isString(type)) return stringOf(node, unit, (hole) => expression(hole, scope, unit));
      if (isFunction(type)) return functionExpr(node, scope, unit);
      return { k: 'other', span, parts: parts(node, scope, unit) };
  }
}

/** The children that may hold calls. */
export function parts(node: Node, scope: Scope, unit: Unit): Expr[] {
  return node.namedChildren.filter((child) => !isSilent(child.type)).map((child) => expression(child, scope, unit));
}

/** What throws gives no value. */
function arrivals(nodes: readonly (Node | null)[], scope: Scope, unit: Unit, expected?: Expr): Expr[] {
  return nodes
    .filter((one) => one !== null && unwrapped(one).type !== 'throw_expression')
    .map((one) => expression(one, scope, unit, expected));
}

function member(node: Node, object: Expr, unit: Unit): Expr {
  const name = node.childForFieldName('name');
  const plain = name?.type === 'generic_name' ? name.firstNamedChild : name;
  return { k: 'member', span: unit.span(node), object, name: plain ? unit.textOf(plain) : '' };
}

/** What stands behind `?.`: its innermost part is a member or element of the object. */
function boundTo(node: Node | undefined, object: Expr, scope: Scope, unit: Unit): Expr {
  const span = node ? unit.span(node) : object.span;
  switch (node?.type) {
    case 'member_binding_expression':
      return member(node, object, unit);
    case 'element_binding_expression':
      return { k: 'index', span, object, key: firstArgument(node, scope, unit) };
    case 'member_access_expression':
      return member(node, boundTo(node.childForFieldName('expression') ?? undefined, object, scope, unit), unit);
    case 'invocation_expression':
      return call(node, boundTo(node.childForFieldName('function') ?? undefined, object, scope, unit), scope, unit);
    default:
      return { k: 'other', span, parts: [object, ...(node ? [expression(node, scope, unit)] : [])] };
  }
}

function firstArgument(list: Node | null, scope: Scope, unit: Unit): Expr {
  return args(list, scope, unit)[0]?.value ?? { k: 'other', span: unit.range(0, 0), parts: [] };
}

function call(node: Node, callee: Expr, scope: Scope, unit: Unit): CallExpr {
  const list = node.childForFieldName('arguments');
  const span = unit.span(node);
  const types = calledTypes(node.childForFieldName('function'), unit);
  return {
    k: 'call',
    span,
    callee,
    args: args(list, scope, unit),
    argsSpan: list ? unit.span(list) : unit.range(span.end, span.end),
    ...(types.length > 0 ? { types } : {}),
  };
}

/** `Make<A, B>(…)`, `x.Make<A>(…)` */
function calledTypes(callee: Node | null, unit: Unit): Expr[] {
  const named = callee?.type === 'generic_name' ? callee : (callee?.childForFieldName('name') ?? null);
  return typeArguments(named).map((one) => typeOf(one, unit) ?? { k: 'other', span: unit.span(one), parts: [] });
}

export function args(list: Node | null, scope: Scope, unit: Unit): Arg[] {
  const found: Arg[] = [];
  for (const node of list?.namedChildren ?? []) {
    if (node.type !== 'argument') continue;
    const name = node.childForFieldName('name');
    const value = node.namedChildren.filter((child) => child.type !== 'comment').at(-1) ?? null;
    found.push({
      name: name ? unit.textOf(name) : undefined,
      value: expression(value, scope, unit),
      span: unit.span(node),
    });
  }
  return found;
}

function binary(node: Node, scope: Scope, unit: Unit, expected?: Expr): Expr {
  const span = unit.span(node);
  const operator = node.childForFieldName('operator')?.type;
  if (operator === '+') {
    return concatenation(
      operands(node).map((side) => expression(side, scope, unit)),
      span,
    );
  }
  const sides = [node.childForFieldName('left'), node.childForFieldName('right')];
  if (operator === '??') return { k: 'choice', span, options: arrivals(sides, scope, unit, expected) };
  return { k: 'other', span, parts: sides.map((side) => expression(side, scope, unit)) };
}

function switched(node: Node, scope: Scope, unit: Unit, expected?: Expr): Expr {
  const arms = node.namedChildren.filter((child) => child.type === 'switch_expression_arm');
  const subject = node.namedChildren.find((child) => child.type !== 'comment');
  const test = subject && subject.type !== 'switch_expression_arm' ? expression(subject, scope, unit) : undefined;
  const values = arms.map((arm) => arm.namedChildren.filter((child) => child.type !== 'comment').at(-1) ?? null);
  return { k: 'choice', span: unit.span(node), test, options: arrivals(values, scope, unit, expected) };
}

/** `a = b`, and `a ??= b`, which keeps an older value where there is one. */
function assignment(node: Node, scope: Scope, unit: Unit): Expr {
  const span = unit.span(node);
  const left = node.childForFieldName('left');
  const target = assignmentTarget(left, scope, unit);
  const value = expression(node.childForFieldName('right'), scope, unit, assignedType(left, scope, unit));
  const operator = node.childForFieldName('operator')?.type;
  if (!target) return { k: 'other', span, parts: [value] };
  if (operator === '=') return { k: 'assign', span, target, value };
  const older = expression(left, scope, unit);
  if (operator === '+=') return { k: 'assign', span, target, value: concatenation([older, value], span) };
  return { k: 'assign', span, target, value: { k: 'choice', span, options: [older, value] } };
}

/** The written type of what is assigned to: of `x`, or of the member `x` in `this.x`. */
export function assignedType(left: Node | null, scope: Scope, unit: Unit): Expr | undefined {
  if (left?.type === 'identifier') return typeOfName(unit.textOf(left), scope);
  const isOwn = left?.type === 'member_access_expression' && left.childForFieldName('expression')?.type === 'this';
  const name = isOwn ? left.childForFieldName('name') : null;
  return name ? typeOfName(unit.textOf(name), scope) : undefined;
}

/** `value is Type name` binds the name. */
function matched(node: Node, scope: Scope, unit: Unit): Expr {
  const span = unit.span(node);
  const value = expression(node.childForFieldName('expression'), scope, unit);
  const pattern = node.childForFieldName('pattern');
  const named = pattern?.type === 'negated_pattern' ? pattern.firstNamedChild : pattern;
  const target = declaredTarget(named?.childForFieldName('name') ?? null, scope, unit);
  return { k: 'other', span, parts: [target ? { k: 'assign', span, target, value } : value] };
}
