import type { Node } from 'web-tree-sitter';
import { BlockBuilder } from '../block';
import { elementOf } from '../element';
import { MAX_DEPTH, type Unit } from '../lowering';
import type { Arm, Entry, Expr, Scope } from '../program';
import { declare } from '../scope';
import { concatenation } from '../text';
import { classOf, isClass, namespaceOf } from './classes';
import { expression, isSilent, keyText, unwrapped } from './expressions';
import { functionExpr, functionOf, isFunction } from './functions';
import { decoratorsOf, exportStatement, importStatement, moduleBinding } from './modules';
import { assignmentTarget, declarationTarget, restOf } from './targets';

/** Types, declarations without code, and what stands for nothing. */
const NOTHING = new Set([
  'comment',
  'empty_statement',
  'debugger_statement',
  'hash_bang_line',
  'interface_declaration',
  'type_alias_declaration',
  'function_signature',
  'ambient_declaration',
  'decorator',
  'formal_parameters',
]);

/** Lowers one statement into `block`. `ERROR` nodes give what can still be read in them. */
export function statement(node: Node, block: BlockBuilder, unit: Unit): void {
  if (unit.depth > MAX_DEPTH) return;
  unit.depth += 1;
  lower(node, block, unit);
  unit.depth -= 1;
}

export function statements(node: Node | null, block: BlockBuilder, unit: Unit): void {
  for (const child of node?.namedChildren ?? []) statement(child, block, unit);
}

function lower(node: Node, block: BlockBuilder, unit: Unit): void {
  const { type } = node;
  if (NOTHING.has(type)) return;
  switch (type) {
    case 'import_statement':
      importStatement(node, block, unit);
      return;
    case 'export_statement':
      exportStatement(node, block, unit);
      return;
    case 'lexical_declaration':
    case 'variable_declaration':
      for (const child of node.namedChildren) declarator(child, block, unit);
      return;
    case 'expression_statement':
      for (const child of node.namedChildren) effect(child, block, unit);
      return;
    case 'function_declaration':
    case 'generator_function_declaration': {
      const def = functionOf(node, block.scope, unit);
      declare(block.scope, def.name);
      block.add({ k: 'function', span: unit.span(node), def });
      return;
    }
    case 'class_declaration':
    case 'abstract_class_declaration': {
      const def = classOf(node, block.scope, unit, decoratorsOf(node, block, unit));
      declare(block.scope, def.name);
      block.add({ k: 'class', span: unit.span(node), def });
      return;
    }
    case 'enum_declaration':
      enumeration(node, block, unit);
      return;
    case 'import_alias':
      alias(node, block, unit);
      return;
    case 'return_statement': {
      const value = operand(node, block.scope, unit);
      block.add({ k: 'return', span: unit.span(node), value });
      return;
    }
    case 'throw_statement':
    case 'break_statement':
    case 'continue_statement':
      leave(node, type, block, unit);
      return;
    case 'statement_block':
    case 'else_clause':
    case 'ERROR':
      statements(node, block, unit);
      return;
    case 'labeled_statement':
    case 'with_statement':
      bodyOf(node, block, unit);
      return;
    default:
      branchOr(node, type, block, unit);
  }
}

function branchOr(node: Node, type: string, block: BlockBuilder, unit: Unit): void {
  switch (type) {
    case 'if_statement':
      block.add({ k: 'branch', span: unit.span(node), ...ifArms(node, block, unit) });
      return;
    case 'switch_statement':
      block.add({ k: 'branch', span: unit.span(node), ...switchArms(node, block, unit) });
      return;
    case 'for_in_statement':
    case 'for_statement':
    case 'while_statement':
    case 'do_statement':
      loop(node, type, block, unit);
      return;
    case 'try_statement':
      attempt(node, block, unit);
      return;
    default:
      effect(node, block, unit);
  }
}

function bodyOf(node: Node, block: BlockBuilder, unit: Unit): void {
  const body = node.childForFieldName('body');
  if (body) statement(body, block, unit);
}

function operand(node: Node, scope: Scope, unit: Unit): Expr | undefined {
  const child = node.namedChildren.find((one) => one.type !== 'comment');
  return child ? expression(child, scope, unit) : undefined;
}

function leave(node: Node, type: string, block: BlockBuilder, unit: Unit): void {
  if (type === 'throw_statement') {
    const thrown = operand(node, block.scope, unit);
    if (thrown) block.add({ k: 'eval', span: unit.span(node), value: thrown });
  }
  block.exits = true;
}

