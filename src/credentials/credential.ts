import { METHOD_FACTS, type Method } from '../knowledge/method';
import type { Problem } from './problem';
import type { Reach } from './reach';

export type SourceKind =
  | 'config'
  | 'environment'
  | 'dotenv'
  | 'secret-storage'
  | 'management'
  | 'principal'
  | 'workspace';

/** One credential as the explorer, the CLI and the tests see it. Holds no secret. */
export interface Credential {
  /** Stable across refreshes. */
  readonly id: string;
  readonly label: string;
  readonly source: SourceKind;
  /** Where it comes from, as a person would name it: `~/.oci/config`, `environment`. */
  readonly origin: string;
  readonly method: Method;
  readonly profile?: string;
  readonly region?: string;
  readonly tenancy?: string;
  readonly user?: string;
  readonly fingerprint?: string;
  /** Milliseconds; absent for what does not expire or does not say. */
  readonly expiry?: number;
  readonly problems: readonly Problem[];
  readonly reach: readonly Reach[];
  /** The place to open; the line counts from zero. */
  readonly location?: { readonly file: string; readonly line: number };
}

/** How a row calls the method; nothing where nothing can be reached by it. */
export const methodShown = ({ method, reach }: Pick<Credential, 'method' | 'reach'>): string | undefined =>
  reach.length > 0 ? METHOD_FACTS[method].label : undefined;
