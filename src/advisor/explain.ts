import { byKey, CAUSES, type CauseId, recognise, type Spoken, spokenBy } from '../knowledge/errors';
import { isWorkload, type Place, placeLabel } from '../knowledge/place';
import { AGENT_PLANES, PLANE_FACTS } from '../knowledge/plane';
import { familyIsGranted, opensGenAiToEveryone, type PolicyStatement } from '../knowledge/policy';
import { WORKLOAD_FACTS } from '../knowledge/workload';
import { callOf, causesHere, type Here } from './here';
import { maskEcho } from './mask';
import { statementsFor } from './remedy-statements';
import { type Seen, whatIsSeen } from './seen';
import type { MethodUse } from './workspace-policy';

/** What is known of the place where the error came up. Everything is optional; it only reorders and adds. */
export interface WorkspaceFacts {
  readonly profiles?: readonly ProfileFacts[];
  /** Where the workspace's code reaches GenAI, how, and what it calls there. */
  readonly uses?: readonly MethodUse[];
  readonly policies?: readonly PolicyStatement[];
  readonly place?: Place;
}

export interface ProfileFacts {
  readonly name: string;
  /** Causes that the profile's health suggests, for example an expired session. */
  readonly suggests: readonly CauseId[];
  /** The code reads others and not this one, or none at all. */
  readonly unread?: boolean;
}

export interface ExplainedCause {
  readonly id: CauseId;
  readonly title: string;
  readonly why: string;
  /** A statement to add stands in a line of its own. */
  readonly next: string;
  /** What in this workspace speaks for it. */
  readonly evidence?: string;
}

export interface Explanation {
  /** Empty when the text is no error that we know. */
  readonly causes: readonly ExplainedCause[];
  readonly seen: Seen;
  /** The beginning of the text with everything secret masked. */
  readonly said: string;
}

export function explain(text: string, facts: WorkspaceFacts = {}): Explanation {
  const seen = whatIsSeen(text);
  const said = maskEcho(text.slice(0, 2000)).slice(0, 240).trim();
  const recognised = recognise(text);
  if (!recognised) return { causes: [], seen, said };
  const spoken = spokenBy(text, seen.service);
  const met: Case = { facts, seen, spoken, here: causesHere({ ...recognised, spoken }, facts.uses ?? []) };
  const judged = met.here.causes.map((id) => ({ id, ...evidenceFor(id, met) }));
  // What a profile or a policy shows comes first; else the order stays.
  judged.sort((a, b) => a.rank - b.rank);
  return { causes: judged.map(({ id, evidence }) => describe(id, met, evidence)), seen, said };
}

interface Case {
  readonly facts: WorkspaceFacts;
  readonly seen: Seen;
  readonly spoken: Spoken;
  readonly here: Here;
}

function describe(id: CauseId, { facts, seen, spoken, here }: Case, evidence: string | undefined): ExplainedCause {
  const { title, why, next } = CAUSES[id];
  const asked = { operation: seen.operation, spoken, callers: here.callers, place: facts.place };
  const region =
    id === 'model-not-in-region' && seen.region
      ? `check that the model id is listed in ${seen.region} and served on demand there`
      : undefined;
  return { id, title, why, next: region ?? statementsFor(id, asked) ?? next, evidence };
}

interface Evidence {
  readonly evidence?: string;
  /** Lower comes first. What a profile shows comes before what follows from it. */
  readonly rank: number;
}

const UNSHOWN = 1_000;

function evidenceFor(id: CauseId, { facts, here }: Case): Evidence {
  const profile = facts.profiles?.find((one) => !one.unread && one.suggests.includes(id));
  if (profile) return { evidence: `profile [${profile.name}] shows it`, rank: profile.suggests.indexOf(id) };
  const shown = gap(id, facts, here) ?? (facts.place ? misplaced(id, facts.place) : undefined);
  if (shown) return { evidence: shown, rank: 0 };
  const speaker = here.speaker.get(id);
  return { evidence: speaker && `the code here reaches ${callOf(speaker)}`, rank: UNSHOWN };
}

function gap(id: CauseId, { uses, policies }: WorkspaceFacts, { callers }: Here): string | undefined {
  if (!policies?.length) return undefined;
  if (id === 'key-policy-missing') return keyGap(policies);
  const agents = id === 'agent-policy-missing';
  if (!agents && id !== 'policy-missing') return undefined;
  // A key’s own statements are looked for above.
  const signing = callers.filter((use) => agents || !byKey(use));
  const reached = signing.map(({ plane }) => plane).filter((plane) => AGENT_PLANES.has(plane) === agents);
  const asked = agents && uses === undefined ? (['agent-runtime'] as const) : reached;
  const missing = asked.find((plane) => familyIsGranted(policies, plane) === false);
  return (
    missing &&
    `no policy in this workspace grants ${PLANE_FACTS[missing].family}, which ${PLANE_FACTS[missing].label} needs`
  );
}

function keyGap(policies: readonly PolicyStatement[]): string | undefined {
  const named = policies.some((statement) =>
    JSON.stringify(statement.condition ?? '')
      .toLowerCase()
      .includes('generativeaiapikey'),
  );
  return named || policies.some(opensGenAiToEveryone)
    ? undefined
    : "no policy in this workspace names request.principal.type = 'generativeaiapikey'";
}

function misplaced(id: CauseId, place: Place): string | undefined {
  const method =
    id === 'no-resource-principal'
      ? 'resource-principal'
      : id === 'no-instance-principal'
        ? 'instance-principal'
        : undefined;
  if (!method) return undefined;
  if (!isWorkload(place)) return `this runs on ${placeLabel(place)}, outside OCI`;
  return WORKLOAD_FACTS[place].without.includes(method) ? `${placeLabel(place)} has no such principal` : undefined;
}
