import { PLANE_FACTS, PLANES, type Plane } from '../plane';
import {
  type Family,
  familyOfPermission,
  isFamily,
  RESOURCE_TYPES,
  type ResourceType,
  resourceType,
} from './resourceTypes';
import type { Name, PolicyStatement, Verb } from './statement';
import { includesVerb } from './verbs';

/** A statement that gives rights; `deny` takes them and `define` only names. */
export const isGrant = (statement: PolicyStatement): boolean =>
  statement.kind !== 'deny' && statement.kind !== 'define';

/** The GenAI families a statement speaks of by name: family, resource type or permission. Not `all-resources`. */
export function familiesNamed(statement: PolicyStatement): ReadonlySet<Family> {
  const families = new Set<Family>();
  for (const name of statement.resources) {
    const family = familyOf(name);
    if (family) families.add(family);
  }
  for (const permission of statement.action?.permissions ?? []) {
    const family = familyOfPermission(permission.text);
    if (family) families.add(family);
  }
  return families;
}

function familyOf(name: Name): Family | undefined {
  const lower = name.text.toLowerCase();
  return isFamily(lower) ? lower : resourceType(lower)?.family;
}

/** The families of which it grants something, `all-resources` included. */
export function familiesGranted(statement: PolicyStatement): ReadonlySet<Family> {
  if (!isGrant(statement)) return new Set();
  if (coversAll(statement)) return new Set<Family>(['generative-ai-family', 'genai-agent-family']);
  return familiesNamed(statement);
}

const coversAll = (statement: PolicyStatement): boolean =>
  statement.resources.some((name) => name.text.toLowerCase() === 'all-resources');

/** True when a placeholder hides what is granted, so that nobody can say it grants too little. */
export const grantsUnknown = (statement: PolicyStatement): boolean =>
  isGrant(statement) &&
  (statement.resources.some((name) => name.hole) || (statement.action?.permissions ?? []).some((name) => name.hole));

/** The planes on which a principal can do something thanks to this statement, conditions aside. */
export function planesGranted(statement: PolicyStatement): ReadonlySet<Plane> {
  const planes = new Set<Plane>();
  if (!isGrant(statement)) return planes;
  if (statement.action && statement.action.permissions.length > 0) return planesOfPermissions(statement);
  // An unreadable verb (a variable) may be any; we do not claim that it grants too little.
  const verb = statement.action?.verb ?? 'manage';
  for (const type of typesCovered(statement)) {
    for (const plane of planesOpened(type, verb)) planes.add(plane);
  }
  return planes;
}

function typesCovered(statement: PolicyStatement): readonly ResourceType[] {
  const families = familiesGranted(statement);
  const all = coversAll(statement);
  const named = new Set(statement.resources.map((name) => name.text.toLowerCase()));
  return RESOURCE_TYPES.filter(
    (type) => named.has(type.name) || ((all || named.has(type.family)) && families.has(type.family)),
  );
}

const planesOpened = (type: ResourceType, verb: Verb): readonly Plane[] =>
  PLANES.filter((plane) => {
    const needed = type.opens[plane];
    return needed !== undefined && includesVerb(verb, needed);
  });

function planesOfPermissions(statement: PolicyStatement): ReadonlySet<Plane> {
  const planes = new Set<Plane>();
  for (const permission of statement.action?.permissions ?? []) {
    const squeezed = permission.text.toLowerCase().replace(/_/g, '-');
    const types = RESOURCE_TYPES.filter((type) => squeezed.startsWith(permissionStem(type.name)));
    // The longest stem is the type: GENERATIVE_AI_VECTORSTORE_FILE_READ is no vector store.
    const type = types.sort((a, b) => b.name.length - a.name.length)[0];
    for (const plane of type ? planesOpened(type, 'manage') : []) planes.add(plane);
  }
  return planes;
}

/** `GENERATIVE_AI_TEXT_EMBED` is the permission of `generative-ai-text-embedding`. */
const permissionStem = (name: string): string => name.replace(/-text-embedding$/, '-text-embed');

/** Whether any of the statements grants something of the plane's family; undefined when a placeholder hides it. */
export function familyIsGranted(statements: readonly PolicyStatement[], plane: Plane): boolean | undefined {
  const { family } = PLANE_FACTS[plane];
  if (!family) return true;
  if (statements.some((statement) => familiesGranted(statement).has(family))) return true;
  return statements.some(grantsUnknown) ? undefined : false;
}
