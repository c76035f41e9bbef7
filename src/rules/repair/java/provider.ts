import type { ServiceUse } from '../../../flow/uses';
import {
  JAVA_CHOOSER,
  JAVA_READERS,
  JAVA_REGIONAL,
  javaChooserOf,
  javaRegionalOf,
  makeJava,
} from '../../../knowledge/sdks/java-writing';
import type { Target } from '../../../knowledge/sdks/target';
import type { CallExpr, Span } from '../../../source/program';
import { suffixOf } from '../edits';
import type { JavaModule } from './module';

interface Circumstances {
  /** Whether callers take care of an `IOException`. */
  readonly throws: boolean;
  /** What it comes in place of. */
  readonly maker?: CallExpr;
}

/** The region that the key's provider was told holds for what comes in its place. */
export function providerFor(
  module: JavaModule,
  use: ServiceUse,
  target: Target,
  around: Circumstances,
): string | undefined {
  const made = provider(module, use, target, around);
  const region = around.maker && regionOf(module.program.text, around.maker);
  if (made === undefined || region === undefined) return made;
  const type = `${JAVA_REGIONAL}${suffixOf(use.origin.uri)}`;
  if (
    !module.addClass(
      type,
      javaRegionalOf(type, (path) => module.name(path), module.unit),
    )
  )
    return undefined;
  return `new ${type}(${made}, ${region})`;
}

/** `.region(…)` of a builder. */
export const regionOf = (text: string, { span }: CallExpr): string | undefined =>
  /\.region\(((?:[^()]|\([^()]*\))*)\)/.exec(text.slice(span.start, span.end))?.[1];

export function provider(
  module: JavaModule,
  use: ServiceUse,
  target: Target,
  around: Circumstances,
): string | undefined {
  const name = (path: string): string => module.name(path);
  const { text } = module.program;
  if (target !== 'by-environment') return makeJava(target, name, around.maker ? argumentsOf(text, around.maker) : '');
  const { file, profile } = placeOf(text, around.maker);
  const type = `${JAVA_CHOOSER}${suffixOf(use.origin.uri)}${asWords(file ?? '')}${profile === '"DEFAULT"' ? '' : asWords(profile)}`;
  const chooser = { type, throws: around.throws, ends: endsItself(text), file, profile };
  return module.addClass(type, javaChooserOf(chooser, name, module.unit)) ? `${type}.choose()` : undefined;
}

const asWords = (text: string): string =>
  (text.match(/[A-Za-z0-9]+/g) ?? [])
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
    .join('');

/** The file and the profile that the key is read from, as far as they are literals or constants of the file. */
function placeOf(text: string, maker: CallExpr | undefined): { readonly file?: string; readonly profile: string } {
  const written =
    maker && JAVA_READERS.has(classOf(maker)) ? maker.args.map(({ value }) => literalOf(text, value.span)) : [];
  const [file, profile] = written.length > 1 ? written : [undefined, written[0]];
  return { file: file === '"~/.oci/config"' ? undefined : file, profile: profile ?? '"DEFAULT"' };
}

function literalOf(text: string, { start, end }: Span): string | undefined {
  const code = text.slice(start, end);
  if (/^"[^"\\\n]*"$/.test(code)) return code;
  if (!/^\w+$/.test(code)) return undefined;
  return new RegExp(`\\bString ${code} = ("[^"\\\\\\n]*");`).exec(text)?.[1];
}

export const endsItself = (text: string): boolean => /\bvoid main\(/.test(text);

/** The class that a constructor or the head of a builder names. */
export function classOf({ callee, isNew }: CallExpr): string {
  if (isNew) return callee.k === 'member' || callee.k === 'name' ? callee.name : '';
  return /\b(\w+Provider)\b/.exec(callee.k === 'member' ? textOf(callee) : '')?.[1] ?? '';
}

function textOf(expr: CallExpr['callee']): string {
  if (expr.k === 'name') return expr.name;
  if (expr.k === 'call') return textOf(expr.callee);
  return expr.k === 'member' ? `${textOf(expr.object)}.${expr.name}` : '';
}

/** A session is read from the file and profile that the key was read from. */
const argumentsOf = (text: string, { argsSpan }: CallExpr): string => {
  const written = text.slice(argsSpan.start, argsSpan.end);
  return written.startsWith('(') && written.endsWith(')') ? written.slice(1, -1) : '';
};
