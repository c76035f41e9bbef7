import type { Span } from '../../../source/program';
import type { TextEdit } from '../../contract';
import { applied, occurrences } from '../edits';

/**
 * Takes away the line by which a request gets its key, and what was read for it alone. Undefined where the header is
 * not set in a line of its own, or more than once.
 */
export function withoutKey(text: string, request: string, sent: Span): TextEdit[] | undefined {
  const start = text.lastIndexOf('\nfunc ', sent.start) + 1;
  const body = text.slice(start, sent.start);
  const name = request.replaceAll('$', '\\$');
  const set = `${name}\\.Header\\.(?:Set|Add)\\("authorization", [^\\n]*\\)`;
  const made = `${name}\\.Header = \\w+\\.Header\\{"authorization": \\{[^{}\\n]*\\}\\}`;
  const found = [...body.matchAll(new RegExp(`^[ \\t]*(?:${set}|${made})[ \\t]*(?://[^\\n]*)?\\n`, 'gim'))];
  const [line, more] = found;
  if (!line || more) return undefined;
  const span = { start: start + line.index, end: start + line.index + line[0].length };
  if (isAlone(text, span)) return undefined;
  return [span, ...inputsOf(text, line[0], span)].map((gone) => ({ span: gone, text: '' }));
}

/** An `if` that sets nothing but the key would be left empty. */
const isAlone = (text: string, { start, end }: Span): boolean =>
  text.slice(0, start).trimEnd().endsWith('{') && text.slice(end).trimStart().startsWith('}');

/** Variables that only the removed line names, with the check that they are set. */
function inputsOf(text: string, line: string, { start, end }: Span): Span[] {
  const rest = applied(text, [{ span: { start, end }, text: '' }]);
  return [...new Set(line.match(/(?<![.\w"])[A-Za-z_]\w*\b(?!["(.])/g) ?? [])].flatMap((name) => {
    const read = new RegExp(
      `^[ \\t]*(?:var )?${name} :?= \\w+\\.Getenv\\("[^"\\n]*"\\)[ \\t]*\\n(?:[ \\t]*if ${name} == "" \\{\\n[^{}]*\\}\\n)?`,
      'm',
    ).exec(text);
    if (!read || occurrences(rest, name) > occurrences(read[0], name)) return [];
    return [{ start: read.index, end: read.index + read[0].length }];
  });
}
