import { CAUSES, type CauseId, causesOf, plainText } from '../knowledge/errors';
import { isWorkload, type Place, placeLabel } from '../knowledge/place';
import { AGENT_PLANES, PLANE_FACTS, type Plane } from '../knowledge/plane';
import { familyIsGranted, opensGenAiToEveryone, type PolicyStatement } from '../knowledge/policy';
import { WORKLOAD_FACTS } from '../knowledge/workload';
import { maskEcho } from './mask';

/** What is known of the place where the error came up. Everything is optional; it only reorders and adds. */
export interface WorkspaceFacts {
  readonly profiles?: readonly ProfileFacts[];
  /** Planes that the workspace's code reaches. */
  readonly planes?: readonly Plane[];
  readonly policies?: readonly PolicyStatement[];
  readonly place?: Place;
}

export interface ProfileFacts {
  readonly name: string;
  /** Causes that the profile's health suggests, for example an expired session. */
  readonly suggests: readonly CauseId[];
  /** The code reads others and not this one. */
  readonly unread?: boolean;
}

export interface ExplainedCause {
  readonly id: CauseId;
  readonly title: string;
  readonly why: string;
  readonly next: string;
  /** What in this workspace speaks for it. */
  readonly evidence?: string;
}

export interface Explanation {
  /** Empty when the text is no error that we know. */
  readonly causes: readonly ExplainedCause[];
  /** What the text itself tells: service, operation, region, status. Safe to show. */
  readonly seen: Readonly<Partial<Record<'service' | 'operation' | 'region' | 'status', string>>>;
  /** The beginning of the text with everything secret masked. */
  readonly said: string;
}

export function explain(text: string, facts: WorkspaceFacts = {}): Explanation {
  const seen = whatIsSeen(text);
  const ids = causesOf(text);
  const causes = ids.map((id) => describe(id, seen, evidenceFor(id, facts, seen)));
  // Evidence from the workspace comes first, what a profile shows before what follows from it; else the order stays.
  const rank = ({ id, evidence }: ExplainedCause): number => (evidence ? rankIn(id, facts) : UNSHOWN);
  const ordered = [...causes].sort((a, b) => rank(a) - rank(b));
  return { causes: ordered, seen, said: maskEcho(text.slice(0, 2000)).slice(0, 240).trim() };
}

const UNSHOWN = 1_000;

const rankIn = (id: CauseId, { profiles = [] }: WorkspaceFacts): number =>
  Math.max(0, profiles.find((one) => !one.unread && one.suggests.includes(id))?.suggests.indexOf(id) ?? 0);

function describe(id: CauseId, seen: Explanation['seen'], evidence: string | undefined): ExplainedCause {
  const { title, why, next } = CAUSES[id];
  return { id, title, why, next: specific(id, seen) ?? next, evidence };
}

function whatIsSeen(text: string): Explanation['seen'] {
  const head = plainText(text);
  const find = (pattern: RegExp): string | undefined => pattern.exec(head)?.[1];
  return {
    service:
      find(/(?:target_?service|targetService)["']?\s?[:=]\s?["']?([A-Za-z_]{3,60})/i) ??
      find(/Error returned by ([A-Za-z]{3,60}) Service/) ??
      find(/ operation in ([A-Za-z]{3,60}) service/),
    operation:
      find(/operation[ _]?name["']?\s?[:=]\s?["']?([A-Za-z_]{3,60})/i) ??
      find(/Error returned by ([A-Za-z]{3,60}) operation/),
    region: find(/generativeai\.([a-z]{2,3}-[a-z]{3,20}-\d{1,2})\./),
    status: find(/(?:status(?:[ _]?code)?|error code)["']?\s?[:=]\s?["']?(\d{3})\b/i) ?? find(/\((\d{3}), /),
  };
}

/** A resource type per operation, so that the answer is a statement and no homework. */
const STATEMENTS: ReadonlyArray<readonly [operation: RegExp, grant: string]> = [
  [/^embed/i, 'use generative-ai-text-embedding'],
  [/^rerank/i, 'use generative-ai-text-rerank'],
  [/^(?:list|get)/i, 'read generative-ai-family'],
  [/^chat/i, 'use generative-ai-chat'],
];

function specific(id: CauseId, seen: Explanation['seen']): string | undefined {
  const region = seen.region ? ` in ${seen.region}` : '';
  if (id === 'policy-missing' && (seen.operation || /generative/i.test(seen.service ?? ''))) {
    const grant =
      STATEMENTS.find(([operation]) => operation.test(seen.operation ?? ''))?.[1] ?? 'use generative-ai-family';
    return /generative/i.test(seen.service ?? 'generative')
      ? `add: Allow dynamic-group <name> to ${grant} in compartment id <compartmentId of the request> (or: Allow group <name> …)`
      : undefined;
  }
  if (id === 'model-not-in-region' && region)
    return `check that the model id is listed${region} and served on demand there`;
  return undefined;
}

function evidenceFor(id: CauseId, facts: WorkspaceFacts, seen: Explanation['seen']): string | undefined {
  const profile = facts.profiles?.find((one) => !one.unread && one.suggests.includes(id));
  if (profile) return `profile [${profile.name}] shows it`;
  if (id === 'policy-missing' || id === 'agent-policy-missing') return gap(id, facts, seen);
  if (id === 'key-policy-missing' && facts.policies?.length) return keyGap(facts.policies);
  return facts.place ? misplaced(id, facts.place) : undefined;
}

/** Whether the service that the error names serves the plane; without a name, any may. */
function serves(service: string | undefined, plane: Plane): boolean {
  if (service === undefined) return true;
  const agents = AGENT_PLANES.has(plane);
  return /agent/i.test(service) ? agents : !agents && /generative/i.test(service);
}

function gap(id: CauseId, { planes, policies }: WorkspaceFacts, seen: Explanation['seen']): string | undefined {
  if (!policies?.length) return undefined;
  const reached = planes ?? (id === 'agent-policy-missing' ? ['agent-runtime' as const] : []);
  const missing = reached.find((plane) => serves(seen.service, plane) && familyIsGranted(policies, plane) === false);
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
