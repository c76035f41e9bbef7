import type { Node } from 'web-tree-sitter';
import type { BlockBuilder } from '../block';
import type { Unit } from '../lowering';
import type { Expr, ImportName } from '../program';
import { declare } from '../scope';
import { classOf, isClass } from './classes';
import { expression, unwrapped } from './expressions';
import { functionExpr, functionOf, isFunction } from './functions';
import { statement } from './statements';
import { quoted } from './strings';

/** `import …` in all its forms; for its side effects alone it binds nothing. */
export function importStatement(node: Node, block: BlockBuilder, unit: Unit): void {
  const names: ImportName[] = [];
  for (const child of node.namedChildren) {
    if (child.type === 'import_clause') {
      clause(child, moduleOf(node, unit), names, unit);
    } else if (child.type === 'import_require_clause') {
      const local = child.firstNamedChild;
      if (local) names.push({ local: unit.textOf(local), module: moduleOf(child, unit), span: unit.span(local) });
    }
  }
  for (const name of names) if (name.local) declare(block.scope, name.local);
  block.add({ k: 'import', span: unit.span(node), names });
}

function clause(node: Node, module: string, names: ImportName[], unit: Unit): void {
  for (const child of node.namedChildren) {
    const span = unit.span(child);
    if (child.type === 'identifier') {
      names.push({ local: unit.textOf(child), module, name: 'default', span });
    } else if (child.type === 'namespace_import') {
      const local = child.firstNamedChild;
      if (local) names.push({ local: unit.textOf(local), module, span });
    } else if (child.type === 'named_imports') {
      for (const { name, alias, at } of specifiers(child, unit))
        names.push({ local: alias, module, name, span: unit.span(at) });
    }
  }
}

function moduleOf(node: Node, unit: Unit): string {
  const source = node.childForFieldName('source');
  return source ? quoted(source, unit) : '';
}

interface Specifier {
  readonly name: string;
  readonly alias: string;
  readonly at: Node;
}

/** `{ a, b as c, default as d, 'x-y' as e }`. */
function specifiers(list: Node, unit: Unit): Specifier[] {
  const found: Specifier[] = [];
  for (const at of list.namedChildren) {
    if (at.type !== 'import_specifier' && at.type !== 'export_specifier') continue;
    const name = nameOf(at.childForFieldName('name'), unit);
    if (name === undefined) continue;
    found.push({ name, alias: nameOf(at.childForFieldName('alias'), unit) ?? name, at });
  }
  return found;
}

function nameOf(node: Node | null, unit: Unit): string | undefined {
  if (!node) return undefined;
  return node.type === 'string' ? quoted(node, unit) : unit.textOf(node);
}

/**
 * What a module offers under the name of its own binding needs no statement. Everything else is told as CommonJS says
 * it: `export default v` is `exports.default = v`, `export { a as b }` is `exports.b = a`; re-exports are imports that
 * bind nothing here.
 */
export function exportStatement(node: Node, block: BlockBuilder, unit: Unit): void {
  const declaration = node.childForFieldName('declaration');
  const value = node.childForFieldName('value');
  if (node.childForFieldName('source')) {
    block.add({ k: 'import', span: unit.span(node), names: reexports(node, unit) });
  } else if (declaration) {
    exportedDeclaration(node, declaration, block, unit);
  } else if (value) {
    defaultValue(value, block, unit);
  } else {
    for (const child of node.namedChildren) exportedNames(child, node, block, unit);
  }
}

function reexports(node: Node, unit: Unit): ImportName[] {
  const module = moduleOf(node, unit);
  const names: ImportName[] = [];
  let everything = true;
  for (const child of node.namedChildren) {
    if (child.type === 'export_clause') {
      everything = false;
      for (const { name, alias, at } of specifiers(child, unit))
        names.push({ module, name, reexport: alias, span: unit.span(at) });
    } else if (child.type === 'namespace_export') {
      everything = false;
      const local = nameOf(child.firstNamedChild, unit);
      if (local !== undefined) names.push({ module, reexport: local, span: unit.span(child) });
    }
  }
  return everything ? [{ module, name: '*', reexport: '*', span: unit.span(node) }] : names;
}

