import type { Node } from 'web-tree-sitter';
import type { BlockBuilder } from '../block';
import { BlockBuilder as Builder } from '../block';
import type { Unit } from '../lowering';
import type { Arg, ClassDef, FunctionDef, FunctionExpr, Param, Scope, Span } from '../program';
import { declareTyped, TypedScope } from '../typed-scope';
import { args, expression } from './expressions';
import { bodyStatements } from './statements';
import { resultType, typeOf } from './types';

const FUNCTIONS = new Set(['lambda_expression', 'anonymous_method_expression']);

export const isFunction = (type: string): boolean => FUNCTIONS.has(type);

export interface Role {
  readonly name?: string;
  readonly nameSpan?: Span;
  readonly owner?: ClassDef;
  readonly isGetter?: boolean;
  readonly isStatic?: boolean;
  /** What the body is, where it is not the field of that name. */
  readonly body?: Node | null;
  /** `value` of a setter. */
  readonly implicit?: string;
}

export function functionExpr(node: Node, scope: Scope, unit: Unit): FunctionExpr {
  return { k: 'function', span: unit.span(node), def: functionOf(node, scope, unit) };
}

/** The words before a declaration: `public static async`. */
export function modifiers(node: Node, unit: Unit): ReadonlySet<string> {
  return new Set(node.namedChildren.filter((one) => one.type === 'modifier').map((one) => unit.textOf(one)));
}

/**
 * Methods, constructors, accessors, local functions and lambdas. Static methods know `this` too: their bare names are
 * members of the class like any other's.
 */
export function functionOf(node: Node, parent: Scope, unit: Unit, role: Role = {}): FunctionDef {
  const own = node.childForFieldName('name');
  const span = unit.span(node);
  const words = modifiers(node, unit);
  const scope: TypedScope = new TypedScope('function', parent, () => def.body());
  scope.returns = resultType(node.childForFieldName('returns') ?? node.childForFieldName('type'), unit);
  const params = parameters(node.childForFieldName('parameters'), scope, unit);
  if (role.implicit !== undefined) {
    declareTyped(scope, role.implicit);
    params.push({ name: role.implicit });
  }
  const body = bodyOf(node, role);
  const def: FunctionDef = {
    name: role.name ?? (own ? unit.textOf(own) : ''),
    nameSpan: role.nameSpan ?? (own ? unit.span(own) : span),
    span,
    params,
    decorators: [],
    isAsync: words.has('async'),
    self: role.owner ? 'this' : undefined,
    isStatic: role.isStatic ?? words.has('static'),
    isGetter: role.isGetter,
    owner: role.owner,
    scope,
    body: body ? lazy(node, body, scope, unit) : empty(scope),
  };
  scope.function = def;
  return def;
}

const bodyOf = (node: Node, role: Role): Node | null =>
  role.body !== undefined
    ? role.body
    : (node.childForFieldName('body') ?? node.namedChildren.find((one) => one.type === 'block') ?? null);

/** The whole declaration is found again: a constructor runs what stands behind its colon first. */
function lazy(node: Node, body: Node, scope: TypedScope, unit: Unit): FunctionDef['body'] {
  const chained = node.namedChildren.some((one) => one.type === 'constructor_initializer');
  return unit.lazyBlock(
    chained ? node : body,
    () => scope,
    (found, block) => {
      const inner = chained ? found.childForFieldName('body') : found;
      if (chained) chainedCall(found, block, unit);
      if (inner) bodyStatements(inner, block, unit);
      scope.close();
    },
  );
}

function empty(scope: Scope): FunctionDef['body'] {
  const block = new Builder(scope);
  return () => block;
}

/** `: base(…)` and `: this(…)` are calls of these names. */
function chainedCall(node: Node, block: BlockBuilder, unit: Unit): void {
  const chained = node.namedChildren.find((one) => one.type === 'constructor_initializer');
  const list = chained?.namedChildren.find((one) => one.type === 'argument_list');
  if (!chained || !list) return;
  const name = /\bbase\b/.test(unit.text.slice(chained.startIndex, list.startIndex)) ? 'base' : 'this';
  callOf(name, chained, list, args(list, block.scope, unit), block, unit);
}

export function callOf(
  name: string,
  node: Node,
  list: Node,
  given: readonly Arg[],
  block: BlockBuilder,
  unit: Unit,
): void {
  const span = unit.span(node);
  const callee = { k: 'name' as const, span, name };
  block.add({ k: 'eval', span, value: { k: 'call', span, callee, args: given, argsSpan: unit.span(list) } });
}

export function parameters(list: Node | null, scope: TypedScope, unit: Unit): Param[] {
  if (!list) return [];
  if (list.type === 'implicit_parameter') return [plain(list, scope, unit)];
  const found: Param[] = [];
  for (const node of list.namedChildren) {
    if (node.type === 'implicit_parameter') found.push(plain(node, scope, unit));
    else if (node.type === 'parameter') {
      const param = parameter(node, scope, unit);
      if (param) found.push(param);
    }
  }
  const rest = list.childForFieldName('name');
  if (rest) found.push({ ...plain(rest, scope, unit), rest: 'list' });
  return found;
}

function plain(node: Node, scope: TypedScope, unit: Unit): Param {
  const name = unit.textOf(node);
  declareTyped(scope, name);
  return { name };
}

function parameter(node: Node, scope: TypedScope, unit: Unit): Param | undefined {
  const named = node.childForFieldName('name');
  if (!named) return undefined;
  const type = typeOf(node.childForFieldName('type'), unit);
  const name = unit.textOf(named).replace(/^@/, '');
  declareTyped(scope, name, type);
  const initial = node.namedChildren.find((one) => one.startIndex > named.endIndex && one.type !== 'comment');
  // Defaults are looked up where the function stands.
  return { name, type, default: initial ? expression(initial, scope.parent, unit, type) : undefined };
}
