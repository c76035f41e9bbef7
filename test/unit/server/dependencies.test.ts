import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TextDocumentEdit, TextEdit } from 'vscode-languageserver';
import { createEngine } from '../../../src/engine';
import { languageOf } from '../../../src/engine/languages';
import { DiskFiles } from '../../../src/machine/workspace-files';
import { codeActions } from '../../../src/server/code-actions';
import { openDocuments } from '../../../src/server/open-document';
import { documentUnit } from '../../../src/server/units';
import { grammarFile } from '../../rules/fixtures';
import { folderOf } from '../cli/program';

const CLIENT = [
  'from openai import OpenAI',
  '',
  'URL = "https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1"',
  'client = OpenAI(base_url=URL, api_key="not-used")',
  '',
].join('\n');

/** The repairs of the finding at `mark`, by title; what each does to other files stands in its edit. */
async function actions(files: Record<string, string>, file: string, code: string, mark: string) {
  const folder = folderOf(files);
  try {
    const uri = pathToFileURL(path.join(folder.at, file)).href;
    const read = new DiskFiles();
    const engine = createEngine({ grammars: grammarFile, files: read });
    const document = openDocuments.create(uri, languageOf(uri) ?? '', 1, code);
    const unit = documentUnit(document);
    const findings = await unit.lint(engine, { root: pathToFileURL(folder.at).href });
    const start = document.positionAt(code.indexOf(mark));
    const range = { start, end: start };
    const params = { textDocument: { uri }, range, context: { diagnostics: [] } };
    const editing = { files: read, creates: true, commands: false };
    return codeActions(engine, { unit, findings }, params, editing);
  } finally {
    folder.remove();
  }
}

const titles = async (files: Record<string, string>): Promise<string[]> =>
  (await actions(files, 'ask.py', CLIENT, 'OpenAI(base_url')).map(({ title }) => title);

const listing = (all: readonly string[]): string[] => all.filter((title) => title.includes('requirements.txt'));

describe('packages that a fix needs', () => {
  it('are offered where the project lists its own', async () => {
    const all = await titles({ 'requirements.txt': 'openai>=1\nhttpx-sse\n' });
    assert.ok(listing(all).length > 0, all.join('\n'));
    assert.ok(
      all.some((title) => title === 'Use the instance principal'),
      'and not forced',
    );
  });

  it('are left alone where nothing is listed, or all are', async () => {
    assert.deepEqual(listing(await titles({})), []);
    assert.deepEqual(listing(await titles({ 'requirements.txt': 'oci\noci-genai-auth==1.0\nhttpx[http2]\n' })), []);
  });

  it('join the nearest manifest of the project', async () => {
    const ask = [
      "import { GenerativeAiAgentRuntimeClient } from 'oci-generativeaiagentruntime';",
      "import { common } from 'oci-sdk';",
      'const provider = new common.ConfigFileAuthenticationDetailsProvider();',
      'export const client = new GenerativeAiAgentRuntimeClient({ authenticationDetailsProvider: provider });',
      '',
    ].join('\n');
    const files = {
      'package.json': '{"dependencies": {"a": "1"}}\n',
      'apps/chat/package.json': '{"dependencies": {"oci-generativeaiagentruntime": "^2.118.0"}}\n',
    };
    const all = await actions(files, 'apps/chat/src/ask.ts', ask, 'GenerativeAiAgentRuntimeClient({');
    const found = all.filter(({ title }) => title.includes('package.json'));
    assert.ok(found.length > 0, all.map(({ title }) => title).join('\n'));
    for (const { edit } of found) {
      const change = edit?.documentChanges?.at(-1) as TextDocumentEdit;
      assert.match(change.textDocument.uri, /\/apps\/chat\/package\.json$/);
      assert.deepEqual(
        (change.edits as TextEdit[]).map(({ newText }) => newText),
        [', "oci-common": "^2.118.0"'],
      );
    }
  });

  it('of a Java client in OKE join the others of the SDK', async () => {
    const chat = [
      'import com.oracle.bmc.auth.AuthenticationDetailsProvider;',
      'import com.oracle.bmc.auth.ConfigFileAuthenticationDetailsProvider;',
      'import com.oracle.bmc.generativeaiagent.GenerativeAiAgentClient;',
      '',
      'class Chat {',
      '  GenerativeAiAgentClient client() throws java.io.IOException {',
      '    AuthenticationDetailsProvider provider = new ConfigFileAuthenticationDetailsProvider("DEFAULT");',
      '    return GenerativeAiAgentClient.builder().build(provider);',
      '  }',
      '}',
      '',
    ].join('\n');
    const pom = [
      '<project>',
      '  <dependencies>',
      '    <dependency>',
      '      <groupId>com.oracle.oci.sdk</groupId>',
      '      <artifactId>oci-java-sdk-generativeaiagent</artifactId>',
      '      <version>3.65.0</version>',
      '    </dependency>',
      '  </dependencies>',
      '</project>',
      '',
    ].join('\n');
    const all = await actions({ 'pom.xml': pom }, 'src/main/java/Chat.java', chat, 'GenerativeAiAgentClient.builder');
    const found = all.filter(({ title }) => title.includes('pom.xml'));
    assert.deepEqual(
      found.map(({ title }) => title.split(',')[0]),
      ['Use a principal on OCI', 'Use OKE workload identity'],
      all.map(({ title }) => title).join('\n'),
    );
    for (const { edit } of found) {
      const change = edit?.documentChanges?.at(-1) as TextDocumentEdit;
      assert.match(change.textDocument.uri, /\/pom\.xml$/);
      assert.match(JSON.stringify(change.edits), /oci-java-sdk-addons-oke-workload-identity.*3\.65\.0/);
    }
  });

  it('offers to require the SDK in go.mod where the code did not import it', async () => {
    const code = [
      'package main',
      '',
      'import (',
      '\t"net/http"',
      '\t"os"',
      ')',
      '',
      'func ask() (*http.Response, error) {',
      '\treq, _ := http.NewRequest("GET", "https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531/agentEndpoints/x", nil)',
      '\treq.Header.Set("Authorization", "Bearer "+os.Getenv("OCI_GENAI_API_KEY"))',
      '\treturn http.DefaultClient.Do(req)',
      '}',
      '',
    ].join('\n');
    const all = await actions({ 'go.mod': 'module demo\n\ngo 1.22\n' }, 'ask.go', code, 'http.DefaultClient.Do');
    const found = all.filter(({ title }) => title.endsWith('list github.com/oracle/oci-go-sdk/v65 in go.mod'));
    assert.equal(found.length, 5, all.map(({ title }) => title).join('\n'));
    const change = found[0]?.edit?.documentChanges?.at(-1) as TextDocumentEdit;
    assert.match(change.textDocument.uri, /\/go\.mod$/);
    assert.match(JSON.stringify(change.edits), /require github\.com\/oracle\/oci-go-sdk\/v65 v65\./);
  });
});
