import { METHOD_FACTS, METHODS, type Method } from './method';
import { PLANES, type Plane } from './plane';

export type Verdict = 'works' | 'discouraged' | 'refused';

export interface Acceptance {
  readonly verdict: Verdict;
  /** One sentence: why OCI works, discourages or refuses. */
  readonly reason: string;
  /** Where the fact stands: a documentation page or the SDK source that shows it. */
  readonly source: string;
  /** False where public evidence conflicts; callers then stay silent rather than claim. */
  readonly certain: boolean;
}

const SDK_SIGNERS_ONLY = 'OCI SDK clients: signers are the only credential they take';
const API_KEYS_PAGE = 'docs.oracle.com generative-ai/api-keys.htm';
const GUIDANCE_PAGE = 'docs.oracle.com generative-ai/oci-genai-auth.htm';

/** Planes that read a request signature and nothing else. */
const SIGNED_ONLY: ReadonlySet<Plane> = new Set([
  'inference-native',
  'agent-runtime',
  'agent-management',
  'genai-management',
  'nl2sql',
  'hosted-application-iam',
  'other-oci',
]);

function accept(verdict: Verdict, reason: string, source: string, certain = true): Acceptance {
  return { verdict, reason, source, certain };
}

function forSignature(method: Method, plane: Plane): Acceptance {
  if (plane === 'hosted-application-oauth') {
    return accept(
      'refused',
      'this endpoint takes an OAuth access token of the identity domain, not a request signature',
      'docs.oracle.com generative-ai/app-authentication.htm',
    );
  }
  const fact = METHOD_FACTS[method];
  if (fact.longLived) {
    return accept(
      'discouraged',
      'a user’s API signing key is long-lived and carries all of that user’s rights',
      GUIDANCE_PAGE,
    );
  }
  return accept('works', `requests are signed with the ${fact.label}`, SDK_SIGNERS_ONLY);
}

function forGenAiKey(plane: Plane): Acceptance {
  switch (plane) {
    case 'inference-openai':
      return accept('works', 'the OpenAI-compatible API takes GenAI API keys as bearer tokens', API_KEYS_PAGE);
    case 'vector-stores':
      return accept(
        'works',
        'a newer tutorial manages vector stores with a key, earlier evidence says IAM only',
        'docs.oracle.com generative-ai/vector-store-api-key-tutorial.htm',
        false,
      );
    case 'hosted-application-oauth':
      return accept(
        'refused',
        'a hosted application takes an OAuth access token of its identity domain, not a GenAI API key',
        'docs.oracle.com generative-ai/invoke-app.htm',
      );
    default:
      return accept('refused', 'this plane takes signed requests only; a bearer key is never read', SDK_SIGNERS_ONLY);
  }
}

function forOAuth(plane: Plane): Acceptance {
  return plane === 'hosted-application-oauth'
    ? accept(
        'works',
        'a hosted application with identity-domain auth takes its access token',
        'docs.oracle.com generative-ai/app-authentication.htm',
      )
    : accept('refused', 'identity-domain access tokens open hosted applications only', GUIDANCE_PAGE);
}

function decide(method: Method, plane: Plane): Acceptance {
  if (method === 'genai-api-key') return forGenAiKey(plane);
  if (method === 'idcs-oauth') return forOAuth(plane);
  return forSignature(method, plane);
}

/** method × plane → verdict. The one table from which linter, explorer, wizard, docs and the local OCI speak. */
export const ACCEPTANCE: Readonly<Record<Method, Readonly<Record<Plane, Acceptance>>>> = Object.fromEntries(
  METHODS.map((method) => [method, Object.fromEntries(PLANES.map((plane) => [plane, decide(method, plane)]))]),
) as unknown as Record<Method, Record<Plane, Acceptance>>;

export function acceptance(method: Method, plane: Plane): Acceptance {
  return ACCEPTANCE[method][plane];
}

export const takesSignatureOnly = (plane: Plane): boolean => SIGNED_ONLY.has(plane);
