import { familiesNamed, isGrant } from './grants';
import { isFamily, looksLikeGenAiType, nearestResourceType, resourceType } from './resourceTypes';
import type { Condition, PolicyStatement, Test } from './statement';
import type { Span } from './token';

/** `any-user` and `any-group`: every user and principal of the tenancy, service principals too for the former. */
const speaksToEveryone = (statement: PolicyStatement): boolean =>
  statement.subject?.kind === 'any-user' || statement.subject?.kind === 'any-group';

/**
 * True when a grant on a GenAI family reaches every principal: its subject is any-user or any-group and some branch of
 * its condition says nothing of who calls. `target.*` narrows what is reached, never who reaches it.
 */
export function opensGenAiToEveryone(statement: PolicyStatement): boolean {
  const ours = familiesNamed(statement).size > 0 || unknownResourceTypes(statement).length > 0;
  return ours && opensToEveryone(statement);
}

export function opensToEveryone(statement: PolicyStatement): boolean {
  if (!isGrant(statement) || !speaksToEveryone(statement)) return false;
  return !statement.condition || !namesPrincipal(statement.condition);
}

/** Whether every way to fulfil the condition passes a test of the principal. Unknown parts get the benefit of the doubt. */
function namesPrincipal(condition: Condition): boolean {
  switch (condition.kind) {
    case 'unknown':
      return true;
    case 'test':
      return CALLER.test(condition.variable) && !excludes(condition) && !matchesAnything(condition);
    case 'all':
      return condition.items.some(namesPrincipal);
    case 'any':
      return condition.items.length > 0 && condition.items.every(namesPrincipal);
  }
}

/** Variables of the caller (docs policyreference.htm, general variables for all requests). */
const CALLER = /^request\.(?:principal|user|groups)\./;

/** All but one kind of principal are still everybody else. */
const excludes = ({ operator }: Test): boolean => operator === '!=' || operator === 'not in';

/** The pattern of asterisks alone: a test that lets everything through. */
const matchesAnything = (test: Test): boolean =>
  test.operator === '=' &&
  test.values.length > 0 &&
  test.values.every((v) => v.kind === 'pattern' && /^\*+$/.test(v.text));

export type OverbroadReason = 'manage-where-use-suffices' | 'family-in-tenancy' | 'all-resources';

export interface Overbroad {
  readonly reason: OverbroadReason;
  readonly message: string;
  /** The word to narrow. */
  readonly span: Span;
  /** What to write instead of that word, where one word does it. */
  readonly instead?: string;
}

/** Where a grant on GenAI gives more than calls need. One entry per reason. */
export function overbroad(statement: PolicyStatement): readonly Overbroad[] {
  if (!isGrant(statement)) return [];
  return [manageWhereUseSuffices, familyInTenancy, allResources]
    .map((check) => check(statement))
    .filter((found) => found !== undefined);
}

/** Workloads call; people administer. `manage` on a family is right for the latter. */
const isWorkload = (statement: PolicyStatement): boolean =>
  statement.subject?.kind === 'dynamic-group' || speaksToEveryone(statement);

function manageWhereUseSuffices(statement: PolicyStatement): Overbroad | undefined {
  const { action } = statement;
  if (action?.verb !== 'manage') return undefined;
  const name = statement.resources[0]?.text.toLowerCase() ?? '';
  const suffices = resourceType(name)?.useSuffices || (isFamily(name) && isWorkload(statement));
  if (!suffices) return undefined;
  const message = `'use ${name}' lets a caller call; 'manage' also creates and deletes`;
  return { reason: 'manage-where-use-suffices', message, span: action.span, instead: 'use' };
}

function familyInTenancy(statement: PolicyStatement): Overbroad | undefined {
  const name = statement.resources[0];
  if (!name || !isFamily(name.text) || statement.location?.kind !== 'tenancy' || statement.location.name)
    return undefined;
  const message = `${name.text.toLowerCase()} in the whole tenancy: grant it in the compartment that the calls name`;
  return { reason: 'family-in-tenancy', message, span: statement.location.span };
}

function allResources(statement: PolicyStatement): Overbroad | undefined {
  const name = statement.resources.find((resource) => resource.text.toLowerCase() === 'all-resources');
  if (!name || !isWorkload(statement) || !statement.action?.verb) return undefined;
  const message = 'a workload that calls GenAI needs a GenAI resource type, not all-resources';
  return { reason: 'all-resources', message, span: name.span };
}

export interface UnknownType {
  readonly name: string;
  readonly nearest: string;
  readonly span: Span;
}

/** Resource types that look like GenAI's and are none. Placeholders and other services' types are silent. */
export function unknownResourceTypes(statement: PolicyStatement): readonly UnknownType[] {
  return statement.resources
    .filter((name) => !name.hole && looksLikeGenAiType(name.text))
    .filter((name) => !isFamily(name.text) && !resourceType(name.text))
    .map((name) => ({ name: name.text, nearest: nearestResourceType(name.text), span: name.span }));
}
