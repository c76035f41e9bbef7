import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { advise } from '../../../src/advisor/decide';
import { CALLS, type Need, PRIORITIES } from '../../../src/advisor/need';
import { METHOD_FACTS, METHODS } from '../../../src/knowledge/method';
import { isWorkload, PLACES } from '../../../src/knowledge/place';

const GOLDEN = path.join(__dirname, 'decisions.golden.txt');
const MARK = { works: '+', discouraged: '~', refused: '-' };

function* needs(): Iterable<Need> {
  for (const call of CALLS)
    for (const on of PLACES) for (const priority of [undefined, ...PRIORITIES]) yield { call, on, priority };
}

const row = (need: Need): string => {
  const ranked = advise(need).map(({ method, verdict }) => MARK[verdict] + method);
  return `${need.call} on ${need.on}, ${need.priority ?? 'any'}: ${ranked.join(' ')}`;
};

describe('the decision table', () => {
  it('is the reviewed one', () => {
    const table = `${[...needs()].map(row).join('\n')}\n`;
    if (process.env.UPDATE_GOLDEN) writeFileSync(GOLDEN, table);
    assert.equal(table, readFileSync(GOLDEN, 'utf8'));
  });

  for (const need of needs()) {
    const name = `${need.call} on ${need.on}, ${need.priority ?? 'any'}`;
    const ranked = advise(need);
    const best = ranked[0];
    it(`${name}: every method once, best first, with a reason`, () => {
      assert.deepEqual([...ranked.map((advice) => advice.method)].sort(), [...METHODS].sort());
      assert.equal(best?.verdict, 'works');
      const order = ranked.map(({ verdict }) => ['works', 'discouraged', 'refused'].indexOf(verdict));
      assert.deepEqual(order, [...order].sort());
      for (const advice of ranked) {
        assert.ok(advice.reason.length > 10);
        if (advice.verdict === 'refused') assert.ok(advice.possibleIf, `${advice.method} needs a way out`);
      }
    });
    it(`${name}: the original rules hold`, () => {
      const verdictOf = (method: string) => ranked.find((advice) => advice.method === method)?.verdict;
      assert.ok(best);
      assert.notEqual(best.method, 'iam-api-key');
      assert.notEqual(verdictOf('iam-api-key'), 'works');
      if (need.call === 'agents') {
        assert.equal(METHOD_FACTS[best.method].proof, 'signature');
        assert.equal(verdictOf('genai-api-key'), 'refused');
      }
      if (isWorkload(need.on)) assert.ok(METHOD_FACTS[best.method].principal);
      const inferenceByKey = ['chat', 'embeddings', 'responses'].includes(need.call);
      if (need.on === 'ci' && (need.priority === 'production' || (!inferenceByKey && need.priority !== 'no-iam'))) {
        assert.equal(best.method, 'token-exchange');
      } else if (!isWorkload(need.on) && inferenceByKey) {
        assert.equal(best.method, 'genai-api-key');
      }
    });
  }
});
