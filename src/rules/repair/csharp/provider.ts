import type { ServiceUse } from '../../../flow/uses';
import { CSHARP_CHOOSER, CSHARP_PROVIDERS, csharpChooserOf } from '../../../knowledge/sdks/csharp-writing';
import type { Target } from '../../../knowledge/sdks/target';
import type { CallExpr, Span } from '../../../source/program';
import { suffixOf } from '../edits';
import type { CSharpModule } from './module';

/** An expression for the provider, read from where the key is if it comes in place of one. */
export function chosen(module: CSharpModule, use: ServiceUse, target: Target, maker?: CallExpr): string {
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

export const nameOf = ({ callee }: CallExpr): string =>
  callee.k === 'member' || callee.k === 'name' ? callee.name : '';

/** The arguments of a constructor as they are written; initialisers are none. */
function inside(text: string, { start, end }: Span): string | undefined {
  const written = text.slice(start, end);
  return written.startsWith('(') && written.endsWith(')') ? written.slice(1, -1) : undefined;
}
