import type { ServiceUse } from '../../flow/uses';
import type { Fix, RuleContext } from '../contract';
import { useUserAuth } from './python/httpx';
import { switchMethod } from './switch-method';
import { useConfigFile } from './typescript';

/** A session profile is used as a session, a profile without a token as the key that it holds. */
export function useSession(context: RuleContext, use: ServiceUse): readonly Fix[] {
  const [flow] = use.flows;
  if (flow?.method === 'session-token') {
    const edits = useConfigFile(context.program, use) ?? useUserAuth(context.program, use);
    return edits ? [{ title: 'Use the key of the profile', safety: 'unsafe', preferred: true, edits }] : [];
  }
  return switchMethod(context, use)
    .filter(({ target }) => target === 'session-token')
    .map((fix) => ({ ...fix, preferred: !fix.additions }));
}
