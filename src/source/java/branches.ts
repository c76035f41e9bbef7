import type { Node } from 'web-tree-sitter';
import { BlockBuilder } from '../block';
import { elementOf } from '../element';
import type { Unit } from '../lowering';
import type { Arm, Expr } from '../program';
import { expression, isSilent, parts } from './expressions';
import { statement, statements } from './statements';
import { declaredTarget } from './targets';
import { typeOf } from './types';

/** Lowers a statement that branches; false for any other. */
export function branch(node: Node, block: BlockBuilder, unit: Unit): boolean {
  switch (node.type) {
    case 'if_statement':
      block.add({ k: 'branch', span: unit.span(node), ...ifArms(node, block, unit) });
      return true;
    case 'switch_expression':
    case 'switch_statement':
      block.add({ k: 'branch', span: unit.span(node), ...switchArms(node, block, unit) });
      return true;
    case 'for_statement':
    case 'enhanced_for_statement':
    case 'while_statement':
    case 'do_statement':
      loop(node, block, unit);
      return true;
    case 'try_statement':
    case 'try_with_resources_statement':
      attempt(node, block, unit);
      return true;
    case 'synchronized_statement': {
      const body = node.childForFieldName('body');
      if (body) statement(body, block, unit);
      return true;
    }
    default:
      return false;
  }
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
    at = at.childForFieldName('alternative');
  }
  if (!at) return { arms, total: false };
  arms.push(arm(at, null, block, unit));
  return { arms, total: true };
}

/** `case 1, 2 -> …` is an arm of its own; empty cases of the older form share the body that follows them. */
function switchArms(node: Node, block: BlockBuilder, unit: Unit): { arms: Arm[]; total: boolean } {
  const subject = expression(node.childForFieldName('condition'), block.scope, unit);
  const arms: Arm[] = [];
  let total = false;
  let tests: Expr[] = [subject];
  for (const group of node.childForFieldName('body')?.namedChildren ?? []) {
    if (group.type !== 'switch_rule' && group.type !== 'switch_block_statement_group') continue;
    const labels = group.namedChildren.filter((one) => one.type === 'switch_label');
    const body = group.namedChildren.filter((one) => one.type !== 'switch_label' && !isSilent(one.type));
    for (const label of labels) {
      if (unit.textOf(label).startsWith('default')) total = true;
      tests.push(...parts(label, block.scope, unit));
    }
    if (body.length === 0) continue;
    const inner = new BlockBuilder(block.scope, block.next());
    if (lowerCase(body, inner, unit)) inner.exits = false;
    arms.push({ test: { k: 'other', span: unit.span(group), parts: tests }, block: inner });
    tests = [];
  }
  return { arms, total };
}

/** A `break` leaves only the switch: what follows it still runs. */
function lowerCase(body: readonly Node[], inner: BlockBuilder, unit: Unit): boolean {
  let breaks = false;
  for (const child of body) {
    if (child.type === 'break_statement') breaks = true;
    else if (child.type === 'block') breaks = lowerCase(child.namedChildren, inner, unit) || breaks;
    else statement(child, inner, unit);
  }
  return breaks && !inner.exits;
}

function loop(node: Node, block: BlockBuilder, unit: Unit): void {
  for (const one of node.childrenForFieldName('init')) if (one.isNamed) statement(one, block, unit);
  const inner = new BlockBuilder(block.scope, block.next());
  if (node.type === 'enhanced_for_statement') each(node, inner, unit);
  const body = node.childForFieldName('body');
  if (body) statement(body, inner, unit);
  for (const one of node.childrenForFieldName('update')) if (one.isNamed) statement(one, inner, unit);
  inner.exits = false;
  const condition = node.childForFieldName('condition');
  const test = condition ? expression(condition, block.scope, unit) : undefined;
  block.add({ k: 'branch', span: unit.span(node), arms: [{ test, block: inner }], total: false, loops: true });
}

/** `for (X x : xs)`: x is one of the items of a literal list, or unknown. */
function each(node: Node, body: BlockBuilder, unit: Unit): void {
  const type = typeOf(node.childForFieldName('type'), unit);
  const target = declaredTarget(node.childForFieldName('name'), body.scope, unit, type);
  const right = node.childForFieldName('value');
  if (!target || !right) return;
  const items = expression(right, body.scope, unit);
  const span = unit.span(right);
  body.add({ k: 'bind', span, target, value: elementOf(items, span) });
}

/** Resources are bound first; then the body runs or a handler does; `finally` follows both. */
function attempt(node: Node, block: BlockBuilder, unit: Unit): void {
  for (const one of node.childForFieldName('resources')?.namedChildren ?? []) resource(one, block, unit);
  const arms = [arm(node.childForFieldName('body'), null, block, unit)];
  const last = node.namedChildren.filter((one) => one.type === 'finally_clause').at(-1);
  for (const clause of node.namedChildren) if (clause.type === 'catch_clause') arms.push(caught(clause, block, unit));
  block.add({ k: 'branch', span: unit.span(node), arms, total: true });
  if (last) for (const one of last.namedChildren) statement(one, block, unit);
}

function resource(node: Node, block: BlockBuilder, unit: Unit): void {
  const value = node.childForFieldName('value');
  if (node.type !== 'resource' || !value) return;
  const type = typeOf(node.childForFieldName('type'), unit);
  const target = declaredTarget(node.childForFieldName('name'), block.scope, unit, type);
  const lowered = expression(value, block.scope, unit);
  if (target) block.add({ k: 'bind', span: unit.span(node), target, value: lowered });
}

function caught(clause: Node, block: BlockBuilder, unit: Unit): Arm {
  const inner = new BlockBuilder(block.scope, block.next());
  const named = clause.namedChildren.find((one) => one.type === 'catch_formal_parameter')?.childForFieldName('name');
  const target = declaredTarget(named ?? null, block.scope, unit);
  if (target) inner.add({ k: 'bind', span: target.span, target, value: { k: 'other', span: target.span, parts: [] } });
  statements(clause.childForFieldName('body'), inner, unit);
  return { block: inner };
}
