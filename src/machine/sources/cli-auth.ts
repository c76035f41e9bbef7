import type { Credential } from '../../credentials/credential';
import type { Problem } from '../../credentials/problem';
import { reachOf } from '../../credentials/reach';
import {
  CLI_AUTH_CHOICES,
  CLI_VARIABLES,
  OKE_VARIABLES,
  RESOURCE_PRINCIPAL_VARIABLES,
} from '../../knowledge/environment';
import type { Method } from '../../knowledge/method';
import type { Machine } from '../machine';
import type { Held } from './source';

type Wanted = {
  readonly method: Extract<Method, 'instance-principal' | 'resource-principal' | 'oke-workload-identity'>;
  readonly variable?: string;
};

const PRINCIPALS: readonly Wanted[] = [
  { method: 'instance-principal' },
  { method: 'resource-principal', variable: RESOURCE_PRINCIPAL_VARIABLES.version },
  { method: 'oke-workload-identity', variable: OKE_VARIABLES.host },
];

/** A principal that the CLI is told to use; one whose variables are there is listed by them. */
export function principalOf(auth: Method, { environment }: Machine): Held | undefined {
  const wanted = PRINCIPALS.find(({ method }) => method === auth);
  if (!wanted || (wanted.variable && environment[wanted.variable])) return undefined;
  const { method, variable } = wanted;
  const region = environment[CLI_VARIABLES.region] || undefined;
  const problems: Problem[] = variable
    ? [
        {
          code: 'principal-not-here',
          severity: 'error',
          message: `${CLI_VARIABLES.auth} asks for it, but ${variable} is not set`,
        },
      ]
    : [];
  return {
    credential: {
      id: 'environment:cli',
      label: `${CLI_VARIABLES.auth}=${environment[CLI_VARIABLES.auth]}`,
      source: 'principal',
      origin: 'environment',
      method,
      region,
      problems,
      reach: reachOf(method),
    },
    material: async () => ({ kind: 'principal', method, region }),
  };
}

/** A value that the CLI does not take: nothing it would otherwise do counts. The value is not repeated. */
export function refusedAuth({ environment }: Machine): Held | undefined {
  const auth = environment[CLI_VARIABLES.auth];
  if (auth === undefined || CLI_AUTH_CHOICES.includes(auth)) return undefined;
  const meant = CLI_AUTH_CHOICES.find((choice) => choice === auth.trim().toLowerCase().replaceAll('-', '_'));
  const advice = meant ? `did you mean ${meant}?` : `it takes ${CLI_AUTH_CHOICES.join(', ')}`;
  const what = auth === '' ? 'is set to nothing' : 'has a value that the CLI does not know';
  const credential: Credential = {
    id: 'environment:cli',
    label: CLI_VARIABLES.auth,
    source: 'environment',
    origin: 'environment',
    method: 'iam-api-key',
    problems: [
      {
        code: 'cli-auth-unknown',
        severity: 'error',
        message: `${CLI_VARIABLES.auth} ${what}, so every command of the CLI ends there: ${advice}`,
      },
    ],
    reach: [],
  };
  return { credential, material: async () => undefined };
}
