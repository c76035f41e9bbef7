import type { Node } from 'web-tree-sitter';
import { BlockBuilder } from '../block';
import { elementOf } from '../element';
import { MAX_DEPTH, type Unit } from '../lowering';
import type { Arm, ClassDef, Expr, FunctionDef, ImportName, Scope, Target } from '../program';
import { expression, parameters, targetOf } from './expressions';

/** Lowers one statement into `block`. `ERROR` nodes give what can still be read in them. */
export function statement(node: Node, block: BlockBuilder, unit: Unit): void {
  if (unit.depth > MAX_DEPTH) return;
  unit.depth += 1;
  lower(node, block, unit);
  unit.depth -= 1;
}

function statements(node: Node | null, block: BlockBuilder, unit: Unit): void {
  for (const child of node?.namedChildren ?? []) statement(child, block, unit);
}

function lower(node: Node, block: BlockBuilder, unit: Unit): void {
  const { scope } = block;
  const span = unit.span(node);
  switch (node.type) {
    case 'comment':
    case 'pass_statement':
      return;
    case 'import_statement':
    case 'import_from_statement':
    case 'future_import_statement':
      block.add({ k: 'import', span, names: imports(node, unit) });
      return;
    case 'expression_statement':
      for (const child of node.namedChildren) effect(child, block, unit);
      return;
    case 'return_statement':
      block.add({ k: 'return', span, value: value(node, scope, unit) });
      return;
    case 'raise_statement':
    case 'break_statement':
    case 'continue_statement': {
      const raised = value(node, scope, unit);
      if (raised) block.add({ k: 'eval', span, value: raised });
      block.exits = true;
      return;
    }
    case 'if_statement':
      block.add({ k: 'branch', span, ...ifArms(node, block, unit) });
      return;
    case 'match_statement':
      block.add({ k: 'branch', span, ...matchArms(node, block, unit) });
      return;
    case 'for_statement':
    case 'while_statement':
      loop(node, block, unit);
      return;
    case 'try_statement':
      attempt(node, block, unit);
      return;
    case 'with_statement':
      within(node, block, unit);
      return;
    case 'function_definition':
      block.add({ k: 'function', span, def: functionOf(node, scope, [], unit) });
      return;
    case 'class_definition':
      block.add({ k: 'class', span, def: classOf(node, scope, [], unit) });
      return;
    case 'decorated_definition':
      decorated(node, block, unit);
      return;
    case 'ERROR':
    case 'block':
      statements(node, block, unit);
      return;
    default:
      effect(node, block, unit);
  }
}

const value = (node: Node, scope: Scope, unit: Unit): Expr | undefined => {
  const child = node.namedChildren.find((one) => one.type !== 'comment');
  return child ? expression(child, scope, unit) : undefined;
};

/** An expression that stands as a statement: assignments bind, everything else is evaluated. */
function effect(node: Node, block: BlockBuilder, unit: Unit): void {
  const { scope } = block;
  if (node.type === 'comment' || node.type === 'identifier' || node.type === 'string') return;
  if (node.type === 'assignment') {
    assignment(node, block, unit);
    return;
  }
  if (node.type === 'augmented_assignment') {
    const target = targetOf(node.childForFieldName('left'), scope, unit);
    const right = expression(node.childForFieldName('right'), scope, unit);
    const left = expression(node.childForFieldName('left'), scope, unit);
    const span = unit.span(node);
    const joined: Expr =
      node.childForFieldName('operator')?.type === '+='
        ? { k: 'string', span, parts: [left, right] }
        : { k: 'record', span, entries: [left, right].map((one) => ({ spread: true, value: one, span: one.span })) };
    if (target) block.add({ k: 'bind', span, target, value: joined });
    return;
  }
  block.add({ k: 'eval', span: unit.span(node), value: expression(node, scope, unit) });
}

/** `a = b = value` binds both; an annotation without a value binds nothing. */
function assignment(node: Node, block: BlockBuilder, unit: Unit): void {
  const targets: Node[] = [];
  let at: Node | null = node;
  while (at?.type === 'assignment') {
    const left = at.childForFieldName('left');
    if (left) targets.push(left);
    at = at.childForFieldName('right');
  }
  if (!at) return;
  const bound = expression(at, block.scope, unit);
  for (const left of targets) {
    const target = targetOf(left, block.scope, unit);
    if (target) block.add({ k: 'bind', span: unit.span(node), target, value: bound });
  }
}

