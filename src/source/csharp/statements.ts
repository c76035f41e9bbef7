import type { Node } from 'web-tree-sitter';
import type { BlockBuilder } from '../block';
import { MAX_DEPTH, type Unit } from '../lowering';
import type { Entry, Expr, Scope } from '../program';
import { concatenation } from '../text';
import { declareTyped, returnType } from '../typed-scope';
import { branch } from './branches';
import { classOf, isClass } from './classes';
import { assignedType, expression, isSilent, unwrapped } from './expressions';
import { functionOf } from './functions';
import { usingDirective } from './imports';
import { assignmentTarget, declaredTarget } from './targets';
import { typeOf } from './types';

/** Declarations without code, and what stands for nothing. */
const NOTHING = new Set([
  'empty_statement',
  'interface_declaration',
  'delegate_declaration',
  'extern_alias_directive',
  'file_scoped_namespace_declaration',
  'goto_statement',
  'identifier',
]);

/** Lowers one statement or declaration into `block`. `ERROR` nodes give what can still be read in them. */
export function statement(node: Node, block: BlockBuilder, unit: Unit): void {
  if (unit.depth > MAX_DEPTH) return;
  unit.depth += 1;
  lower(node, block, unit);
  unit.depth -= 1;
}

/** Local functions are known to the statements above them. */
export function statements(node: Node | null, block: BlockBuilder, unit: Unit): void {
  const children = node?.namedChildren ?? [];
  for (const child of children) if (child.type === 'local_function_statement') statement(child, block, unit);
  for (const child of children) if (child.type !== 'local_function_statement') statement(child, block, unit);
}

/** A body in braces, or the value behind an arrow. */
export function bodyStatements(node: Node, block: BlockBuilder, unit: Unit): void {
  if (node.type === 'block') {
    statements(node, block, unit);
    return;
  }
  const value = unwrapped(node.type === 'arrow_expression_clause' ? (node.firstNamedChild ?? node) : node);
  // What only has an effect may stand behind an arrow too.
  if (value.type === 'assignment_expression') statement(value, block, unit);
  else
    block.add({
      k: 'return',
      span: unit.span(value),
      value: expression(value, block.scope, unit, returnType(block.scope)),
    });
}

function lower(node: Node, block: BlockBuilder, unit: Unit): void {
  const { type } = node;
  if (NOTHING.has(type) || type === 'comment') return;
  switch (type) {
    case 'using_directive':
      usingDirective(node, block, unit);
      return;
    case 'namespace_declaration':
      statements(node.childForFieldName('body'), block, unit);
      return;
    case 'enum_declaration':
      enumeration(node, block, unit);
      return;
    case 'local_declaration_statement':
    case 'global_statement':
    case 'block':
    case 'checked_statement':
    case 'unsafe_statement':
    case 'labeled_statement':
    case 'declaration_list':
    case 'ERROR':
      statements(node, block, unit);
      return;
    case 'variable_declaration':
      declaration(node, block, unit);
      return;
    case 'expression_statement':
      for (const child of node.namedChildren) statement(child, block, unit);
      return;
    case 'local_function_statement': {
      const def = functionOf(node, block.scope, unit);
      declareTyped(block.scope, def.name);
      block.add({ k: 'function', span: unit.span(node), def });
      return;
    }
    case 'return_statement': {
      const value = operand(node, block.scope, unit);
      block.add({ k: 'return', span: unit.span(node), value });
      return;
    }
    case 'throw_statement':
    case 'break_statement':
    case 'continue_statement':
      leave(node, block, unit);
      return;
    case 'assignment_expression':
      assignment(node, block, unit);
      return;
    default:
      other(node, block, unit);
  }
}

function other(node: Node, block: BlockBuilder, unit: Unit): void {
  if (isClass(node.type)) {
    const def = classOf(node, block.scope, unit);
    block.add({ k: 'class', span: unit.span(node), def });
  } else if (!branch(node, block, unit) && !isSilent(node.type)) {
    block.add({ k: 'eval', span: unit.span(node), value: expression(node, block.scope, unit) });
  }
}

function operand(node: Node, scope: Scope, unit: Unit): Expr | undefined {
  const child = node.namedChildren.find((one) => one.type !== 'comment');
  return child ? expression(child, scope, unit, returnType(scope)) : undefined;
}

function leave(node: Node, block: BlockBuilder, unit: Unit): void {
  const thrown = node.type === 'throw_statement' ? operand(node, block.scope, unit) : undefined;
  if (thrown) block.add({ k: 'eval', span: unit.span(node), value: thrown });
  block.exits = true;
}

/** `X a = 1, b;`, in a statement of its own, a `using` or a `for`. */
export function declaration(node: Node, block: BlockBuilder, unit: Unit): void {
  const type = typeOf(node.childForFieldName('type'), unit);
  for (const one of node.namedChildren) {
    if (one.type !== 'variable_declarator') continue;
    const named = one.childForFieldName('name') ?? one.firstNamedChild;
    const target = declaredTarget(named, block.scope, unit, type);
    const value = one.namedChildren.find(
      (child) => named && child.startIndex >= named.endIndex && child.type !== 'comment',
    );
    if (!value) continue;
    const lowered = expression(value, block.scope, unit, type);
    // With the type in front, which may name what `new(…)` makes.
    const span = unit.range(node.startIndex, one.endIndex);
    if (target) block.add({ k: 'bind', span, target, value: lowered });
    else block.add({ k: 'eval', span, value: lowered });
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
  const value = expression(at, scope, unit, assignedType(lefts[0] ?? null, scope, unit));
  const targets = lefts.flatMap((left) => assignmentTarget(left, scope, unit) ?? []);
  for (const target of targets) block.add({ k: 'bind', span, target, value });
  if (targets.length === 0) block.add({ k: 'eval', span, value });
}

function augmented(node: Node, operator: string | undefined, block: BlockBuilder, unit: Unit): void {
  const { scope } = block;
  const span = unit.span(node);
  const left = node.childForFieldName('left');
  const target = assignmentTarget(left, scope, unit);
  const value = expression(node.childForFieldName('right'), scope, unit, assignedType(left, scope, unit));
  if (target && operator === '??=') block.add({ k: 'bind', span, target, value, weak: true });
  else if (target && operator === '+=') {
    block.add({ k: 'bind', span, target, value: concatenation([expression(left, scope, unit), value], span) });
  } else block.add({ k: 'eval', span, value });
}

/** An enum is a record of its members; those without a value count up. */
function enumeration(node: Node, block: BlockBuilder, unit: Unit): void {
  const named = node.childForFieldName('name');
  if (!named) return;
  const entries: Entry[] = [];
  for (const child of node.childForFieldName('body')?.namedChildren ?? []) {
    const key = child.type === 'enum_member_declaration' ? child.childForFieldName('name') : null;
    if (!key) continue;
    const span = unit.span(child);
    const given = child.childForFieldName('value');
    const value: Expr = given ? expression(given, block.scope, unit) : { k: 'const', span, value: entries.length };
    entries.push({ key: unit.textOf(key), keySpan: unit.span(key), value, span });
  }
  const span = unit.span(node);
  const target = { k: 'name' as const, name: unit.textOf(named), span: unit.span(named) };
  block.add({ k: 'bind', span, target, value: { k: 'record', span, entries } });
}
