import type { Node } from 'web-tree-sitter';
import { BlockBuilder } from '../block';
import type { Unit } from '../lowering';
import type { ClassDef, Expr, ImportName } from '../program';
import { declare, LexicalScope } from '../scope';
import { quoted } from './strings';
import { typeExpr, zeroOf } from './types';

export function importDeclaration(node: Node, block: BlockBuilder, unit: Unit): void {
  const names: ImportName[] = [];
  for (const child of node.namedChildren) {
    const specs = child.type === 'import_spec_list' ? child.namedChildren : [child];
    for (const spec of specs) if (spec.type === 'import_spec') names.push(...imported(spec, unit));
  }
  if (names.length > 0) block.add({ k: 'import', span: unit.span(node), names });
}

function imported(spec: Node, unit: Unit): ImportName[] {
  const path = spec.childForFieldName('path');
  const alias = spec.childForFieldName('name');
  if (!path || alias?.type === 'blank_identifier') return [];
  const span = unit.span(spec);
  const module = quoted(path, unit);
  if (alias?.type === 'dot') return [{ module, name: '*', span }];
  const locals = alias ? [unit.textOf(alias)] : packageNames(module);
  return locals.map((local) => ({ local, module, span }));
}

/**
 * The names under which the package of a path may be known: its last segment, or the one before a major version. The
 * package itself says which; a dash cannot be in it, and `go` at an end is mostly left out.
 */
export function packageNames(path: string): string[] {
  const segments = path.split('/');
  let last = segments.pop() ?? '';
  if (/^v\d+$/.test(last) && segments.length > 0) last = segments.pop() ?? '';
  last = last.replace(/\.v\d+$/, '');
  if (!/[-.]/.test(last)) return [last];
  const short = last.replace(/^go[-.]/, '').replace(/[-.]go$/, '');
  return [
    ...new Set([short.replace(/[-.]/g, ''), short.slice(Math.max(short.lastIndexOf('-'), short.lastIndexOf('.')) + 1)]),
  ];
}

/** `type T struct { … }` is a class; `type A = B` another name; interfaces and functions carry no values. */
export function typeDeclaration(node: Node, block: BlockBuilder, unit: Unit): void {
  for (const spec of node.namedChildren) {
    if (spec.type !== 'type_spec' && spec.type !== 'type_alias') continue;
    const name = spec.childForFieldName('name');
    const type = spec.childForFieldName('type');
    if (!name || !type) continue;
    declare(block.scope, unit.textOf(name));
    if (type.type === 'struct_type') {
      block.add({ k: 'class', span: unit.span(spec), def: struct(spec, name, type, block, unit) });
      continue;
    }
    const value = typeExpr(type, unit);
    const target = { k: 'name' as const, name: unit.textOf(name), span: unit.span(name) };
    if (value) block.add({ k: 'bind', span: unit.span(spec), target, value });
  }
}

function struct(spec: Node, name: Node, type: Node, block: BlockBuilder, unit: Unit): ClassDef {
  const scope: LexicalScope = new LexicalScope('class', block.scope, () => body);
  const body = new BlockBuilder(scope);
  const bases: Expr[] = [];
  for (const list of type.namedChildren) {
    for (const field of list.namedChildren) if (field.type === 'field_declaration') declared(field, body, bases, unit);
  }
  const def: ClassDef = {
    name: unit.textOf(name),
    nameSpan: unit.span(name),
    span: unit.span(spec),
    bases,
    decorators: [],
    methods: new Map(),
    body,
    scope,
  };
  scope.class = def;
  return def;
}

/** A field of a struct; one without a name embeds its type, whose fields it then offers too. */
function declared(field: Node, body: BlockBuilder, bases: Expr[], unit: Unit): void {
  const type = field.childForFieldName('type');
  const names = field.childrenForFieldName('name').filter((name) => name.isNamed);
  const zero = zeroOf(type, unit);
  if (names.length === 0 && zero?.k === 'record' && zero.type) bases.push(zero.type);
  for (const node of names) {
    const name = unit.textOf(node);
    const span = unit.span(node);
    if (zero) body.add({ k: 'bind', span, target: { k: 'name', name, span }, value: zero });
    else body.announce(name);
  }
}
