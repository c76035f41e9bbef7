import { acceptance } from '../knowledge/acceptance';
import { byKey } from '../knowledge/errors';
import { METHOD_FACTS, type Method } from '../knowledge/method';
import { availability, type Place, placeLabel } from '../knowledge/place';
import { PLANE_FACTS } from '../knowledge/plane';
import { familiesNamed } from '../knowledge/policy';
import { type Grantee, type LeastPrivilege, leastPrivilege, type PlaneUse } from './policy';
import type { Survey, WorkloadFact } from './survey';

/** A use, and the methods that the code is seen to reach it with. */
export interface MethodUse extends PlaneUse {
  readonly methods: readonly (Method | 'none' | 'unknown')[];
}

/** The statements that what a workspace calls needs; what is given wins over what is found. Terminal and window say this. */
export function surveyedPolicy(survey: Survey, given: Grantee = {}): LeastPrivilege {
  return workspacePolicy(survey.uses, granteeFound(survey, given));
}

/** What to know of a policy before reading it: what is reached, and from where. */
export function surveyedHeading(survey: Survey, place: Place | undefined): string {
  const planes = [...new Set(survey.uses.map(({ plane }) => PLANE_FACTS[plane].label))].join(', ');
  const workload = place === undefined ? workloadOf(survey) : undefined;
  const where = workload && `\n# runs in: ${placeLabel(workload.place)}, by ${fileName(workload.uri)}`;
  return `# reaches: ${planes}${where ?? ''}\n`;
}

const fileName = (uri: string): string => decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));

/** Where the code runs, by what shows it best. */
export const workloadOf = ({ workloads }: Pick<Survey, 'workloads'>): WorkloadFact | undefined =>
  workloads.find(({ certain }) => certain) ?? workloads[0];

/** Who calls, by what the workspace shows. What it names differently in several places stays open. */
export function granteeFound(survey: Survey, given: Grantee = {}): Grantee {
  const { workloads, ocids } = survey;
  const accounts = workloads.flatMap(({ account }) => account ?? []);
  const found: Grantee = {
    place: workloadOf(survey)?.place,
    compartment: onlyOne(ocids.compartment),
    domain: onlyOne(domainsIn(survey)),
    apiKeyId: onlyOne(ocids.generativeaiapikey),
    clusterId: onlyOne(ocids.cluster),
    namespace: onlyOne(accounts.flatMap(({ namespace }) => namespace ?? [])),
    serviceAccount: onlyOne(accounts.flatMap(({ name }) => name ?? [])),
  };
  const said = Object.entries(given).filter(([, value]) => value !== undefined);
  return { ...found, ...Object.fromEntries(said) };
}

const onlyOne = (values: readonly string[]): string | undefined => {
  const [one, another] = new Set(values);
  return another === undefined ? one : undefined;
};

/** Identity domains of the dynamic groups that the workspace's own policies let call GenAI. */
const domainsIn = ({ policies }: Survey): readonly string[] =>
  policies
    .filter(({ statement }) => statement.subject?.kind === 'dynamic-group' && familiesNamed(statement).size > 0)
    .flatMap(({ statement }) => statement.subject?.names ?? [])
    .flatMap(({ domain, hole }) => (hole || domain === undefined || domain === 'Default' ? [] : [domain]));

/** Callers that hold a key are let in by the key's own statements, the others by their group or workload. */
export function workspacePolicy(uses: readonly MethodUse[], given: Grantee = {}): LeastPrivilege {
  if (given.method) return leastPrivilege(uses, given);
  // On a plane that reads signatures only, a key opens nothing, whatever a policy says.
  const keyed = uses.filter((use) => byKey(use) && acceptance('genai-api-key', use.plane).verdict !== 'refused');
  const others = uses.filter((use) => !keyed.includes(use));
  const forKeys = leastPrivilege(keyed, { ...given, method: 'genai-api-key' });
  const forOthers = leastPrivilege(others, { ...given, method: methodOf(others, given.place) });
  if (keyed.length === 0) return forOthers;
  if (others.length === 0) return forKeys;
  return {
    ...forOthers,
    statements: [...forOthers.statements, ...forKeys.statements],
    notes: [...forOthers.notes, ...forKeys.notes],
  };
}

/** What the code uses says who calls; of a known place, as far as that place has it. */
function methodOf(uses: readonly MethodUse[], place: Place | undefined): Method | undefined {
  const methods = new Set(uses.flatMap((use) => use.methods));
  const known = [...methods].filter((one): one is Method => one !== 'none' && one !== 'unknown');
  const principals = known.filter((one) => METHOD_FACTS[one].principal);
  if (place === undefined) return principals[0] ?? (known.length === 1 ? known[0] : undefined);
  const [here, another] = principals.filter((one) => availability(one, place).verdict !== 'refused');
  return another === undefined ? here : undefined;
}
