import type { Method } from '../knowledge/method';
import { isWorkload, type Place } from '../knowledge/place';
import type { Plane } from '../knowledge/plane';
import { includesVerb, isFamily, type Right, resourceType, rightsForAll } from '../knowledge/policy';

/** One place in a workspace that calls GenAI: what reaches it and what it does there. */
export interface PlaneUse {
  readonly plane: Plane;
  /** As the SDK names them; empty when unknown. */
  readonly operations: readonly string[];
}

/** Who calls and where; what is not given becomes a `<placeholder>`. */
export interface Grantee {
  readonly place?: Place;
  readonly method?: Method;
  readonly group?: string;
  /** Identity domain of the group, when it is not the default one. */
  readonly domain?: string;
  /** OCID or name or path of the compartment that the requests name. */
  readonly compartment?: string;
  readonly apiKeyId?: string;
  readonly namespace?: string;
  readonly serviceAccount?: string;
  readonly clusterId?: string;
}

export interface LeastPrivilege {
  readonly statements: readonly string[];
  readonly matchingRule?: string;
  /** The group or dynamic group that the statements name, in its identity domain when that is not the default one. */
  readonly group: string;
  readonly domain?: string;
  readonly notes: readonly string[];
}

/** The fewest and narrowest statements that let these uses work. */
export function leastPrivilege(uses: readonly PlaneUse[], grantee: Grantee = {}): LeastPrivilege {
  const rights = narrow(uses.flatMap(({ plane, operations }) => rightsForAll(plane, operations)));
  const subject = subjectOf(grantee);
  const where = conditionOf(grantee);
  const statements = rights.map(
    ({ verb, type }) =>
      `Allow ${subject} to ${verb} ${type} in ${locationOf(grantee)}${where ? ` where ${where}` : ''}`,
  );
  const group = written(grantee.group ?? DEFAULT_GROUP);
  const domain = grantee.domain && written(grantee.domain);
  return { statements, matchingRule: matchingRule(grantee), group, domain, notes: notesFor(uses, grantee) };
}

/** Drops what another right already covers: a lower verb on the same type, a type of a granted family. */
function narrow(rights: readonly Right[]): readonly Right[] {
  const covers = (a: Right, b: Right): boolean =>
    includesVerb(a.verb, b.verb) &&
    (a.type === b.type || (isFamily(a.type) && resourceType(b.type)?.family === a.type));
  const unique = rights.filter((one, at) => rights.findIndex((other) => same(one, other)) === at);
  return unique
    .filter((one) => !unique.some((other) => !same(one, other) && covers(other, one)))
    .sort((a, b) => a.type.localeCompare(b.type));
}

const same = (a: Right, b: Right): boolean => a.type === b.type && a.verb === b.verb;

