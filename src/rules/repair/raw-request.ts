import type { ServiceUse } from '../../flow/uses';
import {
  isRawHeader,
  RAW_METHODS,
  RAW_REQUEST,
  REQUEST_COMMANDS,
  type RequestCommand,
  rawAnswer,
} from '../../knowledge/sdks/shell-requests';
import type { Target } from '../../knowledge/sdks/target';
import type { CallExpr, Expr, Program, Span } from '../../source/program';
import type { TextEdit } from '../contract';
import { choiceOf, functionEdits } from './command';

/** One option with its value, or one other word, in the order of the command line. */
interface Word {
  readonly name?: string;
  readonly span: Span;
  readonly value: Expr;
  /** The value with its quotes. */
  readonly written?: Span;
  /** The name of a header, whose value `value` is. */
  readonly header?: string;
}

/** What a word becomes; undefined: a raw request cannot say it. Empty: it goes. */
type Written = string | undefined;

/** `curl` or `wget` with a key becomes `oci raw-request`, which signs, where all that is asked of it can be said so. */
export function rawRequest(program: Program, use: ServiceUse, target: Target): TextEdit[] | undefined {
  const { call } = use;
  const command = REQUEST_COMMANDS[use.path];
  const choice = choiceOf(program, true, target);
  const words = command && wordsOf(program.text, call, command);
  if (!choice || !words) return undefined;
  const { text } = program;
  const given = words.flatMap(({ name }) => name ?? []);
  const bodies = given.filter((name) => command.data.has(name) || command.bodyFile.has(name));
  if (repeats(bodies) || repeats(words.filter(isUrl))) return undefined;
  if (command.output !== undefined && !given.includes(command.output)) return undefined;
  const method = given.includes(command.method) ? '' : ` --http-method ${bodies.length > 0 ? 'POST' : 'GET'}`;
  let line = `${RAW_REQUEST} --auth ${choice.text}${method}`;
  let { end } = call.callee.span;
  for (const word of words) {
    const between = text.slice(end, word.span.start);
    const written = /^(?:[ \t]|\\\r?\n)+$/.test(between) ? rewritten(text, word, command) : undefined;
    if (written === undefined) return undefined;
    if (written !== '') line += between + written;
    ({ end } = word.span);
  }
  const { start } = call.callee.span;
  line += ` | ${rawAnswer(command.fails === 'always' || call.args.some((arg) => isFailing(arg.name, command)))}`;
  const edit = { span: { start, end }, text: line };
  return choice.chooser ? [edit, ...functionEdits(program, choice.chooser)] : [edit];
}

const isFailing = (name: string | undefined, { fails }: RequestCommand): boolean =>
  name !== undefined && fails !== 'always' && fails.has(name);

const repeats = (all: readonly unknown[]): boolean => all.length > 1;

const isUrl = ({ name }: Word): boolean => name === undefined || name === 'url';

/** It leaves nothing in the new command line. */
const isSilent = (name: string, command: RequestCommand): boolean =>
  command.quiet.has(name) || isFailing(name, command);

function wordsOf(text: string, { args }: CallExpr, command: RequestCommand): Word[] | undefined {
  if (args.some((arg) => arg.spread)) return undefined;
  const words = args.flatMap((arg): Word[] => {
    if (arg.name !== 'header' || arg.value.k !== 'record')
      return [{ name: arg.name, span: arg.span, value: arg.value }];
    return arg.value.entries.map(({ key, span, value }) => ({ name: 'header', header: key, span, value }));
  });
  for (const [at, word] of words.entries()) words[at] = { ...word, ...quoted(text, word) };
  words.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  // `-sSX POST` is one word for every flag in it: the option with its value stands for all, and must be one of them.
  return words.filter((word, at) => {
    const next = words[at + 1];
    return next?.span.start !== word.span.start || !word.name || !isSilent(word.name, command);
  });
}

/** A variable alone stands between its quotes, and they belong to the word. */
function quoted(text: string, { span, value }: Word): Pick<Word, 'span' | 'written'> {
  const { start, end } = value.span;
  const isQuoted = value.k !== 'string' && /["']/.test(text[end] ?? '') && text[start - 1] === text[end];
  const written = isQuoted ? { start: start - 1, end: end + 1 } : value.span;
  return { span: { start: Math.min(span.start, written.start), end: Math.max(span.end, written.end) }, written };
}

function rewritten(text: string, word: Word, command: RequestCommand): Written {
  const { name, value } = word;
  const raw = rawValue(text, word);
  if (isUrl(word)) return `--target-uri ${raw}`;
  if (name === undefined || isSilent(name, command)) return '';
  const said = literal(value);
  if (name === command.output) return said === '-' ? '' : undefined;
  if (name === command.method) {
    const method = /^-/.test(raw) ? said : raw;
    return RAW_METHODS.has(said ?? '') ? `--http-method ${method}` : undefined;
  }
  if (name === 'header') return header(word);
  // A value that hangs on its letter has no place of its own.
  if (/^-\w/.test(raw)) return undefined;
  if (command.bodyFile.has(name)) return fileBody(raw, said);
  return command.data.has(name) ? body(raw, word, command) : undefined;
}

/** The value as it is written, behind the name of its option. */
function rawValue(text: string, { value, written = value.span }: Word): string {
  const raw = text.slice(written.start, written.end);
  return /^--?[\w-]+=/.test(raw) ? raw.slice(raw.indexOf('=') + 1) : raw;
}

function header({ header: name, value }: Word): Written {
  if (name === undefined) return undefined;
  if (/^authorization$/i.test(name)) return '';
  const text = literal(value);
  if (text === undefined) return undefined;
  if (isRawHeader(name, text)) return '';
  return /^[\w .:/+;=-]+$/.test(text) ? `--request-headers '${JSON.stringify({ [name]: text })}'` : undefined;
}

/** A file, a variable, or JSON: the CLI reads nothing else. */
function body(raw: string, { name = '', value }: Word, { takesFiles }: RequestCommand): Written {
  const file = /^(["']?)@(?!-)/.exec(raw);
  if (file) return takesFiles.has(name) ? `--request-body ${file[1]}file://${raw.slice(file[0].length)}` : undefined;
  const text = literal(value);
  return /^["']?@/.test(raw) || (text !== undefined && !isJson(text)) ? undefined : `--request-body ${raw}`;
}

function fileBody(raw: string, said: string | undefined): Written {
  const quote = /^["']?/.exec(raw)?.[0] ?? '';
  return said === '-' ? undefined : `--request-body ${quote}file://${raw.slice(quote.length)}`;
}

function literal(value: Expr): string | undefined {
  const [only, more] = value.k === 'string' ? value.parts : [];
  return typeof only === 'string' && more === undefined ? only : undefined;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
