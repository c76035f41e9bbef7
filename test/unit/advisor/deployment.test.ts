import assert from 'node:assert/strict';
import { parseAllDocuments, type YAMLSeq } from 'yaml';
import { deployment } from '../../../src/advisor/deployment';
import { type CodeLanguage, LANGUAGES } from '../../../src/knowledge/code';

describe('deployment pieces', () => {
  for (const [place, method, file] of [
    ['functions', 'resource-principal', 'func.yaml'],
    ['oke', 'oke-workload-identity', 'k8s/genai-caller.yaml'],
    ['ci', 'token-exchange', '.github/workflows/genai.yml'],
  ] as const) {
    it(`${file} is valid YAML and holds no key`, () => {
      const piece = deployment(place, method, { region: 'eu-frankfurt-1' }).find((one) => one.file === file);
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
  it('fits the language of the code', () => {
    const manifest = (language: 'typescript' | 'java' | 'go' | 'csharp' | 'python') =>
      parseAllDocuments(deployment('functions', 'resource-principal', { language })[0]?.text ?? '')[0]?.toJS() as {
        runtime: string;
      };
    const runtimes = { python: 'python', typescript: 'node', java: 'java', go: 'go', csharp: 'dotnet8.0' } as const;
    for (const language of ['python', 'typescript', 'java', 'go', 'csharp'] as const)
      assert.equal(manifest(language).runtime, runtimes[language]);
    const workflow = (language: CodeLanguage) => deployment('ci', 'token-exchange', { language }).at(-1)?.text ?? '';
    assert.match(workflow('python'), /pip install oci .*[\s\S]*python genai_client\.py/);
    assert.match(workflow('go'), /go run main\.go/);
    for (const language of LANGUAGES) {
      const [document] = parseAllDocuments(workflow(language));
      const steps = document?.getIn(['jobs', 'call', 'steps']) as YAMLSeq | undefined;
      assert.equal(steps?.items.length, 3, language);
    }
  });
  it('exchanges the token before where the SDK does not', () => {
    for (const language of LANGUAGES) {
      const [first] = deployment('other-cloud', 'token-exchange', { language });
      const before = language === 'typescript' || language === 'java' || language === 'csharp';
      assert.equal(first?.file, before ? 'exchange-token.sh' : undefined, language);
      const workflow = deployment('ci', 'token-exchange', { language }).at(-1)?.text ?? '';
      assert.equal(/bash exchange-token\.sh\n +OCI_CONFIG_FILE=/.test(workflow), before, language);
    }
  });
});
