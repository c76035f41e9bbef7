import type { Node } from 'web-tree-sitter';
import { BlockBuilder } from '../block';
import { elementOf } from '../element';
import { MAX_DEPTH, type Unit } from '../lowering';
import type { Arg, Entry, Expr, FunctionDef, Param, Scope, Span, Target } from '../program';
import { stringOf } from './strings';

/** Lowers an expression; what has no meaning for credential flow becomes `other`, with its calls still inside. */
export function expression(node: Node | null, scope: Scope, unit: Unit): Expr {
  if (!node) return { k: 'other', span: unit.range(0, 0), parts: [] };
  if (unit.depth > MAX_DEPTH) return { k: 'other', span: unit.span(node), parts: [] };
  unit.depth += 1;
  const lowered = lower(node, scope, unit);
  unit.depth -= 1;
  return lowered;
}

function lower(node: Node, scope: Scope, unit: Unit): Expr {
  const span = unit.span(node);
  switch (node.type) {
    case 'identifier':
      return { k: 'name', span, name: unit.textOf(node) };
    case 'attribute': {
      const object = node.childForFieldName('object');
      const name = node.childForFieldName('attribute');
      return { k: 'member', span, object: expression(object, scope, unit), name: name ? unit.textOf(name) : '' };
    }
    case 'subscript': {
      const keys = node.childrenForFieldName('subscript');
      const object = expression(node.childForFieldName('value'), scope, unit);
      return { k: 'index', span, object, key: expression(keys[0] ?? null, scope, unit) };
    }
    case 'call':
      return call(node, scope, unit);
    case 'string':
    case 'concatenated_string':
      return stringOf(node, unit, (hole) => expression(hole, scope, unit));
    case 'integer':
    case 'float':
      return { k: 'const', span, value: Number(unit.textOf(node).replaceAll('_', '')) };
    case 'true':
      return { k: 'const', span, value: true };
    case 'false':
      return { k: 'const', span, value: false };
    case 'none':
      return { k: 'const', span, value: null };
    case 'dictionary':
      return { k: 'record', span, entries: entries(node, scope, unit) };
    case 'list':
    case 'tuple':
    case 'expression_list':
    case 'set':
      return { k: 'list', span, items: node.namedChildren.map((item) => expression(item, scope, unit)) };
    case 'parenthesized_expression':
      return expression(node.namedChildren.find((child) => child.type !== 'comment') ?? null, scope, unit);
    case 'binary_operator':
      return binary(node, scope, unit);
    case 'boolean_operator': {
      const options = [node.childForFieldName('left'), node.childForFieldName('right')];
      return { k: 'choice', span, options: options.map((option) => expression(option, scope, unit)) };
    }
    case 'conditional_expression': {
      const [then, test, otherwise] = node.namedChildren.filter((child) => child.type !== 'comment');
      return {
        k: 'choice',
        span,
        test: expression(test ?? null, scope, unit),
        options: [expression(then ?? null, scope, unit), expression(otherwise ?? null, scope, unit)],
      };
    }
    case 'named_expression': {
      const target = targetOf(node.childForFieldName('name'), scope, unit);
      const value = expression(node.childForFieldName('value'), scope, unit);
      return target ? { k: 'assign', span, target, value } : value;
    }
    case 'lambda':
      return { k: 'function', span, def: lambda(node, scope, unit) };
    case 'list_comprehension':
    case 'set_comprehension':
    case 'generator_expression':
      return comprehension(node, scope, unit);
    case 'await':
      return { k: 'await', span, value: expression(node.namedChildren[0] ?? null, scope, unit) };
    default:
      return { k: 'other', span, parts: node.namedChildren.map((child) => expression(child, scope, unit)) };
  }
}

