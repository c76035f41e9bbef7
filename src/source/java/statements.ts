import type { Node } from 'web-tree-sitter';
import type { BlockBuilder } from '../block';
import { MAX_DEPTH, type Unit } from '../lowering';
import type { Expr, Scope } from '../program';
import { concatenation } from '../text';
import { branch } from './branches';
import { classOf, isClass } from './classes';
import { args, expression, isSilent } from './expressions';
import { importDeclaration } from './imports';
import { assignmentTarget, declaredTarget } from './targets';
import { typeOf } from './types';

const NOTHING = new Set(['identifier', 'module_declaration', 'package_declaration', 'modifiers', 'formal_parameters']);

/** Lowers one statement or declaration into `block`. `ERROR` nodes give what can still be read in them. */
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
  if (NOTHING.has(type) || isSilent(type)) return;
  switch (type) {
    case 'import_declaration':
      importDeclaration(node, block, unit);
      return;
    case 'local_variable_declaration':
    case 'field_declaration':
      declaration(node, block, unit);
      return;
    case 'expression_statement':
    case 'block':
    case 'ERROR':
      statements(node, block, unit);
      return;
    case 'labeled_statement':
      for (const child of node.namedChildren.slice(1)) statement(child, block, unit);
      return;
    case 'assignment_expression':
      assignment(node, block, unit);
      return;
    case 'explicit_constructor_invocation':
      chainedCall(node, block, unit);
      return;
    case 'return_statement':
    case 'yield_statement':
      block.add({ k: 'return', span: unit.span(node), value: operand(node, block.scope, unit) });
      return;
    case 'throw_statement':
    case 'break_statement':
    case 'continue_statement': {
      const thrown = type === 'throw_statement' ? operand(node, block.scope, unit) : undefined;
      if (thrown) block.add({ k: 'eval', span: unit.span(node), value: thrown });
      block.exits = true;
      return;
    }
    default:
      other(node, block, unit);
  }
}

function other(node: Node, block: BlockBuilder, unit: Unit): void {
  if (isClass(node.type)) {
    const def = classOf(node, block.scope, unit);
    block.add({ k: 'class', span: unit.span(node), def });
  } else if (!branch(node, block, unit)) {
    block.add({ k: 'eval', span: unit.span(node), value: expression(node, block.scope, unit) });
  }
}

function operand(node: Node, scope: Scope, unit: Unit): Expr | undefined {
  const child = node.namedChildren.find((one) => !isSilent(one.type));
  return child ? expression(child, scope, unit) : undefined;
}

/** `X a = 1, b;` */
export function declaration(node: Node, block: BlockBuilder, unit: Unit): void {
  const type = typeOf(node.childForFieldName('type'), unit);
  for (const one of node.namedChildren) {
    if (one.type !== 'variable_declarator') continue;
    const target = declaredTarget(one.childForFieldName('name'), block.scope, unit, type);
    const value = one.childForFieldName('value');
    if (!value) continue;
    const lowered = expression(value, block.scope, unit);
    if (target) block.add({ k: 'bind', span: unit.span(one), target, value: lowered });
    else block.add({ k: 'eval', span: unit.span(one), value: lowered });
  }
}

/** `a = b = value` binds both. */
function assignment(node: Node, block: BlockBuilder, unit: Unit): void {
  const { scope } = block;
  const span = unit.span(node);
  const operator = node.childForFieldName('operator')?.type;
  if (operator !== '=') {
    augmented(node, operator, block, unit);
    return;
  }
  const lefts: Node[] = [];
  let at: Node | null = node;
  while (at?.type === 'assignment_expression' && at.childForFieldName('operator')?.type === '=') {
    const left = at.childForFieldName('left');
    if (left) lefts.push(left);
    at = at.childForFieldName('right');
  }
  const value = expression(at, scope, unit);
  const targets = lefts.flatMap((left) => assignmentTarget(left, scope, unit) ?? []);
  for (const target of targets) block.add({ k: 'bind', span, target, value });
  if (targets.length === 0) block.add({ k: 'eval', span, value });
}

function augmented(node: Node, operator: string | undefined, block: BlockBuilder, unit: Unit): void {
  const span = unit.span(node);
  const left = node.childForFieldName('left');
  const target = assignmentTarget(left, block.scope, unit);
  const value = expression(node.childForFieldName('right'), block.scope, unit);
  if (!target || operator !== '+=') {
    block.add({ k: 'eval', span, value });
    return;
  }
  block.add({ k: 'bind', span, target, value: concatenation([expression(left, block.scope, unit), value], span) });
}

/** `this(…)` and `super(…)` are calls of these names. */
function chainedCall(node: Node, block: BlockBuilder, unit: Unit): void {
  const named = node.childForFieldName('constructor');
  const list = node.childForFieldName('arguments');
  const span = unit.span(node);
  const callee: Expr = { k: 'name', span: unit.span(named ?? node), name: named ? unit.textOf(named) : '' };
  const argsSpan = list ? unit.span(list) : span;
  block.add({ k: 'eval', span, value: { k: 'call', span, callee, args: args(list, block.scope, unit), argsSpan } });
}
