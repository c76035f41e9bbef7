import type { Problem } from '../problem';
import type { Profile } from '../profile';
import { problemOf } from './subject';

/** Profiles of one file that are the same identity: renaming or rotating one leaves the other behind. */
export function duplicateProblems(profiles: readonly Profile[]): Problem[] {
  const first = new Map<string, Profile>();
  return profiles.flatMap((profile) => {
    if (profile.method !== 'iam-api-key') return [];
    const identity = ['tenancy', 'user', 'fingerprint', 'region']
      .map((key) => profile.get(key)?.value ?? '')
      .join('\n');
    if (profile.get('user')?.value === undefined || profile.get('fingerprint')?.value === undefined) return [];
    const twin = first.get(identity);
    if (!twin) {
      first.set(identity, profile);
      return [];
    }
    const message = `the same user, key and region as [${twin.name}]`;
    return [problemOf({ profile }, 'info', 'duplicate-identity', message)];
  });
}
