import type { Node } from 'web-tree-sitter';
import { BlockBuilder } from '../block';
import type { Unit } from '../lowering';
import type { ClassDef, Expr, FunctionDef, FunctionExpr, Param, Scope, Span, Stmt } from '../program';
import { declare, LexicalScope } from '../scope';
import { expression } from './expressions';
import { statements } from './statements';
import { declarationTarget, restOf } from './targets';

const FUNCTIONS = new Set(['arrow_function', 'function_expression', 'generator_function', 'method_definition']);

export const isFunction = (type: string): boolean => FUNCTIONS.has(type);

export interface Role {
  readonly name?: string;
  readonly nameSpan?: Span;
  /** The class it is a method of; arrow functions in fields are methods too, their `this` is the instance. */
  readonly owner?: ClassDef;
  readonly decorators?: readonly Expr[];
}

/** A function used as a value; `name` is what it is bound to, its own name wins. */
export function functionExpr(node: Node, scope: Scope, unit: Unit, name?: string): FunctionExpr {
  return { k: 'function', span: unit.span(node), def: functionOf(node, scope, unit, { name }) };
}

export function functionOf(node: Node, parent: Scope, unit: Unit, role: Role = {}): FunctionDef {
  const own = node.childForFieldName('name');
  const list = node.childForFieldName('parameters');
  const body = node.childForFieldName('body');
  const head = modifiers(node, own ?? list ?? body, unit);
  const span = unit.span(node);
  const scope: LexicalScope = new LexicalScope('function', parent, () => def.body());
  const { params, prologue } = parameters(list ?? node.childForFieldName('parameter'), scope, unit);
  const lower = (block: BlockBuilder, found?: Node): void => {
    for (const stmt of prologue) block.add(stmt);
    if (found?.type === 'statement_block') statements(found, block, unit);
    else if (found) result(found, block, unit);
    scope.close();
  };
  const isStatic = /\bstatic\b/.test(head);
  const def: FunctionDef = {
    name: role.name ?? (own ? unit.textOf(own) : ''),
    nameSpan: role.nameSpan ?? (own ? unit.span(own) : span),
    span,
    params,
    decorators: role.decorators ?? [],
    isAsync: /\basync\b/.test(head),
    self: role.owner && !isStatic ? 'this' : undefined,
    isStatic,
    isGetter: /\bget\s*$/.test(head),
    owner: role.owner,
    scope,
    body: body
      ? unit.lazyBlock(
          body,
          () => scope,
          (found, block) => lower(block, found),
        )
      : once(scope, lower),
  };
  scope.function = def;
  return def;
}

/** The value of an arrow function without braces. */
function result(node: Node, block: BlockBuilder, unit: Unit): void {
  const value = expression(node, block.scope, unit);
  block.add({ k: 'return', span: value.span, value });
}

function once(scope: Scope, lower: (block: BlockBuilder) => void): () => BlockBuilder {
  let block: BlockBuilder | undefined;
  return () => {
    if (block) return block;
    block = new BlockBuilder(scope);
    lower(block);
    return block;
  };
}

/** `async`, `static`, `get` before the name; decorators, which some grammars keep inside, left out. */
function modifiers(node: Node, end: Node | null, unit: Unit): string {
  if (!end || end.startIndex === node.startIndex) return '';
  const text = unit.text.slice(node.startIndex, end.startIndex);
  if (!text.startsWith('@')) return text;
  const last = node.childrenForFieldName('decorator').at(-1);
  return last ? unit.text.slice(last.endIndex, end.startIndex) : text;
}

interface Parameters {
  readonly params: readonly Param[];
  /** What the parameters bind besides their names: destructured parts, `this.x` of parameter properties. */
  readonly prologue: readonly Stmt[];
}

function parameters(list: Node | null, scope: LexicalScope, unit: Unit): Parameters {
  const params: Param[] = [];
  const prologue: Stmt[] = [];
  if (!list) return { params, prologue };
  const nodes = list.type === 'formal_parameters' ? list.namedChildren : [list];
  for (const node of nodes) {
    if (node.type !== 'comment') parameter(node, scope, unit, params, prologue);
  }
  return { params, prologue };
}

function parameter(node: Node, scope: LexicalScope, unit: Unit, params: Param[], prologue: Stmt[]): void {
  const typed = node.type === 'required_parameter' || node.type === 'optional_parameter';
  let pattern: Node | null = typed ? node.childForFieldName('pattern') : node;
  let initial: Node | null = typed ? node.childForFieldName('value') : null;
  if (pattern?.type === 'assignment_pattern') {
    initial = pattern.childForFieldName('right');
    pattern = pattern.childForFieldName('left');
  }
  const rest = pattern?.type === 'rest_pattern' ? ('list' as const) : undefined;
  if (rest) pattern = pattern?.firstNamedChild ?? null;
  if (!pattern || pattern.type === 'this') return;
  const named = pattern.type === 'identifier';
  const name = named ? unit.textOf(pattern) : `#${params.length}`;
  declare(scope, name);
  const type = typed ? typeOf(node.childForFieldName('type'), scope, unit) : undefined;
  // Defaults are looked up where the function stands.
  const fallback = initial ? expression(initial, scope.parent, unit) : undefined;
  params.push({ name, default: fallback, rest, type });
  if (!named) destructure(pattern, name, scope, unit, prologue);
  else if (typed && isProperty(node, pattern, unit)) property(pattern, name, unit, prologue);
}

/** `function f({ a, b: c = 1, ...rest })`: the parts are bound before the body runs. */
function destructure(pattern: Node, name: string, scope: Scope, unit: Unit, prologue: Stmt[]): void {
  const target = declarationTarget(pattern, scope, unit);
  const span = unit.span(pattern);
  const value: Expr = { k: 'name', span, name };
  if (target) prologue.push({ k: 'bind', span, target, value });
  const rest = restOf(pattern, unit);
  if (rest) prologue.push({ k: 'bind', span, target: rest, value });
}

const isProperty = (node: Node, pattern: Node, unit: Unit): boolean =>
  pattern.startIndex > node.startIndex &&
  /\b(?:public|private|protected|readonly|override)\b/.test(unit.text.slice(node.startIndex, pattern.startIndex));

/** `constructor(private readonly provider: P)` assigns `this.provider`. */
function property(pattern: Node, name: string, unit: Unit, prologue: Stmt[]): void {
  const span = unit.span(pattern);
  const object: Expr = { k: 'name', span, name: 'this' };
  prologue.push({ k: 'bind', span, target: { k: 'member', object, name, span }, value: { k: 'name', span, name } });
}

/** `: common.Provider` as an expression; generic arguments and composed types say nothing. */
function typeOf(annotation: Node | null, scope: Scope, unit: Unit): Expr | undefined {
  let type = annotation?.firstNamedChild ?? null;
  if (type?.type === 'generic_type') type = type.childForFieldName('name');
  if (type?.type === 'type_identifier') return expression(type, scope, unit);
  if (type?.type !== 'nested_type_identifier') return undefined;
  const module = type.childForFieldName('module');
  const name = type.childForFieldName('name');
  if (!module || !name) return undefined;
  return { k: 'member', span: unit.span(type), object: expression(module, scope, unit), name: unit.textOf(name) };
}
