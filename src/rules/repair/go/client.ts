import type { Expr, Span } from '../../../source/program';
import type { GoModule } from './module';

interface Pointer {
  readonly code: string;
  readonly span: Span;
}

/** The pointer to a `net/http` client; undefined where the file does not tell whether it is one. */
export function pointerTo(module: GoModule, client: Expr): Pointer | undefined {
  const { text } = module.program;
  const http = module.package('net/http');
  // A front end passes over the operator.
  const isReferred = text[client.span.start - 1] === '&';
  const span = { start: client.span.start - (isReferred ? 1 : 0), end: client.span.end };
  const code = text.slice(span.start, span.end);
  if (isReferred || code === `${http}.DefaultClient` || code === `new(${http}.Client)`) return { code, span };
  if (code.startsWith(`(&${http}.Client{`)) return { code: code.slice(1, -1), span };
  const name = /^(?:\w+\.)*(\w+)$/.exec(code)?.[1];
  const declared = name === undefined ? [] : declarationsOf(text, name, http);
  if (declared.length === 0 || new Set(declared).size > 1) return undefined;
  return { code: declared[0] ? code : `&${code}`, span };
}

/** For each declaration of a variable, parameter or field that is a client: whether it is a pointer. */
const declarationsOf = (text: string, name: string, http: string): boolean[] =>
  [
    ...text.matchAll(
      new RegExp(`\\b${name}(?:[ \\t]{0,8}:?=|:|)[ \\t]{1,64}([&*]|new\\()?${http}\\.(Default)?Client\\b`, 'g'),
    ),
  ].map(([, mark, isDefault]) => mark !== undefined || isDefault !== undefined);
