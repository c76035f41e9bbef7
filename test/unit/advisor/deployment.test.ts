import assert from 'node:assert/strict';
import { parseAllDocuments } from 'yaml';
import { deployment } from '../../../src/advisor/deployment';

describe('deployment pieces', () => {
  for (const [place, method, file] of [
    ['functions', 'resource-principal', 'func.yaml'],
    ['oke', 'oke-workload-identity', 'k8s/genai-caller.yaml'],
    ['ci', 'token-exchange', '.github/workflows/genai.yml'],
  ] as const) {
    it(`${file} is valid YAML and holds no key`, () => {
      const piece = deployment(place, method, 'eu-frankfurt-1').find((one) => one.file === file);
      assert.ok(piece);
      for (const document of parseAllDocuments(piece.text)) assert.deepEqual(document.errors, []);
      assert.match(piece.text, /eu-frankfurt-1/);
      assert.doesNotMatch(piece.text, /key_file|fingerprint|sk-|BEGIN/);
    });
  }
  it('keeps configs out of images', () => {
    assert.match(deployment('container-instances', 'resource-principal')[0]?.text ?? '', /^\.oci$/m);
  });
  it('has nothing to say where code is enough', () => assert.deepEqual(deployment('laptop', 'session-token'), []));
});
