import type { Span } from '../../source/program';
import { applied, occurrences } from './edits';

/** Where variables are read that only the removed piece names; `read` finds the reading of one, with checks of it. */
export function inputsOf(text: string, { start, end }: Span, read: (name: string) => RegExp): Span[] {
  const rest = applied(text, [{ span: { start, end }, text: '' }]);
  const names = new Set(text.slice(start, end).match(/(?<![.\w"])[A-Za-z_]\w*\b(?!["(.])/g) ?? []);
  return [...names].flatMap((name) => {
    const found = read(name).exec(text);
    if (!found || occurrences(rest, name) > occurrences(found[0], name)) return [];
    return [{ start: found.index, end: found.index + found[0].length }];
  });
}
