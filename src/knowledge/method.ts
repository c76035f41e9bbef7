/** The ways to authenticate to OCI Generative AI, in the field's standard terms. */
export const METHODS = [
  'iam-api-key',
  'session-token',
  'instance-principal',
  'resource-principal',
  'oke-workload-identity',
  'delegation-token',
  'token-exchange',
  'genai-api-key',
  'idcs-oauth',
] as const;

export type Method = (typeof METHODS)[number];

/** How a method proves identity on the wire. */
export type Proof = 'signature' | 'bearer-key' | 'bearer-jwt';

export interface MethodFact {
  /** As people say it in a sentence. */
  readonly label: string;
  readonly proof: Proof;
  /** A principal that OCI rotates by itself: nothing to store, nothing to leak. */
  readonly principal: boolean;
  /** A secret that stays valid until somebody revokes it. */
  readonly longLived: boolean;
}

export const METHOD_FACTS: Readonly<Record<Method, MethodFact>> = {
  'iam-api-key': { label: 'IAM API signing key', proof: 'signature', principal: false, longLived: true },
  'session-token': { label: 'session token', proof: 'signature', principal: false, longLived: false },
  'instance-principal': { label: 'instance principal', proof: 'signature', principal: true, longLived: false },
  'resource-principal': { label: 'resource principal', proof: 'signature', principal: true, longLived: false },
  'oke-workload-identity': { label: 'OKE workload identity', proof: 'signature', principal: true, longLived: false },
  'delegation-token': { label: 'delegation token', proof: 'signature', principal: false, longLived: false },
  'token-exchange': { label: 'token exchange', proof: 'signature', principal: false, longLived: false },
  'genai-api-key': { label: 'GenAI API key', proof: 'bearer-key', principal: false, longLived: true },
  'idcs-oauth': { label: 'identity-domain OAuth token', proof: 'bearer-jwt', principal: false, longLived: false },
};

export const isMethod = (text: string): text is Method => (METHODS as readonly string[]).includes(text);
