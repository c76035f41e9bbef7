import { FILE_FAILURES, type FileState } from '../file-state';
import type { KeyFacts } from '../key';
import type { Problem, Repair } from '../problem';
import { decodeToken, type TokenClaims } from '../token';
import { placeProblems } from './key';
import { problemOf, type Subject } from './subject';
import { type TokenFlaw, tokenBlanks } from './token-text';

export interface TokenHealth {
  readonly problems: readonly Problem[];
  /** Milliseconds. */
  readonly expiry?: number;
}

/** A session lasts an hour at most: a warning before that would always be there. */
const SOON_MS = 10 * 60_000;

type TokenKey = 'security_token_file' | 'delegation_token_file';

/** The token of a session: whether it is there, still valid, and made for the profile's key. */
export function sessionHealth(subject: Subject, key: KeyFacts | undefined): TokenHealth {
  const { token, profile } = subject;
  if (!token) return { problems: [] };
  const repair = { kind: 'refresh-session', profile: profile.name, region: profile.get('region')?.value } as const;
  return health(subject, token, 'security_token_file', repair, (claims, text) => [
    ...otherKey(subject, claims, key),
    ...blanks(subject, text, token.path),
  ]);
}

/** The token by which an instance acts for a user: every SDK but TypeScript passes it on as it stands. */
export function delegationHealth(subject: Subject): TokenHealth {
  const { delegation } = subject;
  return delegation
    ? health(subject, delegation, 'delegation_token_file', { kind: 'open' }, () => [])
    : { problems: [] };
}

function health(
  subject: Subject,
  file: FileState,
  name: TokenKey,
  repair: Repair,
  more: (claims: TokenClaims, text: string) => Problem[],
): TokenHealth {
  const span = subject.profile.get(name)?.span;
  if (file.state !== 'read') {
    const code = file.state === 'missing' ? 'token-missing' : 'token-unreadable';
    const message = `${name} ${FILE_FAILURES[file.state]}`;
    return { problems: [problemOf(subject, 'error', code, message, { span, repair })] };
  }
  const claims = decodeToken(file.text);
  if (!claims) {
    const message = `${name} does not hold a security token`;
    return { problems: [problemOf(subject, 'error', 'token-malformed', message, { span, repair })] };
  }
  const problems = [
    ...expiryProblems(subject, claims, name, repair),
    ...more(claims, file.text),
    ...placeProblems(subject, file, name),
  ];
  return { problems, expiry: claims.expires };
}

function expiryProblems(subject: Subject, { expires }: TokenClaims, name: TokenKey, repair: Repair): Problem[] {
  if (expires === undefined) return [];
  const span = subject.profile.get(name)?.span;
  const what = name === 'security_token_file' ? 'the session' : 'the delegation token';
  const left = expires - subject.now;
  if (left <= 0) {
    return [problemOf(subject, 'error', 'token-expired', `${what} expired ${ago(-left)} ago`, { span, repair })];
  }
  if (left > SOON_MS) return [];
  return [problemOf(subject, 'warning', 'token-expiring', `${what} expires in ${ago(left)}`, { span, repair })];
}

function otherKey(subject: Subject, claims: TokenClaims, key: KeyFacts | undefined): Problem[] {
  if (!claims.key || !key?.n || (claims.key.n === key.n && claims.key.e === key.e)) return [];
  const span = subject.profile.get('security_token_file')?.span;
  const message = 'the token was made for another key than the one in key_file: OCI answers 401';
  const repair = { kind: 'refresh-session', profile: subject.profile.name } as const;
  return [problemOf(subject, 'error', 'token-of-other-key', message, { span, repair })];
}

function blanks(subject: Subject, text: string, path: string): Problem[] {
  const flaw: TokenFlaw | undefined = tokenBlanks(text, 'security_token_file');
  if (!flaw) return [];
  const { severity, code, message, rejectedBy } = flaw;
  const span = subject.profile.get('security_token_file')?.span;
  return [problemOf(subject, severity, code, message, { span, rejectedBy, repair: { kind: 'trim-file', path } })];
}

const UNITS: readonly (readonly [name: string, ms: number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
];

/** `3 hours`, `1 minute`: the largest unit only. */
export function ago(ms: number): string {
  const [name, size] = UNITS.find(([, unit]) => ms >= unit) ?? ['second', 1000];
  const count = Math.max(1, Math.floor(ms / size));
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}
