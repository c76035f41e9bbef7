import assert from 'node:assert/strict';
import { format, inspect } from 'node:util';
import { Secret } from '../../../src/secrets';

describe('a secret', () => {
  const secret = new Secret(
    { kind: 'genai-key', span: { start: 0, end: 3 }, confidence: 'high', oci: true },
    'the very value',
  );

  it('shows its mask however it is written', () => {
    const shown = [
      `${secret}`,
      String(secret),
      JSON.stringify({ secret }),
      inspect({ secret }, { depth: 9, showHidden: true }),
      format('%s %o %j', secret, secret, secret),
    ];
    for (const one of shown) {
      assert.ok(!one.includes('very'), one);
      assert.ok(one.includes('genai-key'), one);
    }
    assert.ok(!Object.values(secret).includes('the very value'));
    assert.ok(!JSON.stringify(structuredClone({ ...secret })).includes('very'));
  });

  it('gives its value when asked to', () => {
    assert.equal(secret.reveal(), 'the very value');
  });
});
