import { RULES } from '../rules';
import type { Surroundings } from './document';

/** What a rule must be told of the surroundings to say anything; without it silence proves nothing. */
const NEEDS: ReadonlyMap<string, (around: Surroundings) => boolean> = new Map([
  ['session-profile-without-token', ({ profiles }: Surroundings) => profiles !== undefined],
  ['workload-with-iam-key', ({ evidence }: Surroundings) => evidence !== undefined],
  ['wrong-principal-for-workload', ({ evidence }: Surroundings) => evidence !== undefined],
  // What git ignores and which policies were read differ from one checkout and one call to the next.
  ['committed-oci-config', () => false],
  ['policy-plane-gap', () => false],
  ['policy-overbroad', () => false],
]);

/** Whether this lint would have found the rule; undefined where there is no such rule. */
export function judged(rule: string, around: Surroundings): boolean | undefined {
  if (!RULES.some(({ id }) => id === rule)) return undefined;
  return around.settings?.level(rule) !== 'off' && (NEEDS.get(rule)?.(around) ?? true);
}
