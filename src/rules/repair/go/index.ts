import type { ServiceUse } from '../../../flow/uses';
import {
  GO_CHOOSER,
  GO_MUST,
  GO_PRINCIPALS,
  GO_PROFILE,
  GO_SESSION,
  GO_WITH_ERROR,
  goChooserOf,
  goMustOf,
  goSession,
} from '../../../knowledge/sdks/go-writing';
import type { Target } from '../../../knowledge/sdks/target';
import type { CallExpr, Program, Span } from '../../../source/program';
import type { TextEdit } from '../../contract';
import { applied } from '../edits';
import { GoModule, leavesUnused } from './module';

/** The edits that give a client of the SDK another provider; undefined where the result would not compile. */
export function switchGo(program: Program, use: ServiceUse, target: Target): TextEdit[] | undefined {
  if (use.fact.operation === 'request' || !use.fact.auth.some((rule) => rule.as === 'signer')) return undefined;
  const module = new GoModule(program, use.origin.uri);
  const [flow, more] = use.flows;
  const maker = flow?.maker?.k === 'object' && flow.maker.origin.uri === use.origin.uri ? flow.maker.call : undefined;
  const given = use.call.args[0]?.value.span;
  if (!given) return undefined;
  if (target === 'session-token' && maker && !more && nameOf(maker) === GO_PROFILE)
    return [{ span: lastWord(maker.callee.span, GO_PROFILE), text: GO_SESSION }];
  const edit =
    maker && !more
      ? { span: maker.span, text: provider(module, target, GO_WITH_ERROR.has(nameOf(maker))) }
      : { span: given, text: provider(module, target, false) };
  const after = applied(program.text, [edit]);
  if (leavesUnused(program, program.text.slice(edit.span.start, edit.span.end), after)) return undefined;
  return [edit, ...module.edits(after)];
}

const lastWord = ({ end }: Span, word: string): Span => ({ start: end - word.length, end });

const nameOf = ({ callee }: CallExpr): string => (callee.k === 'member' || callee.k === 'name' ? callee.name : '');

/** An expression for the provider, with its error where one was there before. */
function provider(module: GoModule, target: Target, withError: boolean): string {
  const common = module.package(`${module.sdk}/common`);
  if (target === 'session-token') {
    const session = goSession(common, '"DEFAULT"');
    return withError ? `${session}, error(nil)` : session;
  }
  const auth = module.package(`${module.sdk}/common/auth`);
  const chooser = module.own(GO_CHOOSER);
  if (target === 'by-environment')
    module.addFunction(chooser, goChooserOf(chooser, common, auth, module.package('os')));
  const call = target === 'by-environment' ? `${chooser}()` : `${auth}.${GO_PRINCIPALS[target]}()`;
  if (withError) return call;
  const must = module.own(GO_MUST);
  module.addFunction(must, goMustOf(must, common));
  return `${must}(${call})`;
}
