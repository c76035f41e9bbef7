import type { ServiceUse } from '../../../flow/uses';
import { GO_PROFILE, GO_SESSION } from '../../../knowledge/sdks/go-writing';
import type { Target } from '../../../knowledge/sdks/target';
import type { Program, Span } from '../../../source/program';
import type { TextEdit } from '../../contract';
import { applied } from '../edits';
import { GoModule, leavesUnused } from './module';
import { nameOf, provider } from './provider';

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
  const single = maker && !more ? maker : undefined;
  const text = provider(module, target, single);
  if (text === undefined) return undefined;
  const edit = { span: single?.span ?? given, text };
  const after = applied(program.text, [edit]);
  if (leavesUnused(program, program.text.slice(edit.span.start, edit.span.end), after)) return undefined;
  return [edit, ...module.edits(after)];
}

const lastWord = ({ end }: Span, word: string): Span => ({ start: end - word.length, end });
