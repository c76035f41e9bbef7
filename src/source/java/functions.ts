import type { Node } from 'web-tree-sitter';
import { BlockBuilder } from '../block';
import type { Unit } from '../lowering';
import type { ClassDef, Expr, FunctionDef, FunctionExpr, Param, Scope } from '../program';
import { declareTyped, TypedScope } from '../typed-scope';
import { expression } from './expressions';
import { statement, statements } from './statements';
import { typeOf } from './types';

export interface Role {
  readonly name?: string;
  readonly owner?: ClassDef;
  /** What the body is, where it is not the field of that name. */
  readonly body?: Node | null;
}

/** The words and annotations before a declaration. */
export const modifiersOf = (node: Node): Node | undefined => node.namedChildren.find((one) => one.type === 'modifiers');

export function hasModifier(node: Node, word: string): boolean {
  return modifiersOf(node)?.children.some((one) => one.type === word) ?? false;
}

/** `@Bean`, `@Value("…")`: a name, or a call with the arguments written. */
export function annotationsOf(node: Node, scope: Scope, unit: Unit): Expr[] {
  const found = modifiersOf(node)?.namedChildren.filter((one) => one.type.endsWith('annotation')) ?? [];
  return found.map((one): Expr => {
    const name = one.childForFieldName('name');
    const callee: Expr = typeOf(name, unit) ?? { k: 'other', span: unit.span(one), parts: [] };
    const list = one.childForFieldName('arguments');
    if (!list) return callee;
    const args = list.namedChildren
      .filter((arg) => arg.type !== 'element_value_pair' && !arg.type.includes('comment'))
      .map((arg) => ({ value: expression(arg, scope, unit), span: unit.span(arg) }));
    return { k: 'call', span: unit.span(one), callee, args, argsSpan: unit.span(list) };
  });
}

/**
 * Methods, constructors and lambdas. Static methods know `this` too: their bare names are members of the class like any
 * other's.
 */
export function functionOf(node: Node, parent: Scope, unit: Unit, role: Role = {}): FunctionDef {
  const own = node.childForFieldName('name');
  const span = unit.span(node);
  const scope: TypedScope = new TypedScope('function', parent, () => def.body());
  scope.returns = typeOf(node.childForFieldName('type'), unit);
  const body = role.body === undefined ? node.childForFieldName('body') : role.body;
  const def: FunctionDef = {
    name: role.name ?? (own ? unit.textOf(own) : ''),
    nameSpan: own ? unit.span(own) : span,
    span,
    params: parameters(node.childForFieldName('parameters'), scope, unit),
    decorators: annotationsOf(node, parent, unit),
    isAsync: false,
    self: role.owner ? 'this' : undefined,
    isStatic: hasModifier(node, 'static'),
    returns: scope.returns,
    owner: role.owner,
    scope,
    body: body ? lazy(body, scope, unit) : empty(scope),
  };
  scope.function = def;
  return def;
}

function lazy(body: Node, scope: TypedScope, unit: Unit): FunctionDef['body'] {
  return unit.lazyBlock(
    body,
    () => scope,
    (found, block) => {
      bodyStatements(found, block, unit);
      scope.close();
    },
  );
}

/** A body in braces, or the value of a lambda. */
function bodyStatements(node: Node, block: BlockBuilder, unit: Unit): void {
  if (node.type === 'block' || node.type === 'constructor_body') statements(node, block, unit);
  else if (node.type === 'assignment_expression' || node.type.endsWith('_statement')) statement(node, block, unit);
  else block.add({ k: 'return', span: unit.span(node), value: expression(node, block.scope, unit) });
}

function empty(scope: Scope): FunctionDef['body'] {
  const block = new BlockBuilder(scope);
  return () => block;
}

export function functionExpr(node: Node, scope: Scope, unit: Unit): FunctionExpr {
  return { k: 'function', span: unit.span(node), def: functionOf(node, scope, unit) };
}

/** A block that gives a value by `yield`: a function called where it stands. */
export function blockValue(node: Node, scope: Scope, unit: Unit): Expr {
  const span = unit.span(node);
  const def = functionOf(node, scope, unit, { body: node });
  const argsSpan = unit.range(span.end, span.end);
  return { k: 'call', span, callee: { k: 'function', span, def }, args: [], argsSpan };
}

export function parameters(list: Node | null, scope: TypedScope, unit: Unit): Param[] {
  if (!list) return [];
  if (list.type === 'identifier') return [plain(list, scope, unit)];
  const found: Param[] = [];
  for (const node of list.namedChildren) {
    if (node.type === 'identifier') found.push(plain(node, scope, unit));
    else if (node.type === 'formal_parameter') {
      const name = node.childForFieldName('name');
      const type = typeOf(node.childForFieldName('type'), unit);
      if (name) found.push({ ...plain(name, scope, unit, type), default: injected(node, type, scope, unit) });
    } else if (node.type === 'spread_parameter') {
      const name = node.namedChildren.find((one) => one.type === 'variable_declarator')?.childForFieldName('name');
      if (name) found.push({ ...plain(name, scope, unit), rest: 'list' });
    }
  }
  return found;
}

/** The text that an annotation puts into a field or parameter: `@Value("${a.b}") String name`. */
export function injected(node: Node, type: Expr | undefined, scope: Scope, unit: Unit): Expr | undefined {
  if (type?.k !== 'name' || type.name !== 'String') return undefined;
  return annotationsOf(node, scope, unit).find((one) => one.k === 'call' && one.args[0]?.value.k === 'string');
}

function plain(node: Node, scope: TypedScope, unit: Unit, type?: Expr): Param {
  const name = unit.textOf(node);
  declareTyped(scope, name, type);
  return { name, type };
}
