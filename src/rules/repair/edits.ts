import type { Arg, CallExpr, Span } from '../../source/program';
import type { TextEdit } from '../contract';

/** Where the line of an offset begins. */
export const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

/** White space at the beginning of the line in which an offset stands. */
export function indentAt(text: string, offset: number): string {
  const start = lineStart(text, offset);
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}

/** The line break that the file uses. */
export const breakOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

/** One indentation step as the file writes it; four spaces where nothing is indented. */
export function unitOf(text: string): string {
  const first = /^(?:\t+| {2,8})(?=\S)/m.exec(text)?.[0];
  if (!first) return '    ';
  return first.startsWith('\t') ? '\t' : first;
}

/** The whole lines of a statement that stands alone on them, its line break included. */
export function wholeLines(text: string, span: Span): Span | undefined {
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  const newline = text.indexOf('\n', span.end);
  const end = newline < 0 ? text.length : newline + 1;
  const around = text.slice(start, span.start) + text.slice(span.end, end);
  return around.trim() === '' ? { start, end } : undefined;
}

/** Whether a line begins a statement of its own, in languages with braces: it is no branch of an `if` without them. */
export function beginsStatement(text: string, line: number): boolean {
  const isCode = (one: string): boolean => one.trim() !== '' && !/^\s*\/\//.test(one);
  const before = text
    .slice(Math.max(0, line - 2000), line)
    .split('\n')
    .filter(isCode)
    .at(-1);
  if (before === undefined) return true;
  const comment = before.lastIndexOf('//');
  return endsStatement(before) || (comment >= 0 && endsStatement(before.slice(0, comment)));
}

const endsStatement = (line: string): boolean => /[;{}]/.test(line.trimEnd().slice(-1));

/** The end of the block in braces in which a place stands. */
export function blockEnd(text: string, at: number): number {
  let depth = 0;
  for (let end = at; end < text.length; end += 1) {
    if (text[end] === '{') depth += 1;
    else if (text[end] === '}' && --depth < 0) return end;
  }
  return text.length;
}

/** How often a text names a variable: as a whole word, no attribute of something, no keyword of an argument. */
export function occurrences(text: string, name: string): number {
  let count = 0;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    if (
      !isWord(text[at - 1]) &&
      text[at - 1] !== '.' &&
      !isWord(text[at + name.length]) &&
      !isKeyword(text, at, name)
    ) {
      count += 1;
    }
  }
  return count;
}

const isWord = (char: string | undefined): boolean => char !== undefined && /[\w$]/.test(char);

/** `f(name=…)`: an equals sign right behind, an opening bracket or comma before. */
function isKeyword(text: string, at: number, name: string): boolean {
  const end = at + name.length;
  if (text[end] !== '=' || text[end + 1] === '=') return false;
  return /[(,]\s*$/.test(text.slice(Math.max(0, at - 200), at));
}

/** An argument with the comma and white space that separate it from its neighbour. */
export function argumentWithComma(text: string, call: CallExpr, arg: Arg): Span {
  const at = call.args.indexOf(arg);
  const next = call.args[at + 1];
  if (next) return { start: arg.span.start, end: next.span.start };
  const before = call.args[at - 1];
  if (!before) return arg.span;
  const comma = text.indexOf(',', before.span.end);
  return { start: comma >= 0 && comma < arg.span.start ? comma : before.span.end, end: arg.span.end };
}

/** Removes arguments of a call, each run of neighbours with what separates it from the rest. */
export function withoutArguments({ args }: CallExpr, gone: readonly Arg[]): TextEdit[] {
  const edits: TextEdit[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const from = at;
    while (at < args.length && gone.includes(args[at] as Arg)) at += 1;
    const [first, last, next, before] = [args[from], args[at - 1], args[at], args[from - 1]];
    if (at === from || !first || !last) continue;
    const start = !next && before ? before.span.end : first.span.start;
    edits.push({ span: { start, end: next?.span.start ?? last.span.end }, text: '' });
  }
  return edits;
}

/** What separates an argument from a new one behind it: a line, where each has one of its own. */
export function separatorBehind(text: string, { args }: CallExpr, arg: Arg): string {
  const { start, end } = arg.span;
  const before = text.slice(lineStart(text, start), start);
  const next = args[args.indexOf(arg) + 1];
  const alone = !next || text.slice(end, next.span.start).includes('\n');
  return before.trim() === '' && alone ? `,${breakOf(text)}${before}` : ', ';
}

/** Puts an argument behind the last one. */
export function appendedArgument(text: string, call: CallExpr, added: string): TextEdit | undefined {
  const last = call.args.at(-1);
  if (!last) return undefined;
  return { span: { start: last.span.end, end: last.span.end }, text: separatorBehind(text, call, last) + added };
}

/** Puts an argument before all others. */
export function insertedArgument(text: string, call: CallExpr, added: string): TextEdit {
  const [first] = call.args;
  const at = first?.span.start ?? call.argsSpan.start + 1;
  return { span: { start: at, end: at }, text: first ? added + separatorBehind(text, call, first) : added };
}

/** The name of a file as part of a name; empty for the main one. */
export function suffixOf(uri: string): string {
  const base = (uri.slice(uri.lastIndexOf('/') + 1).split('.')[0] ?? '').replace(/%[0-9A-F]{2}/gi, '');
  const words = base.split(/[^A-Za-z0-9]+/).filter((word) => word !== '' && word !== 'main' && word !== 'Program');
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

/** The text after edits that do not overlap. */
export function applied(text: string, edits: readonly TextEdit[]): string {
  let result = text;
  for (const edit of [...edits].sort((a, b) => b.span.start - a.span.start || b.span.end - a.span.end)) {
    result = result.slice(0, edit.span.start) + edit.text + result.slice(edit.span.end);
  }
  return result;
}
