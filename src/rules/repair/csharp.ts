import type { ServiceUse } from '../../flow/uses';
import { CSHARP_CHOOSER, CSHARP_PROVIDERS, CSHARP_SPACE, csharpChooserOf } from '../../knowledge/sdks/csharp-writing';
import type { Target } from '../../knowledge/sdks/target';
import type { CallExpr, Program, Span } from '../../source/program';
import type { TextEdit } from '../contract';
import { breakOf, suffixOf } from './edits';

/** The edits that give a client of the SDK another provider; undefined where a type in the way names the old one. */
export function switchCsharp(program: Program, use: ServiceUse, target: Target): TextEdit[] | undefined {
  if (use.fact.operation === 'request' || !use.fact.auth.some((rule) => rule.as === 'signer')) return undefined;
  const [flow, more] = use.flows;
  const maker = flow?.maker?.k === 'object' && flow.maker.origin.uri === use.origin.uri ? flow.maker.call : undefined;
  const { text } = program;
  if (maker && !more && isNamedAsType(text, nameOf(maker))) return undefined;
  const span = maker && !more ? maker.span : argumentOf(use.call);
  if (!span) return undefined;
  const name = (type: string): string => (text.includes(CSHARP_SPACE) ? type : `${CSHARP_SPACE}.${type}`);
  if (target !== 'by-environment') {
    const args = maker && nameOf(maker).startsWith('ConfigFile') ? inside(text, maker.argsSpan) : undefined;
    return [{ span, text: CSHARP_PROVIDERS[target](name, args) }];
  }
  const chooser = `${CSHARP_CHOOSER}${suffixOf(use.origin.uri)}`;
  const edits = [{ span, text: `${chooser}.Choose()` }];
  return text.includes(`class ${chooser}`) ? edits : [...edits, atEnd(text, csharpChooserOf(chooser, name))];
}

const nameOf = ({ callee }: CallExpr): string => (callee.k === 'member' || callee.k === 'name' ? callee.name : '');

/** The arguments of a constructor as they are written; initialisers are none. */
function inside(text: string, { start, end }: Span): string | undefined {
  const written = text.slice(start, end);
  return written.startsWith('(') && written.endsWith(')') ? written.slice(1, -1) : undefined;
}

const argumentOf = (call: CallExpr): Span | undefined =>
  (call.args.find(({ name }) => name === 'authenticationDetailsProvider') ?? call.args.find(({ name }) => !name))?.value
    .span;

/** `ConfigFile… provider`, `Task<ConfigFile…>`: other classes do not fit there. */
function isNamedAsType(text: string, name: string): boolean {
  return name !== '' && new RegExp(`<${name}\\b|(?<!\\b(?:is|as) )\\b${name}(?:\\?|\\[\\])? [A-Za-z_@]`).test(text);
}

function atEnd(text: string, body: string): TextEdit {
  const eol = breakOf(text);
  const before = text.endsWith('\n') ? eol : eol + eol;
  return { span: { start: text.length, end: text.length }, text: `${before}${body.replaceAll('\n', eol)}${eol}` };
}
