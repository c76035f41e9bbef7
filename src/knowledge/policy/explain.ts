import { PLANE_FACTS } from '../plane';
import { testsOf } from './condition';
import { planesGranted } from './grants';
import { principalTypesOf, reaches } from './principals';
import { resourceType } from './resourceTypes';
import type { Condition, Location, Name, PolicyStatement, Subject, Test } from './statement';
import { VERB_MEANINGS } from './verbs';

/** One sentence: who may do what where, and when. */
export function describeStatement(statement: PolicyStatement): string {
  if (statement.kind === 'define') return describeDefinition(statement);
  const who = describeSubject(statement.subject);
  const may = statement.kind === 'deny' ? 'may not' : 'may';
  const when = statement.condition ? `, ${describeCondition(statement.condition)}` : '';
  return `${who} ${may} ${describeAction(statement)} in ${describeLocation(statement.location)}${when}.`;
}

/** The planes that open to whom it speaks of, as people name them; empty for other services. */
export function describePlanes(statement: PolicyStatement): readonly string[] {
  const types = principalTypesOf(statement.condition);
  return [...planesGranted(statement)]
    .filter((plane) => reaches(types, plane))
    .map((plane) => PLANE_FACTS[plane].label);
}

function describeDefinition({ definition }: PolicyStatement): string {
  return definition
    ? `Calls a ${definition.noun} '${definition.name.text}' in the following statements.`
    : 'Defines a name.';
}

const EVERYONE: Readonly<Record<string, string>> = {
  'any-user': 'Every user, principal and service of the tenancy',
  'any-group': 'Every user, instance and resource principal of the tenancy',
};

function describeSubject(subject: Subject | undefined): string {
  if (!subject || subject.kind === 'unknown') return 'Somebody that a variable names';
  const everyone = EVERYONE[subject.kind];
  if (everyone) return everyone;
  const of = subject.tenancy ? ` of tenancy ${subject.tenancy.text}` : '';
  const names = subject.names.map(qualified).join(' and ');
  const lead: Record<string, string> = {
    group: 'Users in group',
    'dynamic-group': 'Principals matched by dynamic group',
    service: 'Service',
    resource: 'Resource',
  };
  return `${lead[subject.kind]} ${names}${of}`;
}

const qualified = (name: Name): string =>
  name.domain === undefined ? name.text : `${name.text} of identity domain ${name.domain}`;

function describeAction({ action, resources }: PolicyStatement): string {
  if (!action) return 'do something unreadable';
  if (action.permissions.length > 0)
    return `use the permissions ${action.permissions.map((name) => name.text).join(', ')}`;
  const name = resources[0]?.text ?? 'resources';
  if (action.associate) return `associate ${resources.map((resource) => resource.text).join(' with ')}`;
  const type = resourceType(name);
  const verb = action.verb ?? 'act on';
  const meaning = action.verb ? ` (${VERB_MEANINGS[action.verb]}${type ? `; ${type.what}` : ''})` : '';
  return `${verb} ${name}${meaning}`;
}

function describeLocation(location: Location | undefined): string {
  switch (location?.kind) {
    case 'tenancy':
      return location.name ? `tenancy ${location.name.text}` : 'the whole tenancy';
    case 'any-tenancy':
      return 'any tenancy';
    case 'compartment':
      return `compartment ${location.path.length > 1 ? location.path.join(' › ') : (location.name?.text ?? '?')} and below`;
    default:
      return 'a place that a variable names';
  }
}

function describeCondition(condition: Condition): string {
  if (condition.kind === 'unknown') return 'under a condition that a variable holds';
  const tests = [...testsOf(condition)].map(describeTest);
  if (condition.kind === 'test' || tests.length < 2) return `when ${tests.join('')}`;
  if (condition.items.some((item) => item.kind === 'all' || item.kind === 'any'))
    return `under ${tests.length} nested tests`;
  return condition.kind === 'all' ? `when ${tests.join(' and ')}` : `when ${tests.join(' or ')}`;
}

function describeTest(test: Test): string {
  const values = test.values.map((value) => (value.kind === 'pattern' ? `/${value.text}/` : `'${value.text}'`));
  const operator = { '=': 'is', '!=': 'is not', in: 'is one of', 'not in': 'is none of' }[test.operator as string];
  return `${test.variable} ${operator ?? test.operator} ${values.join(test.operator === 'between' ? ' and ' : ', ')}`;
}
