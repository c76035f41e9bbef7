import type { Node } from 'web-tree-sitter';
import { BlockBuilder } from '../block';
import { ClassBuilder, CONSTRUCTOR } from '../class-builder';
import type { Unit } from '../lowering';
import type { ClassDef, Expr, FunctionDef, Param, Scope, Span } from '../program';
import { TypedScope } from '../typed-scope';
import { args, expression } from './expressions';
import { callOf, functionOf, modifiers, parameters } from './functions';
import { statement } from './statements';
import { typeOf } from './types';

const CLASSES = new Set(['class_declaration', 'record_declaration', 'struct_declaration', 'record_struct_declaration']);

export const isClass = (type: string): boolean => CLASSES.has(type);

const STATIC = '<static>';

export function classOf(node: Node, parent: Scope, unit: Unit): ClassDef {
  const building = new ClassBuilder(node, parent, unit, { isPartial: modifiers(node, unit).has('partial') });
  const list = node.namedChildren.find((one) => one.type === 'base_list');
  for (const base of list?.namedChildren ?? []) {
    const named = base.type === 'primary_constructor_base_type' ? base.firstNamedChild : base;
    building.base(typeOf(named ?? null, unit));
  }
  const own = node.namedChildren.find((one) => one.type === 'parameter_list');
  if (own) primaryConstructor(node, own, list, building, unit);
  const body = node.childForFieldName('body');
  if (body) unit.members(node, body, building, membersOf, (one, at) => member(one, { building, unit: at }));
  return building.def;
}

/** Members in `#if` count like any other; fields come first, since the types of all are known to every method. */
function membersOf(node: Node): Node[] {
  const fields: Node[] = [];
  const others: Node[] = [];
  const collect = (within: Node | null, level: number): void => {
    for (const child of within?.namedChildren ?? []) {
      const { type } = child;
      if ((type.startsWith('preproc_') || type === 'ERROR') && level < 8) collect(child, level + 1);
      else if (type === 'field_declaration') fields.push(child);
      else if (type !== 'comment') others.push(child);
    }
  };
  collect(node.childForFieldName('body'), 0);
  return [...fields, ...others];
}

/** A class and the piece of it that is lowered. */
interface Place {
  readonly building: ClassBuilder;
  readonly unit: Unit;
}

function member(node: Node, place: Place): void {
  const { building, unit } = place;
  switch (node.type) {
    case 'field_declaration':
      fields(node, place);
      break;
    case 'property_declaration':
      property(node, place);
      break;
    case 'method_declaration':
    case 'constructor_declaration':
      building.method(method(node, place));
      break;
    case 'destructor_declaration':
    case 'operator_declaration':
    case 'conversion_operator_declaration':
      building.method(functionOf(node, building.scope, unit, { name: unnamed(node), owner: building.def }));
      break;
    case 'indexer_declaration':
    case 'event_declaration':
      accessors(node, unnamed(node), place);
      break;
    default:
      if (isClass(node.type) || node.type === 'enum_declaration') statement(node, building.body, unit);
  }
}

/** What has no name that code could call. */
const unnamed = (node: Node): string => `<${node.type}>`;

/** Constructors are no members that a bare name could mean, static ones none of objects. */
function method(node: Node, { building: { def, scope }, unit }: Place): FunctionDef {
  if (node.type !== 'constructor_declaration') return functionOf(node, scope, unit, { owner: def });
  const name = modifiers(node, unit).has('static') ? STATIC : CONSTRUCTOR;
  return functionOf(node, scope, unit, { owner: def, name });
}

function fields(node: Node, place: Place): void {
  const { unit } = place;
  const declaration = node.namedChildren.find((one) => one.type === 'variable_declaration');
  const type = typeOf(declaration?.childForFieldName('type') ?? null, unit);
  for (const one of declaration?.namedChildren ?? []) {
    if (one.type !== 'variable_declarator') continue;
    const named = one.childForFieldName('name');
    if (!named) continue;
    const value = one.namedChildren.find((child) => child.startIndex >= named.endIndex && child.type !== 'comment');
    initialised(named, value ?? null, unit.range(node.startIndex, one.endIndex), type, place);
  }
}

function initialised(named: Node, value: Node | null, span: Span, type: Expr | undefined, place: Place): void {
  const { building, unit } = place;
  building.declare(unit.textOf(named), type);
  if (value) building.field(named, span, expression(value, building.scope, unit, type), unit);
}

function property(node: Node, place: Place): void {
  const { building, unit } = place;
  const named = node.childForFieldName('name');
  if (!named) return;
  const type = typeOf(node.childForFieldName('type'), unit);
  const value = node.childForFieldName('value');
  if (value?.type === 'arrow_expression_clause') {
    building.declare(unit.textOf(named), type);
    accessor(node, 'get', unit.textOf(named), value, place);
    return;
  }
  initialised(named, value, unit.span(node), type, place);
  accessors(node, unit.textOf(named), place);
}

/** `get` and `set` with a body are methods; those without keep the value in a field of the same name. */
function accessors(node: Node, name: string, place: Place): void {
  const value = node.childForFieldName('value');
  if (value?.type === 'arrow_expression_clause') accessor(node, 'get', name, value, place);
  for (const one of node.childForFieldName('accessors')?.namedChildren ?? []) {
    const kind = one.childForFieldName('name')?.type;
    const body = one.childForFieldName('body');
    if (one.type === 'accessor_declaration' && kind && body) accessor(one, kind, name, body, place);
  }
}

function accessor(node: Node, kind: string, name: string, body: Node, { building, unit }: Place): void {
  const { def, scope } = building;
  const isGetter = kind === 'get';
  const named = node.childForFieldName('name') ?? node;
  const role = { owner: def, nameSpan: unit.span(named), isGetter, body, implicit: isGetter ? undefined : 'value' };
  building.method(functionOf(node, scope, unit, { ...role, name: isGetter ? name : `${kind} ${name}` }));
}

/** `class X(P p) : Base(p)`: a constructor that keeps its parameters, which every member sees. */
function primaryConstructor(node: Node, list: Node, bases: Node | undefined, building: ClassBuilder, unit: Unit): void {
  const own: TypedScope = new TypedScope('function', building.scope, () => block);
  const params: Param[] = parameters(list, own, unit);
  const block = new BlockBuilder(own);
  for (const param of params) building.keeps(param, unit.span(list), block);
  const wrapped = bases?.namedChildren.find((one) => one.type === 'primary_constructor_base_type');
  const passed = (wrapped ?? bases)?.namedChildren.find((one) => one.type === 'argument_list');
  if (passed) callOf('base', passed, passed, args(passed, own, unit), block, unit);
  building.implied(CONSTRUCTOR, { nameSpan: building.def.nameSpan, span: unit.span(node) }, own, params);
}
