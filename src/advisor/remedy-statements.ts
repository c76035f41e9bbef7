import { byKey, type CauseId, type Spoken } from '../knowledge/errors';
import type { Place } from '../knowledge/place';
import { AGENT_PLANES, type Plane } from '../knowledge/plane';
import { isOperation } from '../knowledge/policy';
import { type MethodUse, workspacePolicy } from './workspace-policy';

interface Asked {
  /** As the error names it. */
  readonly operation?: string;
  readonly spoken: Spoken;
  /** The places in the code that may have met the error. */
  readonly callers: readonly MethodUse[];
  readonly place?: Place;
}

const isAgents = ({ plane }: MethodUse): boolean => AGENT_PLANES.has(plane);
const isKeyed = (use: MethodUse): boolean => byKey(use) && !isAgents(use);

/** Causes that a statement ends, and whose calls the statement is for. */
const GRANTED: Readonly<Partial<Record<CauseId, (use: MethodUse) => boolean>>> = {
  'policy-missing': (use) => !isAgents(use) && !isKeyed(use),
  'agent-policy-missing': isAgents,
  'key-policy-missing': isKeyed,
  'genai-key-unauthorized': isKeyed,
  'policy-scope': () => true,
};

/** More statements are better read in the policy that somebody generates. */
const MOST = 4;

/** What to add, each statement in a line of its own to copy, from the operation that failed, else from what the code calls; undefined when neither is known. */
export function statementsFor(id: CauseId, asked: Asked): string | undefined {
  const isFor = GRANTED[id];
  if (!isFor) return undefined;
  const keyed = id === 'key-policy-missing' || id === 'genai-key-unauthorized';
  const uses = usesFor(asked, keyed).filter(isFor);
  const { statements } = workspacePolicy(uses, { place: asked.place, group: '<name>' });
  if (statements.length === 0) return undefined;
  const open = asked.place === undefined && uses.every(({ methods }) => methods.length === 0);
  const lines = ['add:', ...statements.slice(0, MOST)];
  if (statements.length > MOST) lines.push(`and ${statements.length - MOST} more, which principled policy lists`);
  if (open && statements[0]?.startsWith('Allow group')) lines.push('(a workload: Allow dynamic-group <name> …)');
  if (keyed) lines.push('then create a new key: one made before its policy can stay unauthorized');
  return lines.join('\n');
}

function usesFor({ operation, spoken, callers }: Asked, keyed: boolean): readonly MethodUse[] {
  const plane = planeOf(spoken, keyed);
  const named = plane && operation !== undefined && isOperation(plane, operation) ? [operation] : undefined;
  const there = callers.filter((use) => plane === undefined || use.plane === plane);
  if (there.length > 0) return named ? there.map((use) => ({ ...use, operations: named })) : there;
  return plane ? [{ plane, operations: named ?? [], methods: keyed ? ['genai-api-key'] : [] }] : [];
}

/** The one plane of which the error speaks. */
function planeOf({ planes }: Spoken, keyed: boolean): Plane | undefined {
  if (keyed && planes?.has('inference-openai')) return 'inference-openai';
  return planes?.size === 1 ? [...planes][0] : undefined;
}
