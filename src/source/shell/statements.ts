import type { Node } from 'web-tree-sitter';
import type { Commands } from '../../knowledge/sdks/command';
import { BlockBuilder } from '../block';
import { commandCall, type Word } from '../command';
import { MAX_DEPTH, type Unit } from '../lowering';
import type { Arm, Expr, FunctionDef, Scope, Span } from '../program';
import { assign, declare, LexicalScope } from '../scope';
import { concatenation } from '../text';
import { Words } from './words';

/** Lowers the statements of a script: commands are calls, variables are names that begin with `$`. */
export class Statements {
  readonly words = new Words((node, unit) => this.substitution(node, unit));

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
      case 'heredoc_body':
      case 'heredoc_end':
      case 'word':
        return;
      case 'command':
        this.command(node, block, unit);
        return;
      case 'variable_assignment':
        this.assignment(node, block, unit);
        return;
      case 'declaration_command':
        this.declaration(node, block, unit);
        return;
      case 'unset_command':
        for (const child of node.namedChildren) this.unset(child, block, unit);
        return;
      case 'function_definition':
        block.add({ k: 'function', span: unit.span(node), def: this.functionOf(node, block.scope, unit) });
        return;
      case 'if_statement':
        this.conditional(node, block, unit);
        return;
      case 'case_statement':
        this.cases(node, block, unit);
        return;
      case 'for_statement':
      case 'c_style_for_statement':
      case 'while_statement':
        this.loop(node, block, unit);
        return;
      case 'list':
        this.list(node, block, unit);
        return;
      default:
        this.other(node, block, unit);
    }
  }

  private other(node: Node, block: BlockBuilder, unit: Unit): void {
    switch (node.type) {
      case 'pipeline':
      case 'variable_assignments':
      case 'redirected_statement':
      case 'negated_command':
      case 'subshell':
      case 'compound_statement':
      case 'do_group':
      case 'else_clause':
      case 'file_redirect':
      case 'heredoc_redirect':
      case 'herestring_redirect':
      case 'ERROR':
        this.all(node.namedChildren, block, unit);
        return;
      default: {
        const value = this.words.value(node, unit);
        if (holdsCall(value)) block.add({ k: 'eval', span: value.span, value });
      }
    }
  }

  private command(node: Node, block: BlockBuilder, unit: Unit): void {
    const words: Word[] = [];
    const assigned = new Map<string, Expr>();
    const children = node.namedChildren;
    const lines = ownLine(children, unit);
    for (const child of children) {
      switch (child.type) {
        case 'variable_assignment': {
          const value = child.childForFieldName('value');
          if (child.endIndex <= lines) this.assignment(child, block, unit);
          else if (value) assigned.set(this.nameOf(child, unit), this.words.value(value, unit));
          break;
        }
        case 'command_name':
          if (child.firstNamedChild) words.push(this.words.word(child.firstNamedChild, unit));
          break;
        case 'comment':
          break;
        case 'file_redirect':
        case 'heredoc_redirect':
        case 'herestring_redirect':
          this.statement(child, block, unit);
          break;
        default:
          words.push(this.words.word(child, unit));
      }
    }
    this.run(words, assigned, node, block, unit);
  }

  private run(words: readonly Word[], assigned: Map<string, Expr>, node: Node, block: BlockBuilder, unit: Unit): void {
    const span = unit.span(node);
    const [head, first] = words;
    if (head?.text === '.' || head?.text === 'source') {
      const module = first && sourced(first.value);
      if (module) block.add({ k: 'import', span, names: [{ module, name: '*', span }] });
      return;
    }
    if (head?.text === 'unset') {
      for (const word of words)
        if (word.text !== undefined && word !== head) this.forget(word.text, word.value.span, block);
      return;
    }
    if (head?.text === 'exit' || head?.text === 'return') {
      block.exits = true;
      return;
    }
    // `env A=b command`
    for (const word of words)
      if (word.text !== undefined && /^[A-Za-z_]\w*=/.test(word.text)) addAssigned(word, assigned);
    const call = commandCall(words, span, assigned, this.commands, unit);
    if (call) block.add({ k: 'eval', span, value: call });
  }

  private nameOf(assignment: Node, unit: Unit): string {
    const name = assignment.childForFieldName('name');
    return name ? (/^\w+/.exec(unit.textOf(name))?.[0] ?? '') : '';
  }

  private assignment(node: Node, block: BlockBuilder, unit: Unit, note = assign): void {
    const name = node.childForFieldName('name');
    const given = node.childForFieldName('value');
    if (!name) return;
    const span = unit.span(node);
    const variable = `$${this.nameOf(node, unit)}`;
    note(block.scope, variable);
    const target = { k: 'name' as const, name: variable, span: unit.span(name) };
    const value: Expr = given ? this.words.value(given, unit) : { k: 'string', span, parts: [''] };
    const adds = unit.text.startsWith('+=', name.endIndex);
    const older: Expr = { k: 'name', span, name: variable };
    block.add({ k: 'bind', span, target, value: adds ? concatenation([older, value], span) : value });
  }

  private declaration(node: Node, block: BlockBuilder, unit: Unit): void {
    const isLocal = /^(?:local|declare|typeset)\b/.test(unit.text.slice(node.startIndex, node.startIndex + 8));
    for (const child of node.namedChildren) {
      if (child.type === 'variable_assignment') this.assignment(child, block, unit, isLocal ? declare : assign);
      else if (isLocal && child.type === 'variable_name') declare(block.scope, `$${unit.textOf(child)}`);
    }
  }

  private unset(node: Node, block: BlockBuilder, unit: Unit): void {
    if (node.type !== 'variable_name') return;
    this.forget(unit.textOf(node), unit.span(node), block);
  }

  private forget(variable: string, span: Span, block: BlockBuilder): void {
    const name = `$${variable}`;
    assign(block.scope, name);
    block.add({ k: 'bind', span, target: { k: 'name', name, span }, value: { k: 'const', span, value: null } });
  }

  private functionOf(node: Node, parent: Scope, unit: Unit): FunctionDef {
    const name = node.childForFieldName('name');
    const body = node.childForFieldName('body');
    const scope: LexicalScope = new LexicalScope('function', parent, () => def.body());
    const empty = new BlockBuilder(scope);
    const def: FunctionDef = {
      name: name ? unit.textOf(name) : '',
      nameSpan: unit.span(name ?? node),
      span: unit.span(node),
      params: [],
      decorators: [],
      isAsync: false,
      scope,
      body: body
        ? unit.lazyBlock(
            body,
            () => scope,
            (found, block) => {
              this.all(found.namedChildren, block, unit);
              scope.close();
            },
          )
        : () => empty,
    };
    scope.function = def;
    return def;
  }

  /** Conditions are commands too; what they run and assign counts before the arms. */
  private conditional(node: Node, block: BlockBuilder, unit: Unit): void {
    const condition = node.childForFieldName('condition');
    if (condition) this.statement(condition, block, unit);
    const bodies: BlockBuilder[] = [new BlockBuilder(block.scope, block.next())];
    let total = false;
    for (const child of node.namedChildren) {
      const body = bodies[bodies.length - 1] as BlockBuilder;
      if (condition && child.startIndex === condition.startIndex) continue;
      if (child.type === 'elif_clause' || child.type === 'else_clause') {
        if (child.type === 'else_clause') total = true;
        const next = new BlockBuilder(block.scope, block.next());
        this.all(child.namedChildren, next, unit);
        bodies.push(next);
      } else {
        this.statement(child, body, unit);
      }
    }
    block.add({ k: 'branch', span: unit.span(node), arms: bodies.map((body) => ({ block: body })), total });
  }

  private cases(node: Node, block: BlockBuilder, unit: Unit): void {
    const arms: Arm[] = [];
    let total = false;
    for (const item of node.namedChildren) {
      if (item.type !== 'case_item') continue;
      const body = new BlockBuilder(block.scope, block.next());
      const patterns = item.childrenForFieldName('value');
      if (patterns.some((pattern) => unit.textOf(pattern) === '*')) total = true;
      for (const child of item.namedChildren) {
        if (!patterns.some((pattern) => pattern.id === child.id)) this.statement(child, body, unit);
      }
      arms.push({ block: body });
    }
    block.add({ k: 'branch', span: unit.span(node), arms, total });
  }

  private loop(node: Node, block: BlockBuilder, unit: Unit): void {
    const body = new BlockBuilder(block.scope, block.next());
    const variable = node.childForFieldName('variable');
    if (variable) {
      const span = unit.span(variable);
      const name = `$${unit.textOf(variable)}`;
      const options = node.childrenForFieldName('value').map((value) => this.words.value(value, unit));
      assign(block.scope, name);
      body.add({ k: 'bind', span, target: { k: 'name', name, span }, value: { k: 'choice', span, options } });
    }
    const condition = node.childForFieldName('condition');
    if (condition) this.statement(condition, body, unit);
    const group = node.childForFieldName('body');
    if (group) this.statement(group, body, unit);
    body.exits = false;
    block.add({ k: 'branch', span: unit.span(node), arms: [{ block: body }], total: false, loops: true });
  }

  /** `a && b`, `a || b`: the right side may run. The tree nests to the left as deep as the chain is long. */
  private list(node: Node, block: BlockBuilder, unit: Unit): void {
    const rights: Node[] = [];
    let at: Node = node;
    while (at.type === 'list') {
      const [left, right] = at.namedChildren;
      if (right) rights.push(right);
      if (!left) break;
      at = left;
    }
    if (at.type !== 'list') this.statement(at, block, unit);
    for (const right of rights.reverse()) {
      const body = new BlockBuilder(block.scope, block.next());
      this.statement(right, body, unit);
      block.add({ k: 'branch', span: unit.span(right), arms: [{ block: body }], total: false });
    }
  }

  /** The commands of `$(…)`: their output is unknown, that they run is not. */
  private substitution(node: Node, unit: Unit): Expr {
    const scope: Scope = { kind: 'function', block: () => inner };
    const inner: BlockBuilder = new BlockBuilder(scope);
    this.all(node.namedChildren, inner, unit);
    const parts = inner.stmts.flatMap((stmt) => (stmt.k === 'eval' ? [stmt.value] : []));
    return { k: 'other', span: unit.span(node), parts };
  }
}

