import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { judge } from '../../../src/live/judge';
import type { Outcome } from '../../../src/live/outcome';
import { notRenewed } from '../../../src/live/renewal-outcome';

const said = (outcome: Outcome): string => {
  const subject = 'genai-management';
  const asked = judge({ subject, method: 'iam-api-key', outcome, now: 0, othersAnswer: false });
  const { problem, next = '' } = notRenewed(outcome, asked);
  return `${problem}. ${next}`;
};
const reply = (status: number, json = true): string => said({ kind: 'reply', status, json });

describe('what came of the renewal of a key', () => {
  it('is never called a success without a secret', () => {
    for (const status of [200, 400, 401, 403, 404, 409, 412, 422, 429, 500]) {
      assert.doesNotMatch(reply(status), /works|credential accepted;/, String(status));
    }
    assert.match(reply(200), /holds no secret/);
    assert.match(reply(400), /does not accept the request/);
    assert.match(reply(409), /another change/);
    assert.match(reply(401), /not renewed: credential not accepted/);
  });

  it('is unknown where the request may have arrived', () => {
    for (const text of [reply(503), reply(200, false), said({ kind: 'failure', reason: 'timeout' })]) {
      assert.match(text, /outcome unknown.*List the keys/);
    }
    assert.match(said({ kind: 'failure', reason: 'not-sent' }), /not renewed: the request could not be signed/);
  });
});
