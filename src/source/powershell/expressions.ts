import type { Node } from 'web-tree-sitter';
import { MAX_DEPTH, type Unit } from '../lowering';
import type { Arg, Entry, Expr, FunctionDef, Scope, Target } from '../program';
import { concatenation } from '../text';
import { textOf } from './strings';

/** What statements give to the lowering of expressions: commands and script blocks stand inside both. */
export interface Nested {
  /** The value of a pipeline: its only command or expression. */
  pipeline(node: Node, scope: Scope, unit: Unit): Expr;
  block(node: Node, scope: Scope, unit: Unit): FunctionDef;
}

/** Precedence levels of the grammar that hold one child and mean nothing by themselves. */
const isLevel = (type: string): boolean =>
  type.endsWith('_expression') || type.endsWith('_literal') || type === 'pipeline_chain' || type === 'key_expression';

const MEANINGFUL = new Set([
  'parenthesized_expression',
  'sub_expression',
  'array_expression',
  'hash_literal_expression',
  'script_block_expression',
  'invokation_expression',
  'assignment_expression',
  'expandable_string_literal',
  'expandable_here_string_literal',
  'type_literal',
]);

/** Goes down through precedence levels: sixteen of them stand above every variable. */
export function peeled(node: Node): Node {
  let at = node;
  for (;;) {
    const { type } = at;
    if (type === 'expression_with_unary_operator' && at.firstNamedChild?.type === 'cast_expression') {
      at = at.firstNamedChild;
      continue;
    }
    if (!isLevel(type) || MEANINGFUL.has(type) || at.namedChildCount !== 1) return at;
    const inner = at.firstNamedChild;
    if (!inner) return at;
    at = inner;
  }
}

export class Expressions {
  constructor(private readonly nested: Nested) {}

  expression(given: Node | null, scope: Scope, unit: Unit): Expr {
    if (!given) return { k: 'other', span: unit.range(0, 0), parts: [] };
    if (unit.depth > MAX_DEPTH) return { k: 'other', span: unit.span(given), parts: [] };
    unit.depth += 1;
    const lowered = this.lower(peeled(given), scope, unit);
    unit.depth -= 1;
    return lowered;
  }

  private lower(node: Node, scope: Scope, unit: Unit): Expr {
    const span = unit.span(node);
    switch (node.type) {
      case 'variable':
        return variable(unit.textOf(node), span);
      case 'verbatim_string_characters':
      case 'verbatim_here_string_characters':
      case 'expandable_string_literal':
      case 'expandable_here_string_literal':
        return textOf(node, unit, (hole) => this.expression(hole, scope, unit));
      case 'simple_name':
      case 'generic_token':
      case 'type_identifier':
        return { k: 'string', span, parts: [unit.textOf(node)] };
      case 'decimal_integer_literal':
      case 'hexadecimal_integer_literal':
      case 'real_literal':
        return { k: 'const', span, value: numberOf(unit.textOf(node)) };
      case 'hash_literal_expression':
        return { k: 'record', span, entries: this.entries(node, scope, unit) };
      case 'array_expression':
        return { k: 'list', span, items: this.items(node, scope, unit) };
      case 'parenthesized_expression':
      case 'sub_expression':
      case 'statement_list':
      case 'pipeline':
        return this.nested.pipeline(node, scope, unit);
      case 'script_block_expression':
        return { k: 'function', span, def: this.nested.block(node.firstNamedChild ?? node, scope, unit) };
      case 'member_access':
        return { k: 'member', span, object: this.owner(node, scope, unit), name: memberName(node, unit) };
      case 'element_access': {
        const [object, key] = node.namedChildren;
        return {
          k: 'index',
          span,
          object: this.expression(object ?? null, scope, unit),
          key: this.expression(key ?? null, scope, unit),
        };
      }
      case 'invokation_expression':
        return this.call(node, scope, unit);
      case 'cast_expression':
        return this.expression(node.namedChildren.at(-1) ?? null, scope, unit);
      default:
        return this.operation(node, scope, unit);
    }
  }

  private operation(node: Node, scope: Scope, unit: Unit): Expr {
    const span = unit.span(node);
    const children = node.namedChildren;
    const { type } = node;
    if (type.startsWith('array_literal')) {
      return { k: 'list', span, items: children.map((child) => this.expression(child, scope, unit)) };
    }
    const [first, ...rest] = children;
    if (first && type.startsWith('additive') && unit.text.slice(first.endIndex, rest[0]?.startIndex).includes('+')) {
      return concatenation(
        children.map((child) => this.expression(child, scope, unit)),
        span,
      );
    }
    if (first && type.startsWith('format') && rest.length === 2)
      return this.format(first, rest[1] as Node, span, scope, unit);
    const parts = children
      .filter((child) => !child.type.endsWith('operator'))
      .map((child) => this.expression(child, scope, unit));
    return { k: 'other', span, parts };
  }

