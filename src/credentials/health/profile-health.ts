import type { Problem } from '../problem';
import { identityProblems, inheritanceProblems } from './identity';
import { keyHealth } from './key';
import { pathProblems } from './path';
import type { Subject } from './subject';
import { delegationHealth, sessionHealth } from './token';

export interface ProfileHealth {
  readonly problems: readonly Problem[];
  readonly expiry?: number;
  /** Of the key in `key_file`, when it could be read. */
  readonly keyFingerprint?: string;
}

/** Everything that can be said of a profile without asking OCI. */
export function profileHealth(subject: Subject): ProfileHealth {
  const key = keyHealth(subject);
  const token = sessionHealth(subject, key.facts);
  const delegation = delegationHealth(subject);
  return {
    problems: [
      ...identityProblems(subject),
      ...inheritanceProblems(subject),
      ...pathProblems(subject),
      ...key.problems,
      ...token.problems,
      ...delegation.problems,
    ],
    expiry: token.expiry ?? delegation.expiry,
    keyFingerprint: key.facts?.fingerprint,
  };
}
