import {
  GO_ARGUMENTS,
  GO_CHOOSER,
  GO_FOR_REGION,
  GO_MUST,
  GO_PRINCIPALS,
  GO_REGIONAL,
  GO_WITH_ERROR,
  goChooserOf,
  goMustOf,
  goRegionalOf,
  goSession,
} from '../../../knowledge/sdks/go-writing';
import type { Target } from '../../../knowledge/sdks/target';
import type { CallExpr, Expr, Program } from '../../../source/program';
import type { GoModule } from './module';

/** What the reader of a key says besides the key: it holds for what comes in its place. */
interface Kept {
  readonly withError: boolean;
  /** Expressions as they are written there. */
  readonly file?: Expr;
  readonly profile?: Expr;
  readonly region?: Expr;
}

export const nameOf = ({ callee }: CallExpr): string =>
  callee.k === 'member' || callee.k === 'name' ? callee.name : '';

const keptFrom = (maker: CallExpr | undefined): Kept => {
  const name = maker ? nameOf(maker) : '';
  const { file, profile, region } = GO_ARGUMENTS[name] ?? {};
  const at = (place: number | undefined): Expr | undefined =>
    place === undefined ? undefined : maker?.args[place]?.value;
  return { withError: GO_WITH_ERROR.has(name), file: at(file), profile: at(profile), region: at(region) };
};

/** An expression for the provider, with its error where one was there before; undefined where the file has no room for it. */
export function provider(module: GoModule, target: Target, maker?: CallExpr): string | undefined {
  const kept = keptFrom(maker);
  const made = target === 'session-token' ? session(module, kept) : principal(module, target, kept);
  const region = kept.region && module.textOf(kept.region);
  if (made === undefined || region === undefined || region === '""') return made;
  if (target in GO_FOR_REGION) return made;
  const type = module.own(GO_REGIONAL);
  module.addDeclaration(type, goRegionalOf(type, module.package(`${module.sdk}/common`)));
  return `${type}{${made}, ${region}}`;
}

function session(module: GoModule, { withError, file, profile }: Kept): string {
  const made = goSession(
    module.package(`${module.sdk}/common`),
    file ? module.textOf(file) : '""',
    profile ? module.textOf(profile) : '"DEFAULT"',
  );
  return withError ? `${made}, error(nil)` : made;
}

function principal(module: GoModule, target: Exclude<Target, 'session-token'>, kept: Kept): string | undefined {
  const call = target === 'by-environment' ? chosen(module, kept) : made(module, target, kept);
  if (call === undefined || kept.withError) return call;
  const must = module.own(GO_MUST);
  module.addDeclaration(must, goMustOf(must, module.package(`${module.sdk}/common`)));
  return `${must}(${call})`;
}

function made(module: GoModule, target: Target, { region }: Kept): string {
  const auth = module.package(`${module.sdk}/common/auth`);
  const regional = GO_FOR_REGION[target];
  const text = region && module.textOf(region);
  if (regional === undefined || text === undefined || text === '""') return `${auth}.${GO_PRINCIPALS[target]}()`;
  // A literal takes the type of the parameter by itself.
  const given = text.startsWith('"') ? text : `${module.package(`${module.sdk}/common`)}.StringToRegion(${text})`;
  return `${auth}.${regional}(${given})`;
}

const DEFAULT_FILES: ReadonlySet<string> = new Set(['', '~/.oci/config']);

/** The function that chooses reads this machine's session where the key was; one of another place has a name of its own. */
function chosen(module: GoModule, kept: Kept): string | undefined {
  const written = literalOf(module.program, kept.file) ?? '';
  const file = DEFAULT_FILES.has(written) ? '' : written;
  const profile = literalOf(module.program, kept.profile) ?? 'DEFAULT';
  const name = module.own(`${GO_CHOOSER}${asWords(file)}${profile === 'DEFAULT' ? '' : asWords(profile)}`);
  const names = {
    common: module.package(`${module.sdk}/common`),
    auth: module.package(`${module.sdk}/common/auth`),
    os: module.package('os'),
  };
  const from = { file: JSON.stringify(file), profile: JSON.stringify(profile) };
  return module.addDeclaration(name, goChooserOf(name, names, from)) ? `${name}()` : undefined;
}

/** A call of the function that chooses, which gives an error too. */
export const goChooser = (module: GoModule): string => chosen(module, { withError: true }) ?? `${GO_CHOOSER}()`;

const asWords = (text: string): string =>
  text
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
    .join('');

/** A text that is written there, or once for the whole file. */
function literalOf(program: Program, expr: Expr | undefined): string | undefined {
  if (expr?.k === 'string') return expr.parts.length === 1 && typeof expr.parts[0] === 'string' ? expr.parts[0] : '';
  if (expr?.k !== 'name') return undefined;
  const bound = program.module.block().stmts.find((stmt) => stmt.k === 'bind' && isName(stmt.target, expr.name));
  return bound?.k === 'bind' && bound.value.k === 'string' ? literalOf(program, bound.value) : undefined;
}

const isName = (target: { readonly k: string; readonly name?: string }, name: string): boolean =>
  target.k === 'name' && target.name === name;
