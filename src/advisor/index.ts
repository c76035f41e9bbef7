export { completedFrom } from './completed';
export { type Advice, advise } from './decide';
export { type DeploymentPiece, deployment } from './deployment';
export { type ExplainedCause, type Explanation, explain, type ProfileFacts, type WorkspaceFacts } from './explain';
export { maskEcho, maskShared } from './mask';
export { CALL_FACTS, CALLS, type Call, type Need, PRIORITIES, type Priority } from './need';
export {
  type Answers,
  LANGUAGE_LABELS,
  type Plan,
  type PlanCode,
  planFor,
} from './plan';
export { type Grantee, type LeastPrivilege, leastPrivilege, matchingRule, type PlaneUse } from './policy';
export { asCli, asConsoleText, asTerraform } from './policy-forms';
export { type Suggestions, suggestionsFrom } from './suggestions';
export { type ProfileUse, problemOf, profileFacts } from './suggests';
export {
  frameworkOf,
  type NamedProfile,
  NOTHING_FOUND,
  OCID_KINDS,
  type OcidKind,
  type PolicyFact,
  type ProviderFact,
  type Spot,
  SURVEY_REQUEST,
  type Survey,
  type UseFact,
  type WorkloadFact,
} from './survey';
export { factsOf } from './workspace-facts';
export {
  granteeFound,
  type MethodUse,
  surveyedHeading,
  surveyedPolicy,
  workloadOf,
  workspacePolicy,
} from './workspace-policy';
