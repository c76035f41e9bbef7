/** The request by which an editor ends a pass that runs. */
export const STOP_PASS = 'principled/stopWorkspacePass';

/** What an editor wants of files that nobody has open. */
export interface PassWish {
  /** Patterns of files that stay out, in the form of `.gitignore`. */
  readonly exclude: readonly string[];
}

/** Reads the wish as it came over the wire; absent where the editor wants no pass. */
export function passWish(given: unknown): PassWish | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const exclude: unknown = 'exclude' in given ? given.exclude : undefined;
  const patterns = Array.isArray(exclude) ? exclude.filter((one): one is string => typeof one === 'string') : [];
  return { exclude: patterns };
}
