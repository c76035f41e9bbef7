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

/** Every sentence of the advice, and for which calls and places it is said. */
function sentences(): readonly string[] {
  const said = new Map<string, Need[]>();
  for (const need of needs()) {
    for (const { method, verdict, reason, possibleIf, note } of advise(need)) {
      const text = [
        `${MARK[verdict]}${method}: ${reason}`,
        ...(possibleIf === undefined ? [] : [`    possible if ${possibleIf}`]),
        ...(note === undefined ? [] : [`    note: ${note}`]),
      ].join('\n');
      said.set(text, [...(said.get(text) ?? []), need]);
    }
  }
  const sorted = [...said].sort(([a], [b]) => (a.slice(1) < b.slice(1) ? -1 : 1));
  return sorted.map(([text, all]) => [text, ...whereSaid(all).map((where) => `    for ${where}`)].join('\n'));
}

/** `chat, rerank on ci (any)`: calls of the same places together, places of the same priorities too. */
function whereSaid(all: readonly Need[]): readonly string[] {
  const priorities = groups(
    all,
    ({ call, on }) => `${call} on ${on}`,
    ({ priority }) => priority ?? 'any',
  );
  const places = groups(
    [...priorities],
    ([place, of]) => `${place.split(' on ')[0]}\n${of.length > PRIORITIES.length ? '' : ` (${of.join(', ')})`}`,
    ([place]) => place.split(' on ')[1] ?? '',
  );
  const calls = groups(
    [...places],
    ([key, of]) => `${of.length === PLACES.length ? 'all places' : of.join(', ')}${key.split('\n')[1]}`,
    ([key]) => key.split('\n')[0] ?? '',
  );
  return [...calls].map(([where, of]) => `${of.join(', ')} on ${where}`);
}

function groups<T>(all: readonly T[], keyOf: (one: T) => string, itemOf: (one: T) => string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const one of all) found.set(keyOf(one), [...(found.get(keyOf(one)) ?? []), itemOf(one)]);
  return found;
}

describe('the decision table', () => {
  it('is the reviewed one', () => {
    const table = `${[...needs()].map(row).join('\n')}\n\n${sentences().join('\n')}\n`;
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

  const first = (need: Need) => advise(need)[0];
  const notes = (need: Need) => advise(need).map(({ note }) => note ?? '');

  it('says of an experiment what is quickest', () => {
    const laptop = first({ call: 'chat', on: 'laptop', priority: 'experiment' });
    assert.equal(laptop?.method, 'genai-api-key');
    assert.match(laptop?.note ?? '', /quickest start: one policy and one key/);
    const [principal, key] = advise({ call: 'chat', on: 'functions', priority: 'experiment' });
    assert.deepEqual([principal?.method, key?.method], ['resource-principal', 'genai-api-key']);
    assert.match(principal?.note ?? '', /GenAI API key .* quicker/);
    assert.match(
      first({ call: 'rerank', on: 'laptop', priority: 'experiment' })?.note ?? '',
      /quickest start: one sign-in/,
    );
  });

  it('says in a pipeline which is for production and which for an experiment', () => {
    const [key, exchange] = advise({ call: 'chat', on: 'ci' });
    assert.match(key?.note ?? '', /for production prefer token exchange/);
    assert.match(exchange?.note ?? '', /the one for production/);
    assert.equal(first({ call: 'chat', on: 'ci', priority: 'production' })?.method, 'token-exchange');
    assert.equal(first({ call: 'chat', on: 'ci', priority: 'experiment' })?.method, 'genai-api-key');
  });

  it('puts nothing first without IAM unless it says what an administrator must do, and what to do meanwhile', () => {
    for (const call of CALLS)
      for (const on of PLACES) {
        const best = first({ call, on, priority: 'no-iam' });
        assert.match(best?.note ?? '', /an administrator must/, `${call} on ${on}`);
        assert.match(best?.note ?? '', /meanwhile|has already/, `${call} on ${on}`);
        for (const note of notes({ call, on })) assert.doesNotMatch(note, /administrator/);
      }
  });
});
