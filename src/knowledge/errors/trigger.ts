import type { Signature } from './signature';

/** Quotes around a piece are written differently in JSON, in logs and by people. */
const bare = (piece: string): string => piece.replace(/^["' :]{1,4}/, '').replace(/["' :]{1,4}$/, '');

const shortest = (pieces: readonly string[]): number => Math.min(...pieces.map(({ length }) => length));

/** Of what a signature asks for, the entry whose pieces are the longest: the one that is met the least elsewhere. */
function rarest({ all }: Signature): readonly string[] {
  const entries = all.map((entry) => (typeof entry === 'string' ? [entry] : entry));
  return entries.reduce((best, entry) => (shortest(entry) > shortest(best) ? entry : best)).map(bare);
}

/** Pieces of which every text that fits a signature has at least one. */
export const triggersOf = (signatures: readonly Signature[]): readonly string[] => [
  ...new Set(signatures.flatMap(rarest)),
];
