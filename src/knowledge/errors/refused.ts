import { REFUSED } from './callers';
import { of, type Signature } from './signature';
import {
  AGENTS,
  API_HOSTS,
  GENAI,
  GENAI_API,
  HOSTS,
  MANAGEMENT,
  NOT_FOUND,
  OPENAI_CLIENTS,
  OPENAI_PATHS,
  SDKS,
  STATUS_403,
} from './words';

/** The identity was accepted; permission or the resource is missing (apierrors.htm, 404 and 403). */
export const REFUSED_ANSWERS: readonly Signature[] = [
  of(
    [NOT_FOUND, ['generatetext', 'generate_text', 'summarizetext', 'summarize_text']],
    'retired-operation',
    'policy-missing',
  ),
  { all: [NOT_FOUND, AGENTS], causes: REFUSED.agents, answer: 'refused' },
  { all: [NOT_FOUND, MANAGEMENT], none: OPENAI_PATHS, causes: REFUSED.other, answer: 'refused' },
  {
    all: [NOT_FOUND, [...OPENAI_CLIENTS, ...OPENAI_PATHS, 'generativeaiapikey', ' sk-']],
    causes: REFUSED.key,
    answer: 'refused',
  },
  {
    // The inference host answers with the bare status as its code (oracle-ai-developer-hub issue 22).
    all: [NOT_FOUND, ["'code': '404'", '"code": "404"', '"code":"404"', 'code: 404', ...GENAI]],
    causes: REFUSED.inference,
    answer: 'refused',
  },
  { all: [NOT_FOUND], causes: REFUSED.other, answer: 'refused' },
  of(
    [['namespacenotfound', 'you do not have authorization to perform this request']],
    'policy-scope',
    'policy-missing',
    'wrong-compartment',
  ),
  of(
    [
      ['notauthorized', 'not authorized', 'you are not authorized'],
      [...HOSTS, ...SDKS],
    ],
    'policy-scope',
    'policy-missing',
    'wrong-compartment',
  ),
];

/** A status of 403 says less than the words above, and less than a 401 beside it. */
export const STATUS_403_ANSWERS: readonly Signature[] = [
  of([STATUS_403, OPENAI_CLIENTS, SDKS], 'policy-scope', 'key-policy-missing', 'policy-missing'),
  of([STATUS_403, [...API_HOSTS, ...GENAI_API, ...SDKS]], 'policy-scope', 'policy-missing'),
];
