import type { Credential } from '../credentials/credential';
import type { Place } from '../knowledge/place';
import type { PolicyStatement } from '../knowledge/policy';
import type { WorkspaceFacts } from './explain';
import { type ProfileUse, profileFacts } from './suggests';
import type { MethodUse } from './workspace-policy';

/** What the terminal and the editor each find in their way. */
interface Found {
  readonly credentials: readonly Credential[];
  readonly uses: readonly (MethodUse & ProfileUse)[];
  readonly policies: readonly PolicyStatement[];
  readonly workloads: readonly { readonly place: Place; readonly certain: boolean }[];
}

/** What of it counts for an error: the same wherever somebody asks. */
export function factsOf({ credentials, uses, policies, workloads }: Found): WorkspaceFacts {
  const places = new Set(workloads.filter(({ certain }) => certain).map(({ place }) => place));
  const [place] = places;
  return {
    profiles: profileFacts(credentials, uses),
    uses: uses.length > 0 ? uses : undefined,
    policies,
    // With two workloads nobody knows where the error came up.
    place: places.size === 1 ? place : undefined,
  };
}
