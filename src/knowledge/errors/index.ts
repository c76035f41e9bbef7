import { CAUSES, type CauseId } from './cause';
import { SIGNATURES, type Signature } from './signature';

export { CAUSES, type Cause, type CauseId } from './cause';

/** Longer logs are read at their start and end, where the error stands. */
const MAX_LENGTH = 40_000;

/** The causes of an error text, most likely first; empty when it is none that we know. */
export function causesOf(text: string): readonly CauseId[] {
  const normal = normalize(text);
  return SIGNATURES.find((signature) => fits(signature, normal))?.causes ?? [];
}

function fits(signature: Signature, text: string): boolean {
  if (signature.none?.some((piece) => text.includes(piece))) return false;
  return signature.all.every((entry) =>
    typeof entry === 'string' ? text.includes(entry) : entry.some((piece) => text.includes(piece)),
  );
}

function normalize(text: string): string {
  const short = text.length > MAX_LENGTH ? text.slice(0, MAX_LENGTH / 2) + text.slice(-MAX_LENGTH / 2) : text;
  return short.toLowerCase().replace(/[\s\u2018\u2019]+/g, (run) => (/[\u2018\u2019]/.test(run) ? "'" : ' '));
}

export const isCauseId = (text: string): text is CauseId => Object.hasOwn(CAUSES, text);