/** `[f(x) for x in xs]`: a function of its own scope is run that binds `x` and gives a list of what stands first. */
function comprehension(node: Node, parent: Scope, unit: Unit): Expr {
  const span = unit.span(node);
  const { def, block } = nameless(span, [], parent);
  for (const clause of node.namedChildren.slice(1)) {
    const right = clause.childForFieldName('right');
    const target = targetOf(clause.childForFieldName('left'), def.scope, unit);
    if (target && right) {
      const value = elementOf(expression(right, def.scope, unit), unit.span(right));
      block.add({ k: 'bind', span: unit.span(clause), target, value });
    } else {
      const value = expression(clause, def.scope, unit);
      block.add({ k: 'eval', span: value.span, value });
    }
  }
  const item = expression(node.namedChildren[0] ?? null, def.scope, unit);
  block.add({ k: 'return', span: item.span, value: { k: 'list', span: item.span, items: [item] } });
  return { k: 'call', span, callee: { k: 'function', span, def }, args: [], argsSpan: span };
}

function call(node: Node, scope: Scope, unit: Unit): Expr {
  const list = node.childForFieldName('arguments');
  const args: Arg[] = [];
  for (const arg of list?.namedChildren ?? []) {
    if (arg.type === 'comment') continue;
    args.push(argument(arg, scope, unit));
  }
  return {
    k: 'call',
    span: unit.span(node),
    callee: expression(node.childForFieldName('function'), scope, unit),
    args,
    argsSpan: list ? unit.span(list) : unit.span(node),
  };
}

function argument(arg: Node, scope: Scope, unit: Unit): Arg {
  const span = unit.span(arg);
  switch (arg.type) {
    case 'keyword_argument': {
      const name = arg.childForFieldName('name');
      const value = expression(arg.childForFieldName('value'), scope, unit);
      return { name: name ? unit.textOf(name) : undefined, value, span };
    }
    case 'list_splat':
      return { spread: 'list', value: expression(arg.namedChildren[0] ?? null, scope, unit), span };
    case 'dictionary_splat':
      return { spread: 'record', value: expression(arg.namedChildren[0] ?? null, scope, unit), span };
    default:
      return { value: expression(arg, scope, unit), span };
  }
}

function entries(node: Node, scope: Scope, unit: Unit): Entry[] {
  const found: Entry[] = [];
  for (const child of node.namedChildren) {
    const span = unit.span(child);
    if (child.type === 'dictionary_splat') {
      found.push({ spread: true, value: expression(child.namedChildren[0] ?? null, scope, unit), span });
    } else if (child.type === 'pair') {
      const key = child.childForFieldName('key');
      const literal = key?.type === 'string' ? stringOf(key, unit, () => other(span)) : undefined;
      const text = literal?.parts.length === 1 ? literal.parts[0] : undefined;
      found.push({
        key: typeof text === 'string' ? text : undefined,
        keySpan: key ? unit.span(key) : undefined,
        value: expression(child.childForFieldName('value'), scope, unit),
        span,
      });
    }
  }
  return found;
}

const other = (span: Expr['span']): Expr => ({ k: 'other', span, parts: [] });

/** `+` joins strings, `/` paths, `%` and `|` keep both sides visible: the left side of `%` is a string with holes. */
function binary(node: Node, scope: Scope, unit: Unit): Expr {
  const span = unit.span(node);
  const operator = node.childForFieldName('operator')?.type;
  const left = expression(node.childForFieldName('left'), scope, unit);
  const right = expression(node.childForFieldName('right'), scope, unit);
  if (operator === '+') {
    const parts = [left, right].flatMap((side) => (side.k === 'string' ? side.parts : [side]));
    return { k: 'string', span, parts };
  }
  if (operator === '%' && left.k === 'string') {
    return {
      k: 'string',
      span,
      parts: left.parts.flatMap((part) => (typeof part === 'string' ? percent(part, right) : [part])),
    };
  }
  // A text that a name stands for.
  if (operator === '%' && (left.k === 'name' || left.k === 'member')) return formatCall(left, right, span);
  // Nothing but a path is divided by a text.
  if (operator === '/' && right.k === 'string') {
    const before = left.k === 'string' ? left.parts : [left];
    return { k: 'string', span, parts: [...before, '/', ...right.parts] };
  }
  if (operator === '|') {
    return { k: 'record', span, entries: [left, right].map((value) => ({ spread: true, value, span: value.span })) };
  }
  return { k: 'other', span, parts: [left, right] };
}