/** One `name = value` of a declaration. */
function declarator(node: Node, block: BlockBuilder, unit: Unit): void {
  if (node.type !== 'variable_declarator') return;
  const name = node.childForFieldName('name');
  const given = node.childForFieldName('value');
  if (!name) return;
  const target = declarationTarget(name, block.scope, unit);
  if (!given || !target) return;
  const span = unit.span(node);
  const names = moduleBinding(name, given, unit);
  if (names) {
    block.add({ k: 'import', span, names });
    return;
  }
  const own = target.k === 'name' ? target.name : undefined;
  const value = bound(given, own, block, unit);
  block.add({ k: 'bind', span, target, value });
  const rest = restOf(name, unit);
  if (rest) block.add({ k: 'bind', span, target: rest, value });
}

/** A value about to be bound: a function takes the name, a class expression becomes a class of that name. */
function bound(given: Node, name: string | undefined, block: BlockBuilder, unit: Unit): Expr {
  const node = unwrapped(given);
  if (isFunction(node.type)) return functionExpr(node, block.scope, unit, name);
  if (!isClass(node.type)) return expression(node, block.scope, unit);
  const def = classOf(node, block.scope, unit, [], node.childForFieldName('name') ? undefined : (name ?? 'class'));
  block.add({ k: 'class', span: unit.span(node), def });
  return { k: 'name', span: def.nameSpan, name: def.name };
}

/** An expression that stands as a statement: assignments bind, everything else is evaluated. */
function effect(given: Node, block: BlockBuilder, unit: Unit): void {
  const node = unwrapped(given);
  const { type } = node;
  if (type === 'identifier' || type === 'string' || isSilent(type)) return;
  switch (type) {
    case 'assignment_expression':
      assignment(node, block, unit);
      return;
    case 'augmented_assignment_expression':
      augmented(node, block, unit);
      return;
    case 'sequence_expression':
      for (const child of node.namedChildren) statement(child, block, unit);
      return;
    case 'internal_module':
    case 'module':
      block.add({ k: 'class', span: unit.span(node), def: namespaceOf(node, block.scope, unit) });
      return;
    default:
      block.add({ k: 'eval', span: unit.span(node), value: expression(node, block.scope, unit) });
  }
}

/** `a = b = value` binds both. */
function assignment(node: Node, block: BlockBuilder, unit: Unit): void {
  const lefts: Node[] = [];
  let at: Node | null = node;
  while (at?.type === 'assignment_expression') {
    const left = at.childForFieldName('left');
    if (left) lefts.push(left);
    at = at.childForFieldName('right');
  }
  if (!at) return;
  const targets = lefts.flatMap((left) => assignmentTarget(left, block.scope, unit) ?? []);
  const [first] = targets;
  const value = bound(at, first?.k === 'name' || first?.k === 'member' ? first.name : undefined, block, unit);
  for (const target of targets) block.add({ k: 'bind', span: unit.span(node), target, value });
  if (targets.length === 0) block.add({ k: 'eval', span: unit.span(node), value });
}

function augmented(node: Node, block: BlockBuilder, unit: Unit): void {
  const span = unit.span(node);
  const target = assignmentTarget(node.childForFieldName('left'), block.scope, unit);
  const value = expression(node.childForFieldName('right'), block.scope, unit);
  const operator = node.childForFieldName('operator')?.type;
  if (target && (operator === '??=' || operator === '||=' || operator === '&&=')) {
    block.add({ k: 'bind', span, target, value, weak: true });
  } else if (target && operator === '+=') {
    const older = expression(node.childForFieldName('left'), block.scope, unit);
    block.add({ k: 'bind', span, target, value: concatenation([older, value], span) });
  } else {
    block.add({ k: 'eval', span, value });
  }
}

/** An enum is a record of its members; those without a value count up. */
function enumeration(node: Node, block: BlockBuilder, unit: Unit): void {
  const name = node.childForFieldName('name');
  if (!name) return;
  const entries: Entry[] = [];
  for (const child of node.childForFieldName('body')?.namedChildren ?? []) {
    if (child.type === 'comment') continue;
    const span = unit.span(child);
    const assigned = child.type === 'enum_assignment';
    const key = assigned ? child.childForFieldName('name') : child;
    const value: Expr = assigned
      ? expression(child.childForFieldName('value'), block.scope, unit)
      : { k: 'const', span, value: entries.length };
    if (key) entries.push({ key: keyText(key, unit), keySpan: unit.span(key), value, span });
  }
  const span = unit.span(node);
  declare(block.scope, unit.textOf(name));
  const target = { k: 'name' as const, name: unit.textOf(name), span: unit.span(name) };
  block.add({ k: 'bind', span, target, value: { k: 'record', span, entries } });
}

/** `import Provider = common.Provider` */
function alias(node: Node, block: BlockBuilder, unit: Unit): void {
  const [name, value] = node.namedChildren;
  const target = declarationTarget(name ?? null, block.scope, unit);
  if (target && value)
    block.add({ k: 'bind', span: unit.span(node), target, value: expression(value, block.scope, unit) });
}

