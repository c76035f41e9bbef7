import type { Report, Rule } from './contract';
import { moveSecret } from './repair/secret';
import { stillTracked } from './repair/secret/file';
import { rotationOf } from './repair/secret/rotate';

const MESSAGES = {
  key: (rotation: string) =>
    `A private key stands here: whoever reads this file can sign as its owner. Delete the key in OCI (${rotation}), then read the next one from a file or a vault, or use a principal.`,
  labelled: (rotation: string) =>
    `An OCI API signing key stands here: whoever reads this file can sign as its owner. Delete the key in OCI (${rotation}), then read the next one from a file or a vault, or use a principal.`,
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
      const message = MESSAGES[labelled ? 'labelled' : 'key'](rotationOf(secret)) + stillTracked(context);
      yield { span, message, confidence, secret };
    }
  },
  fixes: moveSecret,
};
