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

  it('say 401 where the identity is not proven and 404 where only the permission is missing', () => {
    assert.equal(refusalOf('genai-api-key', 'agent-runtime')?.code, 'NotAuthenticated');
    assert.deepEqual(
      [withoutPolicy('agent-runtime').status, withoutPolicy('agent-runtime').code],
      [404, 'NotAuthorizedOrNotFound'],
    );
  });

  it('carry the bare status as code on the inference host', () => {
    assert.equal(withoutPolicy('inference-native').code, '404');
    assert.equal(withoutPolicy('inference-openai').code, '404');
    assert.equal(withoutPolicy('genai-management').code, 'NotAuthorizedOrNotFound');
  });
});
