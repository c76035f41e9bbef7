import type { Span } from '../../../source/program';
import type { TextEdit } from '../../contract';
import { wholeLines } from '../edits';
import type { Moving } from './index';

/** Where a secret stands in a line: inside of quotes or bare, and whether it fills them. */
interface Quoting {
  readonly quote: '"' | "'" | '';
  /** The quotes with what they hold. */
  readonly span: Span;
  readonly before: string;
  readonly after: string;
}

/** Undefined where the quoting cannot be told: a secret over several lines, one of a heredoc. */
function quotingOf(text: string, { start, end }: Span): Quoting | undefined {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end) < 0 ? text.length : text.indexOf('\n', end);
  let quote: Quoting['quote'] = '';
  let opened = start;
  for (let at = lineStart; at < start; at += 1) {
    const char = text[at];
    if (char === '\\' && quote !== "'") at += 1;
    else if (quote === '' && (char === '"' || char === "'")) {
      quote = char;
      opened = at;
    } else if (char === quote) quote = '';
  }
  if (quote === '')
    return /\n/.test(text.slice(start, end)) ? undefined : { quote, span: { start, end }, before: '', after: '' };
  const closed = text.indexOf(quote, end);
  if (closed < 0 || (closed >= lineEnd && !text.slice(start, end).includes('\n'))) return undefined;
  return {
    quote,
    span: { start: opened, end: closed + 1 },
    before: text.slice(opened + 1, start),
    after: text.slice(end, closed),
  };
}

const isPlainText = (text: string): boolean => !/["'`$\\!\n]/.test(text);

/** `"$NAME"`, which stops the script where it is not set. */
export function inShell({ context, secret, variable }: Moving): TextEdit[] | undefined {
  const { text } = context.program;
  const quoting = quotingOf(text, secret.span);
  if (!quoting || isHeredoc(text, secret.span)) return undefined;
  const { quote, span, before, after } = quoting;
  const read = `\${${variable}:?}`;
  if (quote === '') return [{ span, text: `"${read}"` }];
  if (quote === '"')
    return [{ span: { start: span.start + 1 + before.length, end: span.end - 1 - after.length }, text: read }];
  if (!isPlainText(before) || !isPlainText(after)) return undefined;
  return [{ span, text: `"${before}${read}${after}"` }];
}

const isHeredoc = (text: string, { start }: Span): boolean => {
  const before = text.slice(0, start);
  for (const match of before.matchAll(/<<-?[ \t]{0,8}["']?(\w{1,80})/g)) {
    const [, ...lines] = before.slice(match.index).split('\n');
    if (lines.length > 0 && !lines.some((line) => line.trim() === match[1])) return true;
  }
  return false;
};

export function inPowershell({ context, secret, variable }: Moving): TextEdit[] | undefined {
  const quoting = quotingOf(context.program.text, secret.span);
  if (!quoting) return undefined;
  const { quote, span, before, after } = quoting;
  if (before === '' && after === '') return [{ span, text: `$env:${variable}` }];
  if (quote === '' || !isPlainText(before) || !isPlainText(after)) return undefined;
  return [{ span, text: `"${before}$($env:${variable})${after}"` }];
}

/** Where a file of this kind is filled in before use, in the words of who fills it; other files keep what they have. */
function placeholder(path: string, text: string, variable: string): string | undefined {
  if (/(?:^|\/)\.github\/workflows\//.test(path)) return `\${{ secrets.${variable} }}`;
  if (/^kind:[ \t]/m.test(text)) return undefined;
  return `\${${variable}}`;
}

export function inYaml({ context, secret, variable }: Moving): TextEdit[] | undefined {
  const { text } = context.program;
  const quoting = quotingOf(text, secret.span);
  const read = placeholder(context.path, text, variable);
  if (!quoting || read === undefined || secret.reveal().includes('\n')) return undefined;
  const { span, before, after } = quoting;
  const width = quoting.quote.length;
  return [{ span: { start: span.start + width + before.length, end: span.end - width - after.length }, text: read }];
}

/** A variable that a container gets when it starts needs no instruction of the image. */
export function inDockerfile({ context, secret }: Moving): TextEdit[] | undefined {
  const { text } = context.program;
  const start = text.lastIndexOf('\n', secret.span.start - 1) + 1;
  const newline = text.indexOf('\n', secret.span.end);
  const line = text.slice(start, newline < 0 ? text.length : newline);
  if (!/^\s*(?:ENV|ARG)\s+\w+[= ]\S+\s*$/i.test(line)) return undefined;
  const lines = wholeLines(text, { start, end: start + line.length });
  return lines && [{ span: lines, text: '' }];
}
