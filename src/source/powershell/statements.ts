import type { Node } from 'web-tree-sitter';
import type { Commands } from '../../knowledge/sdks/command';
import { BlockBuilder } from '../block';
import { commandCall, type Word } from '../command';
import { elementOf } from '../element';
import { MAX_DEPTH, type Unit } from '../lowering';
import type { Arm, Expr, FunctionDef, Param, Scope } from '../program';
import { assign, declare, LexicalScope } from '../scope';
import { concatenation } from '../text';
import { Expressions, peeled } from './expressions';

/** Lowers the statements of a script: cmdlets and programs are calls, variables are names that begin with `$`. */
export class Statements {
  private readonly expressions = new Expressions({
    pipeline: (node, scope, unit) => this.valueOf(node, scope, unit),
    block: (node, scope, unit) => this.functionOf(node, '', scope, unit),
  });

  constructor(private readonly commands: Commands) {}

  readonly statement = (node: Node, block: BlockBuilder, unit: Unit): void => {
    if (unit.depth > MAX_DEPTH) return;
    unit.depth += 1;
    this.lower(node, block, unit);
    unit.depth -= 1;
  };

  private all(nodes: readonly Node[], block: BlockBuilder, unit: Unit): void {
    for (const node of nodes) this.statement(node, block, unit);
  }

  private lower(node: Node, block: BlockBuilder, unit: Unit): void {
    switch (node.type) {
      case 'comment':
      case 'param_block':
      case 'empty_statement':
        return;
      case 'command':
        this.command(node, block, unit);
        return;
      case 'assignment_expression':
        this.assignment(node, block, unit);
        return;
      case 'function_statement': {
        const name = node.namedChildren.find((child) => child.type === 'function_name');
        const def = this.functionOf(node, name ? unit.textOf(name) : '', block.scope, unit);
        block.add({ k: 'function', span: unit.span(node), def });
        return;
      }
      case 'flow_control_statement':
        this.leave(node, block, unit);
        return;
      case 'if_statement':
        this.conditional(node, block, unit);
        return;
      case 'switch_statement':
        this.choices(node, block, unit);
        return;
      case 'foreach_statement':
      case 'while_statement':
      case 'for_statement':
      case 'do_statement':
        this.loop(node, block, unit);
        return;
      case 'try_statement':
        this.attempt(node, block, unit);
        return;
      default:
        this.other(node, block, unit);
    }
  }

  private other(node: Node, block: BlockBuilder, unit: Unit): void {
    const { type } = node;
    if (
      /^(?:statement_list|statement_block|pipeline|pipeline_chain|ERROR|named_block|script_block\w*|while_condition|\w+_statement)$/.test(
        type,
      )
    ) {
      if (type !== 'pipeline_chain' || node.namedChildren.some((child) => child.type === 'command')) {
        this.all(node.namedChildren, block, unit);
        return;
      }
    }
    if (type.endsWith('_name') || type.endsWith('_operator') || type === 'pipeline_chain_tail') return;
    const value = this.expressions.expression(node, block.scope, unit);
    if (value.k !== 'string' && value.k !== 'name' && value.k !== 'const')
      block.add({ k: 'eval', span: value.span, value });
  }

