import { AUTHENTICATION_TYPES, DEFAULT_PROFILE, FINGERPRINT_PATTERN } from '../../knowledge/config-file';
import type { Method } from '../../knowledge/method';
import { findRegion, nearestRegion, REGION_PATTERN, REGIONS, realmOfOcid } from '../../knowledge/region';
import type { Problem } from '../problem';
import { problemOf, type Subject } from './subject';

/** The type, realm and unique part of an OCID; the region part may be empty. */
const OCID = /^ocid1\.([a-z0-9]+)\.([a-z0-9-]*)\.([a-z0-9-]*)(?:\.[a-z0-9-]*)?\.([a-z0-9_-]+)$/i;

const NEEDED: Readonly<Partial<Record<Method, readonly string[]>>> = {
  'iam-api-key': ['user', 'tenancy', 'fingerprint', 'key_file'],
  'session-token': ['security_token_file', 'tenancy', 'fingerprint', 'key_file'],
};

/** A session of the CLI is a token and a key (`get_session_token_signer` of `cli_util.py`). */
const NEEDED_BY_CLI: typeof NEEDED = {
  ...NEEDED,
  'session-token': ['security_token_file', 'key_file'],
  'delegation-token': ['delegation_token_file'],
};

/** Whether the values that name an identity are there, well formed and the profile's own. */
export function identityProblems(subject: Subject): Problem[] {
  return [
    ...missingValues(subject),
    ...ocidProblems(subject),
    ...fingerprintProblems(subject),
    ...regionProblems(subject),
    ...authenticationTypeProblems(subject),
  ];
}

function missingValues(subject: Subject): Problem[] {
  const { profile, cliOnly } = subject;
  const needed = (cliOnly ? NEEDED_BY_CLI : NEEDED)[profile.method] ?? [];
  return needed
    .filter((key) => !profile.get(key)?.value)
    .map((key) => {
      const blank = profile.get(key) !== undefined;
      const message = blank ? `${key} is empty` : `${key} is missing`;
      return problemOf(subject, 'error', 'value-missing', message, { span: profile.get(key)?.span });
    });
}

function ocidProblems(subject: Subject): Problem[] {
  const types = (['user', 'tenancy'] as const).map((key) => {
    const value = subject.profile.get(key);
    return { key, value, type: value && OCID.exec(value.value)?.[1]?.toLowerCase() };
  });
  const [user, tenancy] = types;
  if (user?.type === 'tenancy' && tenancy?.type === 'user') {
    const message = 'user and tenancy are swapped: user holds the tenancy’s OCID and tenancy the user’s';
    return [problemOf(subject, 'error', 'ocid-swapped', message, { span: user.value?.span })];
  }
  return types.flatMap(({ key, value, type }) => {
    if (!value?.value || type === key) return [];
    const message = type
      ? `${key} holds the OCID of a ${type}: it wants ocid1.${key}…`
      : `${key} is not an OCID: it wants ocid1.${key}.<realm>..<unique part>`;
    return [problemOf(subject, 'error', type ? 'ocid-swapped' : 'ocid-malformed', message, { span: value.span })];
  });
}

function fingerprintProblems(subject: Subject): Problem[] {
  const { profile } = subject;
  const fingerprint = profile.get('fingerprint');
  if (!fingerprint?.value || FINGERPRINT_PATTERN.test(fingerprint.value)) return [];
  const lower = fingerprint.value.toLowerCase();
  const fixable = FINGERPRINT_PATTERN.test(lower) && !fingerprint.inherited;
  const message = FINGERPRINT_PATTERN.test(lower)
    ? 'fingerprint has upper-case letters: Python takes lower-case ones only'
    : 'fingerprint is not 16 pairs of hexadecimal digits with colons between them';
  return [
    problemOf(subject, 'error', 'fingerprint-malformed', message, {
      span: fingerprint.span,
      ...(fixable
        ? {
            repair: {
              kind: 'set-key',
              profile: profile.name,
              key: 'fingerprint',
              value: lower,
              was: fingerprint.value,
            },
          }
        : {}),
    }),
  ];
}

function regionProblems(subject: Subject): Problem[] {
  const { profile } = subject;
  const region = profile.get('region');
  if (!region?.value) {
    // The instance knows where it is.
    if (subject.cliOnly && profile.method === 'delegation-token') return [];
    const message = `region is ${region ? 'empty' : 'missing'}: programs must set it themselves`;
    return [problemOf(subject, 'warning', 'region-missing', message, { span: region?.span })];
  }
  const known = REGIONS.get(region.value);
  const realm = realmOfOcid(profile.get('tenancy')?.value ?? '');
  if (known && realm && known.realm !== realm) {
    const message = `the region ${known.id} is in realm ${known.realm}, the tenancy in ${realm}: they cannot work together`;
    return [problemOf(subject, 'error', 'region-in-other-realm', message, { span: region.span })];
  }
  if (known) return [];
  return [unknownRegion(subject, region)];
}

