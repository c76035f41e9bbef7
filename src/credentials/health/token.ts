import { FILE_FAILURES } from '../file-state';
import type { KeyFacts } from '../key';
import type { Problem } from '../problem';
import { decodeToken, type TokenClaims } from '../token';
import { placeProblems } from './key';
import { problemOf, type Subject } from './subject';

export interface TokenHealth {
  readonly problems: readonly Problem[];
  /** Milliseconds. */
  readonly expiry?: number;
}

/** A session lasts an hour at most: a warning before that would always be there. */
const SOON_MS = 10 * 60_000;

/** The token of a session: whether it is there, still valid, and made for the profile's key. */
export function tokenHealth(subject: Subject, key: KeyFacts | undefined): TokenHealth {
  const { token, profile } = subject;
  const span = profile.get('security_token_file')?.span;
  if (!token) return { problems: [] };
  const repair = { kind: 'refresh-session', profile: profile.name, region: profile.get('region')?.value } as const;
  if (token.state !== 'read') {
    const code = token.state === 'missing' ? 'token-missing' : 'token-unreadable';
    const message = `security_token_file ${FILE_FAILURES[token.state]}`;
    return { problems: [problemOf(subject, 'error', code, message, { span, repair })] };
  }
  const claims = decodeToken(token.text);
  if (!claims) {
    const message = 'security_token_file does not hold a security token';
    return { problems: [problemOf(subject, 'error', 'token-malformed', message, { span, repair })] };
  }
  const problems = [
    ...expiryProblems(subject, claims, repair),
    ...otherKey(subject, claims, key),
    ...placeProblems(subject, token, 'security_token_file'),
  ];
  return { problems, expiry: claims.expires };
}

function expiryProblems(subject: Subject, { expires }: TokenClaims, repair: Problem['repair']): Problem[] {
  if (expires === undefined) return [];
  const span = subject.profile.get('security_token_file')?.span;
  const left = expires - subject.now;
  if (left <= 0) {
    return [problemOf(subject, 'error', 'token-expired', `the session expired ${ago(-left)} ago`, { span, repair })];
  }
  if (left > SOON_MS) return [];
  return [problemOf(subject, 'warning', 'token-expiring', `the session expires in ${ago(left)}`, { span, repair })];
}

function otherKey(subject: Subject, claims: TokenClaims, key: KeyFacts | undefined): Problem[] {
  if (!claims.key || !key?.n || (claims.key.n === key.n && claims.key.e === key.e)) return [];
  const span = subject.profile.get('security_token_file')?.span;
  const message = 'the token was made for another key than the one in key_file: OCI answers 401';
  const repair = { kind: 'refresh-session', profile: subject.profile.name } as const;
  return [problemOf(subject, 'error', 'token-of-other-key', message, { span, repair })];
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
