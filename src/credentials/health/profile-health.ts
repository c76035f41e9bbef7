import type { Problem } from '../problem';
import { identityProblems, inheritanceProblems } from './identity';
import { keyHealth } from './key';
import { pathProblems } from './path';
import type { Subject } from './subject';
import { tokenHealth } from './token';

export interface ProfileHealth {
  readonly problems: readonly Problem[];
  readonly expiry?: number;
  /** Of the key in `key_file`, when it could be read. */
  readonly keyFingerprint?: string;
}

/** Everything that can be said of a profile without asking OCI. */
export function profileHealth(subject: Subject): ProfileHealth {
  const key = keyHealth(subject);
  const token = tokenHealth(subject, key.facts);
  return {
    problems: [
      ...identityProblems(subject),
      ...inheritanceProblems(subject),
      ...pathProblems(subject),
      ...key.problems,
      ...token.problems,
    ],
    expiry: token.expiry,
    keyFingerprint: key.facts?.fingerprint,
  };
}
