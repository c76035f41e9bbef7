import type { Node } from 'web-tree-sitter';
import { BlockBuilder } from '../block';
import { elementOf } from '../element';
import type { Unit } from '../lowering';
import type { Arm } from '../program';
import { expression, isSilent } from './expressions';
import { declaration, statement, statements } from './statements';
import { declaredTarget } from './targets';
import { typeOf } from './types';

/** Lowers what chooses, repeats or guards; false for any other node. */
export function branch(node: Node, block: BlockBuilder, unit: Unit): boolean {
  switch (node.type) {
    case 'if_statement':
      block.add({ k: 'branch', span: unit.span(node), ...ifArms(node, block, unit) });
      return true;
    case 'switch_statement':
      block.add({ k: 'branch', span: unit.span(node), ...switchArms(node, block, unit) });
      return true;
    case 'foreach_statement':
    case 'for_statement':
    case 'while_statement':
    case 'do_statement':
      loop(node, block, unit);
      return true;
    case 'try_statement':
      attempt(node, block, unit);
      return true;
    case 'using_statement':
    case 'lock_statement':
    case 'fixed_statement':
      within(node, block, unit);
      return true;
    case 'preproc_if':
    case 'preproc_elif':
      block.add({ k: 'branch', span: unit.span(node), ...conditional(node, block, unit) });
      return true;
    default:
      return false;
  }
}

function arm(body: Node | null, test: Node | null, block: BlockBuilder, unit: Unit): Arm {
  const inner = new BlockBuilder(block.scope, block.next());
  const lowered = test ? expression(test, block.scope, unit) : undefined;
  if (body) statement(body, inner, unit);
  return { test: lowered, block: inner };
}

/** `else if` nests in the tree as deep as the chain is long: no recursion. */
function ifArms(node: Node, block: BlockBuilder, unit: Unit): { arms: Arm[]; total: boolean } {
  const arms: Arm[] = [];
  let at: Node | null = node;
  while (at?.type === 'if_statement') {
    arms.push(arm(at.childForFieldName('consequence'), at.childForFieldName('condition'), block, unit));
    at = at.childForFieldName('alternative');
  }
  if (at) arms.push(arm(at, null, block, unit));
  return { arms, total: at !== null };
}

/** Labels without statements share those that follow them; a `break` leaves only the switch. */
function switchArms(node: Node, block: BlockBuilder, unit: Unit): { arms: Arm[]; total: boolean } {
  const subject = expression(node.childForFieldName('value'), block.scope, unit);
  const arms: Arm[] = [];
  let total = false;
  for (const section of node.childForFieldName('body')?.namedChildren ?? []) {
    if (section.type !== 'switch_section') continue;
    if (/^\s*default\s*:/.test(unit.text.slice(section.startIndex, section.startIndex + 40))) total = true;
    const inner = new BlockBuilder(block.scope, block.next());
    const body = section.namedChildren.filter((one) => /_statement$|^block$/.test(one.type));
    if (body.length === 0) continue;
    const breaks = lowerSection(body, inner, unit);
    if (breaks) inner.exits = false;
    arms.push({ test: { k: 'other', span: unit.span(section), parts: [subject] }, block: inner });
  }
  return { arms, total };
}

function lowerSection(body: readonly Node[], inner: BlockBuilder, unit: Unit): boolean {
  let breaks = false;
  for (const child of body) {
    if (child.type === 'break_statement') breaks = true;
    else if (child.type === 'block') breaks = lowerSection(child.namedChildren, inner, unit) || breaks;
    else statement(child, inner, unit);
  }
  return breaks && !inner.exits;
}

function loop(node: Node, block: BlockBuilder, unit: Unit): void {
  for (const first of node.childrenForFieldName('initializer')) statement(first, block, unit);
  const body = new BlockBuilder(block.scope, block.next());
  if (node.type === 'foreach_statement') each(node, body, unit);
  const inner = node.childForFieldName('body');
  if (inner) statement(inner, body, unit);
  for (const update of node.childrenForFieldName('update')) statement(update, body, unit);
  body.exits = false;
  const condition = node.childForFieldName('condition');
  const test = condition ? expression(condition, block.scope, unit) : undefined;
  block.add({ k: 'branch', span: unit.span(node), arms: [{ test, block: body }], total: false, loops: true });
}

/** `foreach (var x in xs)`: x is one of the items of a literal list, or unknown. */
function each(node: Node, body: BlockBuilder, unit: Unit): void {
  const right = node.childForFieldName('right');
  const type = typeOf(node.childForFieldName('type'), unit);
  const target = declaredTarget(node.childForFieldName('left'), body.scope, unit, type);
  if (!target || !right) return;
  const items = expression(right, body.scope, unit);
  const span = unit.span(right);
  body.add({ k: 'bind', span, target, value: elementOf(items, span) });
}

/** The body runs or a handler does; `finally` follows both. */
function attempt(node: Node, block: BlockBuilder, unit: Unit): void {
  const arms = [arm(node.childForFieldName('body'), null, block, unit)];
  let last: Node | undefined;
  for (const clause of node.namedChildren) {
    if (clause.type === 'catch_clause') arms.push(arm(clause.childForFieldName('body'), null, block, unit));
    else if (clause.type === 'finally_clause') last = clause;
  }
  block.add({ k: 'branch', span: unit.span(node), arms, total: true });
  if (last) statements(last, block, unit);
}

/** `using (var x = …) { … }` and `lock (x) { … }` only bracket what they hold. */
function within(node: Node, block: BlockBuilder, unit: Unit): void {
  const body = node.childForFieldName('body') ?? node.namedChildren.at(-1) ?? null;
  for (const child of node.namedChildren) {
    if (child.id === body?.id) continue;
    if (child.type === 'variable_declaration') declaration(child, block, unit);
    else statement(child, block, unit);
  }
  if (body) statement(body, block, unit);
}

/** `#if … #else … #endif`: one of the parts is compiled. */
function conditional(node: Node, block: BlockBuilder, unit: Unit): { arms: Arm[]; total: boolean } {
  const arms: Arm[] = [];
  let at: Node | null = node;
  while (at) {
    const inner = new BlockBuilder(block.scope, block.next());
    const condition: Node | null = at.childForFieldName('condition');
    const next: Node | null = at.childForFieldName('alternative');
    for (const child of at.namedChildren) {
      if (child.id !== condition?.id && child.id !== next?.id && !isSilent(child.type)) statement(child, inner, unit);
    }
    arms.push({ block: inner });
    if (at.type === 'preproc_else') return { arms, total: true };
    at = next;
  }
  return { arms, total: false };
}
