import assert from 'node:assert/strict';
import { applied } from '../../../src/rules/repair/edits';
import { testEngine } from '../../rules/fixtures';

const HEAD = [
  'import os',
  'import urllib.request',
  'import aiohttp',
  'URL = "https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531/agentEndpoints/x/sessions"',
  'HEADERS = {"Authorization": f"Bearer {os.environ[\'OCI_GENAI_API_KEY\']}"}',
];

/** What the preferred fix makes of a request; undefined where there is none. */
const repaired = (...lines: readonly string[]): Promise<string | undefined> =>
  repairedText(`${[...HEAD, ...lines].join('\n')}\n`);

async function repairedText(text: string): Promise<string | undefined> {
  const engine = testEngine();
  const uri = 'file:///workspace/ask.py';
  const [finding] = await engine.lint({ uri, text });
  assert.equal(finding?.rule, 'agent-with-genai-key');
  const edits = engine.fixes(uri, finding).find(({ preferred }) => preferred)?.edits;
  return edits && applied(text, edits);
}

describe('raw requests of Python', () => {
  it('of urllib are signed where they are opened, and what comes back stays what it was', async () => {
    const text = await repaired('answer = urllib.request.urlopen(urllib.request.Request(URL, headers=HEADERS)).read()');
    assert.ok(text?.includes('urlopen(oci_signed(urllib.request.Request(URL, headers=HEADERS), oci_signer())).read()'));
    assert.ok(text?.includes('HEADERS = {}'));
  });

  it('of urllib stay where the body comes beside the request, which nobody could sign', async () => {
    const made = 'request = urllib.request.Request(URL, headers=HEADERS)';
    assert.equal(await repaired(made, 'urllib.request.urlopen(request, b"{}")'), undefined);
    assert.equal(await repaired(made, 'urllib.request.urlopen(request, data=b"{}")'), undefined);
  });

  it('of urllib stay where the body is a file, whose hash nobody knows', async () => {
    const made = 'request = urllib.request.Request(URL, headers=HEADERS, data=open("body.json", "rb"))';
    assert.equal(await repaired(made, 'urllib.request.urlopen(request)'), undefined);
    const named = [
      'with open("body.json", "rb") as body:',
      '    request = urllib.request.Request(URL, headers=HEADERS, data=body)',
      '    urllib.request.urlopen(request)',
    ];
    assert.equal(await repaired(...named), undefined);
  });

  it('of urllib get no import that the function which is there already does not need', async () => {
    const first = await repaired('urllib.request.urlopen(urllib.request.Request(URL, headers=HEADERS))');
    const keyed = 'urllib.request.Request(URL, headers={"Authorization": "Bearer " + os.environ["OCI_GENAI_API_KEY"]})';
    const text = await repairedText(`${first}from urllib.request import urlopen\n\nurlopen(${keyed})\n`);
    assert.ok(text?.includes('\nurlopen(oci_signed(urllib.request.Request(URL), oci_signer()))'), text);
    assert.ok(!text?.includes('import Request'), text);
  });

  it('of aiohttp stay where somebody else reads the headers too', async () => {
    const ask = ['async def ask(http: aiohttp.ClientSession):', '    return await http.post(URL, headers=HEADERS)'];
    const text = await repaired(...ask, 'print(HEADERS)');
    assert.ok(text?.includes('http.post(URL, headers=HEADERS, middlewares=(oci_middleware(oci_signer()),))'));
    assert.ok(text?.includes('HEADERS = {"Authorization"'));
  });
});
