import type { Credential } from '../credentials/credential';
import type { HealthCode, ProblemCode } from '../credentials/problem';
import type { CauseId } from '../knowledge/errors';
import type { ProfileFacts } from './explain';

/** Which cause of an error a problem of a profile's health is. */
const SUGGESTED: Readonly<Partial<Record<HealthCode, readonly CauseId[]>>> = {
  'value-missing': ['profile-incomplete'],
  'ocid-malformed': ['profile-incomplete', 'wrong-user-or-tenancy'],
  'ocid-swapped': ['wrong-user-or-tenancy'],
  'fingerprint-malformed': ['profile-incomplete', 'fingerprint-mismatch'],
  'fingerprint-mismatch': ['fingerprint-mismatch', 'key-not-uploaded'],
  'region-missing': ['profile-incomplete'],
  'region-unknown': ['host-unknown', 'wrong-region'],
  'authentication-type-unknown': ['authentication-type-unsupported'],
  'key-missing': ['key-file-missing'],
  'key-unreadable': ['key-file-missing', 'private-key-unreadable'],
  'key-not-pem': ['private-key-unreadable'],
  'key-is-openssh': ['private-key-unreadable'],
  'key-is-public': ['public-key-given', 'private-key-unreadable'],
  'key-is-certificate': ['public-key-given', 'private-key-unreadable'],
  'key-needs-passphrase': ['passphrase-missing', 'private-key-unreadable'],
  'key-passphrase-wrong': ['passphrase-missing', 'private-key-unreadable'],
  'key-encryption-unsupported': ['private-key-unreadable'],
  'key-damaged': ['private-key-unreadable'],
  'token-missing': ['session-token-missing', 'session-expired'],
  'token-unreadable': ['session-token-missing'],
  'token-malformed': ['session-token-missing', 'session-expired'],
  'token-expired': ['session-expired'],
  'token-of-other-key': ['session-expired'],
  'token-path-not-expanded': ['session-token-missing'],
  'genai-key-is-ocid': ['wrong-kind-of-key'],
  'genai-key-malformed': ['wrong-kind-of-key', 'genai-key-not-accepted'],
  'genai-key-expired': ['genai-key-not-accepted'],
  'genai-key-not-active': ['genai-key-not-accepted'],
  'resource-principal-version': ['resource-principal-version'],
  'resource-principal-incomplete': ['no-resource-principal'],
  'profile-not-found': ['profile-missing'],
  'config-missing': ['config-file-missing'],
};

const causesOf = (code: ProblemCode): readonly CauseId[] =>
  Object.hasOwn(SUGGESTED, code) ? (SUGGESTED[code as HealthCode] ?? []) : ['config-syntax'];

/** How the code of a workspace reads profiles. */
export interface ProfileUse {
  readonly methods: readonly string[];
  readonly profiles: readonly string[];
}

/** These never open a config file. */
const WITHOUT_PROFILE: ReadonlySet<string> = new Set([
  'instance-principal',
  'resource-principal',
  'oke-workload-identity',
  'token-exchange',
  'genai-api-key',
  'idcs-oauth',
  'none',
]);

/** What the health of each profile says about errors; of what the code reads, where that is known. */
export function profileFacts(credentials: readonly Credential[], uses: readonly ProfileUse[] = []): ProfileFacts[] {
  const read = uses.filter(({ profiles }) => profiles.length > 0);
  const readsNone =
    uses.length > 0 &&
    uses.every(({ methods }) => methods.length > 0 && methods.every((one) => WITHOUT_PROFILE.has(one)));
  return credentials.map(({ label, method, profile, problems }) => {
    const readers = read.filter(({ profiles }) => profile !== undefined && profiles.includes(profile));
    // A session's profile is taken for a plain one by clients that do not know sessions.
    const plain = method === 'session-token' && readers.some(({ methods }) => methods.includes('iam-api-key'));
    return {
      name: label,
      unread: profile !== undefined && readers.length === 0 && (read.length > 0 || readsNone),
      suggests: [
        ...(plain ? (['session-profile-with-plain-client'] as const) : []),
        ...problems.filter(({ severity }) => severity === 'error').flatMap(({ code }) => causesOf(code)),
      ],
    };
  });
}

/** The problem of a credential that is this cause; undefined when nothing shows it. */
export const problemOf = ({ problems }: Credential, cause: CauseId): Credential['problems'][number] | undefined =>
  problems.find(({ severity, code }) => severity === 'error' && causesOf(code).includes(cause));