/** What no name in a statement can hold: a quote would end it, and a new line would begin another statement. */
const UNWRITABLE = /['"\p{Cc}\p{Zl}\p{Zp}]/gu;
const PLACEHOLDER = /^<[a-z]{1,20}(?:-[a-z]{1,20}){0,4}>$/;
const OCID = /^ocid1\.[\w.-]+$/;

/** Why a name cannot stand in a statement, for whoever gives one. */
export function nameProblem(name: string): string | undefined {
  if (name.trim() === '') return 'a name is missing';
  return name.search(UNWRITABLE) < 0 ? undefined : 'no name in a policy holds quotes or control characters';
}

const written = (name: string): string => name.replace(UNWRITABLE, '');

/** Names that hold anything but letters, digits and the usual marks are quoted. */
const named = (name: string): string => (/^[\w.@-]+$/.test(name) || PLACEHOLDER.test(name) ? name : quoted(name));

/** Also the name that the Terraform and CLI forms give the dynamic group they make. */
const DEFAULT_GROUP = 'genai-callers';

function subjectOf(grantee: Grantee): string {
  if (grantee.method === 'genai-api-key' || isOkeWorkload(grantee)) return 'any-user';
  const kind = isWorkloadPrincipal(grantee) ? 'dynamic-group' : 'group';
  const name = grantee.group ?? DEFAULT_GROUP;
  return grantee.domain ? `${kind} ${quoted(grantee.domain)}/${quoted(name)}` : `${kind} ${named(name)}`;
}

const quoted = (name: string): string => `'${written(name)}'`;

const isOkeWorkload = ({ place, method }: Grantee): boolean =>
  method === 'oke-workload-identity' || (place === 'oke' && method === undefined);

const isWorkloadPrincipal = (grantee: Grantee): boolean => {
  const { place, method } = grantee;
  if (isOkeWorkload(grantee)) return false;
  if (method === undefined) return place !== undefined && isWorkload(place);
  return method === 'instance-principal' || method === 'resource-principal';
};

function locationOf({ compartment = '<compartment-ocid>' }: Grantee): string {
  if (OCID.test(compartment) || compartment === '<compartment-ocid>') return `compartment id ${compartment}`;
  return `compartment ${/^[\w.:@-]+$/.test(compartment) ? compartment : quoted(compartment)}`;
}

function conditionOf(grantee: Grantee): string | undefined {
  if (grantee.method === 'genai-api-key') {
    const id = grantee.apiKeyId ? `, request.principal.id = ${quoted(grantee.apiKeyId)}` : '';
    return `all {request.principal.type = 'generativeaiapikey'${id}}`;
  }
  if (!isOkeWorkload(grantee)) return undefined;
  const { namespace = '<namespace>', serviceAccount = '<service-account>', clusterId = '<cluster-ocid>' } = grantee;
  return `all {request.principal.type = 'workload', request.principal.namespace = ${quoted(namespace)}, request.principal.service_account = ${quoted(serviceAccount)}, request.principal.cluster_id = ${quoted(clusterId)}}`;
}

const RESOURCE_TYPE_OF_PLACE: Readonly<Partial<Record<Place, readonly string[]>>> = {
  functions: ['fnfunc'],
  'container-instances': ['computecontainerinstance'],
  'data-science': [
    'datasciencenotebooksession',
    'datasciencejobrun',
    'datasciencemodeldeployment',
    'datasciencepipelinerun',
  ],
  'hosted-application': [
    'generativeaihostedapplication',
    'generativeaihostedapplicationiam',
    'generativeaihosteddeployment',
  ],
};

/** The dynamic group's rule: the workload's own compartment, which may be another than the one it calls. */
export function matchingRule(grantee: Grantee): string | undefined {
  if (!isWorkloadPrincipal(grantee)) return undefined;
  const compartment = "'<workload-compartment-ocid>'";
  const types = grantee.method === 'instance-principal' ? undefined : resourceTypes(grantee);
  if (!types) return `ALL {instance.compartment.id = ${compartment}}`;
  const clauses = types.map((type) => `ALL {resource.type = '${type}', resource.compartment.id = ${compartment}}`);
  return clauses.length === 1 ? clauses[0] : `ANY {${clauses.join(', ')}}`;
}

/** None for an instance. */
function resourceTypes({ place, method }: Grantee): readonly string[] | undefined {
  const types = place && RESOURCE_TYPE_OF_PLACE[place];
  return types ?? (method === 'resource-principal' ? [UNKNOWN_TYPE] : undefined);
}

const POLICY_FIRST = 'Create this policy before the key: a key made first can stay unauthorized.';
const ONE_KEY = 'This lets in one key alone: write the OCID of the new key here whenever the key is replaced.';
const UNKNOWN_TYPE = '<resource-type>';

function notesFor(uses: readonly PlaneUse[], grantee: Grantee): readonly string[] {
  const notes: string[] = [];
  if (grantee.method === 'genai-api-key') notes.push(grantee.apiKeyId ? ONE_KEY : POLICY_FIRST);
  if (isOkeWorkload(grantee)) notes.push('Enhanced clusters only; a dynamic group does not match an OKE workload.');
  if (isWorkloadPrincipal(grantee) && !grantee.domain) {
    notes.push("A dynamic group outside the default identity domain is written 'domain'/'name'.");
  }
  if (matchingRule(grantee)?.includes(UNKNOWN_TYPE)) {
    notes.push(
      'resource.type is fnfunc in Functions, computecontainerinstance in Container Instances, datasciencejobrun and the like in Data Science.',
    );
  }
  if (uses.some(({ plane }) => plane === 'hosted-application-oauth')) {
    notes.push('A hosted application with identity-domain auth is opened by its OAuth scope, not by a policy.');
  }
  return notes;
}
