import { shellVault } from '../../../knowledge/sdks/shell-writing';
import type { Span } from '../../../source/program';
import type { TextEdit } from '../../contract';
import { wholeLines } from '../edits';
import type { Moving } from './index';
import { quotingOf } from './quoting';

const isPlainText = (text: string): boolean => !/["'`$\\!\n]/.test(text);

/** `"$NAME"`, which stops the script where it is not set. */
export const inShell = (moving: Moving): TextEdit[] | undefined => expanded(moving, `\${${moving.variable}:?}`);

/** The same by a command of the CLI. */
export const inShellFromVault = (moving: Moving): TextEdit[] | undefined =>
  expanded(moving, shellVault(moving.variable));

/** What the shell expands between double quotes. */
function expanded({ context, secret }: Moving, read: string): TextEdit[] | undefined {
  const { text } = context.program;
  const quoting = quotingOf(text, secret.span);
  if (!quoting || isHeredoc(text, secret.span)) return undefined;
  const { quote, span, before, after } = quoting;
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
