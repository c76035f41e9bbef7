import { acceptance } from '../acceptance';
import { METHOD_FACTS, type Method } from '../method';
import { AGENT_PLANES, type Plane } from '../plane';
import type { Answer, Causes } from './signature';

/** One answer has other causes for each caller: what a 404 and a 401 mean, by who asked whom. */
export const REFUSED = {
  agents: [
    'agent-policy-missing',
    'resource-missing',
    'wrong-region',
    'dynamic-group-no-match',
    'dynamic-group-unqualified',
  ],
  key: ['key-policy-missing', 'project-not-readable', 'wrong-compartment', 'model-not-in-region'],
  inference: [
    'policy-missing',
    'wrong-compartment',
    'model-not-in-region',
    'wrong-region',
    'dynamic-group-unqualified',
    'dynamic-group-no-match',
    'retired-operation',
  ],
  /** The OpenAI-compatible path with a signature: the compartment or the project is told beside the request. */
  signedOpenAi: [
    'policy-missing',
    'project-not-readable',
    'wrong-compartment',
    'model-not-in-region',
    'dynamic-group-unqualified',
    'dynamic-group-no-match',
  ],
  other: [
    'policy-missing',
    'wrong-compartment',
    'resource-missing',
    'wrong-region',
    'dynamic-group-unqualified',
    'dynamic-group-no-match',
  ],
} satisfies Readonly<Record<string, Causes>>;

export const UNPROVEN = {
  key: ['genai-key-not-accepted', 'genai-key-unauthorized', 'genai-key-other-region', 'wrong-kind-of-key'],
  session: ['session-expired', 'session-profile-with-plain-client', 'clock-skew'],
  /** Nothing is stored that could be wrong; python-sdk issue 388 tells of signers that grow old. */
  principal: ['principal-token-expired', 'clock-skew'],
  instance: ['principal-token-expired', 'instance-not-in-dynamic-group', 'clock-skew'],
  signed: [
    'key-not-uploaded',
    'fingerprint-mismatch',
    'wrong-user-or-tenancy',
    'session-expired',
    'session-profile-with-plain-client',
    'clock-skew',
    'private-key-unreadable',
    'key-disabled',
    'principal-token-expired',
  ],
} satisfies Readonly<Record<string, Causes>>;

export interface Caller {
  readonly plane: Plane;
  readonly methods: readonly (Method | 'none' | 'unknown')[];
}

/** What the answer means for this caller; undefined where nobody can say. */
export function causesFor(answer: Answer, caller: Caller): Causes | undefined {
  if (byKey(caller) && acceptance('genai-api-key', caller.plane).verdict === 'refused')
    return ['bearer-on-signed-plane'];
  return answer === 'refused' ? refused(caller) : unproven(caller);
}

const onlyBy = ({ methods }: Caller, wanted: (method: Method) => boolean): boolean =>
  methods.length > 0 && methods.every((one) => one !== 'none' && one !== 'unknown' && wanted(one));

export const byKey = (caller: Caller): boolean => onlyBy(caller, (method) => method === 'genai-api-key');

function refused(caller: Caller): Causes | undefined {
  const { plane } = caller;
  if (AGENT_PLANES.has(plane)) return REFUSED.agents;
  if (plane === 'hosted-application-oauth' || plane === 'other-oci') return undefined;
  if (plane === 'inference-openai' || plane === 'vector-stores')
    return byKey(caller) ? REFUSED.key : onlyBy(caller, () => true) ? REFUSED.signedOpenAi : undefined;
  return plane === 'inference-native' ? REFUSED.inference : REFUSED.other;
}

function unproven(caller: Caller): Causes | undefined {
  if (caller.plane === 'hosted-application-oauth') return undefined;
  if (byKey(caller)) return UNPROVEN.key;
  if (onlyBy(caller, (method) => method === 'session-token')) return UNPROVEN.session;
  if (onlyBy(caller, (method) => method === 'instance-principal')) return UNPROVEN.instance;
  if (onlyBy(caller, (method) => METHOD_FACTS[method].principal)) return UNPROVEN.principal;
  return onlyBy(caller, (method) => METHOD_FACTS[method].proof === 'signature') ? UNPROVEN.signed : undefined;
}