function exportedDeclaration(node: Node, declaration: Node, block: BlockBuilder, unit: Unit): void {
  const isDefault = /^(?:@[\s\S]*?\s)?export\s+default\b/.test(
    unit.text.slice(node.startIndex, declaration.startIndex),
  );
  if (isClass(declaration.type)) {
    const def = classOf(declaration, block.scope, unit, decoratorsOf(node, block, unit), nameless(declaration));
    declare(block.scope, def.name);
    block.add({ k: 'class', span: unit.span(node), def });
    if (isDefault) offer('default', nameExpr(def.name, def.nameSpan), block);
    return;
  }
  if (isDefault && declaration.type === 'function_declaration') {
    const def = functionOf(declaration, block.scope, unit, { name: nameless(declaration) });
    declare(block.scope, def.name);
    block.add({ k: 'function', span: unit.span(node), def });
    offer('default', nameExpr(def.name, def.nameSpan), block);
    return;
  }
  statement(declaration, block, unit);
}

const nameless = (node: Node): string | undefined => (node.childForFieldName('name') ? undefined : 'default');

export function decoratorsOf(node: Node, block: BlockBuilder, unit: Unit): Expr[] {
  return node.namedChildren
    .filter((child) => child.type === 'decorator')
    .map((child) => expression(child.firstNamedChild, block.scope, unit));
}

function defaultValue(given: Node, block: BlockBuilder, unit: Unit): void {
  const value = unwrapped(given);
  if (isClass(value.type)) {
    const def = classOf(value, block.scope, unit, [], nameless(value));
    block.add({ k: 'class', span: unit.span(value), def });
    offer('default', nameExpr(def.name, def.nameSpan), block);
  } else if (isFunction(value.type)) {
    offer('default', functionExpr(value, block.scope, unit, 'default'), block);
  } else {
    offer('default', expression(value, block.scope, unit), block);
  }
}

function exportedNames(child: Node, node: Node, block: BlockBuilder, unit: Unit): void {
  if (child.type === 'export_clause') {
    for (const { name, alias, at } of specifiers(child, unit)) {
      if (name !== alias) offer(alias, nameExpr(name, unit.span(at)), block);
    }
  } else if (child.type !== 'comment' && child.type !== 'decorator') {
    // `export = value`
    const span = unit.span(node);
    const value = expression(child, block.scope, unit);
    block.add({ k: 'bind', span, target: { k: 'name', name: 'exports', span }, value });
  }
}

const nameExpr = (name: string, span: Expr['span']): Expr => ({ k: 'name', span, name });

function offer(name: string, value: Expr, block: BlockBuilder): void {
  const { span } = value;
  block.add({ k: 'bind', span, target: { k: 'member', object: nameExpr('exports', span), name, span }, value });
}

const LOADS_MODULE = /^\({0,4}(?:await\s{1,8})?\({0,4}(?:import|require)\s{0,8}\(/;

/**
 * `const x = require('m')`, `const { A: B } = await import('m')` and `const C = require('m').C` are imports. Every other
 * use of the two stays a call of the name `import` or `require` with a literal argument.
 */
export function moduleBinding(pattern: Node, value: Node, unit: Unit): ImportName[] | undefined {
  const start = value.startIndex;
  if (!LOADS_MODULE.test(unit.text.slice(start, start + 40))) return undefined;
  const loaded = loadedModule(value, unit);
  if (!loaded) return undefined;
  const { module, member } = loaded;
  if (pattern.type === 'identifier') {
    return [{ local: unit.textOf(pattern), module, name: member, span: unit.span(pattern) }];
  }
  if (pattern.type !== 'object_pattern' || member !== undefined) return undefined;
  const names: ImportName[] = [];
  for (const child of pattern.namedChildren) {
    const isPair = child.type === 'pair_pattern';
    const key = isPair ? child.childForFieldName('key') : child;
    const local = isPair ? child.childForFieldName('value') : child;
    if (!key || local?.type !== (isPair ? 'identifier' : 'shorthand_property_identifier_pattern')) return undefined;
    names.push({ local: unit.textOf(local), module, name: nameOf(key, unit), span: unit.span(child) });
  }
  return names;
}

/** The module of `require('m')`, `await import('m')`, or of one member of either. */
function loadedModule(value: Node, unit: Unit): { module: string; member?: string } | undefined {
  let at = unwrapped(value);
  let member: string | undefined;
  if (at.type === 'member_expression') {
    const property = at.childForFieldName('property');
    member = property ? unit.textOf(property) : undefined;
    at = unwrapped(at.childForFieldName('object') ?? at);
  }
  const awaited = at.type === 'await_expression';
  if (awaited && at.firstNamedChild) at = unwrapped(at.firstNamedChild);
  if (at.type !== 'call_expression') return undefined;
  const callee = at.childForFieldName('function');
  const name = callee ? unit.textOf(callee) : '';
  if (name !== (awaited ? 'import' : 'require')) return undefined;
  const [only] = at.childForFieldName('arguments')?.namedChildren ?? [];
  return only?.type === 'string' ? { module: quoted(only, unit), member } : undefined;
}
