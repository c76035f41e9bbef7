import type { Node } from 'web-tree-sitter';
import type { BlockBuilder } from '../block';
import type { Unit } from '../lowering';
import type { Block, Expr, FunctionDef, FunctionExpr, Param, Scope } from '../program';
import { declare, LexicalScope } from '../scope';
import { statements } from './statements';
import { typeExpr, zeroOf } from './types';

/** A function that names its results returns them with a bare `return`. */
export class GoScope extends LexicalScope {
  results: readonly Result[] = [];

  constructor(parent: Scope, block: () => Block) {
    super('function', parent, block);
  }
}

interface Result {
  readonly name: string;
  readonly zero: Expr | undefined;
}

/** A function used as a value; `name` is what it is bound to. */
export function functionExpr(node: Node, scope: Scope, unit: Unit, name = ''): FunctionExpr {
  return { k: 'function', span: unit.span(node), def: functionOf(node, scope, unit, name) };
}

export function functionOf(node: Node, parent: Scope, unit: Unit, name?: string): FunctionDef {
  const own = node.childForFieldName('name');
  const body = node.childForFieldName('body');
  const span = unit.span(node);
  const scope: GoScope = new GoScope(parent, () => def.body());
  const receiver = receiverOf(node, unit);
  const params = parameters(node.childForFieldName('parameters'), unit);
  for (const param of params) declare(scope, param.name);
  if (receiver?.self !== undefined) declare(scope, receiver.self);
  scope.results = results(node.childForFieldName('result'), unit);
  const def: FunctionDef = {
    name: own ? unit.textOf(own) : (name ?? ''),
    nameSpan: own ? unit.span(own) : span,
    span,
    params,
    decorators: [],
    isAsync: false,
    ...receiver,
    scope,
    body: unit.lazyBlock(
      body ?? node,
      () => scope,
      (found, block) => {
        if (body) lowerBody(found, scope, block, unit);
      },
    ),
  };
  scope.function = def;
  return def;
}

function lowerBody(body: Node, scope: GoScope, block: BlockBuilder, unit: Unit): void {
  for (const { name, zero } of scope.results) {
    declare(scope, name);
    if (zero) block.add({ k: 'bind', span: zero.span, target: { k: 'name', name, span: zero.span }, value: zero });
  }
  statements(body, block, unit);
  scope.close();
}

/** `func (s *Service) …`: the name of the object and of its type. */
function receiverOf(node: Node, unit: Unit): { self?: string; receiver: string } | undefined {
  const declared = node.childForFieldName('receiver')?.firstNamedChild;
  const type = typeExpr(declared?.childForFieldName('type') ?? null, unit);
  if (type?.k !== 'name') return undefined;
  const name = declared?.childForFieldName('name');
  return { self: name ? unit.textOf(name) : undefined, receiver: type.name };
}

function parameters(list: Node | null, unit: Unit): Param[] {
  const params: Param[] = [];
  for (const node of list?.namedChildren ?? []) {
    if (node.type !== 'parameter_declaration' && node.type !== 'variadic_parameter_declaration') continue;
    const rest = node.type === 'variadic_parameter_declaration' ? ('list' as const) : undefined;
    const type = rest ? undefined : typeExpr(node.childForFieldName('type'), unit);
    const names = node.childrenForFieldName('name').filter((name) => name.isNamed);
    for (const name of names) params.push({ name: unit.textOf(name), rest, type });
    if (names.length === 0) params.push({ name: `#${params.length}`, rest, type });
  }
  return params;
}

function results(list: Node | null, unit: Unit): Result[] {
  if (list?.type !== 'parameter_list') return [];
  return list.namedChildren.flatMap((node) => {
    const zero = zeroOf(node.childForFieldName('type'), unit);
    return node
      .childrenForFieldName('name')
      .filter((name) => name.isNamed)
      .map((name) => ({ name: unit.textOf(name), zero }));
  });
}
