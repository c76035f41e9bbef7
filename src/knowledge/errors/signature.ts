import type { CauseId } from './cause';

/** Most likely first. */
export type Causes = readonly [CauseId, ...CauseId[]];

/**
 * What OCI answered where several callers get the same words: `refused` is its 404, `unproven` its 401. Who called
 * decides what it means then, which the text may leave open.
 */
export type Answer = 'refused' | 'unproven';

/** How an error is recognised: by pieces of its text, in lower case. Substrings only, so the work is linear. */
export interface Signature {
  /** Every entry must occur; of an inner list, one. */
  readonly all: readonly (string | readonly string[])[];
  readonly none?: readonly string[];
  readonly causes: Causes;
  readonly answer?: Answer;
}

export const of = (all: Signature['all'], ...causes: Causes): Signature => ({ all, causes });
