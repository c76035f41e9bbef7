import type { ServiceUse } from '../../../flow/uses';
import {
  CSHARP_BASIC,
  CSHARP_NARROW,
  CSHARP_NARROW_GETTERS,
  CSHARP_REGIONAL,
  csharpRegionalOf,
} from '../../../knowledge/sdks/csharp-writing';
import { KEY_PROVIDER } from '../../../knowledge/sdks/provider-names';
import type { Target } from '../../../knowledge/sdks/target';
import type { CallExpr, Program, Span } from '../../../source/program';
import type { TextEdit } from '../../contract';
import { reachedBy } from '../declared';
import { suffixOf } from '../edits';
import type { Site } from '../site';
import { signClient } from './handler';
import { CSharpModule } from './module';
import { chosen, nameOf } from './provider';
import { signRequest } from './signing';

/** The edits that give a client of the SDK another provider; undefined where a type in the way names the old one. */
export function switchCsharp(program: Program, use: ServiceUse, target: Target, site: Site): TextEdit[] | undefined {
  if (use.fact.operation === 'request') {
    return (
      signRequest(new CSharpModule(program), use, target) ?? signClient(new CSharpModule(program), use, target, site)
    );
  }
  if (!use.fact.auth.some((rule) => rule.as === 'signer')) return undefined;
  const [flow, more] = use.flows;
  const made = flow?.maker?.k === 'object' && flow.maker.origin.uri === use.origin.uri ? flow.maker.call : undefined;
  const maker = more ? undefined : made;
  const span = maker?.span ?? argumentOf(use.call);
  if (!span) return undefined;
  const module = new CSharpModule(program);
  const types = maker ? typesAround(module, maker, target) : [];
  const text = provider(module, use, target, maker);
  return types ? [{ span, text }, ...types, ...module.edits()] : undefined;
}

/** A session is a user's provider too; a principal is none. */
function typesAround({ program, name }: CSharpModule, maker: CallExpr, target: Target): TextEdit[] | undefined {
  const own = nameOf(maker) || KEY_PROVIDER;
  const isUser = target === 'session-token';
  const types = isUser ? [own] : [own, CSHARP_NARROW];
  const wide = name(isUser ? CSHARP_NARROW : CSHARP_BASIC);
  const reached = reachedBy(program.text, [maker.span], { types, getters: CSHARP_NARROW_GETTERS });
  return reached?.map((span) => ({ span, text: wide }));
}

function provider(module: CSharpModule, use: ServiceUse, target: Target, maker?: CallExpr): string {
  const made = chosen(module, use, target, maker);
  const region = maker?.args.find(({ name }) => name === 'Region')?.value.span;
  if (!region) return made;
  const type = `${CSHARP_REGIONAL}${suffixOf(use.origin.uri)}`;
  module.addClass(type, csharpRegionalOf(type, module.name));
  return `new ${type}(${made}, ${module.program.text.slice(region.start, region.end)})`;
}

const argumentOf = (call: CallExpr): Span | undefined =>
  (call.args.find(({ name }) => name === 'authenticationDetailsProvider') ?? call.args.find(({ name }) => !name))?.value
    .span;
