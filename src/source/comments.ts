import type { Node } from 'web-tree-sitter';
import type { Unit } from './lowering';
import type { Comment } from './program';

/** The comments of a language that writes them as C does; the grammar may have several types of them. */
export const commentsOf =
  (...types: string[]) =>
  (root: Node, unit: Unit): Comment[] =>
    root.descendantsOfType(types).map((node) => ({ span: unit.span(node), text: commentText(unit.textOf(node)) }));

function commentText(raw: string): string {
  if (raw.startsWith('//')) return raw.replace(/^\/{2,}/, '').trim();
  const inner = raw.slice(2, raw.endsWith('*/') ? -2 : undefined);
  return inner
    .split('\n')
    .map((line) => line.trim().replace(/^\*+ ?/, ''))
    .join('\n')
    .trim();
}