  private command(node: Node, block: BlockBuilder, unit: Unit): void {
    const operator = node.namedChildren.find((child) => child.type === 'command_invokation_operator');
    const call = this.callOf(node, block.scope, unit);
    if (operator && unit.textOf(operator) === '.' && call) {
      const name = node.childForFieldName('command_name');
      const module = name
        ? unit
            .textOf(name)
            .replace(/^['"]|['"]$/g, '')
            .replaceAll('\\', '/')
        : '';
      block.add({
        k: 'import',
        span: call.span,
        names: [{ module: module.replace(/^\$PSScriptRoot/i, '.'), name: '*', span: call.span }],
      });
      return;
    }
    if (call) block.add({ k: 'eval', span: call.span, value: call });
  }

  private callOf(node: Node, scope: Scope, unit: Unit): Expr | undefined {
    const name = node.childForFieldName('command_name');
    if (!name) return undefined;
    const words: Word[] = [this.head(name, scope, unit)];
    for (const child of node.childForFieldName('command_elements')?.namedChildren ?? []) {
      const { type } = child;
      if (type !== 'command_argument_sep' && type !== 'redirection' && type !== 'comment')
        words.push(this.word(child, type, scope, unit));
    }
    return commandCall(words, unit.span(node), NOTHING, this.commands, unit, '$env:');
  }

  private head(node: Node, scope: Scope, unit: Unit): Word {
    const inner = node.type === 'command_name_expr' ? (node.firstNamedChild ?? node) : node;
    if (inner.type !== 'command_name') {
      const value = this.expressions.expression(inner, scope, unit);
      const [only] = value.k === 'string' ? value.parts : [];
      return { value, text: typeof only === 'string' ? only : undefined };
    }
    const span = unit.span(inner);
    const text = unit.textOf(inner).replaceAll('\\', '/');
    return { value: { k: 'string', span, parts: [text] }, text };
  }

  private word(node: Node, type: string, scope: Scope, unit: Unit): Word {
    const span = unit.span(node);
    if (type === 'command_parameter') {
      const text = unit.textOf(node).replace(/:$/, '');
      return { value: { k: 'string', span, parts: [text] }, text };
    }
    const raw = unit.textOf(node);
    const value = this.expressions.expression(node, scope, unit);
    if (/^@\w+$/.test(raw) || /^\$args$/i.test(raw)) return { value, open: true };
    const [only] = value.k === 'string' ? value.parts : [];
    return { value, text: type === 'generic_token' && typeof only === 'string' ? only : undefined };
  }

  private assignment(node: Node, block: BlockBuilder, unit: Unit): void {
    const [left] = node.namedChildren;
    const given = node.childForFieldName('value');
    if (!left || !given) return;
    const span = unit.span(node);
    const target = this.expressions.target(left, block.scope, unit);
    const value = this.valueOf(given, block.scope, unit);
    const isOuter = /^\$(?:global|script):/i.test(unit.textOf(left));
    // Without a scope an assignment makes a variable of the function.
    if (target?.k === 'name') (isOuter ? assign : declare)(block.scope, target.name);
    const adds = unit.text.slice(left.endIndex, given.startIndex).includes('+=');
    const older = adds ? this.expressions.expression(left, block.scope, unit) : undefined;
    if (target) block.add({ k: 'bind', span, target, value: older ? concatenation([older, value], span) : value });
    else block.add({ k: 'eval', span, value });
  }

  /** The value of a pipeline, of a group in parentheses, of `$(…)`: that of its only element. */
  private valueOf(given: Node, scope: Scope, unit: Unit): Expr {
    let node = given;
    while (GROUPS.has(node.type) && node.namedChildCount === 1 && node.firstNamedChild) node = node.firstNamedChild;
    node = peeled(node);
    const span = unit.span(node);
    if (node.type === 'command') return this.callOf(node, scope, unit) ?? { k: 'other', span, parts: [] };
    if (!GROUPS.has(node.type) && node.type !== 'pipeline_chain') return this.expressions.expression(node, scope, unit);
    const inner = new BlockBuilder(scope);
    if (unit.depth < MAX_DEPTH) this.all(node.namedChildren, inner, unit);
    return { k: 'other', span, parts: inner.stmts.flatMap((stmt) => (stmt.k === 'eval' ? [stmt.value] : [])) };
  }

  private functionOf(node: Node, name: string, parent: Scope, unit: Unit): FunctionDef {
    const span = unit.span(node);
    const scope: LexicalScope = new LexicalScope('function', parent, () => def.body());
    const params = node.descendantsOfType('script_parameter').map((param): Param => {
      const variable = param.namedChildren.find((child) => child.type === 'variable');
      // Callers name parameters as they like; what they pass is not followed, so defaults claim nothing either.
      return { name: variable ? `$${unit.textOf(variable).slice(1).toLowerCase()}` : '' };
    });
    const def: FunctionDef = {
      name,
      nameSpan: span,
      span,
      params,
      decorators: [],
      isAsync: false,
      scope,
      body: unit.lazyBlock(
        node,
        () => scope,
        (found, block) => {
          this.all(
            found.namedChildren.filter((child) => child.type !== 'function_name'),
            block,
            unit,
          );
          scope.close();
        },
      ),
    };
    scope.function = def;
    return def;
  }

  private leave(node: Node, block: BlockBuilder, unit: Unit): void {
    const span = unit.span(node);
    const value = node.firstNamedChild ? this.valueOf(node.firstNamedChild, block.scope, unit) : undefined;
    if (/^return\b/i.test(unit.text.slice(span.start, span.start + 7))) {
      block.add({ k: 'return', span, value });
      return;
    }
    if (value && hasEffect(value)) block.add({ k: 'eval', span, value });
    block.exits = true;
  }

  private test(node: Node | null, block: BlockBuilder, unit: Unit): Expr | undefined {
    return node ? this.valueOf(node, block.scope, unit) : undefined;
  }

  private arm(body: Node | null | undefined, test: Node | null, block: BlockBuilder, unit: Unit): Arm {
    const inner = new BlockBuilder(block.scope, block.next());
    if (body) this.statement(body, inner, unit);
    return { test: this.test(test, block, unit), block: inner };
  }

  private conditional(node: Node, block: BlockBuilder, unit: Unit): void {
    const arms = [this.arm(bodyOf(node), node.childForFieldName('condition'), block, unit)];
    for (const clause of node.childForFieldName('elseif_clauses')?.namedChildren ?? []) {
      arms.push(this.arm(bodyOf(clause), clause.childForFieldName('condition'), block, unit));
    }
    const otherwise = node.childForFieldName('else_clause');
    if (otherwise) arms.push(this.arm(bodyOf(otherwise), null, block, unit));
    block.add({ k: 'branch', span: unit.span(node), arms, total: otherwise !== null });
  }

  private choices(node: Node, block: BlockBuilder, unit: Unit): void {
    const arms: Arm[] = [];
    let total = false;
    for (const clause of node.descendantsOfType('switch_clause')) {
      arms.push(this.arm(clause, null, block, unit));
      if (/^default\b/i.test(unit.text.slice(clause.startIndex, clause.startIndex + 8))) total = true;
    }
    block.add({ k: 'branch', span: unit.span(node), arms, total });
  }

  private loop(node: Node, block: BlockBuilder, unit: Unit): void {
    const body = new BlockBuilder(block.scope, block.next());
    if (node.type === 'foreach_statement') {
      const [item, items] = node.namedChildren;
      const target = item && this.expressions.target(item, block.scope, unit);
      if (target && items) {
        const value = this.valueOf(items, block.scope, unit);
        const span = unit.span(items);
        body.add({ k: 'bind', span, target, value: elementOf(value, span) });
      }
    }
    const group = bodyOf(node);
    if (group) this.statement(group, body, unit);
    body.exits = false;
    const test = this.test(node.childForFieldName('condition'), block, unit);
    block.add({ k: 'branch', span: unit.span(node), arms: [{ test, block: body }], total: false, loops: true });
  }

  private attempt(node: Node, block: BlockBuilder, unit: Unit): void {
    const arms = [this.arm(bodyOf(node), null, block, unit)];
    for (const child of node.namedChildren) {
      if (child.type !== 'catch_clauses') continue;
      for (const clause of child.namedChildren) arms.push(this.arm(bodyOf(clause), null, block, unit));
    }
    block.add({ k: 'branch', span: unit.span(node), arms, total: true });
    const last = node.namedChildren.find((child) => child.type === 'finally_clause');
    const body = last && bodyOf(last);
    if (body) this.statement(body, block, unit);
  }
}

const hasEffect = (value: Expr): boolean => value.k !== 'string' && value.k !== 'name' && value.k !== 'const';

const NOTHING: ReadonlyMap<string, Expr> = new Map();
const GROUPS = new Set(['pipeline', 'parenthesized_expression', 'sub_expression', 'statement_list']);

const bodyOf = (node: Node): Node | undefined => node.namedChildren.find((child) => child.type === 'statement_block');
