import type { CallExpr, Span } from '../../../source/program';
import type { TextEdit } from '../../contract';
import { occurrences } from '../edits';
import { catchesIo } from './place';

/** What was read or named for the key's provider alone. */
export function deadInputs(text: string, { span, argsSpan }: CallExpr): TextEdit[] {
  const removed = [text.slice(span.start, span.end)];
  const dead: Span[] = [];
  const names = namesIn(text.slice(argsSpan.start, argsSpan.end));
  for (const name of names) {
    const declared = inputOf(text, name);
    const left = occurrences(text, name) - removed.reduce((sum, one) => sum + occurrences(one, name), 0);
    if (!declared || left !== 1 || catchesIo(text, declared)) continue;
    dead.push(declared);
    const line = text.slice(declared.start, declared.end);
    removed.push(line);
    // A set may grow while it is gone through.
    for (const more of namesIn(line.slice(line.indexOf('=')))) names.add(more);
  }
  return withoutBlank(text, joined(dead)).map((gone) => ({ span: gone, text: '' }));
}

/** Lines that follow each other as one span. */
function joined(lines: readonly Span[]): Span[] {
  const spans: Span[] = [];
  for (const { start, end } of [...lines].sort((a, b) => a.start - b.start)) {
    const last = spans.at(-1);
    if (last?.end === start) spans[spans.length - 1] = { start: last.start, end };
    else spans.push({ start, end });
  }
  return spans;
}

/** A blank line behind the first lines of a block goes with them. */
const withoutBlank = (text: string, spans: readonly Span[]): Span[] =>
  spans.map(({ start, end }) => {
    const blank = /^[ \t]*\r?\n/.exec(text.slice(end, end + 200));
    return {
      start,
      end: blank && /\{\s*$/.test(text.slice(Math.max(0, start - 80), start)) ? end + blank[0].length : end,
    };
  });

const namesIn = (code: string): Set<string> => new Set(code.match(/(?<![.\w$"])[A-Za-z_$][\w$]*(?![\w$(.])/g));

/** The line that names a text or reads the config file. */
function inputOf(text: string, name: string): Span | undefined {
  const declared = new RegExp(
    `^[ \\t]*(?:(?:private|static|final) ){0,3}[\\w.]+ ${name.replaceAll('$', '\\$')} = (?:"[^"\\n]*"|[\\w.]*ConfigFileReader\\.[^;]*);[ \\t]*\\r?\\n`,
    'm',
  ).exec(text);
  return declared ? { start: declared.index, end: declared.index + declared[0].length } : undefined;
}
