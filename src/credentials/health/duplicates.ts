import type { Problem } from '../problem';
import type { Profile } from '../profile';
import { problemOf } from './subject';

export interface DuplicateCandidate {
  readonly profile: Profile;
  /** The file of the profile, as a person would name it. */
  readonly label: string;
}

/** Profiles that are the same identity, in one file or in two: renaming or rotating one leaves the other behind. */
export function duplicateProblems(candidates: readonly DuplicateCandidate[]): Map<Profile, Problem> {
  const first = new Map<string, DuplicateCandidate>();
  const problems = new Map<Profile, Problem>();
  for (const candidate of candidates) {
    const identity = identityOf(candidate.profile);
    if (identity === undefined) continue;
    const twin = first.get(identity);
    if (twin) problems.set(candidate.profile, duplicate(candidate, twin));
    else first.set(identity, candidate);
  }
  return problems;
}

function identityOf(profile: Profile): string | undefined {
  if (profile.method !== 'iam-api-key') return undefined;
  if (!profile.get('user')?.value || !profile.get('fingerprint')?.value) return undefined;
  return ['tenancy', 'user', 'fingerprint', 'region'].map((key) => profile.get(key)?.value ?? '').join('\n');
}

function duplicate({ profile, label }: DuplicateCandidate, twin: DuplicateCandidate): Problem {
  const place = twin.label === label ? '' : ` in ${twin.label}`;
  return problemOf(
    { profile },
    'info',
    'duplicate-identity',
    `the same user, key and region as [${twin.profile.name}]${place}`,
  );
}