/**
 * Where the assignments before a command end that stand on lines of their own: the grammar takes several of them for
 * the environment of the command on the next line.
 */
function ownLine(children: readonly Node[], unit: Unit): number {
  let end = -1;
  for (const [at, child] of children.entries()) {
    const next = children[at + 1];
    if (child.type !== 'variable_assignment' || !next) return end;
    const { endIndex } = child;
    if (/^[^\n\\]*\n/.test(unit.text.slice(endIndex, next.startIndex))) end = endIndex;
  }
  return end;
}

function holdsCall(value: Expr): boolean {
  if (value.k === 'call') return true;
  return value.k === 'other'
    ? value.parts.some(holdsCall)
    : value.k === 'string' && value.parts.some((part) => typeof part !== 'string' && holdsCall(part));
}

function addAssigned(word: Word, assigned: Map<string, Expr>): void {
  const text = word.text ?? '';
  const equals = text.indexOf('=');
  if (word.value.k !== 'string') return;
  const [, ...rest] = word.value.parts;
  assigned.set(text.slice(0, equals), { ...word.value, parts: [text.slice(equals + 1), ...rest] });
}

/** The file that `source` names; in `"$(dirname "$0")/lib.sh"` and `$HERE/lib.sh` what follows the expansion. */
function sourced(value: Expr): string | undefined {
  if (value.k !== 'string') return undefined;
  const last = value.parts[value.parts.length - 1];
  if (typeof last !== 'string' || last === '') return undefined;
  return value.parts.length === 1 ? last : `.${last.startsWith('/') ? '' : '/'}${last}`;
}
