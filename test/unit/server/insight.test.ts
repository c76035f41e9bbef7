import assert from 'node:assert/strict';
import type { CompletionItem, Hover } from 'vscode-languageserver/node';
import { Editor } from './editor';

const AGENT = `import oci

config = oci.config.from_file()
client = oci.generative_ai_agent_runtime.GenerativeAiAgentRuntimeClient(
    config, service_endpoint="https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com"
)
client.create_session(details, endpoint)
`;

const textOf = (hover: Hover | null): string =>
  hover && typeof hover.contents === 'object' && 'value' in hover.contents ? hover.contents.value : '';

describe('What the language server says when asked', () => {
  let editor: Editor;
  before(async () => {
    editor = await Editor.start();
  });
  after(() => editor.stop());

  const hover = async (uri: string, line: number, character: number): Promise<string> =>
    textOf(
      await editor.connection.sendRequest('textDocument/hover', {
        textDocument: { uri },
        position: { line, character },
      }),
    );
  const complete = (uri: string, line: number, character: number): Promise<CompletionItem[]> =>
    editor.connection.sendRequest('textDocument/completion', {
      textDocument: { uri },
      position: { line, character },
    });

  it('tells of a client its plane, region, method, verdict and the rights that its operations need', async () => {
    await editor.open('untitled:/agent.py', AGENT);
    const said = await hover('untitled:/agent.py', 3, 45);
    assert.match(said, /\*\*Agent runtime\*\* in `us-chicago-1`/);
    assert.match(said, /IAM API signing key: \*\*discouraged\*\*/);
    assert.doesNotMatch(said, /long-lived/, 'the message at this place says why');
    assert.match(said, /`use genai-agent-endpoint`, `manage genai-agent-session`/);
    assert.equal(await hover('untitled:/agent.py', 0, 3), '');
  });

  it('says why where no message does', async () => {
    const allowed = AGENT.replace(
      'client =',
      '# principled: allow agent-with-iam-key -- a demo on one laptop\nclient =',
    );
    await editor.open('untitled:/allowed.py', allowed);
    assert.match(
      await hover('untitled:/allowed.py', 4, 45),
      /\*\*discouraged\*\*, a user’s API signing key is long-lived/,
    );
  });

  it('explains a statement of a policy file', async () => {
    const uri = 'file:///nowhere/team.policy';
    await editor.open(uri, 'Allow group Writers to use generative-ai-chat in compartment id ocid1.x\n', 'plaintext');
    const said = await hover(uri, 0, 30);
    assert.match(said, /Users in group Writers may use generative-ai-chat/);
    assert.match(said, /Opens: .*native inference/);
  });

  it('begins a statement in the empty string of a Terraform policy, and nowhere else', async () => {
    const uri = 'untitled:/begin.tf';
    await editor.open(uri, 'statements = [\n  "",\n]\nname = ""\n', 'terraform');
    assert.ok((await complete(uri, 1, 3)).some(({ label }) => label === 'Allow'));
    assert.deepEqual(await complete(uri, 3, 8), []);
  });

  it('takes the holes of a formatted string for names', async () => {
    const uri = 'untitled:/grants.py';
    await editor.open(uri, 's = f"Allow group {g} to use generative-ai-chat in tenancy"\n');
    assert.match(await hover(uri, 0, 35), /Users in group <g> may use generative-ai-chat/);
  });

  it('warns of everything for everyone', async () => {
    const uri = 'file:///nowhere/open.policy';
    await editor.open(uri, 'Allow any-user to manage all-resources in tenancy\n', 'plaintext');
    assert.match(await hover(uri, 0, 30), /every principal of the tenancy/);
  });

  it('explains a statement of a Terraform string, even two on one line, and names what is wrong', async () => {
    const uri = 'untitled:/policy.tf';
    const list =
      '["Allow group A to read buckets in tenancy", "Allow any-user to manage generative-ai-family in tenancy"]';
    await editor.open(uri, `resource "oci_identity_policy" "p" {\n  statements = ${list}\n}\n`, 'terraform');
    assert.equal(await hover(uri, 1, 30), '', 'other services are none of ours');
    assert.match(await hover(uri, 1, 80), /every principal of the tenancy/);
  });

  it('completes verbs and resource types where a statement stands, and nothing elsewhere', async () => {
    const uri = 'untitled:/half.tf';
    const line = '    "Allow group A to use generative-ai-ch',
      verb = '    "Allow group A to ';
    await editor.open(uri, `x = [\n${line}\n${verb}\n]\nname = "a b"\n`, 'terraform');
    const types = await complete(uri, 1, line.length);
    assert.deepEqual(
      types.map(({ label }) => label),
      ['generative-ai-chat'],
    );
    const verbs = (await complete(uri, 2, verb.length)).map(({ label }) => label);
    assert.deepEqual(verbs, ['inspect', 'read', 'use', 'manage']);
    assert.deepEqual(await complete(uri, 4, 9), []);
  });

  it('begins statements in a policy file', async () => {
    const uri = 'file:///nowhere/new.policy';
    await editor.open(uri, 'Al', 'plaintext');
    const [first] = await complete(uri, 0, 2);
    assert.equal(first?.label, 'Allow');
    assert.deepEqual(first?.textEdit, {
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 2 } },
      newText: 'Allow',
    });
  });

  it('offers no lens to an editor that did not ask for it', async () => {
    await editor.open('untitled:/lens.py', AGENT);
    await assert.rejects(
      editor.connection
        .sendRequest('textDocument/codeLens', { textDocument: { uri: 'untitled:/lens.py' } })
        .then((lenses) => {
          if (Array.isArray(lenses) && lenses.length === 0) throw new Error('none');
        }),
    );
  });
});
