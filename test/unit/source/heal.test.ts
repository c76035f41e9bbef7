import assert from 'node:assert/strict';
import { type Healing, heal, type Lexis, unlooked } from '../../../src/source/heal';
import type { Change } from '../../../src/source/program';

const LEXIS: Lexis = {
  lineComment: '//',
  blockComments: true,
  quotes: `"'`,
  longQuotes: ['"""'],
  brackets: '([',
  statement: /(?:return|var|[a-z]\w{0,20} ?(?:=[^=]|\())/y,
  needsSemicolon: true,
};

const method = (name: number): string => `
  Client make${name}(String region) {
    var provider = new Provider("a;(", region); // (one
    if (region == null) {
      return build(provider, List.of(1, 2));
    }
    return other(provider);
  }
`;

const LONG = `class Clients {${Array.from({ length: 120 }, (_, at) => method(at)).join('')}}\n`;
const TYPED = [
  'x',
  '(',
  ')',
  '{',
  '}',
  '"',
  "'",
  '\n',
  ';',
  '/*',
  '*/',
  '//',
  '"""',
  'var a = ',
  'call(',
  '    return b',
];

/** A small generator with a fixed seed: the same edits in every run. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const changed = (text: string, { start, length, text: added }: Change): string =>
  text.slice(0, start) + added + text.slice(start + length);

describe('mending half-typed text', () => {
  it('leaves whole text alone', () => {
    assert.equal(heal(LONG, LEXIS).text, undefined);
  });

  for (const seed of [1, 2, 3, 4]) {
    it(`gives the same after edits as at first sight (${seed})`, () => {
      const below = random(seed);
      let text = LONG;
      let healing: Healing = heal(text, LEXIS);
      for (let round = 0; round < 250; round += 1) {
        const start = below(text.length);
        const change = { start, length: below(3) === 0 ? below(40) : 0, text: TYPED[below(TYPED.length)] ?? '' };
        text = changed(text, change);
        const { text: fresh } = heal(text, LEXIS);
        // Sometimes nobody looks, since the parser read the text as it was.
        const looked = below(4) > 0;
        healing = looked ? heal(text, LEXIS, { healing, change }) : unlooked({ healing, change });
        if (looked) assert.equal(healing.text, fresh);
        if (below(20) === 0) {
          text = LONG;
          healing = heal(text, LEXIS);
        }
      }
    });
  }
});
