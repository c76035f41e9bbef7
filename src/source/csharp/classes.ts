import type { Node } from 'web-tree-sitter';
import { BlockBuilder } from '../block';
import type { Unit } from '../lowering';
import type { ClassDef, Expr, FunctionDef, Param, Scope } from '../program';
import { declareTyped, TypedScope } from '../typed-scope';
import { args, expression } from './expressions';
import { callOf, functionOf, modifiers, parameters } from './functions';
import { statement } from './statements';
import { typeOf } from './types';

const CLASSES = new Set(['class_declaration', 'record_declaration', 'struct_declaration', 'record_struct_declaration']);

export const isClass = (type: string): boolean => CLASSES.has(type);

const CONSTRUCTOR = '<init>';

interface Building {
  readonly def: ClassDef;
  readonly methods: Map<string, FunctionDef>;
  readonly body: BlockBuilder;
  readonly scope: TypedScope;
  readonly unit: Unit;
}

export function classOf(node: Node, parent: Scope, unit: Unit): ClassDef {
  const building = begin(node, parent, unit);
  const list = node.namedChildren.find((one) => one.type === 'base_list');
  for (const base of list?.namedChildren ?? []) {
    const named = base.type === 'primary_constructor_base_type' ? base.firstNamedChild : base;
    const type = typeOf(named ?? null, unit);
    if (type) (building.def.bases as Expr[]).push(type);
  }
  const own = node.namedChildren.find((one) => one.type === 'parameter_list');
  if (own) primaryConstructor(node, own, list, building);
  for (const child of membersOf(node.childForFieldName('body'))) member(child, building);
  return building.def;
}

function begin(node: Node, parent: Scope, unit: Unit): Building {
  const named = node.childForFieldName('name');
  const scope: TypedScope = new TypedScope('class', parent, () => body);
  const body = new BlockBuilder(scope);
  const methods = new Map<string, FunctionDef>();
  const def: ClassDef = {
    name: named ? unit.textOf(named) : '',
    nameSpan: unit.span(named ?? node),
    span: unit.span(node),
    bases: [],
    decorators: [],
    methods,
    body,
    scope,
    fields: scope.types,
    isPartial: modifiers(node, unit).has('partial'),
  };
  scope.class = def;
  return { def, methods, body, scope, unit };
}

/** Members in `#if` count like any other; fields come first, since the types of all are known to every method. */
function membersOf(body: Node | null): Node[] {
  const found: Node[] = [];
  const collect = (node: Node | null, level: number): void => {
    for (const child of node?.namedChildren ?? []) {
      if ((child.type.startsWith('preproc_') || child.type === 'ERROR') && level < 8) collect(child, level + 1);
      else found.push(child);
    }
  };
  collect(body, 0);
  return found;
}

function member(node: Node, building: Building): void {
  const { body, unit } = building;
  switch (node.type) {
    case 'field_declaration':
      fields(node, building);
      break;
    case 'property_declaration':
      property(node, building);
      break;
    case 'method_declaration':
    case 'constructor_declaration':
      addMethod(building, method(node, building));
      break;
    case 'destructor_declaration':
    case 'operator_declaration':
    case 'conversion_operator_declaration':
      addMethod(
        building,
        functionOf(node, building.scope, unit, { name: `${node.type}:${node.startIndex}`, owner: building.def }),
      );
      break;
    case 'indexer_declaration':
    case 'event_declaration':
      accessors(node, `${node.type}:${node.startIndex}`, building);
      break;
    default:
      if (isClass(node.type) || node.type === 'enum_declaration') statement(node, body, unit);
  }
}

/** Constructors are no members that a bare name could mean, static ones none of objects. */
function method(node: Node, { def, scope, unit }: Building): FunctionDef {
  if (node.type !== 'constructor_declaration') return functionOf(node, scope, unit, { owner: def });
  const name = modifiers(node, unit).has('static') ? '<static>' : CONSTRUCTOR;
  return functionOf(node, scope, unit, { owner: def, name });
}

/** The first of several methods with one name knows the others. */
function addMethod({ methods }: Building, def: FunctionDef): void {
  const first = methods.get(def.name);
  if (!first) {
    methods.set(def.name, def);
    return;
  }
  const others = (first.overloads ?? []) as FunctionDef[];
  others.push(def);
  (first as { overloads?: readonly FunctionDef[] }).overloads = others;
  methods.set(`${def.name}/${others.length}`, def);
}

