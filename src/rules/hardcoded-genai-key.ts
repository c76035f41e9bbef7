import type { Secret } from '../secrets';
import type { Report, Rule, RuleContext } from './contract';
import { moveSecret } from './repair/secret';
import { stillTracked } from './repair/secret/file';
import { rotationOf } from './repair/secret/rotate';

const MESSAGES = {
  key: (rotation: string) =>
    `A GenAI API key stands in this file. Revoke it in OCI (${rotation}), then read the next one from the environment or a vault.`,
};

export const hardcodedGenaiKey: Rule = {
  id: 'hardcoded-genai-key',
  severity: 'error',
  title: 'GenAI API key in a file',
  *check(context): Iterable<Report> {
    if (context.ignored) return;
    for (const secret of context.secrets()) {
      if (secret.kind !== 'genai-key' || secret.confidence === 'low') continue;
      if (secret.oci || arrivesAtOci(context, secret)) {
        yield {
          span: secret.span,
          message: MESSAGES.key(rotationOf(secret)) + stillTracked(context),
          confidence: secret.confidence,
          secret,
        };
      }
    }
  },
  fixes: moveSecret,
};

/** The key in this literal is what a client of OCI gets. */
function arrivesAtOci({ uses, uri }: RuleContext, { span }: Secret): boolean {
  return uses.some((use) =>
    use.flows.some(
      ({ method, origin }) =>
        method === 'genai-api-key' &&
        origin.uri === uri &&
        origin.span.start <= span.start &&
        span.end <= origin.span.end,
    ),
  );
}
