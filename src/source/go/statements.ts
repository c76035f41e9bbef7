import type { Node } from 'web-tree-sitter';
import { BlockBuilder } from '../block';
import { elementOf } from '../element';
import { MAX_DEPTH, type Unit } from '../lowering';
import type { Arm, Expr, Scope, Target } from '../program';
import { assign, declare } from '../scope';
import { concatenation } from '../text';
import { importDeclaration, typeDeclaration } from './declarations';
import { expression, several, unwrapped } from './expressions';
import { functionExpr, functionOf, GoScope } from './functions';
import { zeroOf } from './types';

const NOTHING = new Set([
  'package_clause',
  'comment',
  'empty_statement',
  'inc_statement',
  'dec_statement',
  'fallthrough_statement',
]);

/** Lowers one statement into `block`. `ERROR` nodes give what can still be read in them. */
export function statement(node: Node, block: BlockBuilder, unit: Unit, type = node.type): void {
  if (unit.depth > MAX_DEPTH) return;
  unit.depth += 1;
  lower(node, type, block, unit);
  unit.depth -= 1;
}

/** The statements of a block, a case, or what could not be read. */
export function statements(node: Node | null, block: BlockBuilder, unit: Unit): void {
  for (const child of node?.namedChildren ?? []) {
    const { type } = child;
    if (type === 'statement_list') statements(child, block, unit);
    else statement(child, block, unit, type);
  }
}

function lower(node: Node, type: string, block: BlockBuilder, unit: Unit): void {
  if (NOTHING.has(type)) return;
  switch (type) {
    case 'import_declaration':
      importDeclaration(node, block, unit);
      return;
    case 'type_declaration':
      typeDeclaration(node, block, unit);
      return;
    case 'function_declaration':
    case 'method_declaration':
      block.add({ k: 'function', span: unit.span(node), def: functionOf(node, block.scope, unit) });
      return;
    case 'var_declaration':
    case 'const_declaration':
    case 'var_spec_list':
      for (const child of node.namedChildren) lower(child, child.type, block, unit);
      return;
    case 'var_spec':
    case 'const_spec':
      variables(node, block, unit);
      return;
    case 'short_var_declaration':
    case 'receive_statement':
      bind(node, declare, block, unit);
      return;
    case 'assignment_statement':
      assignment(node, block, unit);
      return;
    case 'return_statement':
      result(node, block, unit);
      return;
    case 'break_statement':
    case 'continue_statement':
    case 'goto_statement':
      block.exits = true;
      return;
    case 'block':
    case 'statement_list':
    case 'labeled_statement':
    case 'ERROR':
      statements(node, block, unit);
      return;
    default:
      branchOr(node, type, block, unit);
  }
}

function branchOr(node: Node, type: string, block: BlockBuilder, unit: Unit): void {
  switch (type) {
    case 'if_statement':
      choice(node, block, unit);
      return;
    case 'expression_switch_statement':
    case 'type_switch_statement':
    case 'select_statement':
      cases(node, block, unit);
      return;
    case 'for_statement':
      loop(node, block, unit);
      return;
    case 'expression_statement':
    case 'go_statement':
    case 'defer_statement':
    case 'send_statement':
      for (const child of node.namedChildren) effect(child, block, unit);
      return;
    default:
      effect(node, block, unit);
  }
}

function effect(node: Node, block: BlockBuilder, unit: Unit): void {
  if (/^(?:comment|identifier|label_name)$|_literal$/.test(node.type)) return;
  const value = expression(node, block.scope, unit);
  block.add({ k: 'eval', span: unit.span(node), value });
  if (value.k === 'call' && value.callee.k === 'name' && value.callee.name === 'panic') block.exits = true;
}

type Note = (scope: Scope, name: string) => void;

function targetOf(given: Node, note: Note, scope: Scope, unit: Unit): Target | undefined {
  const node = unwrapped(given);
  const span = unit.span(node);
  switch (node.type) {
    case 'identifier': {
      const name = unit.textOf(node);
      if (name === '_') return undefined;
      note(scope, name);
      return { k: 'name', name, span };
    }
    case 'selector_expression': {
      const lowered = expression(node, scope, unit);
      return lowered.k === 'member' ? { k: 'member', object: lowered.object, name: lowered.name, span } : undefined;
    }
    case 'index_expression': {
      const object = expression(node.childForFieldName('operand'), scope, unit);
      return { k: 'index', object, key: expression(node.childForFieldName('index'), scope, unit), span };
    }
    default:
      return undefined;
  }
}

