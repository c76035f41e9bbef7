import type { Node } from 'web-tree-sitter';
import { BlockBuilder } from '../block';
import { ClassBuilder, CONSTRUCTOR, memberOfThis } from '../class-builder';
import type { Unit } from '../lowering';
import type { ClassDef, Entry, Expr, Param, RecordExpr, Scope, Span } from '../program';
import { TypedScope } from '../typed-scope';
import { args, expression, isSilent } from './expressions';
import { annotationsOf, functionOf, injected, parameters } from './functions';
import { statement } from './statements';
import { typeOf } from './types';

const CLASSES = new Set([
  'class_declaration',
  'interface_declaration',
  'enum_declaration',
  'record_declaration',
  'annotation_type_declaration',
]);

export const isClass = (type: string): boolean => CLASSES.has(type);

/** Initialisers have no names; what one assigns to a member is assigned by a method that nobody calls. */
const INITIALISER = '<initialiser>';
const COMPACT = '<compact>';

export function classOf(node: Node, parent: Scope, unit: Unit): ClassDef {
  const building = new ClassBuilder(node, parent, unit, { decorators: annotationsOf(node, parent, unit) });
  const { scope, def } = building;
  for (const list of node.namedChildren) {
    if (!BASES.has(list.type)) continue;
    for (const base of list.type === 'superclass' ? list.namedChildren : (list.firstNamedChild?.namedChildren ?? []))
      building.base(typeOf(base, unit));
  }
  const header = node.type === 'record_declaration' ? node.childForFieldName('parameters') : null;
  if (header) components(node, header, building, unit);
  const params = header ? parameters(header, scope, unit) : [];
  const body = node.childForFieldName('body');
  if (body) unit.members(node, body, building, membersOf, (one, own) => member(one, building, own, params));
  return def;
}

const BASES = new Set(['superclass', 'super_interfaces', 'extends_interfaces']);

const isField = (type: string): boolean => type === 'field_declaration' || type === 'constant_declaration';

/** Fields come first: their names are known to every method. */
function membersOf(node: Node): Node[] {
  const fields: Node[] = [];
  const others: Node[] = [];
  const add = (one: Node): void => {
    if (!isSilent(one.type)) (isField(one.type) ? fields : others).push(one);
  };
  for (const child of node.childForFieldName('body')?.namedChildren ?? []) {
    if (child.type === 'enum_body_declarations' || child.type === 'ERROR') child.namedChildren.forEach(add);
    else add(child);
  }
  return [...fields, ...others];
}

function member(node: Node, building: ClassBuilder, unit: Unit, header: readonly Param[]): void {
  const { def, body, scope } = building;
  switch (node.type) {
    case 'field_declaration':
    case 'constant_declaration':
      fields(node, building, unit);
      break;
    case 'method_declaration':
      building.method(functionOf(node, scope, unit, { owner: def }));
      break;
    case 'constructor_declaration':
      building.method(functionOf(node, scope, unit, { owner: def, name: CONSTRUCTOR }));
      break;
    case 'compact_constructor_declaration':
      building.method({ ...functionOf(node, scope, unit, { owner: def, name: COMPACT }), params: header });
      break;
    case 'enum_constant':
      constant(node, building, unit);
      break;
    case 'block':
    case 'static_initializer': {
      const code = node.type === 'block' ? node : node.firstNamedChild;
      building.method(functionOf(node, scope, unit, { owner: def, name: INITIALISER, body: code }));
      break;
    }
    default:
      if (isClass(node.type)) statement(node, body, unit);
  }
}

function fields(node: Node, building: ClassBuilder, unit: Unit): void {
  const { body, scope } = building;
  const type = typeOf(node.childForFieldName('type'), unit);
  for (const annotation of annotationsOf(node, scope, unit)) {
    if (annotation.k === 'call') body.add({ k: 'eval', span: annotation.span, value: annotation });
  }
  for (const one of node.namedChildren) {
    const named = one.type === 'variable_declarator' ? one.childForFieldName('name') : null;
    if (!named) continue;
    building.declare(unit.textOf(named), type);
    const value = one.childForFieldName('value');
    const given = value ? expression(value, scope, unit) : injected(node, type, scope, unit);
    if (given) building.field(named, unit.span(one), given, unit);
  }
}

/** `A("x")` of an enum is an object of it. */
function constant(node: Node, building: ClassBuilder, unit: Unit): void {
  const { def, scope } = building;
  const named = node.childForFieldName('name');
  if (!named) return;
  const span = unit.span(node);
  const list = node.childForFieldName('arguments');
  const value: Expr = {
    k: 'call',
    span,
    callee: { k: 'name', span: unit.span(named), name: def.name },
    args: args(list, scope, unit),
    isNew: true,
    argsSpan: list ? unit.span(list) : unit.range(span.end, span.end),
  };
  building.field(named, span, value, unit);
}

/** `record R(A a)`: a constructor that keeps its parameters, and a method of the name of each. */
function components(node: Node, list: Node, building: ClassBuilder, unit: Unit): void {
  const own: TypedScope = new TypedScope('function', building.scope, () => block);
  const params = parameters(list, own, unit);
  const block = new BlockBuilder(own);
  const span = unit.span(list);
  for (const param of params) {
    building.keeps(param, span, block);
    accessor(param.name, span, building);
  }
  building.implied(CONSTRUCTOR, { nameSpan: building.def.nameSpan, span: unit.span(node) }, own, params);
}

function accessor(name: string, span: Span, building: ClassBuilder): void {
  const own: TypedScope = new TypedScope('function', building.scope, () => block);
  const block = new BlockBuilder(own);
  block.add({ k: 'return', span, value: memberOfThis(name, span) });
  building.implied(name, { nameSpan: span, span }, own);
}

/** `new X() { … }`: a record of what it declares, its methods as functions. */
export function anonymous(node: Node, type: Expr | undefined, scope: Scope, unit: Unit): RecordExpr {
  const entries: Entry[] = [];
  for (const one of node.namedChildren) {
    const span = unit.span(one);
    if (one.type === 'method_declaration') {
      const def = functionOf(one, scope, unit);
      entries.push({ key: def.name, keySpan: def.nameSpan, value: { k: 'function', span, def }, span });
    } else if (one.type === 'block') {
      const def = functionOf(one, scope, unit, { body: one });
      entries.push({ value: { k: 'function', span, def }, span });
    } else if (isField(one.type)) {
      entries.push(...fieldEntries(one, scope, unit));
    }
  }
  return { k: 'record', span: unit.span(node), entries, type };
}

function fieldEntries(node: Node, scope: Scope, unit: Unit): Entry[] {
  return node.namedChildren.flatMap((one): Entry[] => {
    const named = one.type === 'variable_declarator' ? one.childForFieldName('name') : null;
    const value = one.childForFieldName('value');
    if (!named || !value) return [];
    return [{ key: unit.textOf(named), value: expression(value, scope, unit), span: unit.span(one) }];
  });
}
