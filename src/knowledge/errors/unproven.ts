import { UNPROVEN } from './callers';
import { of, type Signature } from './signature';
import {
  AGENTS,
  API_HOSTS,
  BEARER,
  GENAI,
  GENAI_API,
  HOSTED,
  HOSTED_IAM,
  IDENTITY_DOMAIN,
  MANAGEMENT,
  OPENAI_CLIENTS,
  OPENAI_PATHS,
  SDKS,
  STATUS_401,
  UNAUTHENTICATED,
} from './words';

const REFUSED_401 = [...STATUS_401, ...UNAUTHENTICATED];

/** The identity was not proven (apierrors.htm, 401). Specific hosts before the general texts. */
export const UNPROVEN_ANSWERS: readonly Signature[] = [
  of(
    [
      [...UNAUTHENTICATED, ...SDKS],
      ['date header', 'request date', 'clock skew', 'allowed clock', 'off server time', 'too far from server'],
    ],
    'clock-skew',
    ...UNPROVEN.signed,
  ),
  of([HOSTED_IAM, REFUSED_401, BEARER], 'bearer-on-signed-plane'),
  { all: [HOSTED_IAM, REFUSED_401], causes: UNPROVEN.signed, answer: 'unproven' },
  {
    all: [HOSTED, [...STATUS_401, '403', 'forbidden', 'invalid token', 'jwt']],
    none: HOSTED_IAM,
    causes: ['hosted-application-token', 'bearer-on-signed-plane'],
  },
  of([['invalid_client', 'invalid_scope'], IDENTITY_DOMAIN], 'client-credentials', 'hosted-application-token'),
  of(
    [
      ['invalid_grant', 'subject_token', 'invalid subject token', 'not trusted', '401', '400'],
      [...IDENTITY_DOMAIN, 'tokenexchangesigner', 'token_exchange_signer'],
    ],
    'exchange-trust',
    'clock-skew',
  ),
];

/** After the 404s: a status of 401 alone says less than OCI's own words for one. */
export const STATUS_401_ANSWERS: readonly Signature[] = [
  of([REFUSED_401, AGENTS, BEARER], 'bearer-on-signed-plane'),
  { all: [REFUSED_401, MANAGEMENT, BEARER], none: OPENAI_PATHS, causes: ['bearer-on-signed-plane'] },
  {
    all: [REFUSED_401, ['/actions/chat', '/actions/embedtext', '/actions/reranktext'], BEARER, GENAI],
    none: OPENAI_PATHS,
    causes: ['bearer-on-signed-plane'],
  },
  { all: [REFUSED_401, 'litellm', 'ociexception'], causes: UNPROVEN.signed, answer: 'unproven' },
  {
    all: [REFUSED_401, GENAI_API, [...OPENAI_PATHS, ...OPENAI_CLIENTS, 'bearer', ' sk-']],
    causes: UNPROVEN.key,
    answer: 'unproven',
  },
  {
    all: [REFUSED_401, OPENAI_CLIENTS, [...SDKS, ...UNAUTHENTICATED]],
    causes: UNPROVEN.key,
    answer: 'unproven',
  },
  // Python calls the files of these signers security_token as well.
  of([UNAUTHENTICATED, ['instance_principals_security_token', 'instance_principals_signer']], ...UNPROVEN.instance),
  {
    all: [
      UNAUTHENTICATED,
      ['st$', 'security_token', 'security token', 'session token', '.oci/sessions', 'sessionauth'],
    ],
    causes: UNPROVEN.session,
  },
  { all: [UNAUTHENTICATED], causes: UNPROVEN.signed, answer: 'unproven' },
  { all: [STATUS_401, [...API_HOSTS, ...SDKS]], causes: UNPROVEN.signed, answer: 'unproven' },
];
