import assert from 'node:assert/strict';
import { codeFor, DEFAULT_PLACES, FRAMEWORKS, LANGUAGES, pythonFramework, TARGETS } from '../../../src/knowledge/code';
import { METHODS } from '../../../src/knowledge/method';

describe('code per method and language', () => {
  for (const language of LANGUAGES) {
    it(`${language}: keys only where a key is read, signatures elsewhere`, () => {
      for (const target of ['inference', 'agents'] as const) {
        assert.equal(codeFor(language, 'genai-api-key', target), undefined);
        assert.equal(codeFor(language, 'idcs-oauth', target), undefined);
        for (const method of ['iam-api-key', 'session-token', 'instance-principal', 'resource-principal'] as const) {
          assert.ok(codeFor(language, method, target), `${method} ${target}`);
        }
      }
    });
    it(`${language}: says where and never holds a secret`, () => {
      for (const target of TARGETS) {
        for (const method of METHODS) {
          const code = codeFor(language, method, target, { region: 'eu-frankfurt-1' });
          if (code === undefined) continue;
          assert.match(code, /eu-frankfurt-1/);
          assert.doesNotMatch(code, /us-chicago-1|\[object|sk-[a-z0-9]|BEGIN/);
          assert.ok(code.endsWith('\n'));
        }
      }
    });
  }
  it('the OpenAI client reads the GenAI key from the environment', () => {
    for (const language of ['python', 'typescript', 'shell'] as const) {
      assert.match(codeFor(language, 'genai-api-key', 'openai') ?? '', /OCI_GENAI_API_KEY/);
    }
  });
  it('frameworks use their own words', () => {
    assert.match(pythonFramework('langchain', 'iam-api-key', DEFAULT_PLACES) ?? '', /auth_type="API_KEY"/);
    assert.match(pythonFramework('adk', 'iam-api-key', DEFAULT_PLACES) ?? '', /auth_type="api_key"/);
    assert.match(pythonFramework('litellm', 'genai-api-key', DEFAULT_PLACES) ?? '', /openai\//);
    for (const framework of FRAMEWORKS) assert.ok(pythonFramework(framework, 'resource-principal', DEFAULT_PLACES));
    assert.equal(pythonFramework('adk', 'genai-api-key', DEFAULT_PLACES), undefined);
  });
});
