import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { fitsMask } from '../../../src/credentials/key-mask';

describe('the mask of a GenAI API key', () => {
  const secret = `sk-${'a'.repeat(44)}Ab3d`;
  for (const [mask, fits] of [
    ['sk-****Ab3d', true],
    ['****Ab3d', true],
    ['sk-aaaa...', true],
    ['sk-****Xb3d', false],
    ['sk-****', false],
    ['****d', false],
    ['sk-b**Ab3d', false],
    ['', false],
    [secret, false],
  ] as const) {
    it(`${fits ? 'is' : 'is not'} ${mask || 'empty'}`, () => assert.equal(fitsMask(secret, mask), fits));
  }
});