function arm(body: Node | null, test: Node | null, block: BlockBuilder, unit: Unit): Arm {
  const inner = new BlockBuilder(block.scope, block.next());
  if (body) statement(body, inner, unit);
  return { test: test ? expression(test, block.scope, unit) : undefined, block: inner };
}

/** `else if` nests in the tree as deep as the chain is long: no recursion. */
function ifArms(node: Node, block: BlockBuilder, unit: Unit): { arms: Arm[]; total: boolean } {
  const arms: Arm[] = [];
  let at: Node | null = node;
  while (at?.type === 'if_statement') {
    arms.push(arm(at.childForFieldName('consequence'), at.childForFieldName('condition'), block, unit));
    const otherwise: Node | null = at.childForFieldName('alternative');
    at = otherwise?.namedChildren.find((child) => child.type !== 'comment') ?? null;
    if (otherwise && !at) return { arms, total: false };
  }
  if (!at) return { arms, total: false };
  arms.push(arm(at, null, block, unit));
  return { arms, total: true };
}

/** Empty cases share the body that follows them. */
function switchArms(node: Node, block: BlockBuilder, unit: Unit): { arms: Arm[]; total: boolean } {
  const subject = expression(node.childForFieldName('value'), block.scope, unit);
  const arms: Arm[] = [];
  let total = false;
  let tests: Expr[] = [subject];
  for (const clause of node.childForFieldName('body')?.namedChildren ?? []) {
    const { type } = clause;
    if (type !== 'switch_case' && type !== 'switch_default') continue;
    if (type === 'switch_default') total = true;
    const value = clause.childForFieldName('value');
    if (value) tests.push(expression(value, block.scope, unit));
    const body = clause.childrenForFieldName('body');
    if (body.length === 0) continue;
    const inner = new BlockBuilder(block.scope, block.next());
    const ends = lowerCase(body, inner, unit);
    if (ends) inner.exits = false;
    arms.push({ test: { k: 'other', span: unit.span(value ?? clause), parts: tests }, block: inner });
    tests = [];
  }
  return { arms, total };
}

/** A `break` leaves only the switch: what follows it still runs. */
function lowerCase(body: readonly Node[], inner: BlockBuilder, unit: Unit): boolean {
  let breaks = false;
  for (const child of body) {
    if (child.type === 'break_statement') breaks = true;
    else if (child.type === 'statement_block') breaks = lowerCase(child.namedChildren, inner, unit) || breaks;
    else statement(child, inner, unit);
  }
  return breaks && !inner.exits;
}

function loop(node: Node, type: string, block: BlockBuilder, unit: Unit): void {
  const initializer = node.childForFieldName('initializer');
  if (initializer) statement(initializer, block, unit);
  const body = new BlockBuilder(block.scope, block.next());
  if (type === 'for_in_statement') each(node, body, unit);
  bodyOf(node, body, unit);
  const increment = node.childForFieldName('increment');
  if (increment) statement(increment, body, unit);
  body.exits = false;
  const condition = node.childForFieldName('condition');
  const test = condition && isValue(condition) ? expression(condition, block.scope, unit) : undefined;
  block.add({ k: 'branch', span: unit.span(node), arms: [{ test, block: body }], total: false, loops: true });
}

const isValue = (condition: Node): boolean => condition.type !== 'empty_statement';

/** `for (const x of xs)`: x is one of the items of a literal list, or unknown. */
function each(node: Node, body: BlockBuilder, unit: Unit): void {
  const left = node.childForFieldName('left');
  const right = node.childForFieldName('right');
  const target = (node.childForFieldName('kind') ? declarationTarget : assignmentTarget)(left, body.scope, unit);
  if (!target || !right) return;
  const items = expression(right, body.scope, unit);
  const span = unit.span(right);
  const isOf = node.childForFieldName('operator')?.type === 'of';
  const value: Expr = isOf ? elementOf(items, span) : { k: 'other', span, parts: [items] };
  body.add({ k: 'bind', span, target, value });
}

/** The body runs or the handler does; `finally` follows both. */
function attempt(node: Node, block: BlockBuilder, unit: Unit): void {
  const arms = [arm(node.childForFieldName('body'), null, block, unit)];
  const handler = node.childForFieldName('handler');
  if (handler) arms.push(caught(handler, block, unit));
  block.add({ k: 'branch', span: unit.span(node), arms, total: true });
  const finalizer = node.childForFieldName('finalizer');
  if (finalizer) bodyOf(finalizer, block, unit);
}

function caught(handler: Node, block: BlockBuilder, unit: Unit): Arm {
  const inner = new BlockBuilder(block.scope, block.next());
  const target = declarationTarget(handler.childForFieldName('parameter'), block.scope, unit);
  if (target) inner.add({ k: 'bind', span: target.span, target, value: { k: 'other', span: target.span, parts: [] } });
  bodyOf(handler, inner, unit);
  return { block: inner };
}
