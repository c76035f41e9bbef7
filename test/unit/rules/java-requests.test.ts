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

const posting = (...lines: readonly string[]): string[] => [
  `HttpURLConnection c = (HttpURLConnection) new URL("${URL}").openConnection();`,
  'c.setRequestProperty("Authorization", "Bearer " + key);',
  'c.setDoOutput(true);',
  ...lines,
];

describe('a key in a branch without braces', () => {
  const branch = 'if (key != null)';

  it('keeps its request as it is, since the branch would take the next statement', async () => {
    const sent = ['c.getOutputStream().write(json.getBytes());', 'return c.getResponseCode();'];
    const [made = '', header = '', ...rest] = posting(...sent);
    assert.deepEqual(await offered('String json', [made, branch, header, ...rest]), []);
    const builders = [
      `new Request.Builder().url("${URL}")`,
      `java.net.http.HttpRequest.newBuilder(URI.create("${URL}"))`,
    ];
    for (const builder of builders) {
      const set = 'b.header("Authorization", "Bearer " + key);';
      const lines = [`var b = ${builder};`, branch, set, 'return b.build();'];
      assert.deepEqual(await offered('', lines), [], builder);
      assert.notDeepEqual(
        await offered(
          '',
          lines.filter((one) => one !== branch),
        ),
        [],
        builder,
      );
    }
  });
});

describe('a connection of java.net', () => {
  it('is signed where the text that it sends is known before it sends', async () => {
    for (const lines of [
      ['c.getOutputStream().write(json.getBytes("UTF-8"));', 'return c.getResponseCode();'],
      ['c.getOutputStream().write("{}".getBytes());', 'return c.getInputStream();'],
      ['byte[] b = json.getBytes(UTF_8);', 'var o = c.getOutputStream();', 'o.write(b);', 'o.close();', 'return o;'],
    ])
      assert.notDeepEqual(await offered('String json', posting(...lines)), [], lines.join('\n'));
  });

  it('is left alone where something else may be sent', async () => {
    for (const lines of [
      ['var o = c.getOutputStream();', 'mapper.writeValue(o, json);', 'return c.getResponseCode();'],
      ['var o = c.getOutputStream();', 'o.write(a.getBytes());', 'o.write(json.getBytes());', 'return o;'],
      ['var o = c.getOutputStream();', 'json = "{}";', 'o.write(json.getBytes());', 'return o;'],
      ['byte[] b = json.getBytes();', 'json += "x";', 'c.getOutputStream().write(b);', 'return b;'],
      ['c.getOutputStream().write(json.getBytes("UTF-16"));', 'return c.getResponseCode();'],
      ['c.setChunkedStreamingMode(0);', 'c.getOutputStream().write(json.getBytes());', 'return c;'],
      ['c.setRequestMethod("POST");', 'return c.getResponseCode();'],
    ])
      assert.deepEqual(await offered('String json', posting(...lines)), [], lines.join('\n'));
  });

  it('is left alone where it sends on a way that passes no signature', async () => {
    const sent = 'c.getOutputStream().write(json.getBytes());';
    const asked = 'return c.getResponseCode();';
    assert.deepEqual(await offered('String json', posting('if (json != null) {', sent, '}', asked)), []);
    assert.notDeepEqual(
      await offered('String json', posting('try {', sent, asked, '} finally { c.disconnect(); }')),
      [],
    );
    assert.notDeepEqual(await offered('String json', posting('try {', sent, '} finally { }', asked)), []);
  });

  it('is left alone where it writes in a branch or a loop', async () => {
    const out = 'var o = c.getOutputStream();';
    const wrote = 'o.write(json.getBytes());';
    for (const around of ['for (String json : all) {', 'while (more()) {', 'if (json != null) {'])
      assert.deepEqual(await offered('String[] all', posting(out, around, wrote, '}', 'return c;')), [], around);
  });

  it('is left alone where the line that sends begins no statement', async () => {
    const sent = 'c.getOutputStream().write(json.getBytes());';
    assert.deepEqual(await offered('String json', posting('if (json != null)', sent, 'return c;')), []);
  });
});
