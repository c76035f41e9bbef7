import type { Node } from 'web-tree-sitter';
import type { BlockBuilder } from '../block';
import { MAX_DEPTH, type Unit } from '../lowering';
import type { Entry, Expr, RecordExpr, Target } from '../program';
import { lowerExpression } from './expressions';

/**
 * Blocks become values under the names by which the language refers to them: a variable's default is `var.x`, a local
 * `local.x`, a resource `type.name`. An attribute of the top level is a variable's value (`.tfvars`).
 */
export function statement(node: Node, block: BlockBuilder, unit: Unit): void {
  const body = node.type === 'body' ? node.namedChildren : [node];
  for (const child of body) {
    if (child.type === 'attribute') bindMembers('var', [attribute(child, unit)], block);
    else if (child.type === 'block') topBlock(child, block, unit);
    else if (child.type === 'ERROR') statementOfError(child, block, unit);
  }
}

/** What the parser could not place may still hold readable attributes and blocks. */
function statementOfError(node: Node, block: BlockBuilder, unit: Unit): void {
  for (const child of node.namedChildren) {
    if (child.type === 'attribute') bindMembers('var', [attribute(child, unit)], block);
    else if (child.type === 'block') topBlock(child, block, unit);
  }
}

function topBlock(node: Node, block: BlockBuilder, unit: Unit): void {
  const [kind = '', ...labels] = headerOf(node, unit);
  const record = recordOf(node, unit);
  if (kind === 'locals') {
    bindMembers('local', record.entries, block);
  } else if (kind === 'variable' && labels[0]) {
    const given = record.entries.find((entry) => entry.key === 'default');
    const value: Expr = given?.value ?? { k: 'other', span: record.span, parts: [] };
    bind({ k: 'member', object: name('var', record), name: labels[0], span: record.span }, value, block);
  } else {
    const path = kind === 'resource' ? labels : [kind, ...labels];
    const [root = kind, ...rest] = path;
    const last = rest.pop();
    const object = rest.reduce<Expr>(
      (at, part) => ({ k: 'member', span: record.span, object: at, name: part }),
      name(root, record),
    );
    bind(
      last === undefined
        ? { k: 'name', name: root, span: record.span }
        : { k: 'member', object, name: last, span: record.span },
      record,
      block,
    );
  }
}

const name = (text: string, at: RecordExpr): Expr => ({ k: 'name', span: at.span, name: text });

function bind(target: Target, value: Expr, block: BlockBuilder): void {
  block.add({ k: 'bind', span: value.span, target, value });
}

function bindMembers(root: string, entries: readonly Entry[], block: BlockBuilder): void {
  for (const entry of entries) {
    if (entry.key === undefined) continue;
    const span = entry.keySpan ?? entry.span;
    bind({ k: 'member', object: { k: 'name', span, name: root }, name: entry.key, span }, entry.value, block);
  }
}

/** The block's type and labels: `resource "a" "b"` → `resource`, `a`, `b`. */
function headerOf(node: Node, unit: Unit): string[] {
  const header: string[] = [];
  for (const child of node.namedChildren) {
    if (child.type === 'identifier') header.push(unit.textOf(child));
    else if (child.type === 'string_lit') header.push(unit.textOf(child).slice(1, -1));
    else break;
  }
  return header;
}

/** A block as a record whose type is the word before its labels. */
function recordOf(node: Node, unit: Unit): RecordExpr {
  const span = unit.span(node);
  const word = node.namedChildren[0];
  const body = node.namedChildren.find((child) => child.type === 'body');
  const type: Expr | undefined = word && { k: 'name', span: unit.span(word), name: unit.textOf(word) };
  if (unit.depth > MAX_DEPTH) return { k: 'record', span, entries: [] };
  unit.depth += 1;
  const entries = (body?.namedChildren ?? []).flatMap((child) => {
    if (child.type === 'attribute') return [attribute(child, unit)];
    if (child.type !== 'block') return [];
    const inner = child.namedChildren[0];
    return inner
      ? [{ key: unit.textOf(inner), keySpan: unit.span(inner), value: recordOf(child, unit), span: unit.span(child) }]
      : [];
  });
  unit.depth -= 1;
  return { k: 'record', span, entries, ...(type ? { type } : {}) };
}

function attribute(node: Node, unit: Unit): Entry {
  const [key, value] = node.namedChildren;
  const span = unit.span(node);
  return {
    key: unit.textOf(key ?? node),
    keySpan: unit.span(key ?? node),
    value: value ? lowerExpression(value, unit) : { k: 'other', span, parts: [] },
    span,
  };
}
