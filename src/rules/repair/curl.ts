import type { ServiceUse } from '../../flow/uses';
import {
  CURL_DATA,
  CURL_FAILS,
  CURL_QUIET,
  isRawHeader,
  RAW_METHODS,
  RAW_REQUEST,
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

/** `curl` with a key becomes `oci raw-request`, which signs, where all that is asked of it can be said so. */
export function signedCurl(program: Program, use: ServiceUse, target: Target): TextEdit[] | undefined {
  const { call } = use;
  const choice = choiceOf(program, true, target);
  const words = wordsOf(program.text, call);
  if (!choice || !words) return undefined;
  const { text } = program;
  const given = words.map((word) => word.name);
  if (repeats(given.filter((name) => name !== undefined && CURL_DATA.has(name))) || repeats(words.filter(isUrl)))
    return undefined;
  const hasBody = given.some((name) => name !== undefined && CURL_DATA.has(name));
  const method = given.includes('request') ? '' : ` --http-method ${hasBody ? 'POST' : 'GET'}`;
  let line = `${RAW_REQUEST} --auth ${choice.text}${method}`;
  let { end } = call.callee.span;
  for (const word of words) {
    const between = text.slice(end, word.span.start);
    const written = /^(?:[ \t]|\\\r?\n)+$/.test(between) ? rewritten(text, word) : undefined;
    if (written === undefined) return undefined;
    if (written !== '') line += between + written;
    ({ end } = word.span);
  }
  const { start } = call.callee.span;
  line += ` | ${rawAnswer(given.some((name) => name !== undefined && CURL_FAILS.has(name)))}`;
  const edit = { span: { start, end }, text: line };
  return choice.chooser ? [edit, ...functionEdits(program, choice.chooser)] : [edit];
}

const repeats = (all: readonly unknown[]): boolean => all.length > 1;

const isUrl = ({ name }: Word): boolean => name === undefined || name === 'url';

function wordsOf(text: string, { args }: CallExpr): Word[] | undefined {
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
    return next?.span.start !== word.span.start || !word.name || !CURL_QUIET.has(word.name);
  });
}

/** A variable alone stands between its quotes, and they belong to the word. */
function quoted(text: string, { span, value }: Word): Pick<Word, 'span' | 'written'> {
  const { start, end } = value.span;
  const isQuoted = value.k !== 'string' && /["']/.test(text[end] ?? '') && text[start - 1] === text[end];
  const written = isQuoted ? { start: start - 1, end: end + 1 } : value.span;
  return { span: { start: Math.min(span.start, written.start), end: Math.max(span.end, written.end) }, written };
}

function rewritten(text: string, word: Word): Written {
  const { name } = word;
  const raw = rawValue(text, word);
  if (isUrl(word)) return `--target-uri ${raw}`;
  if (name === undefined || CURL_QUIET.has(name) || CURL_FAILS.has(name)) return '';
  if (name === 'request') return RAW_METHODS.has(literal(word.value) ?? '') ? `--http-method ${raw}` : undefined;
  if (name === 'header') return header(word);
  return CURL_DATA.has(name) ? body(raw, word) : undefined;
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
function body(raw: string, { name, value }: Word): Written {
  const file = /^(["']?)@(?!-)/.exec(raw);
  if (file) return name === 'data-raw' ? undefined : `--request-body ${file[1]}file://${raw.slice(file[0].length)}`;
  const text = literal(value);
  return /^["']?@/.test(raw) || (text !== undefined && !isJson(text)) ? undefined : `--request-body ${raw}`;
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
