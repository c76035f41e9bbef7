import type { Node } from 'web-tree-sitter';
import { BlockBuilder } from '../block';
import type { Unit } from '../lowering';
import type { ClassDef, Entry, Expr, FunctionDef, Param, RecordExpr, Scope, Span } from '../program';
import { declareTyped, TypedScope } from '../typed-scope';
import { args, expression } from './expressions';
import { annotationsOf, functionOf, parameters } from './functions';
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
  const { def, scope } = building;
  for (const list of node.namedChildren) {
    if (!BASES.has(list.type)) continue;
    for (const base of list.type === 'superclass' ? list.namedChildren : (list.firstNamedChild?.namedChildren ?? [])) {
      const type = typeOf(base, unit);
      if (type) (def.bases as Expr[]).push(type);
    }
  }
  const header = node.type === 'record_declaration' ? node.childForFieldName('parameters') : null;
  if (header) components(node, header, building);
  const members = membersOf(node.childForFieldName('body'));
  // The names of all fields are known to every method.
  for (const one of members) if (isField(one.type)) fields(one, building);
  for (const one of members) member(one, building, header ? parameters(header, scope, unit) : []);
  return def;
}

const BASES = new Set(['superclass', 'super_interfaces', 'extends_interfaces']);

const isField = (type: string): boolean => type === 'field_declaration' || type === 'constant_declaration';

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
    decorators: annotationsOf(node, parent, unit),
    methods,
    body,
    scope,
    fields: scope.types,
  };
  scope.class = def;
  return { def, methods, body, scope, unit };
}

function membersOf(body: Node | null): Node[] {
  const found: Node[] = [];
  for (const child of body?.namedChildren ?? []) {
    if (child.type === 'enum_body_declarations' || child.type === 'ERROR') found.push(...child.namedChildren);
    else found.push(child);
  }
  return found;
}

function member(node: Node, building: Building, header: readonly Param[]): void {
  const { def, body, scope, unit } = building;
  switch (node.type) {
    case 'method_declaration':
      addMethod(building, functionOf(node, scope, unit, { owner: def }));
      break;
    case 'constructor_declaration':
      addMethod(building, functionOf(node, scope, unit, { owner: def, name: CONSTRUCTOR }));
      break;
    case 'compact_constructor_declaration': {
      const name = `${node.type}:${node.startIndex}`;
      const compact = functionOf(node, scope, unit, { owner: def, name });
      addMethod(building, { ...compact, params: header });
      break;
    }
    case 'enum_constant':
      constant(node, building);
      break;
    case 'block':
    case 'static_initializer':
      // What an initialiser assigns to a member is assigned by a method that nobody calls.
      addMethod(
        building,
        functionOf(node, scope, unit, {
          owner: def,
          name: `${node.type}:${node.startIndex}`,
          body: node.type === 'block' ? node : node.firstNamedChild,
        }),
      );
      break;
    default:
      if (isClass(node.type)) statement(node, body, unit);
  }
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
  const type = typeOf(node.childForFieldName('type'), unit);
  for (const annotation of annotationsOf(node, scope, unit)) {
    if (annotation.k === 'call') body.add({ k: 'eval', span: annotation.span, value: annotation });
  }
  for (const one of node.namedChildren) {
    const named = one.type === 'variable_declarator' ? one.childForFieldName('name') : null;
    if (!named) continue;
    const name = unit.textOf(named);
    declareTyped(scope, name, type);
    const value = one.childForFieldName('value');
    if (!value) continue;
    const target = { k: 'name' as const, name, span: unit.span(named) };
    body.add({ k: 'bind', span: unit.span(one), target, value: expression(value, scope, unit) });
  }
}

/** `A("x")` of an enum is an object of it. */
function constant(node: Node, { def, body, scope, unit }: Building): void {
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
  const target = { k: 'name' as const, name: unit.textOf(named), span: unit.span(named) };
  body.add({ k: 'bind', span, target, value });
}

/** `record R(A a)`: a constructor that keeps its parameters, and a method of the name of each. */
function components(node: Node, list: Node, building: Building): void {
  const { def, scope, unit } = building;
  const own: TypedScope = new TypedScope('function', scope, () => block);
  const params = parameters(list, own, unit);
  const block = new BlockBuilder(own);
  const span = unit.span(list);
  for (const param of params) {
    const target = memberOfThis(param.name, span);
    block.add({ k: 'bind', span, target, value: { k: 'name', span, name: param.name } });
    declareTyped(scope, param.name, param.type);
    addMethod(building, accessor(param.name, span, building));
  }
  const plain = { nameSpan: def.nameSpan, decorators: [], isAsync: false, self: 'this', owner: def };
  const made: FunctionDef = {
    ...plain,
    name: CONSTRUCTOR,
    span: unit.span(node),
    params,
    scope: own,
    body: () => block,
  };
  own.function = made;
  addMethod(building, made);
}

const memberOfThis = (name: string, span: Span) => ({
  k: 'member' as const,
  object: { k: 'name' as const, span, name: 'this' },
  name,
  span,
});

function accessor(name: string, span: Span, { def, scope }: Building): FunctionDef {
  const own: TypedScope = new TypedScope('function', scope, () => block);
  const block = new BlockBuilder(own);
  block.add({ k: 'return', span, value: memberOfThis(name, span) });
  const made: FunctionDef = {
    name,
    nameSpan: span,
    span,
    params: [],
    decorators: [],
    isAsync: false,
    self: 'this',
    owner: def,
    scope: own,
    body: () => block,
  };
  own.function = made;
  return made;
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