/** `a, b := f()`, `a, b = x, y`: further results have their place, `_` keeps it empty. */
function bind(node: Node, note: Note, block: BlockBuilder, unit: Unit): void {
  const left = node.childForFieldName('left')?.namedChildren ?? [];
  const right = node.childForFieldName('right');
  if (!right) return;
  bindAll(left, right, note, block, unit);
}

function bindAll(left: readonly Node[], right: Node, note: Note, block: BlockBuilder, unit: Unit): void {
  const span = unit.range(left[0]?.startIndex ?? right.startIndex, right.endIndex);
  const named = left.filter((one) => one.type !== 'comment');
  const [only] = named;
  const value = named.length === 1 && only ? bound(right, only, block.scope, unit) : several(right, block.scope, unit);
  const targets = named.map((one) => targetOf(one, note, block.scope, unit));
  const [first] = targets;
  if (targets.every((target) => target === undefined)) block.add({ k: 'eval', span, value });
  else if (targets.length === 1 && first) block.add({ k: 'bind', span, target: first, value });
  else block.add({ k: 'bind', span, target: { k: 'tuple', items: targets, span }, value });
}

/** A function about to be bound takes the name. */
function bound(right: Node, target: Node, scope: Scope, unit: Unit): Expr {
  const only = right.type === 'expression_list' && right.namedChildCount === 1 ? right.firstNamedChild : null;
  return only?.type === 'func_literal' && target.type === 'identifier'
    ? functionExpr(only, scope, unit, unit.textOf(target))
    : several(right, scope, unit);
}

function assignment(node: Node, block: BlockBuilder, unit: Unit): void {
  const operator = node.childForFieldName('operator')?.type;
  if (operator === '=') {
    bind(node, assign, block, unit);
    return;
  }
  const left = node.childForFieldName('left')?.firstNamedChild;
  const right = node.childForFieldName('right');
  if (!left || !right) return;
  const span = unit.span(node);
  const value = several(right, block.scope, unit);
  const target = operator === '+=' ? targetOf(left, assign, block.scope, unit) : undefined;
  if (!target) block.add({ k: 'eval', span, value });
  else
    block.add({
      k: 'bind',
      span,
      target,
      value: concatenation([expression(left, block.scope, unit), value], span),
    });
}

function variables(node: Node, block: BlockBuilder, unit: Unit): void {
  const names = node.childrenForFieldName('name').filter((name) => name.isNamed);
  const value = node.childForFieldName('value');
  if (value) {
    bindAll(names, value, declare, block, unit);
    return;
  }
  const zero = zeroOf(node.childForFieldName('type'), unit);
  for (const name of names) {
    const target = targetOf(name, declare, block.scope, unit);
    if (target && zero) block.add({ k: 'bind', span: unit.span(node), target, value: zero });
  }
}

/** A bare `return` gives the named results. */
function result(node: Node, block: BlockBuilder, unit: Unit): void {
  const span = unit.span(node);
  const list = node.namedChildren.find((child) => child.type === 'expression_list');
  if (list) {
    block.add({ k: 'return', span, value: several(list, block.scope, unit) });
    return;
  }
  const results = block.scope instanceof GoScope ? block.scope.results : [];
  const names = results.map(({ name }): Expr => ({ k: 'name', span, name }));
  const [only] = names;
  const value: Expr | undefined = names.length > 1 ? { k: 'list', span, items: names } : only;
  block.add({ k: 'return', span, value });
}

function arm(body: Node | null, test: Node | null, block: BlockBuilder, unit: Unit): Arm {
  const inner = new BlockBuilder(block.scope, block.next());
  if (body) statement(body, inner, unit);
  return { test: test ? condition(test, block.scope, unit) : undefined, block: inner };
}

