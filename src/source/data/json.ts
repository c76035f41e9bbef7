import { type Node, type ParseError, parseTree, visit } from 'jsonc-parser';
import type { Comment, Entry, Expr } from '../program';
import { type DataFormat, dataFrontEnd, exported, type Reading } from './data-program';
import { constNode, entryNode, listNode, MAX_NESTING, recordNode, textNode, unknownNode } from './nodes';

/** JSON, with the comments and trailing commas that editors allow. */
const JSON_FORMAT: DataFormat = {
  language: 'json',
  read(text: string): Reading {
    const errors: ParseError[] = [];
    const root = parseTree(text, errors, { allowTrailingComma: true });
    return { stmts: root ? [exported(lower(root, 0))] : [], broken: errors.length > 0 };
  },
  comments(text: string): Comment[] {
    const found: Comment[] = [];
    const onComment = (start: number, length: number): void => {
      const end = start + length;
      const inner = text.slice(start + 2, text[start + 1] === '*' ? end - 2 : end);
      found.push({ span: { start, end }, text: inner.trim() });
    };
    visit(text, { onComment }, { allowTrailingComma: true });
    return found;
  },
};

export const jsonFrontEnd = dataFrontEnd(JSON_FORMAT);

function lower(node: Node, depth: number): Expr {
  const start = node.offset;
  const end = node.offset + node.length;
  const children = node.children ?? [];
  if (depth > MAX_NESTING) return unknownNode(start, end);
  switch (node.type) {
    case 'string':
      return textNode(node.value as string, start, end);
    case 'number':
    case 'boolean':
    case 'null':
      return constNode((node.value ?? null) as number | boolean | null, start, end);
    case 'array':
      return listNode(
        children.map((item) => lower(item, depth + 1)),
        start,
        end,
      );
    case 'object':
      return recordNode(
        children.flatMap((property) => entry(property, depth)),
        start,
        end,
      );
    default:
      return unknownNode(start, end);
  }
}

function entry(property: Node, depth: number): Entry[] {
  const [key, value] = property.children ?? [];
  if (!key || !value) return [];
  const keySpan = { start: key.offset, end: key.offset + key.length };
  return [entryNode(key.value as string, keySpan, lower(value, depth + 1))];
}
