import { isOcid } from '../../../secrets';
import type { Span } from '../../../source/program';
import type { TextEdit } from '../../contract';
import { breakOf, wholeLines } from '../edits';
import type { Moving } from './index';
import { quotingOf } from './quoting';

/** `name = "literal"` alone on its line. */
interface Attribute {
  readonly line: Span;
  readonly name: string;
  /** The literal with its quotes. */
  readonly value: Span;
}

/** A sensitive variable without a default; what sets it (`TF_VAR_…`) stands in no file. */
export function inTerraform(moving: Moving): TextEdit[] | undefined {
  const { context, secret, variable } = moving;
  const { text } = context.program;
  const own = attributeAt(text, secret.span.start);
  if (!own || holdsMore(own, secret.span)) return interpolated(moving);
  const identity = secret.kind === 'iam-identity' ? restOfIdentity(text, own) : [];
  if (/\.tfvars$/.test(context.uri)) return [own, ...identity].flatMap(({ line }) => removed(text, line));
  const all = [own, ...identity].sort((a, b) => a.value.start - b.value.start);
  const moved = all.filter(({ name }) => name !== 'default');
  const eol = breakOf(text);
  const nameOf = ({ name }: Attribute): string => (/^[a-z]/.test(name) ? name : variable.toLowerCase());
  const blocks = moved.flatMap((one) => declared(moduleOf(context), eol, nameOf(one), one === own));
  return [
    ...all.filter((one) => !moved.includes(one)).flatMap((one) => withoutDefault(text, one, one === own)),
    ...moved.map((one) => ({ span: one.value, text: `var.${nameOf(one)}` })),
    ...atEnd(text, eol, blocks),
  ];
}

/** The files of a folder are one module, which declares a variable once. */
const moduleOf = ({ program, beside }: Moving['context']): string[] => [program.text, ...(beside?.('.tf') ?? [])];

function atEnd(text: string, eol: string, blocks: readonly string[]): TextEdit[] {
  const end = { start: text.length, end: text.length };
  return blocks.length > 0 ? [{ span: end, text: (text.endsWith('\n') ? '' : eol) + blocks.join('') }] : [];
}

/** The literal says more than the secret: `Bearer …`, `NAME=…`. */
const holdsMore = ({ value }: Attribute, { start, end }: Span): boolean =>
  value.start + 1 < start && start < end && end <= value.end - 1;

/** What sets a variable, and its default, may name no other one. */
function isConstant({ program: { text }, uri }: Moving['context'], { start }: Span): boolean {
  const heads = text
    .slice(0, start)
    .split('\n')
    .filter((line) => /^\w/.test(line) && line.includes('{'));
  return /\.tfvars$/.test(uri) || /^variable\b/.test(heads.at(-1) ?? '');
}

/** A secret in a longer text, or in a list. */
function interpolated({ context, secret, variable }: Moving): TextEdit[] | undefined {
  const { text } = context.program;
  const quoting = quotingOf(text, secret.span);
  if (quoting?.quote !== '"' || isConstant(context, secret.span)) return undefined;
  const name = variable.toLowerCase();
  const isWhole = quoting.before === '' && quoting.after === '';
  const read = isWhole ? { span: quoting.span, text: `var.${name}` } : { span: secret.span, text: `\${var.${name}}` };
  const eol = breakOf(text);
  return [read, ...atEnd(text, eol, declared(moduleOf(context), eol, name, true))];
}

function attributeAt(text: string, at: number): Attribute | undefined {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const newline = text.indexOf('\n', at);
  const line = { start, end: newline < 0 ? text.length : newline };
  const found = /^([ \t]*)([\w-]+)([ \t]*=[ \t]*)("[^"\n]*")[ \t]*(?:(?:#|\/\/).*)?\r?$/.exec(
    text.slice(start, line.end),
  );
  if (!found) return undefined;
  const [, indent = '', name = '', equals = '', literal = ''] = found;
  const from = start + indent.length + name.length + equals.length;
  return { line, name, value: { start: from, end: from + literal.length } };
}

