import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { acceptance } from '../../../src/knowledge/acceptance';
import type { Method } from '../../../src/knowledge/method';
import { PLANES, type Plane } from '../../../src/knowledge/plane';
import { refusalOf } from '../../../src/knowledge/refusal';
import type { LocalOciHarness } from '../harness/local-oci-harness';
import type { Outcome } from '../harness/message';
import type { KeyIdKind } from '../server/principal';
import type { Seen } from '../server/seen';
import type { ProgramLanguage as Language } from '../toolchains/toolchain';
import { PROGRAMS, SITUATIONS } from './situation';

/** What a program got from a plane, and what the plane saw of it. */
export interface Observation {
  readonly language: Language;
  readonly method: Method;
  readonly plane: Plane;
  /** The client that made the call. */
  readonly via: string;
  /** The status that the client reported, or its error when it never got one. */
  readonly status: number | string;
  readonly keyId?: KeyIdKind;
  readonly bearer?: Seen['bearer'];
  readonly provenMethod?: Method;
}

interface Report {
  readonly plane: Plane;
  readonly via: string;
  readonly status: number | string;
}

export async function observe(
  oci: LocalOciHarness,
  language: Language,
  method: Method,
): Promise<readonly Observation[]> {
  const { path, entry } = PROGRAMS[language];
  const source = readFileSync(fileURLToPath(new URL(`../programs/${path}`, import.meta.url)), 'utf8');
  const { compartment, agentEndpoint, hostedApplication, hostedApplicationIam } = oci.world;
  const outcome = await oci.run({
    language,
    files: { [entry]: source },
    entry,
    ...SITUATIONS[method],
    env: {
      METHOD: method,
      COMPARTMENT: compartment,
      AGENT_ENDPOINT: agentEndpoint,
      HOSTED_APPLICATION: hostedApplication,
      HOSTED_APPLICATION_IAM: hostedApplicationIam,
    },
  });
  if (outcome.exitCode !== 0) throw new Error(`${language} with ${method}: ${outcome.stderr || outcome.stdout}`);
  return reportsOf(outcome).map((report) => ({ language, method, ...report, ...seenOf(outcome, report.plane) }));
}

function reportsOf({ stdout }: Outcome): Report[] {
  return stdout
    .split('\n')
    .filter((line) => line.startsWith('{"plane"'))
    .map((line) => JSON.parse(line) as Report);
}

function seenOf({ seen }: Outcome, plane: Plane): Partial<Observation> {
  const service = plane === 'other-oci' ? 'identity' : plane;
  const last = seen.filter((entry) => entry.service === service).at(-1);
  return { keyId: last?.keyId, bearer: last?.bearer, provenMethod: last?.method };
}

/** What the acceptance table says that a call will get and show. */
export interface Prediction {
  readonly status: number;
  readonly keyId?: KeyIdKind;
}

export function predict(method: Method, plane: Plane): Prediction {
  const refusal = refusalOf(method, plane);
  const keyId = method === 'iam-api-key' ? 'tenancy/user/fingerprint' : 'ST$';
  const signed = method !== 'genai-api-key' && method !== 'idcs-oauth';
  return { status: refusal?.status ?? 200, keyId: signed ? keyId : undefined };
}

export const verdictOf = (method: Method, plane: Plane): string => acceptance(method, plane).verdict;

export const inTableOrder = (observations: readonly Observation[]): readonly Observation[] =>
  [...observations].sort((a, b) => PLANES.indexOf(a.plane) - PLANES.indexOf(b.plane));
