import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { acceptance } from '../../../src/knowledge/acceptance';
import { METHODS } from '../../../src/knowledge/method';
import { PLANES } from '../../../src/knowledge/plane';
import { refusalOf, withoutPolicy } from '../../../src/knowledge/refusal';

describe('refusals', () => {
  it('exist exactly where the acceptance table refuses', () => {
    for (const method of METHODS) {
      for (const plane of PLANES) {
        const refused = acceptance(method, plane).verdict === 'refused';
        assert.equal(refusalOf(method, plane) !== undefined, refused, `${method} ${plane}`);
      }
    }
  });

  it('say 401 where a credential is never read', () => {
    assert.equal(refusalOf('genai-api-key', 'inference-native')?.code, 'NotAuthenticated');
    assert.equal(refusalOf('resource-principal', 'hosted-application-oauth')?.status, 401);
  });

  it('say 404 where a key is known and good for nothing, or only the permission is missing', () => {
    for (const refusal of [refusalOf('genai-api-key', 'agent-runtime'), withoutPolicy('agent-runtime')]) {
      assert.deepEqual([refusal?.status, refusal?.code], [404, 'NotAuthorizedOrNotFound']);
    }
  });

  it('carry the bare status as code on the inference host', () => {
    assert.equal(withoutPolicy('inference-native').code, '404');
    assert.equal(withoutPolicy('inference-openai').code, '404');
    assert.equal(withoutPolicy('genai-management').code, 'NotAuthorizedOrNotFound');
  });
});
