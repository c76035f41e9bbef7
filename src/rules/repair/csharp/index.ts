import type { ServiceUse } from '../../../flow/uses';
import {
  CSHARP_CHOOSER,
  CSHARP_NARROW,
  CSHARP_PROVIDERS,
  CSHARP_REGIONAL,
  csharpChooserOf,
  csharpRegionalOf,
} from '../../../knowledge/sdks/csharp-writing';
import type { Target } from '../../../knowledge/sdks/target';
import type { CallExpr, Program, Span } from '../../../source/program';
import type { TextEdit } from '../../contract';
import { reachedBy } from '../declared';
import { suffixOf } from '../edits';
import { CSharpModule } from './module';

/** The edits that give a client of the SDK another provider; undefined where a type in the way names the old one. */
export function switchCsharp(program: Program, use: ServiceUse, target: Target): TextEdit[] | undefined {
  if (use.fact.operation === 'request' || !use.fact.auth.some((rule) => rule.as === 'signer')) return undefined;
  const [flow, more] = use.flows;
  const made = flow?.maker?.k === 'object' && flow.maker.origin.uri === use.origin.uri ? flow.maker.call : undefined;
  const maker = more ? undefined : made;
  const span = maker?.span ?? argumentOf(use.call);
  if (!span) return undefined;
  const module = new CSharpModule(program);
  const types = maker ? typesAround(module, maker, target) : [];
  const text = provider(module, use, target, maker);
  return types && text !== undefined ? [{ span, text }, ...types, ...module.edits()] : undefined;
}

/** A session is a user's provider too; a principal is none. */
function typesAround({ program, name }: CSharpModule, maker: CallExpr, target: Target): TextEdit[] | undefined {
  const own = nameOf(maker) || 'ConfigFileAuthenticationDetailsProvider';
  const isUser = target === 'session-token';
  const types = isUser ? [own] : [own, CSHARP_NARROW];
  const wide = name(isUser ? CSHARP_NARROW : 'IBasicAuthenticationDetailsProvider');
  const reached = reachedBy(program.text, [maker.span], { types, getters: GETTERS });
  return reached?.map((span) => ({ span, text: wide }));
}

const GETTERS = /(?:TenantId|UserId|Fingerprint)\b/;

function provider(module: CSharpModule, use: ServiceUse, target: Target, maker?: CallExpr): string | undefined {
  const made = chosen(module, use, target, maker);
  const region = maker?.args.find(({ name }) => name === 'Region')?.value.span;
  if (made === undefined || !region) return made;
  const type = `${CSHARP_REGIONAL}${suffixOf(use.origin.uri)}`;
  module.addClass(type, csharpRegionalOf(type, module.name));
  return `new ${type}(${made}, ${module.program.text.slice(region.start, region.end)})`;
}

function chosen(module: CSharpModule, use: ServiceUse, target: Target, maker?: CallExpr): string | undefined {
  const { text } = module.program;
  const reader = maker && nameOf(maker).startsWith('ConfigFile') ? maker : undefined;
  if (target !== 'by-environment')
    return CSHARP_PROVIDERS[target](module.name, reader && inside(text, reader.argsSpan));
  const type = `${CSHARP_CHOOSER}${suffixOf(use.origin.uri)}`;
  module.addClass(type, csharpChooserOf(type, module.name));
  return `${type}.Choose(${reader ? placeOf(text, reader) : ''})`;
}

/** The profile and the file that the key is read from, as far as both are texts. */
function placeOf(text: string, { args }: CallExpr): string {
  const written = args.map(({ value: { span } }) => text.slice(span.start, span.end));
  const isText = (code: string): boolean =>
    /^[@$]?"[^"\n]*"$/.test(code) || (/^\w+$/.test(code) && new RegExp(`\\bstring ${code}\\b`).test(text));
  if (written.length === 0 || written.length > 2 || !written.every(isText)) return '';
  const [profile, file] = written.length === 1 ? written : [written[1], written[0]];
  if (file === undefined || file === '"~/.oci/config"') return profile === '"DEFAULT"' ? '' : `${profile}`;
  return `${profile}, ${file}`;
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
