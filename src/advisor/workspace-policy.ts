import { acceptance } from '../knowledge/acceptance';
import { byKey } from '../knowledge/errors';
import { METHOD_FACTS, type Method } from '../knowledge/method';
import { type Grantee, type LeastPrivilege, leastPrivilege, type PlaneUse } from './policy';

/** A use, and the methods that the code is seen to reach it with. */
export interface MethodUse extends PlaneUse {
  readonly methods: readonly (Method | 'none' | 'unknown')[];
}

/** Callers that hold a key are let in by the key's own statements, the others by their group or workload. */
export function workspacePolicy(uses: readonly MethodUse[], given: Grantee = {}): LeastPrivilege {
  if (given.method) return leastPrivilege(uses, given);
  // On a plane that reads signatures only, a key opens nothing, whatever a policy says.
  const keyed = uses.filter((use) => byKey(use) && acceptance('genai-api-key', use.plane).verdict !== 'refused');
  const others = uses.filter((use) => !keyed.includes(use));
  const forKeys = leastPrivilege(keyed, { ...given, method: 'genai-api-key' });
  const forOthers = leastPrivilege(others, { ...given, method: given.place ? undefined : methodOf(others) });
  if (keyed.length === 0) return forOthers;
  if (others.length === 0) return forKeys;
  return {
    ...forOthers,
    statements: [...forOthers.statements, ...forKeys.statements],
    notes: [...forOthers.notes, ...forKeys.notes],
  };
}

/** What the code uses says who calls, where no workload is known. */
function methodOf(uses: readonly MethodUse[]): Method | undefined {
  const methods = new Set(uses.flatMap((use) => use.methods));
  const known = [...methods].filter((one): one is Method => one !== 'none' && one !== 'unknown');
  return known.find((one) => METHOD_FACTS[one].principal) ?? (known.length === 1 ? known[0] : undefined);
}
