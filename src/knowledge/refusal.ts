import { acceptance } from './acceptance';
import type { Method } from './method';
import { AGENT_PLANES, type Plane } from './plane';

/** How OCI says no: the status and body that every SDK turns into its own exception. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** docs.oracle.com API/References/apierrors.htm: the identity was not proven. */
export const NOT_AUTHENTICATED: Refusal = {
  status: 401,
  code: 'NotAuthenticated',
  message: 'The required information to complete authentication was not provided or was incorrect.',
};

/** apierrors.htm: the identity was proven, permission or resource is missing. */
export const NOT_AUTHORIZED_OR_NOT_FOUND: Refusal = {
  status: 404,
  code: 'NotAuthorizedOrNotFound',
  message: 'Authorization failed or requested resource not found.',
};

/** The inference host answers with the bare status as code (oracle-devrel/oracle-ai-developer-hub issue 22). */
export const INFERENCE_NOT_FOUND: Refusal = { ...NOT_AUTHORIZED_OR_NOT_FOUND, code: '404' };

export const TOO_MANY_REQUESTS: Refusal = {
  status: 429,
  code: 'TooManyRequests',
  message: 'Too many requests for the user.',
};

export const invalidParameter = (message: string): Refusal => ({ status: 400, code: 'InvalidParameter', message });

/** What a proven identity without a matching policy meets on a plane. */
export function withoutPolicy(plane: Plane): Refusal {
  return plane === 'inference-native' || plane === 'inference-openai'
    ? INFERENCE_NOT_FOUND
    : NOT_AUTHORIZED_OR_NOT_FOUND;
}

/**
 * What a method meets on a plane that refuses it. A credential that is never read proves nothing: 401.
 * The agent planes know a GenAI API key and have nothing for it: 404 for a good key (inferred from reports of that
 * text with keys on agents; there is no public transcript), 401 for an unknown one.
 */
export function refusalOf(method: Method, plane: Plane): Refusal | undefined {
  if (acceptance(method, plane).verdict !== 'refused') return undefined;
  return method === 'genai-api-key' && AGENT_PLANES.has(plane) ? NOT_AUTHORIZED_OR_NOT_FOUND : NOT_AUTHENTICATED;
}