/** `TEMPLATE % values` is `TEMPLATE.format(*values)`: what the name holds is known to the flow alone. */
function formatCall(object: Expr, right: Expr, span: Span): Expr {
  const values = right.k === 'list' ? right.items : [right];
  const args = values.map((value) => ({ value, span: value.span }));
  return {
    k: 'call',
    span,
    callee: { k: 'member', object, name: 'format', span: object.span },
    args,
    argsSpan: right.span,
  };
}

function percent(text: string, right: Expr): (string | Expr)[] {
  const values = right.k === 'list' ? right.items : [right];
  const pieces = text.split(/%\(\w+\)[sdr]|%[sdr]/);
  return pieces.flatMap((piece, at) => (at === 0 ? [piece] : [values[at - 1] ?? other(right.span), piece]));
}

export function targetOf(node: Node | null, scope: Scope, unit: Unit): Target | undefined {
  if (!node) return undefined;
  const span = unit.span(node);
  switch (node.type) {
    case 'identifier':
      return { k: 'name', name: unit.textOf(node), span };
    case 'attribute': {
      const name = node.childForFieldName('attribute');
      const object = expression(node.childForFieldName('object'), scope, unit);
      return { k: 'member', object, name: name ? unit.textOf(name) : '', span };
    }
    case 'subscript': {
      const object = expression(node.childForFieldName('value'), scope, unit);
      const key = expression(node.childrenForFieldName('subscript')[0] ?? null, scope, unit);
      return { k: 'index', object, key, span };
    }
    case 'pattern_list':
    case 'tuple_pattern':
    case 'list_pattern':
    case 'tuple':
    case 'list':
    case 'expression_list':
      return { k: 'tuple', items: node.namedChildren.map((item) => targetOf(item, scope, unit)), span };
    case 'parenthesized_expression':
    case 'as_pattern_target':
      return targetOf(node.namedChildren[0] ?? null, scope, unit);
    default:
      return undefined;
  }
}

export function parameters(list: Node | null, scope: Scope, unit: Unit): Param[] {
  const params: Param[] = [];
  for (const node of list?.namedChildren ?? []) {
    const param = parameter(node, scope, unit);
    if (param) params.push(param);
  }
  return params;
}

function parameter(node: Node, scope: Scope, unit: Unit): Param | undefined {
  switch (node.type) {
    case 'identifier':
      return { name: unit.textOf(node) };
    case 'typed_parameter': {
      const inner = node.namedChildren[0];
      const param = inner ? parameter(inner, scope, unit) : undefined;
      const type = node.childForFieldName('type');
      return param && { ...param, type: type ? expression(type.namedChildren[0] ?? type, scope, unit) : undefined };
    }
    case 'default_parameter':
    case 'typed_default_parameter': {
      const name = node.childForFieldName('name');
      return name
        ? { name: unit.textOf(name), default: expression(node.childForFieldName('value'), scope, unit) }
        : undefined;
    }
    case 'list_splat_pattern':
      return { name: unit.textOf(node).slice(1), rest: 'list' };
    case 'dictionary_splat_pattern':
      return { name: unit.textOf(node).slice(2), rest: 'record' };
    default:
      return undefined;
  }
}

function lambda(node: Node, parent: Scope, unit: Unit): FunctionDef {
  const params = parameters(node.childForFieldName('parameters'), parent, unit);
  const { def, block } = nameless(unit.span(node), params, parent);
  const value = expression(node.childForFieldName('body'), def.scope, unit);
  block.add({ k: 'return', span: value.span, value });
  return def;
}

/** A function without a name, and its body, to be filled. */
function nameless(
  span: Span,
  params: readonly Param[],
  parent: Scope,
): { readonly def: FunctionDef; readonly block: BlockBuilder } {
  const scope: Scope = { kind: 'function', parent, block: () => block };
  const block: BlockBuilder = new BlockBuilder(scope);
  const def: FunctionDef = {
    name: '',
    nameSpan: span,
    span,
    params,
    decorators: [],
    isAsync: false,
    scope,
    body: () => block,
  };
  Object.assign(scope, { function: def });
  return { def, block };
}
