import assert from 'node:assert/strict';
import { applied } from '../../../src/rules/repair/edits';
import { testEngine } from '../../rules/fixtures';
import { genaiKey } from '../../rules/material';

const ROOT = 'file:///workspace';
const URL = 'https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531/agentEndpoints/e/sessions';

/** The fixes of the first finding, with the text as each leaves it. */
async function fixesOf(path: string, text: string): Promise<{ title: string; preferred: boolean; after: string }[]> {
  const engine = testEngine();
  const uri = `${ROOT}/${path}`;
  const [finding] = await engine.lint({ uri, text }, { root: ROOT });
  assert.ok(finding, 'there is a finding');
  return engine
    .fixes(uri, finding)
    .map(({ title, preferred = false, edits }) => ({ title, preferred, after: applied(text, edits) }));
}

const preferredOf = async (path: string, text: string): Promise<string | undefined> =>
  (await fixesOf(path, text)).find(({ preferred }) => preferred)?.after;

const sender = (head: string): string =>
  `${head}async () => {
  await fetch('${URL}', { method: 'POST', headers: { Authorization: \`Bearer \${process.env.OCI_GENAI_API_KEY}\` } });
};
`;

const IMPORTS = `import { ConfigFileAuthenticationDetailsProvider } from 'oci-common';
import { GenerativeAiAgentRuntimeClient } from 'oci-generativeaiagentruntime';

`;

const client = (rest: string): string => `${IMPORTS}export async function chat() {
  const provider = new ConfigFileAuthenticationDetailsProvider();
  const client = new GenerativeAiAgentRuntimeClient({ authenticationDetailsProvider: provider });
${rest}  return client;
}
`;

describe('the fixes of TypeScript and JavaScript', () => {
  it('load the SDK as the kind of the module asks', async () => {
    const kinds: readonly [path: string, head: string, isCommonJs: boolean][] = [
      ['ask.cjs', 'const ask = ', true],
      ['ask.cts', 'const ask = ', true],
      ['ask.js', 'exports.handler = ', true],
      ['ask.js', 'module.exports.handler = ', true],
      ['ask.mjs', 'const ask = ', false],
      ['ask.mts', 'const ask = ', false],
      ['ask.js', 'export const ask = ', false],
      ['ask.ts', 'const ask = ', false],
    ];
    for (const [path, head, isCommonJs] of kinds) {
      const after = await preferredOf(path, sender(head));
      assert.ok(after, `${path} ${head}`);
      assert.equal(/^const common = require\(/m.test(after), isCommonJs, `${path} ${head}\n${after}`);
      assert.equal(/^import \* as common /m.test(after), !isCommonJs, `${path} ${head}\n${after}`);
    }
  });

  it('leave the apostrophes of their comments to files with double quotes', async () => {
    const after = await preferredOf('ask.ts', sender('const ask = ').replaceAll("'", '"'));
    assert.doesNotMatch(after ?? '"s', /\/\/.*\w"s\b/);
  });

  it('give members of an enum no value that is read at run time', async () => {
    const host = 'https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1';
    const key = genaiKey();
    const reads = async (text: string): Promise<boolean> =>
      (await fixesOf('key.ts', text)).some(({ after }) => after.includes('process.env'));
    assert.equal(
      await reads(`export enum Oci {
  URL = "${host}",
  OCI_GENAI_API_KEY = "${key}",
}
`),
      false,
    );
    assert.equal(
      await reads(`enum Oci { URL = "${host}" }
export const OCI_GENAI_API_KEY = "${key}";
`),
      true,
    );
  });

  it('leave a provider whose user is read, and are not preferred then', async () => {
    const fixes = await fixesOf('chat.ts', client('  console.log(provider.getTenantId());\n'));
    const switches = fixes.filter(({ title }) => !title.startsWith('Allow'));
    assert.ok(switches.length > 0);
    for (const { after, title, preferred } of switches) {
      assert.match(after, /provider = new ConfigFileAuthenticationDetailsProvider\(\)/, title);
      assert.match(title, /other lines still read the key/);
      assert.equal(preferred, false);
    }
    assert.ok(await preferredOf('chat.ts', client('')));
  });

  it('are not preferred where a field keeps the provider', async () => {
    const text = `${IMPORTS}export class Chat {
  private readonly provider = new ConfigFileAuthenticationDetailsProvider();

  async client() {
    return new GenerativeAiAgentRuntimeClient({ authenticationDetailsProvider: this.provider });
  }
}
`;
    const fixes = await fixesOf('chat.ts', text);
    const kept = fixes.filter(({ after }) => after.includes('provider = new ConfigFileAuthenticationDetailsProvider'));
    assert.ok(kept.some(({ title }) => title.includes('other lines still read the key')));
    assert.ok(kept.every(({ preferred }) => !preferred));
  });
});

describe('the fixes of wget', () => {
  const ask = (options: string): string =>
    `wget -q ${options} --header="Authorization: Bearer $OCI_GENAI_API_KEY" "${URL}"\n`;

  it('are there where the answer goes to the output, and not to a file', async () => {
    assert.match((await preferredOf('ask.sh', ask('-O-'))) ?? '', /^oci raw-request .* \| jq -n /m);
    for (const options of ['', '-O answer.json', '-O- --user=me', '-O- --post-data=question'])
      assert.equal(await preferredOf('ask.sh', ask(options)), undefined, options);
  });
});
