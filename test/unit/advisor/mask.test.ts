import assert from 'node:assert/strict';
import { maskEcho } from '../../../src/advisor/mask';

describe('what is never repeated', () => {
  for (const text of [
    'OCI_CLI_PASSPHRASE=hunter3',
    'IDCS_CLIENT_SECRET: hunter3',
    'TF_VAR_private_key_password=hunter3',
    'OPENAI_API_KEY=hunter3',
    'OCI_CLI_KEY_CONTENT=hunter3',
    'x-api-key: hunter3',
    "pass_phrase='two hunter3'",
    '{"clientSecret": "a\\"b hunter3"}',
    '"{\\"password\\": \\"two hunter3\\"}"',
    "oci.config {'pass_phrase': 'two hunter3', 'region': 'us-chicago-1'}",
    '-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\nhunter3\n-----END RSA PRIVATE KEY-----',
    '-----BEGIN PRIVATE KEY-----\nab-cd\nhunter3',
  ])
    it(text.slice(0, 50).replace(/\n/g, ' '), () => assert.doesNotMatch(maskEcho(text), /hunter3/));

  it('leaves the rest of the text', () => {
    assert.equal(maskEcho("password='a b', region='x'"), "password=…, region='x'");
    const pem = '-----BEGIN PRIVATE KEY-----\nx\n-----END PRIVATE KEY-----';
    assert.equal(maskEcho(`first ${pem} then ${pem} last`), 'first <key> then <key> last');
    assert.equal(maskEcho('set OPENAI_API_KEY before --auth api_key'), 'set OPENAI_API_KEY before --auth api_key');
  });
});
