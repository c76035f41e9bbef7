import { type Acceptance, acceptance } from '../knowledge/acceptance';
import type { Method } from '../knowledge/method';
import { PLANES, type Plane } from '../knowledge/plane';

export interface Reach {
  readonly plane: Plane;
  readonly verdict: Acceptance['verdict'];
  readonly reason: string;
  readonly certain: boolean;
}

/** What each plane says to a method: a reading of the acceptance table. */
export function reachOf(method: Method): Reach[] {
  return PLANES.filter((plane) => plane !== 'other-oci').map((plane) => {
    const { verdict, reason, certain } = acceptance(method, plane);
    return { plane, verdict, reason, certain };
  });
}
