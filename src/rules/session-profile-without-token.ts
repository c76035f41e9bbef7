import { profileOf } from '../flow/profile';
import type { Report, Rule } from './contract';
import { useSession } from './repair/session';

const MESSAGES = {
  plain: (profile: string) =>
    `Profile “${profile}” holds a session token, but this client ignores it and signs with the profile’s key alone: OCI answers 401. Sign with the session token.`,
  session: (profile: string) =>
    `Profile “${profile}” has no security_token_file: session authentication fails before the first request. Run oci session authenticate or name a session profile.`,
};

export const sessionProfileWithoutToken: Rule = {
  id: 'session-profile-without-token',
  severity: 'error',
  title: 'Session profile used without its token, or the reverse',
  *check({ uses, profiles }): Iterable<Report> {
    if (!profiles) return;
    for (const use of uses) {
      const [flow, more] = use.flows;
      const name = flow && !more ? profileOf(flow) : undefined;
      const profile = profiles.find((one) => one.name === name);
      if (!flow || !profile || name === undefined) continue;
      if (profile.session && flow.method === 'iam-api-key')
        yield { span: use.call.callee.span, message: MESSAGES.plain(name), use };
      else if (!profile.session && flow.method === 'session-token')
        yield { span: use.call.callee.span, message: MESSAGES.session(name), use };
    }
  },
  fixes: (context, { use }) => (use ? useSession(context, use) : []),
};