function imports(node: Node, unit: Unit): ImportName[] {
  const from = node.childForFieldName('module_name');
  const module = from
    ? unit.textOf(from).replace(/\s/g, '')
    : node.type === 'future_import_statement'
      ? '__future__'
      : undefined;
  const names: ImportName[] = [];
  if (node.namedChildren.some((child) => child.type === 'wildcard_import')) {
    return [{ module: module ?? '', name: '*', span: unit.span(node) }];
  }
  for (const child of node.childrenForFieldName('name')) {
    const aliased = child.type === 'aliased_import';
    const path = unit.textOf((aliased ? child.childForFieldName('name') : child) ?? child);
    const alias = aliased ? child.childForFieldName('alias') : null;
    const span = unit.span(child);
    if (module !== undefined) {
      names.push({ local: alias ? unit.textOf(alias) : path, module, name: path, span });
    } else if (alias) {
      names.push({ local: unit.textOf(alias), module: path, span });
    } else {
      // `import oci.auth` binds `oci`; its submodules hang below it.
      const root = path.split('.')[0] ?? path;
      names.push({ local: root, module: root, span });
    }
  }
  return names;
}

function arm(body: Node | null, test: Node | null, block: BlockBuilder, unit: Unit): Arm {
  const inner = new BlockBuilder(block.scope, block.next());
  statements(body, inner, unit);
  return { test: test ? expression(test, block.scope, unit) : undefined, block: inner };
}

function ifArms(node: Node, block: BlockBuilder, unit: Unit): { arms: Arm[]; total: boolean } {
  const arms = [arm(node.childForFieldName('consequence'), node.childForFieldName('condition'), block, unit)];
  let total = false;
  for (const clause of node.childrenForFieldName('alternative')) {
    if (clause.type === 'elif_clause') {
      arms.push(arm(clause.childForFieldName('consequence'), clause.childForFieldName('condition'), block, unit));
    } else {
      arms.push(arm(clause.childForFieldName('body'), null, block, unit));
      total = true;
    }
  }
  return { arms, total };
}

function matchArms(node: Node, block: BlockBuilder, unit: Unit): { arms: Arm[]; total: boolean } {
  const subject = node.childForFieldName('subject');
  const arms: Arm[] = [];
  let total = false;
  for (const clause of node.childForFieldName('body')?.namedChildren ?? []) {
    if (clause.type !== 'case_clause') continue;
    arms.push(arm(clause.childForFieldName('consequence'), arms.length === 0 ? subject : null, block, unit));
    if (/^case\s+_\s*:/.test(unit.textOf(clause))) total = true;
  }
  return { arms, total };
}

function loop(node: Node, block: BlockBuilder, unit: Unit): void {
  const body = new BlockBuilder(block.scope, block.next());
  const target = targetOf(node.childForFieldName('left'), block.scope, unit);
  const items = node.childForFieldName('right');
  if (target && items) {
    const span = unit.span(items);
    body.add({ k: 'bind', span, target, value: elementOf(expression(items, block.scope, unit), span) });
  }
  statements(node.childForFieldName('body'), body, unit);
  body.exits = false;
  const condition = node.childForFieldName('condition');
  const test = condition ? expression(condition, block.scope, unit) : undefined;
  block.add({ k: 'branch', span: unit.span(node), arms: [{ test, block: body }], total: false, loops: true });
}

/** The body runs or a handler does; `else` follows the body, `finally` follows everything. */
function attempt(node: Node, block: BlockBuilder, unit: Unit): void {
  const body = new BlockBuilder(block.scope, block.next());
  statements(node.childForFieldName('body'), body, unit);
  const arms: Arm[] = [{ block: body }];
  let last: Node | undefined;
  for (const clause of node.namedChildren) {
    if (clause.type === 'except_clause' || clause.type === 'except_group_clause') {
      arms.push(arm(clause.namedChildren.find((child) => child.type === 'block') ?? null, null, block, unit));
    } else if (clause.type === 'else_clause') {
      statements(clause.childForFieldName('body'), body, unit);
    } else if (clause.type === 'finally_clause') {
      last = clause.namedChildren.find((child) => child.type === 'block');
    }
  }
  block.add({ k: 'branch', span: unit.span(node), arms, total: true });
  if (last) statements(last, block, unit);
}

function within(node: Node, block: BlockBuilder, unit: Unit): void {
  for (const clause of node.namedChildren) {
    if (clause.type !== 'with_clause') continue;
    for (const item of clause.namedChildren) withItem(item, block, unit);
  }
  statements(node.childForFieldName('body'), block, unit);
}

