import type { FileState } from '../file-state';
import type { KeyReader } from '../key';
import type { Problem, ProblemCode, Repair, Severity, Span } from '../problem';
import type { Profile } from '../profile';

/** What the checks of one profile look at. */
export interface Subject {
  readonly profile: Profile;
  /** The files that the profile names, read beforehand. */
  readonly key?: FileState;
  readonly token?: FileState;
  readonly delegation?: FileState;
  /** Where a relative path leads depends on who reads it. */
  readonly keyReader: KeyReader;
  /** Nobody else reads it. */
  readonly cliOnly?: boolean;
  readonly now: number;
}

interface Extra {
  readonly span?: Span;
  readonly repair?: Repair;
  readonly rejectedBy?: Problem['rejectedBy'];
  readonly misreadBy?: Problem['misreadBy'];
}

/** A problem of the subject's profile, at the value concerned or at the profile's header. */
export function problemOf(
  { profile }: Pick<Subject, 'profile'>,
  severity: Severity,
  code: ProblemCode,
  message: string,
  { span, repair, ...rest }: Extra = {},
): Problem {
  return {
    code,
    severity,
    message,
    profile: profile.name,
    span: span ?? profile.header,
    repair: repair ?? { kind: 'open' },
    ...rest,
  };
}
