import assert from 'node:assert/strict';
import { createEngine } from '../../../src/engine';
import { applied } from '../../../src/rules/repair/edits';
import { grammarFile } from '../../rules/fixtures';
import { genaiKey } from '../../rules/material';

const FOLDER = 'file:///workspace/infra';
const TEXT = `locals {\n  oci_genai_api_key = "${genaiKey()}"\n}\n`;

async function moved(beside: Readonly<Record<string, string>>): Promise<string> {
  const files = {
    has: (uri: string) => uri.slice(FOLDER.length + 1) in beside,
    read: (uri: string) => beside[uri.slice(FOLDER.length + 1)],
    list: (folder: string) => (folder === FOLDER ? Object.keys(beside) : []),
  };
  const engine = createEngine({ grammars: grammarFile, files });
  const uri = `${FOLDER}/main.tf`;
  const [finding] = await engine.lint({ uri, text: TEXT });
  assert.equal(finding?.rule, 'hardcoded-genai-key');
  return applied(TEXT, engine.fixes(uri, finding).find(({ preferred }) => preferred)?.edits ?? []);
}

describe('a literal secret in Terraform', () => {
  const declared = 'variable "oci_genai_api_key" {\n  type = string\n}\n';
  const reads = /^ {2}oci_genai_api_key = var\.oci_genai_api_key$/m;

  it('becomes a variable that no other file of the module declares', async () => {
    const text = await moved({ 'main.tf': TEXT, 'outputs.tf': '' });
    assert.match(text, reads);
    assert.match(text, /^variable "oci_genai_api_key" \{\n {2}type {6}= string\n {2}sensitive = true\n\}$/m);
  });

  it('is read from the one that another file declares', async () => {
    const text = await moved({ 'main.tf': TEXT, 'variables.tf': declared });
    assert.match(text, reads);
    assert.ok(!text.includes('variable "'), text);
  });

  it('stays in the default of a variable whose text holds more, since a default reads nothing', async () => {
    const key = genaiKey();
    const block = (kind: string, value: string): string => `${kind} {\n  ${value}\n}\n`;
    const assigned = `"OCI_GENAI_API_KEY=${key}"`;
    for (const value of [`default = ${assigned}`, `default = [\n    ${assigned},\n  ]`]) {
      const text = `${block('locals', 'a = 1')}\n${block('variable "env"', value)}`;
      const engine = createEngine({ grammars: grammarFile });
      const uri = `${FOLDER}/main.tf`;
      const [finding] = await engine.lint({ uri, text });
      assert.equal(finding?.rule, 'hardcoded-genai-key');
      const reads = engine.fixes(uri, finding).filter(({ title }) => title.startsWith('Read it'));
      assert.deepEqual(reads, []);
    }
  });
});
