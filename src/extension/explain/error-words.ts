import { mayBeError } from '../../knowledge/errors/recognise';

/** Longer lines are data. */
const MAX_LINE = 4_000;

/** Whether a line may belong to an error that the catalogue knows. Only the catalogue says whether it does. */
export const mayBeOciError = (line: string): boolean => mayBeError(line.slice(0, MAX_LINE));
