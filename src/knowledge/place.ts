import { METHOD_FACTS, type Method } from './method';
import { WORKLOAD_FACTS, type Workload } from './workload';

/** Where code may run: OCI's workloads, and the places outside. */
export const PLACES = [
  'compute',
  'oke',
  'functions',
  'container-instances',
  'data-science',
  'hosted-application',
  'laptop',
  'ci',
  'other-cloud',
] as const;

export type Place = (typeof PLACES)[number];

export const OUTSIDE_LABELS: Readonly<Record<Exclude<Place, Workload>, string>> = {
  laptop: 'a laptop',
  ci: 'a CI job',
  'other-cloud': 'another cloud',
};

export const isWorkload = (place: Place): place is Workload => place in WORKLOAD_FACTS;

export function placeLabel(place: Place): string {
  return isWorkload(place) ? WORKLOAD_FACTS[place].label : OUTSIDE_LABELS[place];
}

export interface Availability {
  readonly verdict: 'works' | 'discouraged' | 'refused';
  readonly reason: string;
  /** For `refused`: what would make it possible. */
  readonly possibleIf?: string;
}

const PRINCIPAL_PLACES: Readonly<Record<string, string>> = {
  'instance-principal': 'it runs on Compute, or in CI on a self-hosted runner that is a Compute instance',
  'resource-principal': 'it runs in Functions, Container Instances, Data Science or a hosted application',
  'oke-workload-identity': 'it runs in a pod of an enhanced OKE cluster',
};

/** Whether a place can have a method's credential at all. Workload principals: `WORKLOAD_FACTS`. */
export function availability(method: Method, place: Place): Availability {
  switch (method) {
    case 'instance-principal':
    case 'resource-principal':
    case 'oke-workload-identity':
      return principalAt(method, place);
    case 'delegation-token':
      return delegationAt(place);
    case 'session-token':
      return place === 'laptop'
        ? {
            verdict: 'works',
            reason: 'a browser sign-in gives a token of up to 60 minutes; nothing long-lived is stored',
          }
        : { verdict: 'discouraged', reason: 'the token ends after at most 60 minutes and a person must sign in again' };
    case 'token-exchange':
      return exchangeAt(place);
    case 'iam-api-key':
      return {
        verdict: 'discouraged',
        reason: 'a user’s API signing key is long-lived and carries all of that user’s rights',
      };
    case 'genai-api-key':
      return isWorkload(place)
        ? {
            verdict: 'discouraged',
            reason: `${placeLabel(place)} has a principal of its own, so no key need be stored`,
          }
        : { verdict: 'works', reason: 'one revocable key, limited to inference, needs no OCI configuration' };
    case 'idcs-oauth':
      return { verdict: 'works', reason: 'a confidential application’s client credentials give a token anywhere' };
  }
}

function principalAt(method: Method, place: Place): Availability {
  if (!isWorkload(place)) {
    const reason = `${placeLabel(place)} is outside OCI and has no ${METHOD_FACTS[method].label}`;
    return { verdict: 'refused', reason, possibleIf: PRINCIPAL_PLACES[method] };
  }
  const fact = WORKLOAD_FACTS[place];
  if (fact.principal === method) {
    const reason = `${fact.label} gives the code an identity that OCI rotates: nothing to store, nothing to leak`;
    return { verdict: 'works', reason };
  }
  if (fact.without.includes(method)) {
    const reason = `${fact.label} gives its code no ${METHOD_FACTS[method].label}`;
    return { verdict: 'refused', reason, possibleIf: PRINCIPAL_PLACES[method] };
  }
  return { verdict: 'discouraged', reason: 'the node’s principal gives every pod on it the same rights' };
}

function delegationAt(place: Place): Availability {
  return place === 'compute'
    ? { verdict: 'discouraged', reason: 'it acts for a signed-in user who must hand over a token, as Cloud Shell does' }
    : {
        verdict: 'refused',
        reason: `nothing hands a delegation token to ${placeLabel(place)}`,
        possibleIf: 'it runs in Cloud Shell, which supplies the token of the signed-in user',
      };
}

function exchangeAt(place: Place): Availability {
  if (place === 'ci') {
    return {
      verdict: 'works',
      reason: 'the job’s own OIDC token is exchanged for a short OCI token; no key is stored',
    };
  }
  if (place === 'other-cloud') {
    return {
      verdict: 'works',
      reason: 'the other cloud’s OIDC token is exchanged for a short OCI token; no key is stored',
    };
  }
  return place === 'laptop'
    ? {
        verdict: 'refused',
        reason: 'a laptop has no issuer of OIDC tokens that an identity domain trusts',
        possibleIf: 'an identity provider that the identity domain trusts issues tokens to it',
      }
    : {
        verdict: 'discouraged',
        reason: `${placeLabel(place)} has a principal of its own, so there is nothing to exchange`,
      };
}
