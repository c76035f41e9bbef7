import type { Node } from 'web-tree-sitter';
import { MAX_DEPTH, type Unit } from '../lowering';
import type { Arg, CallExpr, Expr, Scope } from '../program';
import { operands } from '../sums';
import { concatenation } from '../text';
import { functionExpr } from './functions';
import { composite, made } from './literals';
import { quoted } from './strings';
import { typeExpr } from './types';

/** Nodes without a value, met among the children of an expression. */
const SILENT = /^(?:comment|field_identifier|package_identifier|label_name|blank_identifier|.*_type|type_.*)$/;

const CONVERSIONS = new Set(['type_assertion_expression', 'type_conversion_expression']);

/** What parentheses, conversions, `&x` and `*x` stand around: they change a type, never where a value comes from. */
export const unwrapped = (node: Node): Node => unwrap(node).node;

/** Asking a node for its type is dear: who knows it passes it on. */
function unwrap(node: Node): { readonly node: Node; readonly type: string } {
  let at = node;
  for (;;) {
    const { type } = at;
    let inner: Node | null = null;
    if (type === 'parenthesized_expression' || type === 'type_instantiation_expression' || type === 'literal_element')
      inner = at.firstNamedChild;
    else if (CONVERSIONS.has(type) && !isGenericCall(at)) inner = at.childForFieldName('operand');
    else if (type === 'unary_expression' && /^[&*]/.test(at.childForFieldName('operator')?.type ?? ''))
      inner = at.childForFieldName('operand');
    if (!inner) return { node: at, type };
    at = inner;
  }
}

/** `f[T](x)` is read as a conversion to the type `f[T]`; functions of that form are the rule. */
const isGenericCall = (node: Node): boolean => node.childForFieldName('type')?.type === 'generic_type';

/** Lowers an expression; what has no meaning for credential flow becomes `other`, with its calls still inside. */
export function expression(node: Node | null, scope: Scope, unit: Unit): Expr {
  if (!node) return { k: 'other', span: unit.range(0, 0), parts: [] };
  if (unit.depth > MAX_DEPTH) return { k: 'other', span: unit.span(node), parts: [] };
  const plain = fromText(node.startIndex, unit.textOf(node), unit);
  if (plain) return plain;
  unit.depth += 1;
  const inner = unwrap(node);
  const lowered = lower(inner.node, inner.type, scope, unit);
  unit.depth -= 1;
  return lowered;
}

const NAMES = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/;
const TEXT = /^"[^"\\]*"$/;
const CONSTANTS: Readonly<Record<string, boolean | null>> = { nil: null, true: true, false: false };

/** Most expressions are names, members of names and short texts: what is written says it without the tree. */
function fromText(start: number, text: string, unit: Unit): Expr | undefined {
  if (text.length > 100) return undefined;
  if (NAMES.test(text)) return Object.hasOwn(CONSTANTS, text) ? constant(start, text, unit) : names(start, text, unit);
  if (!TEXT.test(text)) return undefined;
  return { k: 'string', span: unit.range(start, start + text.length), parts: [text.slice(1, -1)] };
}

const constant = (start: number, text: string, unit: Unit): Expr => ({
  k: 'const',
  span: unit.range(start, start + text.length),
  value: CONSTANTS[text] ?? null,
});

function names(start: number, text: string, unit: Unit): Expr {
  const [first = '', ...rest] = text.split('.');
  let end = start + first.length;
  let made: Expr = { k: 'name', span: unit.range(start, end), name: first };
  for (const name of rest) {
    end += 1 + name.length;
    made = { k: 'member', span: unit.range(start, end), object: made, name };
  }
  return made;
}

