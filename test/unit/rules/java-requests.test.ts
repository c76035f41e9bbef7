import assert from 'node:assert/strict';
import { testEngine } from '../../rules/fixtures';

const URI = 'file:///workspace/Agents.java';
const URL = 'https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531/agentEndpoints/x/sessions';

/** The titles of the switches that a request of a method is offered. */
async function offered(parameters: string, lines: readonly string[]): Promise<readonly string[]> {
  const text = [
    'import java.net.*;',
    'import okhttp3.*;',
    'class Agents {',
    `  Object call(${parameters}) throws Exception {`,
    '    String key = System.getenv("OCI_GENAI_API_KEY");',
    ...lines.map((line) => `    ${line}`),
    '  }',
    '}',
    '',
  ].join('\n');
  const engine = testEngine();
  const [finding] = await engine.lint({ uri: URI, text });
  assert.equal(finding?.rule, 'agent-with-genai-key');
  return engine.fixes(URI, finding).flatMap(({ title }) => (title.startsWith('Use ') ? [title] : []));
}

const sending = (call: string): string =>
  `return new Request.Builder().url("${URL}").header("Authorization", "Bearer " + key)${call}.build();`;

describe('a request of OkHttp', () => {
  it('is signed where its body is made of a text in the file, or there is none', async () => {
    for (const call of [
      '',
      '.delete()',
      '.post(RequestBody.create("{}", null))',
      '.method("PUT", RequestBody.create(t, j))',
    ])
      assert.notDeepEqual(await offered('String j', [sending(call)]), [], call);
  });

  it('is left alone where the body may be anything', async () => {
    assert.deepEqual(await offered('RequestBody body', [sending('.post(body)')]), []);
    assert.deepEqual(await offered('', [sending('.post(form())')]), []);
    assert.deepEqual(await offered('', [sending('.post(RequestBody.create(new File("a.bin"), null))')]), []);
    const parts = 'RequestBody body = new MultipartBody.Builder().build();';
    assert.deepEqual(await offered('', [parts, sending('.post(body)')]), []);
  });
});