  /** `'https://{0}/{1}' -f $host, $path` */
  private format(pattern: Node, values: Node, span: Expr['span'], scope: Scope, unit: Unit): Expr {
    const text = this.expression(pattern, scope, unit);
    const given = this.expression(values, scope, unit);
    const items = given.k === 'list' ? given.items : [given];
    if (text.k !== 'string') return { k: 'other', span, parts: [text, given] };
    const sides = text.parts.flatMap((part): Expr[] => {
      if (typeof part !== 'string') return [part];
      return part.split(/(\{\d{1,3}[^{}]{0,40}\})/).map((piece) => {
        const at = /^\{(\d+)/.exec(piece)?.[1];
        const literal: Expr = { k: 'string', span, parts: [piece] };
        return at === undefined ? literal : (items[Number(at)] ?? literal);
      });
    });
    return concatenation(sides, span);
  }

  private items(node: Node, scope: Scope, unit: Unit): Expr[] {
    const items: Expr[] = [];
    for (const list of node.namedChildren) {
      for (const child of list.type === 'statement_list' ? list.namedChildren : [list]) {
        const value = this.expression(child, scope, unit);
        if (value.k === 'list') items.push(...value.items);
        else items.push(value);
      }
    }
    return items;
  }

  private entries(node: Node, scope: Scope, unit: Unit): Entry[] {
    const entries: Entry[] = [];
    for (const entry of node.firstNamedChild?.namedChildren ?? []) {
      if (entry.type !== 'hash_entry') continue;
      const [key, value] = entry.namedChildren;
      if (!key) continue;
      const name = this.expression(key, scope, unit);
      const literal = name.k === 'string' && name.parts.length === 1 ? name.parts[0] : undefined;
      entries.push({
        key: typeof literal === 'string' ? literal : undefined,
        keySpan: unit.span(key),
        value: this.expression(value ?? null, scope, unit),
        span: unit.span(entry),
      });
    }
    return entries;
  }

  private owner(node: Node, scope: Scope, unit: Unit): Expr {
    const object = node.firstNamedChild;
    if (object?.type !== 'type_literal') return this.expression(object, scope, unit);
    return { k: 'name', span: unit.span(object), name: unit.textOf(object).replace(/[[\]\s]/g, '') };
  }

  private call(node: Node, scope: Scope, unit: Unit): Expr {
    const list = node.namedChildren.find((child) => child.type === 'argument_list');
    const given = list?.firstNamedChild?.namedChildren ?? [];
    const args: Arg[] = given.map((arg) => ({ value: this.expression(arg, scope, unit), span: unit.span(arg) }));
    const span = unit.span(node);
    const object = this.owner(node, scope, unit);
    const callee: Expr = { k: 'member', span: object.span, object, name: memberName(node, unit) };
    return { k: 'call', span, callee, args, argsSpan: list ? unit.span(list) : unit.range(span.end, span.end) };
  }

  target(given: Node, scope: Scope, unit: Unit): Target | undefined {
    const value = this.expression(given, scope, unit);
    switch (value.k) {
      case 'name':
      case 'member':
      case 'index':
        return value;
      case 'list':
        return {
          k: 'tuple',
          span: value.span,
          items: value.items.map((item) => (item.k === 'name' ? item : undefined)),
        };
      default:
        return undefined;
    }
  }
}

function memberName(node: Node, unit: Unit): string {
  const name = node.namedChildren.find((child) => child.type === 'member_name');
  return name ? unit.textOf(name).replace(/^['"]|['"]$/g, '') : '';
}

/** Names of variables know no case; scopes other than the environment are dropped: what a script sets, its functions see. */
export function variable(text: string, span: Expr['span']): Expr {
  const written = text.replace(/^[$@]\{?|\}$/g, '');
  const env = /^env:(.+)$/i.exec(written)?.[1];
  if (env !== undefined) return { k: 'name', span, name: `$env:${env}` };
  const name = written.replace(/^(?:global|script|local|private|using):/i, '').toLowerCase();
  if (name === 'true' || name === 'false') return { k: 'const', span, value: name === 'true' };
  if (name === 'null') return { k: 'const', span, value: null };
  return { k: 'name', span, name: `$${name}` };
}

/** `10`, `0x1F`, `1.5kb`: what stands behind the digits is left away. */
const numberOf = (text: string): number => (/^0x/i.test(text) ? Number.parseInt(text, 16) : Number.parseFloat(text));