function fields(node: Node, { body, scope, unit }: Building): void {
  const declaration = node.namedChildren.find((one) => one.type === 'variable_declaration');
  const type = typeOf(declaration?.childForFieldName('type') ?? null, unit);
  for (const one of declaration?.namedChildren ?? []) {
    if (one.type !== 'variable_declarator') continue;
    const named = one.childForFieldName('name');
    if (!named) continue;
    const value = one.namedChildren.find((child) => child.startIndex >= named.endIndex && child.type !== 'comment');
    initialised(named, value ?? null, unit.range(node.startIndex, one.endIndex), type, { body, scope, unit });
  }
}

function initialised(
  named: Node,
  value: Node | null,
  span: ReturnType<Unit['span']>,
  type: Expr | undefined,
  { body, scope, unit }: Pick<Building, 'body' | 'scope' | 'unit'>,
): void {
  const name = unit.textOf(named);
  declareTyped(scope, name, type);
  if (!value) return;
  const target = { k: 'name' as const, name, span: unit.span(named) };
  body.add({ k: 'bind', span, target, value: expression(value, scope, unit, type) });
}

function property(node: Node, building: Building): void {
  const { scope, unit } = building;
  const named = node.childForFieldName('name');
  if (!named) return;
  const type = typeOf(node.childForFieldName('type'), unit);
  const value = node.childForFieldName('value');
  if (value?.type === 'arrow_expression_clause') {
    declareTyped(scope, unit.textOf(named), type);
    accessor(node, 'get', unit.textOf(named), value, building);
    return;
  }
  initialised(named, value, unit.span(node), type, building);
  accessors(node, unit.textOf(named), building);
}

/** `get` and `set` with a body are methods; those without keep the value in a field of the same name. */
function accessors(node: Node, name: string, building: Building): void {
  const value = node.childForFieldName('value');
  if (value?.type === 'arrow_expression_clause') accessor(node, 'get', name, value, building);
  for (const one of node.childForFieldName('accessors')?.namedChildren ?? []) {
    const kind = one.childForFieldName('name')?.type;
    const body = one.childForFieldName('body');
    if (one.type === 'accessor_declaration' && kind && body) accessor(one, kind, name, body, building);
  }
}

function accessor(node: Node, kind: string, name: string, body: Node, building: Building): void {
  const { def, scope, unit } = building;
  const isGetter = kind === 'get';
  const named = node.childForFieldName('name') ?? node;
  const role = { owner: def, nameSpan: unit.span(named), isGetter, body, implicit: isGetter ? undefined : 'value' };
  addMethod(building, functionOf(node, scope, unit, { ...role, name: isGetter ? name : `${kind} ${name}` }));
}

/** `class X(P p) : Base(p)`: a constructor that keeps its parameters, which every member sees. */
function primaryConstructor(node: Node, list: Node, bases: Node | undefined, building: Building): void {
  const { def, scope, unit } = building;
  const own: TypedScope = new TypedScope('function', scope, () => block);
  const params: Param[] = parameters(list, own, unit);
  const block = new BlockBuilder(own);
  for (const param of params) {
    const span = unit.span(list);
    const object: Expr = { k: 'name', span, name: 'this' };
    const target = { k: 'member' as const, object, name: param.name, span };
    block.add({ k: 'bind', span, target, value: { k: 'name', span, name: param.name } });
    declareTyped(scope, param.name, param.type);
  }
  const wrapped = bases?.namedChildren.find((one) => one.type === 'primary_constructor_base_type');
  const passed = (wrapped ?? bases)?.namedChildren.find((one) => one.type === 'argument_list');
  if (passed) callOf('base', passed, passed, args(passed, own, unit), block, unit);
  const made: FunctionDef = {
    name: CONSTRUCTOR,
    nameSpan: def.nameSpan,
    span: unit.span(node),
    params,
    decorators: [],
    isAsync: false,
    self: 'this',
    owner: def,
    scope: own,
    body: () => block,
  };
  own.function = made;
  building.methods.set(CONSTRUCTOR, made);
}
