import type { ExplainedCause } from '../../advisor';
import type { CauseId } from '../../knowledge/errors';
import type { Known, Remedy, Step } from './remedy';
import * as step from './steps';

const { by, code, config, on, policy, written } = step;

const PROFILE_CODE = code(by('iam-api-key', 'session-token', 'delegation-token'));
const KEY_CODE = code(by('genai-api-key'));
const OPENAI_CODE = code(on('inference-openai', 'vector-stores'));
const PRINCIPAL_CODE = code(by('instance-principal', 'resource-principal', 'oke-workload-identity'));
const FRAMEWORK_CODE = code(({ framework }) => framework !== undefined);

/** What checks or ends each cause, the most telling first. */
const STEPS: Readonly<Record<CauseId, readonly Step[]>> = {
  'policy-missing': [policy],
  'wrong-compartment': [policy, code()],
  'model-not-in-region': [code()],
  'wrong-region': [code()],
  'dynamic-group-unqualified': [policy],
  'dynamic-group-no-match': [policy],
  'retired-operation': [code()],
  'resource-missing': [code()],
  'agent-policy-missing': [policy],
  'key-policy-missing': [policy, step.listKeys],
  'project-not-readable': [OPENAI_CODE, policy],
  'policy-scope': [policy],

  'key-not-uploaded': [step.test, config],
  'fingerprint-mismatch': [step.test, config],
  'wrong-user-or-tenancy': [step.test, config],
  'session-expired': [step.refreshSession, step.test],
  'session-profile-with-plain-client': [PROFILE_CODE, step.setUp],
  'plain-profile-with-session-auth': [code(by('session-token')), config],
  'session-token-missing': [config, code(by('session-token'))],
  'clock-skew': [step.test],
  'key-disabled': [step.test, config],
  'principal-token-expired': [PRINCIPAL_CODE],
  'genai-key-not-accepted': [step.test, step.listKeys, KEY_CODE],
  'genai-key-unauthorized': [step.test, policy],
  'genai-key-other-region': [KEY_CODE, step.listKeys],
  'wrong-kind-of-key': [KEY_CODE, step.setUp],
  'bearer-on-signed-plane': [KEY_CODE, step.setUp],
  'key-sent-to-openai': [OPENAI_CODE, step.setUp],
  'openai-key-missing': [OPENAI_CODE, step.setUp],
  'hosted-application-token': [code(on('hosted-application-oauth')), step.setUp],
  'exchange-trust': [code(by('token-exchange')), step.setUp],
  'client-credentials': [code(by('idcs-oauth', 'token-exchange')), step.setUp],

  'profile-incomplete': [config, PROFILE_CODE],
  'entry-malformed': [config],
  'config-file-missing': [step.addProfile, PROFILE_CODE],
  'profile-missing': [PROFILE_CODE, config],
  'key-file-missing': [config, PROFILE_CODE],
  'key-content-in-file': [config],
  'config-syntax': [config],
  'authentication-type-unsupported': [config, PROFILE_CODE],
  'private-key-unreadable': [config],
  'public-key-given': [config],
  'passphrase-missing': [config],
  'no-resource-principal': [code(by('resource-principal')), step.setUp],
  'resource-principal-version': [code(by('resource-principal'))],
  'no-instance-principal': [code(by('instance-principal')), step.askMachine, step.setUp],
  'instance-not-in-dynamic-group': [policy, code(by('instance-principal'))],
  'oke-basic-cluster': [code(by('oke-workload-identity')), step.setUp],
  'oke-token-refused': [step.manifest, code(by('oke-workload-identity'))],
  'oke-not-in-pod': [code(by('oke-workload-identity')), step.setUp],
  'litellm-credentials': [code(({ framework }) => framework === 'litellm'), step.setUp],
  'framework-auth-type': [FRAMEWORK_CODE],
  'framework-wraps-auth': [FRAMEWORK_CODE, step.test, step.doctor],
  'unawaited-provider': [code(written('typescript', 'javascript'))],
  'signer-none': [code(written('python'))],
  'terraform-credentials': [step.provider, config],
  'compartment-missing': [code()],
  'model-unknown': [code()],
  'operation-unsupported': [code()],
  'request-malformed': [code()],
  'rate-limited': [step.test],
  'host-unreachable': [step.test],
  'certificate-untrusted': [step.test],
  'service-fault': [step.test],
  'delegation-token-missing': [code(by('delegation-token')), step.setUp],
  'host-unknown': [code(), step.test],
};

const MOST = 3;

/** Checks that run and jumps to lines. What a profile is seen to be wrong in comes before all. */
export function remediesFor({ id }: Pick<ExplainedCause, 'id'>, known: Known): readonly Remedy[] {
  const found = [step.profile, ...STEPS[id]].flatMap((one) => one(known, id));
  const first = (remedy: Remedy): Remedy | undefined => found.find(({ label }) => label === remedy.label);
  return found.filter((remedy) => first(remedy) === remedy).slice(0, MOST);
}
