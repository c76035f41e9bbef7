import type { ServiceUse } from '../../../flow/uses';
import { GO_PROFILE, GO_SESSION } from '../../../knowledge/sdks/go-writing';
import type { Target } from '../../../knowledge/sdks/target';
import type { Program, Span } from '../../../source/program';
import type { TextEdit } from '../../contract';
import { applied } from '../edits';
import { GoModule, leavesUnused } from './module';
import { signOpenAi } from './openai';
import { nameOf, provider } from './provider';
import { signRequest } from './signing';

/** The edits that make a client or request use another method; undefined where the result would not compile. */
export function switchGo(program: Program, use: ServiceUse, target: Target): TextEdit[] | undefined {
  const module = new GoModule(program, use.origin.uri);
  const edits = written(module, use, target);
  if (!edits) return undefined;
  const after = applied(program.text, edits);
  const removed = edits.map(({ span }) => program.text.slice(span.start, span.end)).join('\n');
  if (leavesUnused(removed, after)) return undefined;
  return [...edits, ...module.edits(after)];
}

function written(module: GoModule, use: ServiceUse, target: Target): TextEdit[] | undefined {
  if (use.fact.operation === 'request') return signRequest(module, use, target);
  if (use.fact.auth.some((rule) => rule.as === 'signer')) return client(module, use, target);
  return use.fact.auth.some((rule) => rule.as === 'key') ? signOpenAi(module, use, target) : undefined;
}

/** A client of the SDK is given another provider, where that is made if it is made in one place. */
function client(module: GoModule, use: ServiceUse, target: Target): TextEdit[] | undefined {
  const [flow, more] = use.flows;
  const maker = flow?.maker?.k === 'object' && flow.maker.origin.uri === use.origin.uri ? flow.maker.call : undefined;
  const given = use.call.args[0]?.value.span;
  if (!given) return undefined;
  if (target === 'session-token' && maker && !more && nameOf(maker) === GO_PROFILE)
    return [{ span: lastWord(maker.callee.span, GO_PROFILE), text: GO_SESSION }];
  const single = maker && !more ? maker : undefined;
  const text = provider(module, target, single);
  return text === undefined ? undefined : [{ span: single?.span ?? given, text }];
}

const lastWord = ({ end }: Span, word: string): Span => ({ start: end - word.length, end });
