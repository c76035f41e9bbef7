import type { Signature } from './signature';

/** Signs around a piece are written differently in JSON, in logs and by people. */
const bare = (piece: string): string => piece.replace(/^[^\w./:]+|[^\w./:]+$/g, '');

const shortest = (pieces: readonly string[]): number => Math.min(...pieces.map(({ length }) => length));

/** Of what a signature asks for, the entry whose pieces are the longest: the one that is met the least elsewhere. */
function rarest({ all }: Signature): readonly string[] {
  const entries = all.map((entry) => (typeof entry === 'string' ? [entry] : entry).map(bare));
  return entries.reduce((best, entry) => (shortest(entry) > shortest(best) ? entry : best));
}

/** Pieces of which every text that fits a signature has at least one. */
export function triggersOf(signatures: readonly Signature[]): readonly string[] {
  const pieces = [...new Set(signatures.flatMap(rarest))];
  return pieces.filter((piece) => !pieces.some((other) => other !== piece && piece.includes(other)));
}
