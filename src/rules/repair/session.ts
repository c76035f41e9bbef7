import type { ServiceUse } from '../../flow/uses';
import { GO_PROFILE, GO_SESSION } from '../../knowledge/sdks/go-writing';
import { JAVA_AUTH } from '../../knowledge/sdks/java-writing';
import { KEY_PROVIDER, SESSION_PROVIDER } from '../../knowledge/sdks/provider-names';
import type { CallExpr } from '../../source/program';
import type { Fix, RuleContext, TextEdit } from '../contract';
import { applied } from './edits';
import { JavaModule } from './java/module';
import { declarationOf } from './java/place';
import { useUserAuth } from './python/httpx';
import { switchMethod } from './switch-method';
import { useConfigFile } from './typescript';

/** A session profile is used as a session, a profile without a token as the key that it holds. */
export function useSession(context: RuleContext, use: ServiceUse): readonly Fix[] {
  const [flow] = use.flows;
  if (flow?.method === 'session-token') {
    const edits = useConfigFile(context.program, use) ?? useUserAuth(context.program, use) ?? useReader(context, use);
    return edits ? [{ title: 'Use the key of the profile', safety: 'unsafe', preferred: true, edits }] : [];
  }
  return switchMethod(context, use)
    .filter(({ target }) => target === 'session-token')
    .map((fix) => ({ ...fix, preferred: !fix.additions && !fix.packages }));
}

/** Go, Java and C#: readers of a session and of a key take the same file and profile and differ by name. */
function useReader({ program, uri }: RuleContext, use: ServiceUse): TextEdit[] | undefined {
  const [flow, more] = use.flows;
  const call = flow?.maker?.k === 'object' && flow.maker.origin.uri === uri && !more ? flow.maker.call : undefined;
  if (!call || call.args.length === 0) return undefined;
  if (program.language === 'go') return renamed(call, GO_SESSION, GO_PROFILE);
  const edits = renamed(call, SESSION_PROVIDER, KEY_PROVIDER);
  if (!edits || (program.language !== 'java' && program.language !== 'csharp')) return undefined;
  const declared = declarationOf(program.text, call.span);
  if (declared?.type.endsWith(SESSION_PROVIDER))
    edits.push({
      span: { start: declared.typeSpan.end - SESSION_PROVIDER.length, end: declared.typeSpan.end },
      text: KEY_PROVIDER,
    });
  if (program.language === 'csharp') return edits;
  const module = new JavaModule(program);
  if (call.callee.k === 'name') module.name(`${JAVA_AUTH}.${KEY_PROVIDER}`);
  return [...edits, ...module.edits(applied(program.text, edits))];
}

function renamed({ callee }: CallExpr, from: string, to: string): TextEdit[] | undefined {
  if ((callee.k !== 'name' && callee.k !== 'member') || callee.name !== from) return undefined;
  const { end } = callee.span;
  return [{ span: { start: end - from.length, end }, text: to }];
}
