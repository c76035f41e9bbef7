import { METHOD_FACTS, type Method } from '../knowledge/method';
import { isWorkload, type Place } from '../knowledge/place';
import type { Plane } from '../knowledge/plane';
import { CALL_FACTS, type Need } from './need';

/** What to know before choosing a method: of itself, and for what matters. */
export function noteFor(method: Method, plane: Plane, need: Need): string | undefined {
  const all = [ofMethod(method, need), ofPlane(plane), ofPriority(method, plane, need)];
  const notes = all.filter((note) => note !== undefined);
  return notes.length > 0 ? notes.join('; ') : undefined;
}

function ofMethod(method: Method, need: Need): string | undefined {
  if (method === 'genai-api-key') {
    const models = need.call === 'embeddings' ? 'OpenAI-family embedding models only; ' : '';
    return `${models}create the policy before the key, in the region of the model`;
  }
  if (method === 'token-exchange') return 'the identity domain must trust the issuer: an identity propagation trust';
  if (method === 'oke-workload-identity')
    return 'enhanced clusters only; the policy names the workload, no dynamic group';
  if (method === 'idcs-oauth') return 'keep the client secret in a vault, outside code and images';
  return undefined;
}

const ofPlane = (plane: Plane): string | undefined =>
  plane === 'hosted-application-iam' ? 'for applications created with IAM authentication' : undefined;

function ofPriority(method: Method, plane: Plane, need: Need): string | undefined {
  switch (need.priority) {
    case 'production':
      return forProduction(method, need);
    case 'experiment':
      return forExperiment(method, need);
    case 'no-iam':
      return withoutIam(method, plane);
    default:
      return forAnything(method, need);
  }
}

/** Oracle's guidance (oci-genai-auth.htm): keys for testing and early development, IAM for production. */
function forProduction(method: Method, need: Need): string | undefined {
  if (method === 'token-exchange') return isWorkload(need.on) ? undefined : KEYLESS[need.on];
  if (method !== 'genai-api-key') return undefined;
  const instead = need.on === 'other-cloud' ? ': token exchange where that cloud issues OIDC tokens' : '';
  return `Oracle recommends IAM for production${instead}${instead ? '; else' : ', so'} pin and rotate it`;
}

const KEYLESS: Readonly<Partial<Record<Place, string>>> = {
  ci: 'the one for production: no key to store, rotate or leak',
  'other-cloud': 'the better one for production where that cloud issues OIDC tokens: no key to store, rotate or leak',
};

function forAnything(method: Method, { on, call }: Need): string | undefined {
  if (!KEYLESS[on] || !keyDoes(call)) return undefined;
  if (method === 'genai-api-key')
    return 'the quickest for an experiment; for production prefer token exchange, which stores no key';
  return method === 'token-exchange' ? KEYLESS[on] : undefined;
}

/** Rerank exists only as a signed call. */
const keyDoes = (call: Need['call']): boolean => CALL_FACTS[call].inference && call !== 'rerank';

function forExperiment(method: Method, { on, call }: Need): string | undefined {
  const takesPolicy = method === 'oke-workload-identity' ? 'one policy' : 'one dynamic group and one policy';
  if (METHOD_FACTS[method].principal) {
    const quicker = keyDoes(call) ? '; a GenAI API key needs its policy alone and is quicker for a first answer' : '';
    return `${takesPolicy}, and then nothing to store${quicker}`;
  }
  if (method === 'genai-api-key') {
    const later = isWorkload(on) ? 'the principal' : on === 'laptop' ? 'IAM' : 'token exchange';
    return `the quickest start: one policy and one key; change to ${later} before production`;
  }
  if (method === 'session-token' && on === 'laptop')
    return keyDoes(call)
      ? 'as quick where your user may call GenAI already: one sign-in, no key'
      : 'the quickest start: one sign-in, with the rights that your user has';
  if (method === 'token-exchange' && !isWorkload(on))
    return 'it takes an administrator’s set-up: for a first answer call from your machine with a session token';
  return undefined;
}

/** Every way needs somebody's policy; what a user may do already needs nobody. */
function withoutIam(method: Method, plane: Plane): string | undefined {
  const must = administratorMust(method);
  if (must) return `an administrator must ${must}; ${meanwhile(plane)}`;
  return method === 'session-token' || method === 'iam-api-key'
    ? 'it has the rights that your user has already; where these do not reach GenAI, an administrator must write a policy'
    : undefined;
}

function administratorMust(method: Method): string | undefined {
  if (method === 'genai-api-key') return 'write the policy for the key and let you create one';
  if (method === 'token-exchange') return 'set up the trust and write the policy';
  if (method === 'idcs-oauth') return 'register the confidential application in the identity domain';
  if (!METHOD_FACTS[method].principal) return undefined;
  return method === 'oke-workload-identity' ? 'write the policy' : 'make the dynamic group and write the policy';
}

const meanwhile = (plane: Plane): string =>
  plane === 'hosted-application-oauth'
    ? 'meanwhile an application with IAM authentication can be called from your machine with a session token'
    : 'meanwhile call from your machine with a session token, which has the rights of your user';