/** Of a condition only what it calls matters. */
function condition(test: Node, scope: Scope, unit: Unit): Expr {
  return /[({]/.test(unit.textOf(test))
    ? expression(test, scope, unit)
    : { k: 'other', span: unit.span(test), parts: [] };
}

/** `else if` nests in the tree as deep as the chain is long: no recursion, unless it has a statement of its own. */
function choice(node: Node, block: BlockBuilder, unit: Unit): void {
  initialize(node, block, unit);
  const arms: Arm[] = [];
  let at: Node | null = node;
  while (at?.type === 'if_statement' && (at.id === node.id || !at.childForFieldName('initializer'))) {
    arms.push(arm(at.childForFieldName('consequence'), at.childForFieldName('condition'), block, unit));
    at = at.childForFieldName('alternative');
  }
  if (at) arms.push(arm(at, null, block, unit));
  block.add({ k: 'branch', span: unit.span(node), arms, total: at !== null });
}

function initialize(node: Node, block: BlockBuilder, unit: Unit): void {
  const initializer = node.childForFieldName('initializer');
  if (initializer) statement(initializer, block, unit);
}

const CASE = /^(?:expression_case|type_case|communication_case|default_case)$/;

/** `switch`, `switch v := x.(type)`, `select`. */
function cases(node: Node, block: BlockBuilder, unit: Unit): void {
  initialize(node, block, unit);
  const subject = node.childForFieldName('value');
  const value = subject ? expression(subject, block.scope, unit) : undefined;
  const alias = node.childForFieldName('alias')?.firstNamedChild;
  const target = alias && targetOf(alias, declare, block.scope, unit);
  if (target && value) block.add({ k: 'bind', span: target.span, target, value });
  const arms: Arm[] = [];
  let total = node.type === 'select_statement';
  for (const clause of node.namedChildren) {
    if (!CASE.test(clause.type)) continue;
    if (clause.type === 'default_case') total = true;
    arms.push(caseArm(clause, value, block, unit));
  }
  block.add({ k: 'branch', span: unit.span(node), arms, total });
}

function caseArm(clause: Node, subject: Expr | undefined, block: BlockBuilder, unit: Unit): Arm {
  const inner = new BlockBuilder(block.scope, block.next());
  const communication = clause.childForFieldName('communication');
  if (communication) statement(communication, inner, unit);
  const matched = clause.type === 'expression_case' ? clause.childForFieldName('value') : null;
  const tests = [...(subject ? [subject] : []), ...(matched ? [several(matched, block.scope, unit)] : [])];
  let breaks = false;
  for (const child of clause.namedChildren) {
    if (child.type !== 'statement_list') continue;
    breaks = child.namedChildren.some((one) => one.type === 'break_statement');
    statements(child, inner, unit);
  }
  // A `break` leaves only the switch: what follows it still runs.
  if (breaks) inner.exits = false;
  return { test: { k: 'other', span: unit.span(matched ?? clause), parts: tests }, block: inner };
}

function loop(node: Node, block: BlockBuilder, unit: Unit): void {
  const head = node.namedChildren.find((child) => child.type !== 'comment' && child.type !== 'block');
  const clause = head?.type === 'for_clause' ? head : undefined;
  if (clause) initialize(clause, block, unit);
  const body = new BlockBuilder(block.scope, block.next());
  if (head?.type === 'range_clause') each(head, body, unit);
  statements(node.childForFieldName('body'), body, unit);
  const update = clause?.childForFieldName('update');
  if (update) statement(update, body, unit);
  const checked = clause ? clause.childForFieldName('condition') : head?.type === 'range_clause' ? null : head;
  const test = checked ? condition(checked, block.scope, unit) : undefined;
  block.add({ k: 'branch', span: unit.span(node), arms: [{ test, block: body }], total: false, loops: true });
}

/** `for i, x := range xs`: x is one of the items of a literal list, or unknown. */
function each(node: Node, body: BlockBuilder, unit: Unit): void {
  const left = node.childForFieldName('left')?.namedChildren ?? [];
  const right = node.childForFieldName('right');
  if (!right) return;
  const note = node.children.some((child) => child.type === ':=') ? declare : assign;
  const items = expression(right, body.scope, unit);
  const span = unit.span(right);
  for (const [position, one] of left.entries()) {
    const target = targetOf(one, note, body.scope, unit);
    if (!target) continue;
    const value: Expr =
      position === 1 ? elementOf(items, span) : { k: 'other', span, parts: position === 0 ? [items] : [] };
    body.add({ k: 'bind', span, target, value });
  }
}