function lower(node: Node, type: string, scope: Scope, unit: Unit): Expr {
  const span = unit.span(node);
  switch (type) {
    case 'identifier':
    case 'type_identifier':
      return { k: 'name', span, name: unit.textOf(node) };
    case 'selector_expression':
      return selector(node, scope, unit);
    case 'index_expression': {
      const object = expression(node.childForFieldName('operand'), scope, unit);
      return { k: 'index', span, object, key: expression(node.childForFieldName('index'), scope, unit) };
    }
    case 'call_expression':
      return made(node, unit) ?? call(node, scope, unit);
    case 'type_conversion_expression':
      return genericCall(node, scope, unit);
    case 'composite_literal':
      return composite(node, scope, unit);
    case 'func_literal':
      return functionExpr(node, scope, unit);
    case 'interpreted_string_literal':
    case 'raw_string_literal':
      return { k: 'string', span, parts: [quoted(node, unit)] };
    case 'int_literal':
    case 'float_literal':
      return { k: 'const', span, value: Number(unit.textOf(node).replaceAll('_', '')) };
    case 'true':
    case 'false':
      return { k: 'const', span, value: type === 'true' };
    case 'nil':
      return { k: 'const', span, value: null };
    case 'binary_expression':
      return binary(node, scope, unit);
    case 'expression_list':
      return several(node, scope, unit);
    default:
      return { k: 'other', span, parts: parts(node, scope, unit) };
  }
}

/** The children that may hold calls. */
function parts(node: Node, scope: Scope, unit: Unit): Expr[] {
  return node.namedChildren.filter((child) => !SILENT.test(child.type)).map((child) => expression(child, scope, unit));
}

/** `a, b` is a list; one value stands for itself. */
export function several(list: Node, scope: Scope, unit: Unit): Expr {
  const items = list.namedChildren.filter((child) => child.type !== 'comment');
  const [only] = items;
  if (only && items.length === 1) return expression(only, scope, unit);
  return { k: 'list', span: unit.span(list), items: items.map((item) => expression(item, scope, unit)) };
}

function selector(node: Node, scope: Scope, unit: Unit): Expr {
  const field = node.childForFieldName('field');
  const object = expression(node.childForFieldName('operand'), scope, unit);
  return { k: 'member', span: unit.span(node), object, name: field ? unit.textOf(field) : '' };
}

function call(node: Node, scope: Scope, unit: Unit): CallExpr {
  const list = node.childForFieldName('arguments');
  const args: Arg[] = [];
  for (const arg of list?.namedChildren ?? []) {
    if (unit.text.charAt(arg.startIndex) !== '/') args.push(argument(arg, scope, unit));
  }
  const span = unit.span(node);
  return {
    k: 'call',
    span,
    callee: expression(node.childForFieldName('function'), scope, unit),
    args,
    argsSpan: list ? unit.span(list) : unit.range(span.end, span.end),
  };
}

function genericCall(node: Node, scope: Scope, unit: Unit): Expr {
  const span = unit.span(node);
  const operand = node.childForFieldName('operand');
  const callee = typeExpr(node.childForFieldName('type'), unit);
  const value = expression(operand, scope, unit);
  if (!callee || !operand) return value;
  const argsSpan = unit.range(callee.span.end, span.end);
  return { k: 'call', span, callee, args: [{ value, span: value.span }], argsSpan };
}

function argument(arg: Node, scope: Scope, unit: Unit): Arg {
  const span = unit.span(arg);
  if (unit.text.startsWith('...', span.end - 3))
    return { spread: 'list', value: expression(arg.firstNamedChild, scope, unit), span };
  return { value: expression(arg, scope, unit), span };
}

function binary(node: Node, scope: Scope, unit: Unit): Expr {
  const span = unit.span(node);
  if (node.childForFieldName('operator')?.type === '+') {
    return concatenation(
      operands(node).map((side) => expression(side, scope, unit)),
      span,
    );
  }
  const sides = [node.childForFieldName('left'), node.childForFieldName('right')];
  return { k: 'other', span, parts: sides.map((side) => expression(side, scope, unit)) };
}
