import assert from 'node:assert/strict';
import { applied } from '../../../src/rules/repair/edits';
import { testEngine } from '../../rules/fixtures';
import { fill, genaiKey } from '../../rules/material';

const ROOT = 'file:///workspace';
const HOST = 'https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1';

/** The text as the look-up in OCI Vault leaves it; undefined where none is offered. */
async function fromVault(path: string, text: string): Promise<string | undefined> {
  const engine = testEngine();
  const uri = `${ROOT}/${path}`;
  const [finding] = await engine.lint({ uri, text }, { root: ROOT });
  assert.ok(finding);
  const fix = engine.fixes(uri, finding).find(({ title }) => title.startsWith('Read it from OCI Vault'));
  if (!fix) return undefined;
  const after = applied(text, fix.edits);
  assert.deepEqual(await engine.lint({ uri, text: after }, { root: ROOT }), []);
  return after;
}

describe('a secret that moves to OCI Vault', () => {
  it('is read in Java and C# by a class of the file, which no constant can hold', async () => {
    const java = await fromVault(
      'Ask.java',
      `class Ask {\n    private static final String OCI_GENAI_API_KEY = "${genaiKey()}";\n}\n`,
    );
    assert.match(
      java ?? '',
      /OCI_GENAI_API_KEY = OciVaultAsk\.read\(System\.getenv\("OCI_GENAI_API_KEY_SECRET_ID"\)\);/,
    );
    assert.match(java ?? '', /SecretsClient\.builder\(\)\.build\(OciProviderAsk\.choose\(\)\)/);
    const csharp = await fromVault('Ask.cs', `class Ask\n{\n    const string OciGenAiApiKey = "${genaiKey()}";\n}\n`);
    assert.match(csharp ?? '', /static readonly string OciGenAiApiKey = OciVaultAsk\.Read\(System\.Environment\./);
    assert.equal(csharp?.match(/^internal static class/gm)?.length, 2);
  });

  it('is read in a script by the CLI, inside the quotes that hold it', async () => {
    const shell = await fromVault('ask.sh', `curl -H 'Authorization: Bearer ${genaiKey()}' ${HOST}/models\n`);
    assert.match(shell ?? '', /"Authorization: Bearer \$\(oci secrets secret-bundle get .* \| base64 -d\)" https/);
  });

  it('is read in JavaScript only where a promise may be waited for', async () => {
    const client = `new OpenAI({ apiKey: '${genaiKey()}', baseURL: '${HOST}' })`;
    const head = "const OpenAI = require('openai');\n";
    const waits = await fromVault('ask.cjs', `${head}async function ask() {\n  return ${client};\n}\nask();\n`);
    assert.match(waits ?? '', /apiKey: await vaultSecret\(process\.env\.OCI_GENAI_API_KEY_SECRET_ID\)/);
    assert.ok(!waits?.includes('\n\n\n'));
    assert.equal(await fromVault('ask.cjs', `${head}function ask() {\n  return ${client};\n}\nask();\n`), undefined);
  });

  it('may be a private key', async () => {
    const python = await fromVault('ask.py', fill('KEY = """{{PEM}}"""\n'));
    assert.match(python ?? '', /^KEY = vault_secret\(os\.environ\["OCI_CLI_KEY_CONTENT_SECRET_ID"\]\)$/m);
  });
});
