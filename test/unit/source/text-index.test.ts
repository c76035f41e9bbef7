import assert from 'node:assert/strict';
import { TextIndex } from '../../../src/source/text-index';

const PIECES = ['a', 'ab(', 'bb', '\n'];
const WORDS = String.raw`\bab\b|\w+b\b`;

/** A small generator with a fixed seed: the same edits in every run. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe('Where pieces of a text stand', () => {
  it('is known after an edit as if the text were read anew', () => {
    for (let seed = 1; seed <= 30; seed += 1) {
      const next = random(seed);
      let text = 'ab(\nbbb ab aab\n\nab(b)\n';
      const index = new TextIndex(text);
      for (let step = 0; step < 60; step += 1) {
        for (const piece of PIECES) index.offsetsOf(piece);
        index.wordsLike(WORDS);
        const start = next(text.length + 1);
        const length = Math.min(next(4) === 0 ? next(8) : 0, text.length - start);
        const typed = ['', 'a', 'b', '(', '\n', ' ', 'ab(', 'b\nab('][next(8)] as string;
        text = text.slice(0, start) + typed + text.slice(start + length);
        index.update(text, { start, length, text: typed });
        const fresh = new TextIndex(text);
        for (const piece of PIECES) assert.deepEqual(index.offsetsOf(piece), fresh.offsetsOf(piece), piece);
        assert.deepEqual(index.wordsLike(WORDS), fresh.wordsLike(WORDS));
      }
    }
  });
});
