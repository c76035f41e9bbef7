import assert from 'node:assert/strict';
import { applied } from '../../../src/rules/repair/edits';
import { testEngine } from '../../rules/fixtures';

const URI = 'file:///workspace/agents.js';
const HEAD = "const common = require('oci-common');\nconst agents = require('oci-generativeaiagentruntime');\n";
const client = (name: string): string =>
  `const ${name} = new agents.GenerativeAiAgentRuntimeClient({ authenticationDetailsProvider: new common.ConfigFileAuthenticationDetailsProvider() });\n`;

async function chosen(text: string): Promise<string> {
  const engine = testEngine();
  const [finding] = await engine.lint({ uri: URI, text });
  assert.equal(finding?.rule, 'agent-with-iam-key');
  const fix = engine.fixes(URI, finding).find(({ title }) => title.startsWith('Use a principal on OCI'));
  return applied(text, fix?.edits ?? []);
}

describe('a provider of a CommonJS module', () => {
  const told = "first.regionId = 'us-chicago-1';\n";

  it('knows no region where the code tells each client its own', async () => {
    assert.doesNotMatch(await chosen(HEAD + client('first') + told), /OCI_REGION/);
  });

  it('knows the region of the environment where one client is told none', async () => {
    assert.match(await chosen(HEAD + client('first') + told + client('second')), /process\.env\.OCI_REGION/);
  });
});
