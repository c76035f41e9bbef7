import type { Node } from 'web-tree-sitter';
import { BlockBuilder } from '../block';
import type { Unit } from '../lowering';
import type { ClassDef, Expr, FunctionDef, Scope } from '../program';
import { LexicalScope } from '../scope';
import { expression, keyText } from './expressions';
import { functionOf, isFunction } from './functions';
import { statement, statements } from './statements';

const CLASSES = new Set(['class_declaration', 'abstract_class_declaration', 'class']);

export const isClass = (type: string): boolean => CLASSES.has(type);

interface Building {
  readonly def: ClassDef;
  readonly methods: Map<string, FunctionDef>;
  readonly body: BlockBuilder;
  readonly unit: Unit;
}

/** `name` is what a class expression is bound to. */
export function classOf(node: Node, parent: Scope, unit: Unit, decorators: readonly Expr[], name?: string): ClassDef {
  const own = node.childForFieldName('name');
  const building = begin(node, own, parent, unit, decorators, name);
  for (const child of node.namedChildren) {
    if (child.type === 'class_heritage') (building.def.bases as Expr[]).push(...bases(child, parent, unit));
  }
  let pending: Expr[] = [];
  for (const child of node.childForFieldName('body')?.namedChildren ?? []) {
    if (child.type === 'decorator') {
      pending.push(expression(child.firstNamedChild, building.def.scope, unit));
    } else {
      member(child, building, pending);
      pending = [];
    }
  }
  return building.def;
}

/** `namespace N { … }`: its functions are static methods, its variables class-level names. */
export function namespaceOf(node: Node, parent: Scope, unit: Unit): ClassDef {
  const building = begin(node, node.childForFieldName('name'), parent, unit, []);
  for (const child of node.childForFieldName('body')?.namedChildren ?? []) {
    const inner = child.type === 'export_statement' ? child.childForFieldName('declaration') : child;
    if (inner?.type !== 'function_declaration') {
      if (inner) statement(inner, building.body, unit);
      continue;
    }
    const def = functionOf(inner, building.def.scope, unit);
    building.methods.set(def.name, { ...def, isStatic: true });
  }
  return building.def;
}

function begin(
  node: Node,
  own: Node | null,
  parent: Scope,
  unit: Unit,
  decorators: readonly Expr[],
  name?: string,
): Building {
  const scope: LexicalScope = new LexicalScope('class', parent, () => body);
  const body = new BlockBuilder(scope);
  const methods = new Map<string, FunctionDef>();
  const def: ClassDef = {
    name: name ?? (own ? unit.textOf(own) : ''),
    nameSpan: unit.span(own ?? node),
    span: unit.span(node),
    bases: [],
    decorators,
    methods,
    body,
    scope,
  };
  scope.class = def;
  return { def, methods, body, unit };
}

/** TypeScript wraps the base in `extends_clause`, JavaScript does not; interfaces carry no values. */
function bases(heritage: Node, scope: Scope, unit: Unit): Expr[] {
  const found: Expr[] = [];
  for (const child of heritage.namedChildren) {
    if (child.type === 'extends_clause') found.push(expression(child.childForFieldName('value'), scope, unit));
    else if (child.type !== 'implements_clause' && child.type !== 'comment') found.push(expression(child, scope, unit));
  }
  return found;
}

function member(node: Node, building: Building, decorators: readonly Expr[]): void {
  switch (node.type) {
    case 'method_definition':
      method(node, building, decorators);
      break;
    case 'public_field_definition':
    case 'field_definition':
      field(node, building, decorators);
      break;
    case 'class_static_block':
      statements(node.childForFieldName('body'), building.body, building.unit);
      break;
    case 'ERROR':
      statements(node, building.body, building.unit);
      break;
    default:
      break;
  }
}

function method(node: Node, { def, methods, unit }: Building, decorators: readonly Expr[]): void {
  const key = node.childForFieldName('name');
  const name = key ? keyText(key, unit) : undefined;
  if (!key || name === undefined) return;
  const made = functionOf(node, def.scope, unit, { name, nameSpan: unit.span(key), owner: def, decorators });
  // A setter shares its name with the getter, which is what reads see.
  const isSetter = /\bset\s*$/.test(unit.text.slice(node.startIndex, key.startIndex));
  methods.set(isSetter ? `set ${name}` : name, made);
}

function field(node: Node, { def, methods, body, unit }: Building, decorators: readonly Expr[]): void {
  const key = node.childForFieldName('name') ?? node.childForFieldName('property');
  const value = node.childForFieldName('value');
  const name = key ? keyText(key, unit) : undefined;
  for (const decorator of decorators) body.add({ k: 'eval', span: decorator.span, value: decorator });
  if (!key || !value || name === undefined) return;
  const nameSpan = unit.span(key);
  if (isFunction(value.type)) {
    methods.set(name, functionOf(value, def.scope, unit, { name, nameSpan, owner: def }));
    return;
  }
  const target = { k: 'name' as const, name, span: nameSpan };
  body.add({ k: 'bind', span: unit.span(node), target, value: expression(value, def.scope, unit) });
}
