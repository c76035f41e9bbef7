import assert from 'node:assert/strict';
import { applied } from '../../../src/rules/repair/edits';
import { testEngine } from '../../rules/fixtures';

const URI = 'file:///workspace/Agents.cs';
const HOST = 'https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com';
const KEYED =
  'client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Environment.GetEnvironmentVariable("OCI_GENAI_API_KEY"));';
const SENT = `await client.GetAsync("${HOST}/20240531/agentEndpoints/x");`;
const HANDLER =
  'Oci.Common.Http.Signing.OciHttpClientHandler.FromAuthProvider(new Oci.Common.Auth.InstancePrincipalsAuthenticationDetailsProvider())';

/** A method as the switch to the instance principal leaves it; undefined where none is offered. */
async function signed(...lines: readonly string[]): Promise<readonly string[] | undefined> {
  const text = ['using System.Net.Http.Headers;', ...lines, ''].join('\n');
  const engine = testEngine();
  const [finding] = await engine.lint({ uri: URI, text });
  assert.equal(finding?.rule, 'agent-with-genai-key');
  const fix = engine.fixes(URI, finding).find(({ title }) => title === 'Use the instance principal');
  if (!fix) return undefined;
  const after = applied(text, fix.edits);
  assert.deepEqual(await engine.lint({ uri: URI, text: after }), []);
  return after.trimEnd().split('\n').slice(1);
}

describe('a client of .NET with a key', () => {
  it('signs what it sends with a handler, however it is made', async () => {
    for (const [made, becomes] of [
      ['using var client = new HttpClient();', `using var client = new HttpClient(${HANDLER});`],
      ['HttpClient client = new();', `HttpClient client = new(${HANDLER});`],
      ['var client = new HttpClient { Timeout = t };', `var client = new HttpClient(${HANDLER}) { Timeout = t };`],
    ] as const)
      assert.deepEqual(await signed(made, KEYED, SENT, SENT), [becomes, SENT, SENT]);
  });

  it('is left alone where it sends to others too, or others get it', async () => {
    const made = 'var client = new HttpClient();';
    assert.equal(await signed(made, KEYED, SENT, 'await client.GetAsync("https://example.com/");'), undefined);
    assert.equal(await signed(made, KEYED, SENT, 'Keep(client);'), undefined);
    assert.equal(await signed(made, 'Prepare(client);', KEYED, SENT), undefined);
  });

  it('is left alone where the key stands in a branch without braces, which would take the next statement', async () => {
    assert.equal(await signed('var client = new HttpClient();', 'if (isRemote)', KEYED, SENT), undefined);
    const message = [
      'var client = new HttpClient();',
      `var message = new HttpRequestMessage(HttpMethod.Get, "${HOST}/20240531/agentEndpoints/x");`,
      KEYED.replace('client.Default', 'message.').replace('RequestHeaders', 'Headers'),
      'await client.SendAsync(message);',
    ];
    assert.notEqual(await signed(...message), undefined);
    assert.equal(await signed(...message.slice(0, 2), 'if (isRemote)', ...message.slice(2)), undefined);
  });

  it('is left alone where it has a handler already', async () => {
    assert.equal(await signed('var client = new HttpClient(Proxied());', KEYED, SENT), undefined);
  });
});
