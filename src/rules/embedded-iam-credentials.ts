import { configContent, type SecretKind } from '../secrets';
import type { Report, Rule, RuleContext } from './contract';
import { moveSecret } from './repair/secret';
import { stillTracked } from './repair/secret/file';
import { rotationOf } from './repair/secret/rotate';

const MESSAGES: Readonly<Partial<Record<SecretKind, (rotation: string) => string>>> = {
  'iam-identity': (rotation) =>
    `User, tenancy and key fingerprint of an IAM identity stand in this file. Read them from a profile of ~/.oci/config, or use a principal where this runs on OCI. If its key was ever shared, delete that in OCI (${rotation}).`,
  'pass-phrase': (rotation) =>
    `The pass phrase of a private key stands in this file, so the key is as good as unencrypted. Replace the key (${rotation}) and read the next pass phrase from a vault or the environment.`,
  'session-token': (rotation) =>
    `A session token stands in this file: it signs as its user until it expires. End it (${rotation}) and read the next one from the file that oci session authenticate writes.`,
  'auth-token': (rotation) =>
    `An auth token of an IAM user stands in this file. Delete it in OCI (${rotation}) and read the next one from a secret store.`,
  'customer-secret-key': (rotation) =>
    `A customer secret key of an IAM user stands in this file: it opens Object Storage by the S3 API as that user. Delete it in OCI (${rotation}) and read the next one from the environment or a secret store.`,
};

export const embeddedIamCredentials: Rule = {
  id: 'embedded-iam-credentials',
  severity: 'error',
  title: 'IAM identity, pass phrase or token in a file',
  *check(context): Iterable<Report> {
    if (context.ignored || isConfigFile(context)) return;
    for (const secret of context.secrets()) {
      const { kind, confidence, span } = secret;
      const message = MESSAGES[kind];
      if (!message || confidence === 'low') continue;
      yield { span, message: message(rotationOf(secret)) + stillTracked(context), confidence, secret };
    }
  },
  fixes: moveSecret,
};

/** Languages as which editors open such files. */
const PLAIN: ReadonlySet<string> = new Set(['ini', 'properties', 'text']);

/** A config or token file as a whole is another finding, which speaks for all that stands in it. */
function isConfigFile({ program }: RuleContext): boolean {
  if (!PLAIN.has(program.language)) return false;
  return configContent(program.text) !== undefined || /^\s*(?:ST\$)?eyJ\S+\s*$/.test(program.text);
}
