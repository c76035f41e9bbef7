import type { ConfigReader, LineCode } from '../knowledge/config-file';

/** Where something stands in a text: zero-based line, half-open columns. */
export interface Span {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

export type Severity = 'error' | 'warning' | 'info';

export type HealthCode =
  | 'value-missing'
  | 'ocid-malformed'
  | 'ocid-swapped'
  | 'fingerprint-malformed'
  | 'region-missing'
  | 'region-unknown'
  | 'region-short-code'
  | 'region-in-other-realm'
  | 'authentication-type-unknown'
  | 'key-missing'
  | 'key-unreadable'
  | 'key-not-pem'
  | 'key-is-openssh'
  | 'key-is-public'
  | 'key-is-certificate'
  | 'key-needs-passphrase'
  | 'key-passphrase-wrong'
  | 'key-encryption-unsupported'
  | 'key-damaged'
  | 'key-not-rsa'
  | 'key-too-short'
  | 'key-in-git'
  | 'fingerprint-mismatch'
  | 'permissions-too-open'
  | 'passphrase-stored'
  | 'passphrase-inherited'
  | 'identity-inherited'
  | 'user-inherited-by-session'
  | 'token-inherited'
  | 'not-inherited-by-go'
  | 'token-missing'
  | 'token-unreadable'
  | 'token-malformed'
  | 'token-expired'
  | 'token-expiring'
  | 'token-of-other-key'
  | 'token-with-blanks'
  | 'passphrase-for-go-only'
  | 'token-path-not-expanded'
  | 'relative-path'
  | 'duplicate-identity'
  | 'genai-key-is-ocid'
  | 'genai-key-malformed'
  | 'genai-key-region-missing'
  | 'genai-key-expired'
  | 'genai-key-expiring'
  | 'genai-key-not-active'
  | 'genai-key-in-file'
  | 'genai-key-unstored'
  | 'resource-principal-version'
  | 'resource-principal-incomplete'
  | 'principal-not-here'
  | 'embedded-in-code'
  | 'cli-auth-unknown'
  | 'profile-not-found'
  | 'not-checked'
  | 'config-missing'
  | 'config-unreadable'
  | 'config-ignored';

export type ProblemCode = LineCode | HealthCode;

/** What one click can do about a problem. Never carries a secret. */
export type Repair =
  | {
      readonly kind: 'set-key';
      readonly profile: string;
      readonly key: string;
      readonly value: string;
      /** What stood in the profile itself: a value that was changed meanwhile is not overwritten. */
      readonly was?: string;
    }
  | { readonly kind: 'fix-permissions'; readonly path: string }
  | { readonly kind: 'refresh-session'; readonly profile: string; readonly region?: string }
  | { readonly kind: 'ignore-in-git'; readonly path: string }
  | { readonly kind: 'trim-file'; readonly path: string }
  | { readonly kind: 'store-secret' }
  | { readonly kind: 'open' };

export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** One sentence; names no secret. */
  readonly message: string;
  readonly profile?: string;
  /** In the configuration file. */
  readonly span?: Span;
  /** Readers that refuse the file or the profile because of it. */
  readonly rejectedBy?: readonly ConfigReader[];
  /** Readers that read it differently from what stands there. */
  readonly misreadBy?: readonly ConfigReader[];
  readonly repair?: Repair;
}

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Worst first, then as they stand in the file. */
export const byWeight = (a: Problem, b: Problem): number =>
  ORDER[a.severity] - ORDER[b.severity] || (a.span?.line ?? 0) - (b.span?.line ?? 0);

/** Information is no reason to call a credential unhealthy. */
export const isUnhealthy = (problems: readonly Problem[]): boolean =>
  problems.some(({ severity }) => severity !== 'info');
