import { type ExplainedCause, type Explanation, problemOf, type Survey } from '../../advisor';
import type { Credential } from '../../credentials/credential';
import type { CauseId } from '../../knowledge/errors';
import { AGENT_PLANES } from '../../knowledge/plane';

/** What a button beside a cause does. */
export type Remedy =
  | { readonly kind: 'jump'; readonly label: string; readonly uri: string; readonly line: number }
  | { readonly kind: 'test'; readonly label: string }
  | { readonly kind: 'policy'; readonly label: string }
  | { readonly kind: 'set-up'; readonly label: string };

export interface Known {
  /** What the error itself names. */
  readonly seen: Explanation['seen'];
  readonly survey: Survey;
  readonly credentials: readonly Credential[];
  /** As an address that the editor opens. */
  uriOf(file: string): string;
}

/** Causes in what is granted to whom. */
const POLICY: ReadonlySet<CauseId> = new Set([
  'policy-missing',
  'wrong-compartment',
  'dynamic-group-unqualified',
  'dynamic-group-no-match',
  'agent-policy-missing',
  'key-policy-missing',
  'project-not-readable',
  'policy-scope',
  'instance-not-in-dynamic-group',
]);

/** Causes in the code, at the place that makes the client. */
const CODE: ReadonlySet<CauseId> = new Set([
  'model-not-in-region',
  'wrong-region',
  'wrong-compartment',
  'retired-operation',
  'session-profile-with-plain-client',
  'plain-profile-with-session-auth',
  'genai-key-other-region',
  'bearer-on-signed-plane',
  'key-sent-to-openai',
  'framework-auth-type',
  'framework-wraps-auth',
  'unawaited-provider',
  'signer-none',
  'compartment-missing',
  'model-unknown',
  'request-malformed',
  'resource-missing',
  'no-resource-principal',
  'no-instance-principal',
]);

/** Causes that another method would end. */
const METHOD: ReadonlySet<CauseId> = new Set([
  'bearer-on-signed-plane',
  'no-resource-principal',
  'no-instance-principal',
  'oke-basic-cluster',
  'oke-not-in-pod',
  'wrong-kind-of-key',
  'session-profile-with-plain-client',
]);

/** Causes in the profile, which OCI itself can confirm. */
const CREDENTIAL: ReadonlySet<CauseId> = new Set([
  'key-not-uploaded',
  'fingerprint-mismatch',
  'wrong-user-or-tenancy',
  'session-expired',
  'clock-skew',
  'key-disabled',
  'genai-key-not-accepted',
  'genai-key-unauthorized',
]);

const MOST = 3;

/** Checks that run and jumps to lines, the most telling first. */
export function remediesFor({ id }: ExplainedCause, known: Known): readonly Remedy[] {
  return [
    ...profileJumps(id, known),
    ...(POLICY.has(id) ? policyRemedies(known) : []),
    ...(CODE.has(id) ? codeJumps(known) : []),
    ...(CREDENTIAL.has(id) && known.credentials.length > 0
      ? [{ kind: 'test', label: 'Test the Credentials' } as const]
      : []),
    ...(METHOD.has(id) ? [{ kind: 'set-up', label: 'Choose Another Method' } as const] : []),
  ].slice(0, MOST);
}

function profileJumps(id: CauseId, { credentials, uriOf }: Known): Remedy[] {
  const found = credentials.flatMap((credential) => {
    const problem = problemOf(credential, id);
    const { location, label } = credential;
    if (!problem || !location) return [];
    const line = problem.span?.line ?? location.line;
    return [{ kind: 'jump' as const, label: `Open Profile ${label}`, uri: uriOf(location.file), line }];
  });
  return found.slice(0, 1);
}

function policyRemedies({ survey }: Known): Remedy[] {
  const [first] = survey.policies.filter(({ text }) => /generative-ai|genai-agent|all-resources/i.test(text));
  const jump: Remedy[] = first ? [{ kind: 'jump', label: 'Open the Policy', uri: first.uri, line: first.line }] : [];
  return [...jump, { kind: 'policy', label: 'Generate the Policy' }];
}

function codeJumps({ survey, seen }: Known): Remedy[] {
  const rank = (use: Survey['uses'][number]): number => {
    const agents = /agent/i.test(seen.service ?? '');
    const service = seen.service === undefined || agents === AGENT_PLANES.has(use.plane) ? 0 : 4;
    const operation = use.operations.some((one) => one === seen.operation) ? 0 : 2;
    return service + operation + (use.region === seen.region ? 0 : 1);
  };
  const [use] = [...survey.uses].sort((a, b) => rank(a) - rank(b));
  if (!use) return [];
  const name = decodeURIComponent(use.uri.split('/').pop() ?? '');
  return [{ kind: 'jump', label: `Go to ${name}:${use.line + 1}`, uri: use.uri, line: use.line }];
}
