import { ANSWERS } from './answers';
import { CAUSES, type CauseId } from './cause';
import { CLIENT_SIDE } from './client-side';
import { compact, plainText } from './normal';
import type { Signature } from './signature';

export { CAUSES, type Cause, type CauseId } from './cause';
export { plainText } from './normal';

/** The first that fits speaks. */
const SIGNATURES: readonly Signature[] = [...CLIENT_SIDE, ...ANSWERS];

/** The causes of an error text, most likely first; empty when it is none that we know. */
export function causesOf(text: string): readonly CauseId[] {
  const normal = plainText(text).toLowerCase();
  const dense = text.includes('\n') ? compact(normal) : '';
  // Words may be broken at the end of a line; a short piece may also arise where two words meet.
  const found = (piece: string): boolean =>
    occurs(piece, normal) || (piece.length >= 16 && dense.includes(compact(piece)));
  return SIGNATURES.find((signature) => fits(signature, found))?.causes ?? [];
}

function fits(signature: Signature, found: (piece: string) => boolean): boolean {
  if (signature.none?.some(found)) return false;
  return signature.all.every((entry) => (typeof entry === 'string' ? found(entry) : entry.some(found)));
}

/** A status counts only as a number of its own: identifiers and times are full of digits. */
function occurs(piece: string, text: string): boolean {
  if (!/^\d+$/.test(piece)) return text.includes(piece);
  for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1)) {
    if (!/[0-9a-z.]/.test(text[at - 1] ?? '') && !/[0-9a-z]/.test(text[at + piece.length] ?? '')) return true;
  }
  return false;
}

export const isCauseId = (text: string): text is CauseId => Object.hasOwn(CAUSES, text);
