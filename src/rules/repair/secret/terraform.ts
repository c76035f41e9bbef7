import type { Span } from '../../../source/program';
import type { TextEdit } from '../../contract';
import { breakOf, wholeLines } from '../edits';
import type { Moving } from './index';

/** A sensitive variable without a default; what sets it (`TF_VAR_…`) stands in no file. */
export function inTerraform({ context, secret, variable }: Moving): TextEdit[] | undefined {
  const { text } = context.program;
  const start = text.lastIndexOf('\n', secret.span.start - 1) + 1;
  const newline = text.indexOf('\n', secret.span.end);
  const end = newline < 0 ? text.length : newline;
  const assigned = /^([ \t]*)([\w-]+)[ \t]*=[ \t]*("[^"\n]*")[ \t]*(?:#.*)?$/.exec(text.slice(start, end));
  if (!assigned) return undefined;
  const [, indent = '', attribute = '', value = ''] = assigned;
  const eol = breakOf(text);
  if (/\.tfvars$/.test(context.uri)) {
    const lines = wholeLines(text, { start, end });
    return lines && [{ span: lines, text: '' }];
  }
  if (attribute === 'default')
    return [
      { span: { start: start + indent.length, end: valueEnd(text, start, value) }, text: sensitive(text, start) },
    ];
  const name = /^[a-z]/.test(attribute) ? attribute : variable.toLowerCase();
  const at = text.indexOf(value, start);
  const edits: TextEdit[] = [{ span: { start: at, end: at + value.length }, text: `var.${name}` }];
  if (!new RegExp(`variable\\s+"${name}"`).test(text)) {
    const block = ['', `variable "${name}" {`, '  type      = string', '  sensitive = true', '}', ''].join(eol);
    edits.push({ span: { start: text.length, end: text.length }, text: text.endsWith('\n') ? block : eol + block });
  }
  return edits;
}

const valueEnd = (text: string, start: number, value: string): number => text.indexOf(value, start) + value.length;

/** A block that is sensitive already only loses its default. */
function sensitive(text: string, at: number): string {
  const open = text.lastIndexOf('{', at);
  const close = text.indexOf('}', at);
  const block: Span = { start: open, end: close < 0 ? text.length : close };
  return /\bsensitive\s*=\s*true/.test(text.slice(block.start, block.end)) ? '' : 'sensitive = true';
}
