import type { CauseId } from './cause';

/** How an error is recognised: by pieces of its text, in lower case. Substrings only, so the work is linear. */
export interface Signature {
  /** Every entry must occur; of an inner list, one. */
  readonly all: readonly (string | readonly string[])[];
  readonly none?: readonly string[];
  /** Most likely first. */
  readonly causes: readonly [CauseId, ...CauseId[]];
}

export const of = (all: Signature['all'], ...causes: Signature['causes']): Signature => ({ all, causes });
