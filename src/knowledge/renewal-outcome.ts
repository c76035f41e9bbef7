/**
 * What comes of a request to renew a GenAI API key without a new secret. The old secret ends at once when the request
 * succeeds, and OCI shows the new one only in that answer (`renewApiKey` of oci-generativeai).
 */
export const RENEWAL_OUTCOMES = {
  unknown: {
    problem: 'outcome unknown: the key may be renewed, and its old secret may have ended',
    next: 'List the keys, and renew it again if its end has moved.',
  },
  'without-secret': {
    problem: 'OCI renewed the key, but its answer holds no secret',
    next: 'List the keys, and renew it again.',
  },
  refused: {
    problem: 'not renewed: OCI does not accept the request',
    next: 'List the keys: this one may be revoked or deleted.',
  },
  'not-found': {
    problem: 'not renewed: there is no such key, or no policy lets this credential manage it',
    next: 'List the keys, and check the policy for generative-ai-apikey.',
  },
  conflict: {
    problem: 'not renewed: another change of the key is under way',
    next: 'Wait a minute, list the keys, and renew it again.',
  },
  throttled: { problem: 'not renewed: too many requests', next: 'Wait a minute and renew it again.' },
} as const;
