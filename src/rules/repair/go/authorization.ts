import type { Span } from '../../../source/program';
import type { TextEdit } from '../../contract';
import { inputsOf } from '../inputs';

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
  return [span, ...inputsOf(text, span, read)].map((gone) => ({ span: gone, text: '' }));
}

/** An `if` that sets nothing but the key would be left empty. */
const isAlone = (text: string, { start, end }: Span): boolean =>
  text.slice(0, start).trimEnd().endsWith('{') && text.slice(end).trimStart().startsWith('}');

/** `key := os.Getenv("…")`, with the check that it is set. */
const read = (name: string): RegExp =>
  new RegExp(
    `^[ \\t]*(?:var )?${name} :?= \\w+\\.Getenv\\("[^"\\n]*"\\)[ \\t]*\\n(?:[ \\t]*if ${name} == "" \\{\\n[^{}]*\\}\\n)?`,
    'm',
  );
