import { readCondition, testsOf } from './condition';
import { Cursor } from './cursor';
import type { Condition, PolicyProblem, Test } from './statement';
import { tokenize } from './token';

export interface MatchingRule {
  readonly condition?: Condition;
  readonly problems: readonly PolicyProblem[];
}

/** What a dynamic group's rule can ask: docs.oracle.com Identity/Tasks/managingdynamicgroups.htm. */
const VARIABLE =
  /^(?:instance\.(?:id|compartment\.id)|resource\.(?:id|type|compartment\.id)|tag\.[^.\s]+\.[^.\s]+(?:\.value)?)$/;

/**
 * The principals' `resource.type` values that reach GenAI or that GenAI itself uses (public policies and docs:
 * deploy-permissions.htm, data-mgmt-permissions.htm). Others exist; an unknown type is no mistake.
 */
export const PRINCIPAL_TYPES: Readonly<Record<string, string>> = {
  fnfunc: 'Functions',
  computecontainerinstance: 'Container Instances',
  datasciencenotebooksession: 'Data Science notebook sessions',
  datasciencejobrun: 'Data Science job runs',
  datasciencemodeldeployment: 'Data Science model deployments',
  datasciencepipelinerun: 'Data Science pipeline runs',
  apigateway: 'API Gateway',
  autonomousdatabase: 'Autonomous Database',
  mysqldbsystem: 'HeatWave',
  genaiagent: 'classic agents',
  genaiagentdataingestionjob: 'ingestion jobs of classic agents',
  generativeaivectorconnector: 'vector store connectors',
  generativeaisemanticstore: 'NL2SQL semantic stores',
  generativeaihostedapplication: 'hosted applications',
  generativeaihostedapplicationiam: 'hosted applications with IAM auth',
  generativeaihosteddeployment: 'deployments of hosted applications',
};

/** Reads and checks a matching rule. Never throws. */
export function parseMatchingRule(text: string): MatchingRule {
  const cursor = new Cursor(tokenize(text));
  if (cursor.done) {
    cursor.problem('empty-rule', 'the matching rule is empty: it matches nothing');
    return { problems: cursor.problems };
  }
  const condition = readCondition(cursor);
  if (!cursor.done) cursor.problem('trailing-text', `'${cursor.token.text}' does not belong in this rule`);
  for (const problem of checkVariables(condition)) cursor.problem(problem.code, problem.message, problem.span);
  for (const problem of checkMix(condition)) cursor.problem(problem.code, problem.message, problem.span);
  return { condition, problems: cursor.problems };
}

function checkVariables(condition: Condition): readonly PolicyProblem[] {
  return [...testsOf(condition)].flatMap((test) => {
    if (test.variable.includes('${') || VARIABLE.test(test.variable)) return [];
    const message = test.variable.startsWith('request.')
      ? `'${test.variable}' belongs in a policy's where clause, not in a matching rule`
      : `'${test.variable}' is no variable of matching rules: use instance.id, instance.compartment.id, resource.id, resource.type, resource.compartment.id or tag.<namespace>.<key>.value`;
    return [{ code: 'unknown-variable', message, span: test.variableSpan }];
  });
}

/** Inside one ALL, a principal would have to be an instance and a resource, or two types at once. */
function* checkMix(condition: Condition): Iterable<PolicyProblem> {
  if (condition.kind === 'test' || condition.kind === 'unknown') return;
  for (const item of condition.items) yield* checkMix(item);
  if (condition.kind === 'any') return;
  const tests = condition.items.filter((item): item is Test => item.kind === 'test');
  const has = (prefix: string): boolean => tests.some((test) => test.variable.startsWith(prefix));
  if (has('instance.') && has('resource.')) {
    const message =
      'ALL with instance.* and resource.* never matches: an instance is no resource principal; use ANY or two groups';
    yield { code: 'never-matches', message, span: condition.span };
  }
  const types = new Set(
    tests
      .filter((t) => t.variable === 'resource.type' && t.operator === '=')
      .map((t) => t.values[0]?.text.toLowerCase()),
  );
  if (types.size > 1) {
    yield {
      code: 'never-matches',
      message: 'ALL with two resource types never matches: use ANY',
      span: condition.span,
    };
  }
}

/** A principal as OCI sees it: `{ 'resource.type': 'fnfunc', 'resource.compartment.id': 'ocid1…' }`. */
export type PrincipalFacts = Readonly<Record<string, string>>;

/** Whether the rule matches a principal; undefined when a placeholder decides. Comparison ignores case, as OCI does. */
export function ruleMatches(condition: Condition, principal: PrincipalFacts): boolean | undefined {
  if (condition.kind === 'unknown') return undefined;
  if (condition.kind === 'test') return testMatches(condition, principal);
  const results = condition.items.map((item) => ruleMatches(item, principal));
  const decisive = condition.kind === 'any';
  if (results.includes(decisive)) return decisive;
  return results.includes(undefined) ? undefined : !decisive;
}

function testMatches(test: Test, principal: PrincipalFacts): boolean | undefined {
  const actual = principal[test.variable];
  if (actual === undefined) return false;
  if (test.operator === 'present') return true;
  if (test.values.some((value) => value.hole)) return undefined;
  const equal = test.values.some((value) =>
    value.kind === 'pattern' ? patternMatches(value.text, actual) : value.text.toLowerCase() === actual.toLowerCase(),
  );
  if (test.operator === '=' || test.operator === 'in') return equal;
  return test.operator === '!=' || test.operator === 'not in' ? !equal : undefined;
}

/** `*` stands for any text. Parts are found left to right, so the work is linear in the text. */
export function patternMatches(pattern: string, actual: string): boolean {
  const text = actual.toLowerCase();
  const parts = pattern.toLowerCase().split('*');
  const first = parts[0] as string;
  const last = parts[parts.length - 1] as string;
  if (parts.length === 1) return text === first;
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at);
    if (found < 0 || found + part.length > text.length - last.length) return false;
    at = found + part.length;
  }
  return true;
}
