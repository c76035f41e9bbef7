import type { ServiceUse } from '../../../flow/uses';
import { JAVA_SIGNING, javaSigningOf } from '../../../knowledge/sdks/java-signing';
import type { Target } from '../../../knowledge/sdks/target';
import type { CallExpr, Expr, Span } from '../../../source/program';
import type { TextEdit } from '../../contract';
import { applied, suffixOf } from '../edits';
import { inputsOf } from '../inputs';
import type { JavaModule } from './module';
import { provider } from './provider';

/**
 * `HttpRequest.newBuilder()….build()` with a key becomes `OciSigned.sign(HttpRequest.newBuilder()…, body)` without one.
 * Other clients do not show the body that is signed.
 */
export function signRequest(module: JavaModule, use: ServiceUse, target: Target): TextEdit[] | undefined {
  const { call, path } = use;
  const { callee } = call;
  const { text } = module.program;
  // The provider of a session is made where nobody takes care of an `IOException`.
  if (!path.startsWith('java.net.http.') || target === 'session-token') return undefined;
  if (callee.k !== 'member' || callee.name !== 'build') return undefined;
  const builder = callee.object;
  const found = builder.k === 'name' ? inLines(text, builder.name, call.span) : inChain(text, builder);
  const made = found && provider(module, use, target, { throws: false });
  if (!found || made === undefined) return undefined;
  const type = `${JAVA_SIGNING}${suffixOf(use.origin.uri)}`;
  if (
    !module.addClass(
      type,
      javaSigningOf(type, made, (name) => module.name(name), module.unit),
    )
  )
    return undefined;
  const edits: TextEdit[] = [
    { span: { start: call.span.start, end: call.span.start }, text: `${type}.sign(` },
    ...[found.header, ...inputsOf(text, found.header, read)].map((span) => ({ span, text: '' })),
    { span: { start: builder.span.end, end: call.span.end }, text: `, ${found.body})` },
  ];
  return [...edits, ...module.edits(applied(text, edits))];
}

/** `String key = System.getenv("…");`, with the check that it is set. */
const read = (name: string): RegExp =>
  new RegExp(
    `^[ \\t]*(?:(?:private|static|final) ){0,3}(?:String|var) ${name} = System\\.getenv\\("[^"\\n]*"\\);[ \\t]*\\r?\\n(?:[ \\t]*if \\(${name} == null[^{}\\n]*\\{\\r?\\n[^{}]*\\}\\r?\\n)?`,
    'm',
  );

interface Found {
  readonly header: Span;
  /** An expression for the body that is sent. */
  readonly body: string;
}

/** Where the key and the body are given in the calls of one expression. */
function inChain(text: string, last: Expr): Found | undefined {
  const headers: Span[] = [];
  let body: string | undefined = 'null';
  for (let one = last; one.k === 'call' && one.callee.k === 'member'; one = one.callee.object) {
    const { name, object } = one.callee;
    if (/^(?:header|setHeader)$/.test(name) && isAuthorization(one))
      headers.push({ start: object.span.end, end: one.span.end });
    if (name === 'headers') return undefined;
    if (/^(?:POST|PUT|method)$/.test(name)) body = bodyOf(text.slice(one.argsSpan.start, one.argsSpan.end));
  }
  const [header, more] = headers;
  return header && !more && body !== undefined ? { header, body } : undefined;
}

function isAuthorization({ args }: CallExpr): boolean {
  const name = args[0]?.value;
  return name?.k === 'string' && name.parts.length === 1 && /^authorization$/i.test(String(name.parts[0]));
}

/** The same in lines of their own. */
function inLines(text: string, name: string, { start }: Span): Found | undefined {
  const own = new RegExp(`^[ \\t]*${name}\\.(?:header|setHeader)\\("authorization", [^\\n]*\\);[ \\t]*\\r?\\n`, 'gim');
  const [line, more] = [...text.slice(0, start).matchAll(own)];
  const sent = new RegExp(`\\b${name}\\.(?:POST|PUT|method)(\\([^;]*\\));`).exec(text.slice(0, start))?.[1];
  const body = sent === undefined ? 'null' : bodyOf(sent);
  if (!line || more || body === undefined) return undefined;
  return { header: { start: line.index, end: line.index + line[0].length }, body };
}

/** The text that a publisher sends; others hold what nobody can read twice. */
function bodyOf(args: string): string | undefined {
  if (/\bnoBody\(\)/.test(args)) return '""';
  const at = args.indexOf('ofString(');
  const rest = at < 0 ? '' : args.slice(at + 'ofString('.length, args.lastIndexOf(')')).trimEnd();
  const given = rest.endsWith(')') ? rest.slice(0, -1).trim() : undefined;
  return given !== undefined && !/,|\bnew\b|\+\+|--/.test(given) ? given : undefined;
}
