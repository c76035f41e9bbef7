import { type AST, parseTOML } from 'toml-eslint-parser';
import type { Comment, Entry, Expr, Stmt } from '../program';
import { type DataFormat, dataFrontEnd, exported, type Reading } from './data-program';
import { constNode, entryNode, listNode, MAX_NESTING, recordNode, textNode, unknownNode } from './nodes';

/** TOML 1.0. A table is a record of its own under its dotted name; the parser gives up at the first error. */
const TOML: DataFormat = {
  language: 'toml',
  read(text: string): Reading {
    const top = parseTOML(text).body[0];
    const own: Entry[] = [];
    const stmts: Stmt[] = [];
    for (const item of top.body) {
      if (item.type === 'TOMLKeyValue') own.push(keyValue(item, 0));
      else stmts.push(table(item));
    }
    return { stmts: own.length > 0 ? [exported(recordNode(own, 0, top.range[1])), ...stmts] : stmts };
  },
  comments(text: string): Comment[] {
    if (!text.includes('#')) return [];
    try {
      return parseTOML(text).comments.map((comment) => ({
        span: { start: comment.range[0], end: comment.range[1] },
        text: comment.value.trim(),
      }));
    } catch {
      return [];
    }
  },
};

export const tomlFrontEnd = dataFrontEnd(TOML);

function table(node: AST.TOMLTable): Stmt {
  const [start, end] = node.range;
  const entries = node.body.map((item) => keyValue(item, 1));
  const inner = recordNode(entries, start, end);
  const keySpan = { start: node.key.range[0], end: node.key.range[1] };
  return exported(recordNode([entryNode(nameOf(node.key), keySpan, inner)], start, end));
}

function keyValue(node: AST.TOMLKeyValue, depth: number): Entry {
  const [start, end] = node.key.range;
  return entryNode(nameOf(node.key), { start, end }, lower(node.value, depth + 1));
}

const nameOf = (key: AST.TOMLKey): string =>
  key.keys.map((part) => (part.type === 'TOMLBare' ? part.name : part.value)).join('.');

function lower(node: AST.TOMLContentNode, depth: number): Expr {
  const [start, end] = node.range;
  if (depth > MAX_NESTING) return unknownNode(start, end);
  switch (node.type) {
    case 'TOMLArray':
      return listNode(
        node.elements.map((item) => lower(item, depth + 1)),
        start,
        end,
      );
    case 'TOMLInlineTable':
      return recordNode(
        node.body.map((item) => keyValue(item, depth + 1)),
        start,
        end,
      );
    default:
      if (node.kind === 'string') return textNode(node.value, start, end);
      if (node.kind === 'boolean' || node.kind === 'integer' || node.kind === 'float') {
        return constNode(node.value, start, end);
      }
      return unknownNode(start, end);
  }
}
