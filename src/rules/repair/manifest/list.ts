import type { Span } from '../../../source/program';
import type { TextEdit } from '../../contract';
import { breakOf } from '../edits';

/** Lists packages in a manifest: no edit where all are listed, undefined where the file has no place for them. */
export type ListPackages = (text: string, names: readonly string[]) => readonly TextEdit[] | undefined;

/** Elements that join a bracketed list the way its last one stands: on lines of their own, or on one line. */
export function appended(
  text: string,
  list: Span,
  elements: readonly Span[],
  added: readonly string[],
): readonly TextEdit[] {
  if (added.length === 0) return [];
  const last = elements.at(-1);
  if (!last) return [{ span: { start: list.start + 1, end: list.start + 1 }, text: added.join(', ') }];
  const lineStart = text.lastIndexOf('\n', last.start) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart, last.start))?.[0] ?? '';
  const ownLine = lineStart > list.start && lineStart + indent.length === last.start;
  if (!ownLine) return [insertion(last.end, added.map((one) => `, ${one}`).join(''))];
  // What stands behind the last one is said of it, and stays with it.
  const rest = /^[^\r\n]*/.exec(text.slice(last.end, list.end - 1))?.[0] ?? '';
  const comma = rest.startsWith(',') ? ',' : '';
  const lines = added.join(`,${breakOf(text)}${indent}`);
  const below = insertion(last.end + rest.length, `${breakOf(text)}${indent}${lines}${comma}`);
  if (comma) return [below];
  return rest === '' ? [{ ...below, text: `,${below.text}` }] : [insertion(last.end, ','), below];
}

const insertion = (at: number, text: string): TextEdit => ({ span: { start: at, end: at }, text });