function unknownRegion(
  subject: Subject,
  region: { value: string; span: Problem['span']; inherited: boolean },
): Problem {
  const { profile } = subject;
  const meant = findRegion(region.value) ?? nearestRegion(region.value);
  const repair = meant &&
    !region.inherited && {
      kind: 'set-key' as const,
      profile: profile.name,
      key: 'region',
      value: meant.id,
      was: region.value,
    };
  const extra = { span: region.span, ...(repair ? { repair } : {}) };
  if (meant && findRegion(region.value)) {
    const message = `region wants an identifier such as ${meant.id}, in lower case: not every SDK knows other spellings`;
    return problemOf(subject, 'warning', 'region-short-code', message, extra);
  }
  if (meant) return problemOf(subject, 'error', 'region-unknown', `no such region: did you mean ${meant.id}?`, extra);
  return REGION_PATTERN.test(region.value)
    ? problemOf(subject, 'warning', 'region-unknown', 'this region is not among those known here', extra)
    : problemOf(subject, 'error', 'region-unknown', 'this is not the identifier of a region', extra);
}

function authenticationTypeProblems(subject: Subject): Problem[] {
  const type = subject.profile.get('authentication_type');
  if (!type?.value || AUTHENTICATION_TYPES.has(type.value)) {
    if (!type?.value || subject.profile.get('delegation_token_file')?.value) return [];
    const message = 'authentication_type=instance_principal wants a delegation_token_file: Python refuses the profile';
    return [problemOf(subject, 'warning', 'value-missing', message, { span: type.span, rejectedBy: ['python'] })];
  }
  const message = 'authentication_type knows no other value than instance_principal';
  return [problemOf(subject, 'error', 'authentication-type-unknown', message, { span: type.span })];
}

/** The keys that make an identity, in the order of the file. */
const IDENTITY_KEYS = ['user', 'tenancy', 'fingerprint', 'key_file'] as const;

/** What `[DEFAULT]` gives to a profile, and what that breaks. */
export function inheritanceProblems(subject: Subject): Problem[] {
  const { profile } = subject;
  if (profile.name === DEFAULT_PROFILE) return [];
  const inherited = (key: string): boolean => profile.get(key)?.inherited === true && profile.get(key)?.value !== '';
  return [
    ...(profile.method === 'session-token' && inherited('user') ? [sessionWithUser(subject)] : []),
    ...(profile.method === 'iam-api-key' && inherited('security_token_file') ? [inheritedToken(subject)] : []),
    ...halfIdentity(subject, inherited),
    ...(inherited('pass_phrase') && profile.own.has('key_file') ? [inheritedPassphrase(subject)] : []),
    ...unseenByGo(subject, inherited),
  ];
}

function sessionWithUser(subject: Subject): Problem {
  const message =
    'this session inherits user from [DEFAULT]: a client without a session signer then signs as that user with a key IAM has never seen, and gets 401';
  return problemOf(subject, 'warning', 'user-inherited-by-session', message, { misreadBy: ['python'] });
}

function inheritedToken(subject: Subject): Problem {
  const message =
    'this profile inherits security_token_file from [DEFAULT]: the TypeScript SDK then drops its user and gets 401';
  return problemOf(subject, 'error', 'token-inherited', message, { misreadBy: ['typescript'] });
}

function halfIdentity(subject: Subject, inherited: (key: string) => boolean): Problem[] {
  const { profile } = subject;
  const own = (key: string): boolean => profile.own.has(key);
  if (own('key_file') === own('fingerprint')) return [];
  const [kept, taken] = own('key_file') ? ['key_file', 'fingerprint'] : ['fingerprint', 'key_file'];
  if (!inherited(taken as string)) return [];
  const message = `the profile has its own ${kept} but inherits ${taken} from [DEFAULT]: they belong to different keys`;
  return [problemOf(subject, 'warning', 'identity-inherited', message)];
}

function inheritedPassphrase(subject: Subject): Problem {
  const message = 'pass_phrase is inherited from [DEFAULT], for the profile’s own key_file';
  return problemOf(subject, 'info', 'passphrase-inherited', message);
}

function unseenByGo(subject: Subject, inherited: (key: string) => boolean): Problem[] {
  const keys = [...IDENTITY_KEYS, 'region'].filter(inherited);
  if (keys.length === 0) return [];
  const message = `${keys.join(', ')} ${keys.length > 1 ? 'come' : 'comes'} from [DEFAULT]: Go and Terraform do not inherit`;
  return [problemOf(subject, 'info', 'not-inherited-by-go', message, { rejectedBy: ['go'] })];
}
