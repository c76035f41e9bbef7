import type { ServiceUse } from '../../../flow/uses';
import { JAVA_CONNECTION_SIGNING, javaConnectionSigningOf } from '../../../knowledge/sdks/java-signing';
import type { Target } from '../../../knowledge/sdks/target';
import type { Span } from '../../../source/program';
import type { TextEdit } from '../../contract';
import { applied, beginsStatement, blockEnd, breakOf, indentAt, lineStart, suffixOf } from '../edits';
import { inputsOf } from '../inputs';
import type { JavaModule } from './module';
import { provider } from './provider';
import { readOf } from './read';

/** A connection with a key is signed in a line of its own, when all is set and before anything is sent. */
export function signConnection(module: JavaModule, use: ServiceUse, target: Target): TextEdit[] | undefined {
  const { callee, span } = use.call;
  const { text } = module.program;
  if (target === 'session-token' || callee.k !== 'member' || callee.object.k !== 'name') return undefined;
  const { name } = callee.object;
  const life = lifeOf(text, name, span);
  const header = life && headerOf(text, name, life);
  const sends = life && sendingLine(text, name, life);
  if (!life || !header || sends === undefined || header.end > sends) return undefined;
  const body = bodyOf(text, name, life, sends);
  const made = body && provider(module, use, target, { throws: false });
  if (!made) return undefined;
  const type = `${JAVA_CONNECTION_SIGNING}${suffixOf(use.origin.uri)}`;
  const signing = javaConnectionSigningOf({
    type,
    provider: made,
    name: (path) => module.name(path),
    unit: module.unit,
  });
  if (!module.addClass(type, signing)) return undefined;
  const indent = /^[ \t]*/.exec(text.slice(sends, sends + 200))?.[0] ?? indentAt(text, sends);
  const edits: TextEdit[] = [
    ...[header, ...inputsOf(text, header, readOf)].map((gone) => ({ span: gone, text: '' })),
    { span: { start: sends, end: sends }, text: `${indent}${type}.sign(${name}, ${body});${breakOf(text)}` },
  ];
  return [...edits, ...module.edits(applied(text, edits))];
}

/** From where the connection is opened to the end of that block. */
function lifeOf(text: string, name: string, { start }: Span): Span | undefined {
  const opened = new RegExp(`\\b${name} =\\s*\\((?:java\\.net\\.|javax\\.net\\.ssl\\.)?Https?URLConnection\\) `, 'g');
  const last = [...text.slice(0, start).matchAll(opened)].at(-1);
  const end = last && blockEnd(text, last.index);
  return last && end !== undefined && end > start ? { start: last.index, end } : undefined;
}

/** The line that sets the key. */
function headerOf(text: string, name: string, { start, end }: Span): Span | undefined {
  const set = new RegExp(
    `^[ \\t]*${name}\\.(?:set|add)RequestProperty\\(\\s*"authorization",[^;]*\\);[ \\t]*\\r?\\n`,
    'gim',
  );
  const [found, more] = [...text.slice(start, end).matchAll(set)];
  if (!found || more || !beginsStatement(text, start + found.index)) return undefined;
  return { start: start + found.index, end: start + found.index + found[0].length };
}

/** The beginning of the line that first sends or asks, where that line begins a statement that no other sends without. */
function sendingLine(text: string, name: string, life: Span): number | undefined {
  const sends = new RegExp(`\\b${name}\\.(?:connect|get(?!Request|DoOutput|URL)\\w+)\\(`);
  const first = sends.exec(text.slice(life.start, life.end));
  if (!first) return undefined;
  const line = lineStart(text, life.start + first.index);
  const head = text.slice(line, life.start + first.index).trimStart();
  if (/^(?:else|case|default|while|for|do|[^\w(])|[;{}]|->/.test(head) || !beginsStatement(text, line))
    return undefined;
  const end = blockEnd(text, line);
  return isTried(text, line, life) || !sends.test(text.slice(end, life.end)) ? line : undefined;
}

/** Whether a line always runs: it stands in the block of the connection, or in a `try` there. */
function isTried(text: string, line: number, { start, end }: Span): boolean {
  if (blockEnd(text, line) === end) return true;
  const tried = tryAround(text.slice(start, line));
  return tried !== undefined && blockEnd(text, start + tried) === end;
}

/** Where the `try` stands in whose block a text ends. */
function tryAround(before: string): number | undefined {
  const open = before.lastIndexOf('{');
  const at = before.lastIndexOf('try', open);
  if (open < before.lastIndexOf('}') || at < 0 || /\w/.test(before.charAt(at - 1))) return undefined;
  const resources = before.slice(at + 'try'.length, open).trim();
  return resources === '' || /^\([^{}]*\)$/.test(resources) ? at : undefined;
}

/** An expression for the text that is written to the connection, as it is known before the line that first sends. */
function bodyOf(text: string, name: string, life: Span, sends: number): string | undefined {
  const whole = text.slice(life.start, life.end);
  if (whole.includes('.setChunkedStreamingMode(')) return undefined;
  if (!whole.includes('getOutputStream(')) {
    // What such a request sends in place of a body, nobody shows.
    return /"(?:POST|PUT)"/.test(whole) ? undefined : 'null';
  }
  const given = written(whole, name);
  const variable = /^\w+/.exec(given?.text ?? '')?.[0];
  const rest = given && text.slice(Math.min(sends, life.start + given.at), life.end);
  const changes = new RegExp(`\\b${variable}\\s*[-+|&^]?=(?!=)|\\b${variable}\\.(?!getBytes|toString)`);
  return rest === undefined || (variable !== undefined && changes.test(rest)) ? undefined : given?.text;
}

const BYTES =
  /^(\w+(?:\.toString\(\))?|"(?:[^"\\\n]|\\.)*")\.getBytes\((?:(?:StandardCharsets\.)?UTF_8|"(?:UTF|utf)-8")?\)$/;

const BRANCHES = /\b(?:if|else|switch|for|while|do)\b|->/;

interface Text {
  readonly text: string;
  /** Where it becomes bytes. */
  readonly at: number;
}

/** The text of the only `out.write(text.getBytes(…))`, also through an array. */
function written(life: string, name: string): Text | undefined {
  const stream = new RegExp(`\\b(\\w+) = ${name}\\.getOutputStream\\(\\)`).exec(life)?.[1];
  const out = stream ?? `${name}\\.getOutputStream\\(\\)`;
  const [call, more] = [...life.matchAll(new RegExp(`\\b${out}\\.(?!flush|close)(\\w+)\\(([^;]*)\\);`, 'g'))];
  const [, method, args = ''] = call ?? [];
  if (!call || more || method !== 'write') return undefined;
  // Written once and always, in the scope of the line that signs.
  if (BRANCHES.test(life.slice(life.indexOf('getOutputStream('), call.index))) return undefined;
  // What is given the stream may write too.
  if (stream && new RegExp(`[(,] ?${stream}\\b(?! =)`).test(life)) return undefined;
  const bytes = args.replace(/^(\w+), 0, \1\.length$/, '$1').trim();
  const array = /^\w+$/.test(bytes) ? new RegExp(`\\bbyte\\[\\] ${bytes} = ([^;]*);`).exec(life) : undefined;
  const text = BYTES.exec(array?.[1]?.trim() ?? bytes)?.[1];
  return text === undefined ? undefined : { text, at: (array ?? call).index };
}
