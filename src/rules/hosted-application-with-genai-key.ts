import type { Report, Rule } from './contract';
import { onlyGenaiKey } from './flows';
import { switchMethod } from './repair/switch-method';

const MESSAGES = {
  oauth:
    'A hosted application with identity-domain auth takes an OAuth access token of its domain, never a GenAI API key. Get one with the client-credentials grant.',
  iam: 'A hosted application with IAM auth takes a request signature, never a GenAI API key. Sign the request with a principal.',
  origin: 'The key comes from here.',
};

export const hostedApplicationWithGenaiKey: Rule = {
  id: 'hosted-application-with-genai-key',
  severity: 'error',
  title: 'Hosted application called with a GenAI API key',
  *check({ uses }): Iterable<Report> {
    for (const use of uses) {
      const message =
        use.plane === 'hosted-application-oauth'
          ? MESSAGES.oauth
          : use.plane === 'hosted-application-iam'
            ? MESSAGES.iam
            : undefined;
      const flow = message === undefined ? undefined : onlyGenaiKey(use);
      if (!flow || message === undefined) continue;
      yield { span: use.call.callee.span, message, related: [{ message: MESSAGES.origin, origin: flow.origin }], use };
    }
  },
  // The identity domain's token needs a client of its own: nothing that an edit here could write.
  fixes: (context, { use }) => (use?.plane === 'hosted-application-iam' ? switchMethod(context, use) : []),
};