const LITERAL_OCID = /=[ \t]*"(ocid1\.(user|tenancy)\.[\w.-]+)"/g;

/** User and tenancy beside the fingerprint that moves: of its block, or of all blocks where it is a variable's default. */
function restOfIdentity(text: string, own: Attribute): Attribute[] {
  const block = blockAround(text, own.line.start);
  const within = ({ line }: Attribute): boolean => block.start <= line.start && line.end <= block.end;
  return [...text.matchAll(LITERAL_OCID)].flatMap((match) => {
    const at = attributeAt(text, match.index);
    const real = isOcid(match[1] ?? '', match[2] === 'user' ? 'user' : 'tenancy');
    const named = at && /^default$|user|tenan/i.test(at.name);
    return at && real && (own.name === 'default' ? named : within(at)) ? [at] : [];
  });
}

function blockAround(text: string, at: number): Span {
  const close = text.indexOf('}', at);
  return { start: text.lastIndexOf('{', at), end: close < 0 ? text.length : close };
}

const removed = (text: string, line: Span): TextEdit[] => {
  const span = wholeLines(text, line);
  return span ? [{ span, text: '' }] : [];
};

/** The block of a variable that is not declared yet. */
function declared(module: readonly string[], eol: string, name: string, sensitive: boolean): string[] {
  const block = new RegExp(`variable\\s+"${name}"`);
  if (module.some((text) => block.test(text))) return [];
  const lines = sensitive ? ['  type      = string', '  sensitive = true'] : ['  type = string'];
  return [['', `variable "${name}" {`, ...lines, '}', ''].join(eol)];
}

const SENSITIVE = 'sensitive';

/** The default goes, or makes place for `sensitive = true`; equals signs that stood in one column still do. */
function withoutDefault(text: string, own: Attribute, isSecret: boolean): TextEdit[] {
  const block = blockAround(text, own.line.start);
  const marked = /\bsensitive[ \t]*=[ \t]*true/.test(text.slice(block.start, block.end));
  const others = attributesBeside(text, own.line).filter(({ start }) => start !== own.line.start);
  const replaced = isSecret && !marked;
  const names = others.map(({ name }) => name);
  const width = Math.max(...[...names, ...(replaced ? [SENSITIVE] : [])].map(({ length }) => length), 0);
  const edits = others.flatMap(({ start, indent, name, gap }): TextEdit[] => {
    const span = { start: start + indent.length + name.length, end: start + indent.length + name.length + gap.length };
    const wanted = ' '.repeat(width - name.length + 1);
    return wanted === gap ? [] : [{ span, text: wanted }];
  });
  if (!replaced) return [...removed(text, own.line), ...edits];
  const start = own.value.start - text.slice(own.line.start, own.value.start).trimStart().length;
  return [{ span: { start, end: own.value.end }, text: `${SENSITIVE.padEnd(width)} = true` }, ...edits];
}

interface Aligned {
  readonly start: number;
  readonly indent: string;
  readonly name: string;
  readonly gap: string;
}

/** The run of attributes on lines next to each other, which `terraform fmt` aligns. */
function attributesBeside(text: string, line: Span): Aligned[] {
  const found: Aligned[] = [];
  const read = (start: number, end: number): Aligned | undefined => {
    const match = /^([ \t]*)([\w-]+)([ \t]*)=(?!=)/.exec(text.slice(start, end));
    return match ? { start, indent: match[1] ?? '', name: match[2] ?? '', gap: match[3] ?? '' } : undefined;
  };
  for (let end = line.start - 1; end > 0; ) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    const one = read(start, end);
    if (!one) break;
    found.unshift(one);
    end = start - 1;
  }
  for (let start = line.end + 1; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const one = read(start, end);
    if (!one) break;
    found.push(one);
    start = end + 1;
  }
  return found;
}
