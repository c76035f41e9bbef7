import type { ServiceUse } from '../../../flow/uses';
import {
  JAVA_OKHTTP_SIGNING,
  JAVA_SIGNING,
  javaOkHttpSigningOf,
  javaSigningOf,
} from '../../../knowledge/sdks/java-signing';
import type { Target } from '../../../knowledge/sdks/target';
import type { CallExpr, Expr, Span } from '../../../source/program';
import type { TextEdit } from '../../contract';
import { applied, beginsStatement, suffixOf } from '../edits';
import { inputsOf } from '../inputs';
import type { JavaModule } from './module';
import { provider } from './provider';
import { readOf } from './read';

/** How a client's requests are signed; `body` is what the signer is told beside the builder, undefined where it is hidden. */
interface Client {
  readonly type: string;
  readonly classOf: typeof javaSigningOf;
  readonly setters: string;
  /** Calls of the builder that give the body. */
  readonly senders: RegExp;
  body(text: string, sent: string | undefined): string | undefined;
}

const CLIENTS: Readonly<Record<string, Client>> = {
  'java.net.http.HttpRequest': {
    type: JAVA_SIGNING,
    classOf: javaSigningOf,
    setters: 'header|setHeader',
    senders: /^(?:POST|PUT|method)$/,
    body: (_, sent) => {
      const body = sent === undefined ? 'null' : published(sent);
      return body === undefined ? undefined : `, ${body}`;
    },
  },
  'okhttp3.Request': {
    type: JAVA_OKHTTP_SIGNING,
    classOf: javaOkHttpSigningOf,
    setters: 'header|addHeader',
    senders: /^(?:post|put|patch|delete|method)$/,
    body: (text, sent) => (sent === undefined || isText(text, sent) ? '' : undefined),
  },
};

/**
 * `HttpRequest.newBuilder()….build()` with a key becomes `OciSigned.sign(HttpRequest.newBuilder()…, body)` without one,
 * and a builder of OkHttp, which holds its body, `OciOkHttp.sign(new Request.Builder()…)`. Others do not show what they send.
 */
export function signRequest(module: JavaModule, use: ServiceUse, target: Target): TextEdit[] | undefined {
  const { call, path } = use;
  const { callee } = call;
  const { text } = module.program;
  const client = Object.entries(CLIENTS).find(([start]) => path.startsWith(start))?.[1];
  // The provider of a session is made where nobody takes care of an `IOException`.
  if (!client || target === 'session-token') return undefined;
  if (callee.k !== 'member' || callee.name !== 'build') return undefined;
  const builder = callee.object;
  const found = builder.k === 'name' ? inLines(text, builder.name, call.span, client) : inChain(text, builder, client);
  const body = found && client.body(text, found.sent);
  const made = provider(module, use, target, { throws: false });
  if (!found || body === undefined || made === undefined) return undefined;
  const type = `${client.type}${suffixOf(use.origin.uri)}`;
  const signing = client.classOf({ type, provider: made, name: (path) => module.name(path), unit: module.unit });
  if (!module.addClass(type, signing)) return undefined;
  const edits: TextEdit[] = [
    { span: { start: call.span.start, end: call.span.start }, text: `${type}.sign(` },
    ...[found.header, ...inputsOf(text, found.header, readOf)].map((span) => ({ span, text: '' })),
    { span: { start: builder.span.end, end: call.span.end }, text: `${body})` },
  ];
  return [...edits, ...module.edits(applied(text, edits))];
}

interface Found {
  readonly header: Span;
  /** What the call that gives the body was given, with its brackets. */
  readonly sent?: string;
}

/** Where the key and the body are given in the calls of one expression. */
function inChain(text: string, last: Expr, { setters, senders }: Client): Found | undefined {
  const headers: Span[] = [];
  let sent: string | undefined;
  for (let one = last; one.k === 'call' && one.callee.k === 'member'; one = one.callee.object) {
    const { name, object } = one.callee;
    if (setters.split('|').includes(name) && isAuthorization(one))
      headers.push({ start: object.span.end, end: one.span.end });
    if (name === 'headers') return undefined;
    if (senders.test(name)) sent = text.slice(one.argsSpan.start, one.argsSpan.end);
  }
  const [header, more] = headers;
  return header && !more ? { header, sent } : undefined;
}

function isAuthorization({ args }: CallExpr): boolean {
  const name = args[0]?.value;
  return name?.k === 'string' && name.parts.length === 1 && /^authorization$/i.test(String(name.parts[0]));
}

/** The same in lines of their own. */
function inLines(text: string, name: string, { start }: Span, { setters, senders }: Client): Found | undefined {
  const before = text.slice(0, start);
  const own = new RegExp(`^[ \\t]*${name}\\.(?:${setters})\\("authorization", [^\\n]*\\);[ \\t]*\\r?\\n`, 'gim');
  const [line, more] = [...before.matchAll(own)];
  if (!line || more || !beginsStatement(text, line.index)) return undefined;
  const calls = [...before.matchAll(new RegExp(`\\b${name}\\.(\\w+)(\\([^;]*\\));`, 'g'))];
  const sent = calls.find(([, method = '']) => senders.test(method))?.[2];
  return { header: { start: line.index, end: line.index + line[0].length }, sent };
}

/** The text that a publisher sends; others hold what nobody can read twice. */
function published(args: string): string | undefined {
  if (/\bnoBody\(\)/.test(args)) return '""';
  const at = args.indexOf('ofString(');
  const rest = at < 0 ? '' : args.slice(at + 'ofString('.length, args.lastIndexOf(')')).trimEnd();
  const given = rest.endsWith(')') ? rest.slice(0, -1).trim() : undefined;
  return given !== undefined && !/,|\bnew\b|\+\+|--/.test(given) ? given : undefined;
}

/** Whether what OkHttp sends is made of a text or of bytes in this file; files and what others make may hold anything. */
function isText(text: string, args: string): boolean {
  const given = args
    .slice(1, -1)
    .replace(/^\s*"[A-Z]+"\s*,/, '')
    .trim();
  if (given === '' || given === 'null') return true;
  if (!/^\w+$/.test(given)) return isCreated(given);
  // Also a parameter or a field of that name: no other one is made otherwise.
  const declared = [...text.matchAll(new RegExp(`\\b(?:RequestBody|var) ${given}\\b(?: = ([^;]*);)?`, 'g'))];
  return declared.length > 0 && declared.every(([, made = '']) => isCreated(made));
}

const isCreated = (made: string): boolean =>
  /^(?:okhttp3\.)?RequestBody\.create\(/.test(made) && !/\b(?:File|Paths?|Files)\b/.test(made);