function withItem(item: Node, block: BlockBuilder, unit: Unit): void {
  const inner = item.childForFieldName('value') ?? item.namedChildren[0] ?? null;
  if (inner?.type !== 'as_pattern') {
    if (inner) effect(inner, block, unit);
    return;
  }
  const [opened] = inner.namedChildren;
  const target: Target | undefined = targetOf(inner.childForFieldName('alias'), block.scope, unit);
  const bound = expression(opened ?? null, block.scope, unit);
  if (target) block.add({ k: 'bind', span: unit.span(item), target, value: bound });
  else block.add({ k: 'eval', span: unit.span(item), value: bound });
}

function decorated(node: Node, block: BlockBuilder, unit: Unit): void {
  const decorators = node.namedChildren
    .filter((child) => child.type === 'decorator')
    .map((child) => expression(child.namedChildren[0] ?? null, block.scope, unit));
  const definition = node.childForFieldName('definition');
  const span = unit.span(node);
  if (definition?.type === 'function_definition') {
    block.add({ k: 'function', span, def: functionOf(definition, block.scope, decorators, unit) });
  } else if (definition?.type === 'class_definition') {
    block.add({ k: 'class', span, def: classOf(definition, block.scope, decorators, unit) });
  }
}

const isNamed = (expr: Expr, name: string): boolean => expr.k === 'name' && expr.name === name;

function functionOf(node: Node, parent: Scope, decorators: readonly Expr[], unit: Unit, owner?: ClassDef): FunctionDef {
  const name = node.childForFieldName('name');
  const body = node.childForFieldName('body');
  const params = parameters(node.childForFieldName('parameters'), parent, unit);
  const isStatic = decorators.some((one) => isNamed(one, 'staticmethod'));
  const self = owner && !isStatic ? params.shift()?.name : undefined;
  const scope: { -readonly [K in keyof Scope]: Scope[K] } = { kind: 'function', parent, block: () => def.body() };
  const def: FunctionDef = {
    name: name ? unit.textOf(name) : '',
    nameSpan: unit.span(name ?? node),
    span: unit.span(node),
    params,
    decorators,
    isAsync: unit.text.startsWith('async', node.startIndex),
    self,
    isStatic,
    isGetter: decorators.some((one) => isNamed(one, 'property') || isNamed(one, 'cached_property')),
    owner,
    scope,
    body: body
      ? unit.lazyBlock(
          body,
          () => scope,
          (found, block) => {
            const outer = outerNames(unit.textOf(found));
            if (outer.size > 0) scope.outerNames = outer;
            statements(found, block, unit);
          },
        )
      : () => new BlockBuilder(scope),
  };
  scope.function = def;
  return def;
}

/** Names of `global` and `nonlocal` statements, read from the text: they stand on lines of their own. */
function outerNames(body: string): Set<string> {
  const names = new Set<string>();
  for (const match of body.matchAll(/^[ \t]*(?:global|nonlocal)[ \t]+([\w, \t]+)/gm)) {
    for (const name of match[1]?.split(',') ?? []) names.add(name.trim());
  }
  return names;
}

function classOf(node: Node, parent: Scope, decorators: readonly Expr[], unit: Unit): ClassDef {
  const name = node.childForFieldName('name');
  const methods = new Map<string, FunctionDef>();
  const scope: { -readonly [K in keyof Scope]: Scope[K] } = { kind: 'class', parent, block: () => body };
  const body = new BlockBuilder(scope);
  const bases = node.childForFieldName('superclasses')?.namedChildren ?? [];
  const def: ClassDef = {
    name: name ? unit.textOf(name) : '',
    nameSpan: unit.span(name ?? node),
    span: unit.span(node),
    bases: bases.filter((base) => base.type !== 'keyword_argument').map((base) => expression(base, parent, unit)),
    decorators,
    methods,
    body,
    scope,
  };
  scope.class = def;
  for (const child of node.childForFieldName('body')?.namedChildren ?? []) member(child, def, methods, body, unit);
  return def;
}

function member(node: Node, owner: ClassDef, methods: Map<string, FunctionDef>, body: BlockBuilder, unit: Unit): void {
  const inner = node.type === 'decorated_definition' ? node.childForFieldName('definition') : node;
  if (inner?.type !== 'function_definition') {
    statement(node, body, unit);
    return;
  }
  const decorators = node.namedChildren
    .filter((child) => child.type === 'decorator')
    .map((child) => expression(child.namedChildren[0] ?? null, owner.scope, unit));
  const def = functionOf(inner, owner.scope, decorators, unit, owner);
  methods.set(def.name, def);
}
