import { ROTATION } from '../knowledge/rotation';
import type { Report, Rule } from './contract';
import { moveSecret } from './repair/secret';

const MESSAGES = {
  key: `A private key stands here: whoever reads this file can sign as its owner. Delete the key in OCI (${ROTATION['private-key']}), then read the next one from a file or a vault, or use a principal.`,
  labelled: `An OCI API signing key stands here: whoever reads this file can sign as its owner. Delete the key in OCI (${ROTATION['private-key']}), then read the next one from a file or a vault, or use a principal.`,
};

export const embeddedPrivateKey: Rule = {
  id: 'embedded-private-key',
  severity: 'error',
  title: 'Private key in a file',
  *check(context): Iterable<Report> {
    if (context.ignored) return;
    for (const secret of context.secrets()) {
      const { kind, confidence, labelled, span } = secret;
      if (kind !== 'private-key' || confidence === 'low') continue;
      yield { span, message: labelled ? MESSAGES.labelled : MESSAGES.key, confidence, secret };
    }
  },
  fixes: moveSecret,
};
