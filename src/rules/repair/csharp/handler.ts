import type { ServiceUse } from '../../../flow/uses';
import { csharpHandlerOf } from '../../../knowledge/sdks/csharp-signing';
import type { Target } from '../../../knowledge/sdks/target';
import type { Span } from '../../../source/program';
import type { TextEdit } from '../../contract';
import { beginsStatement, blockEnd } from '../edits';
import { inputsOf } from '../inputs';
import type { Site } from '../site';
import type { CSharpModule } from './module';
import { chosen } from './provider';

/** A client that sends the key with each request gets a handler that signs each, where no other host gets any. */
export function signClient(module: CSharpModule, use: ServiceUse, target: Target, site: Site): TextEdit[] | undefined {
  const { text } = module.program;
  const name = nameOf(use);
  const made = name === undefined ? undefined : constructionOf(text, name, use.call.span);
  if (name === undefined || !made) return undefined;
  const life = { start: made.end, end: blockEnd(text, made.start) };
  const header = headerOf(text, name, life);
  const signed = [use, ...site.sharing].filter((one) => nameOf(one) === name).map((one) => one.call.span.start);
  if (!header || !onlySends(text, name, life, signed)) return undefined;
  const handler = csharpHandlerOf(chosen(module, use, target));
  const given = made.isCalled ? { at: made.end - 1, text: handler } : { at: made.end, text: `(${handler})` };
  return [
    { span: { start: given.at, end: given.at }, text: given.text },
    ...[header, ...inputsOf(text, header, readOf)].map((span) => ({ span, text: '' })),
    ...module.edits(),
  ];
}

const nameOf = ({ call: { callee } }: ServiceUse): string | undefined =>
  callee.k === 'member' && callee.object.k === 'name' ? callee.object.name : undefined;

interface Construction extends Span {
  /** Whether brackets follow. */
  readonly isCalled: boolean;
}

/** `var client = new HttpClient()` in the block of a request, or with initialisers alone. */
function constructionOf(text: string, name: string, { start }: Span): Construction | undefined {
  const local = new RegExp(
    `^[ \\t]*(?:using )?(?:var ${name} = new HttpClient|HttpClient ${name} = new(?: HttpClient|(?=\\()))(\\(\\))?(?=\\s*[;{])`,
    'gm',
  );
  const last = [...text.slice(0, start).matchAll(local)].at(-1);
  if (!last || blockEnd(text, last.index) < start) return undefined;
  return { start: last.index, end: last.index + last[0].length, isCalled: last[1] !== undefined };
}

/** The statement that sets the key, in lines of its own. */
function headerOf(text: string, name: string, { start, end }: Span): Span | undefined {
  const set = `${name}\\.DefaultRequestHeaders\\.(?:Authorization\\s*=|(?:Add|TryAddWithoutValidation)\\("Authorization",)`;
  const own = new RegExp(`^[ \\t]*${set}[^;]*;[ \\t]*\\r?\\n`, 'gm');
  const [found, more] = [...text.slice(start, end).matchAll(own)];
  if (!found || more || !beginsStatement(text, start + found.index)) return undefined;
  return { start: start + found.index, end: start + found.index + found[0].length };
}

/** Whether all that is done with a client is to set it up and to send what a signature is wanted for. */
const onlySends = (text: string, name: string, { start, end }: Span, signed: readonly number[]): boolean =>
  [
    ...text
      .slice(start, end)
      .matchAll(new RegExp(`\\b${name}\\b(\\.(?:DefaultRequestHeaders|BaseAddress|Timeout)\\b)?`, 'g')),
  ].every(({ index, 1: settings }) => settings !== undefined || signed.includes(start + index));

/** `var key = Environment.GetEnvironmentVariable("…");` */
const readOf = (name: string): RegExp =>
  new RegExp(
    `^[ \\t]*(?:var|string\\??) ${name} = (?:System\\.)?Environment\\.GetEnvironmentVariable\\("[^"\\n]*"\\)!?;[ \\t]*\\r?\\n`,
    'm',
  );
