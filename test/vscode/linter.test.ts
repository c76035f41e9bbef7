import assert from 'node:assert/strict';
import { commands, DiagnosticSeverity, extensions, Range, WorkspaceEdit, window, workspace } from 'vscode';
import { codeOf, diagnosticsOf, inWorkspace, quickFixes, untitled } from './editor';

const AGENT = [
  'import oci',
  '',
  'config = oci.config.from_file()',
  'client = oci.generative_ai_agent_runtime.GenerativeAiAgentRuntimeClient(config)',
  '',
].join('\n');

describe('The linter in the editor', () => {
  it('wakes up for a Python file and shows nothing', async () => {
    const document = await workspace.openTextDocument(inWorkspace('clean', 'principal_agent.py'));
    await window.showTextDocument(document);
    const extension = extensions.getExtension('principled.principled');
    assert.ok(extension, 'installed');
    await extension.activate();
    const known = await commands.getCommands(true);
    assert.ok(known.includes('principled.restartServer'));
  });

  it('warns of an IAM key at an agent, says where it comes from, and links the page', async () => {
    const { uri } = await workspace.openTextDocument(inWorkspace('laptop', 'support_agent.py'));
    const [found] = await diagnosticsOf(uri, (all) => all.length === 1);
    assert.ok(found);
    assert.equal(codeOf(found), 'agent-with-iam-key');
    assert.equal(found.severity, DiagnosticSeverity.Warning);
    assert.equal(found.range.start.line, 9);
    const related = found.relatedInformation?.[0];
    assert.equal(related?.location.range.start.line, 7);
    const target = typeof found.code === 'object' ? found.code.target : undefined;
    assert.ok(target);
    assert.match(target.path, /\/docs\/rules\/agent-with-iam-key\.md$/);
    assert.match(Buffer.from(await workspace.fs.readFile(target)).toString(), /^# agent-with-iam-key/);
  });

  it('shows an error for a GenAI API key at an agent', async () => {
    const { uri } = await workspace.openTextDocument(inWorkspace('laptop', 'bearer_agent.py'));
    const [found] = await diagnosticsOf(uri, (all) => all.length === 1);
    assert.ok(found);
    assert.equal(codeOf(found), 'agent-with-genai-key');
    assert.equal(found.severity, DiagnosticSeverity.Error);
  });

  it('follows typing: the warning comes and goes with the text', async () => {
    const document = await untitled(AGENT);
    await diagnosticsOf(document.uri, (all) => all.length === 1);
    const line = document.lineAt(3);
    const safe = line.text.replace('config)', '{}, signer=oci.auth.signers.get_resource_principals_signer())');
    await replace(line.range, safe);
    await diagnosticsOf(document.uri, (all) => all.length === 0);
    await replace(document.lineAt(3).range, line.text);
    await replace(new Range(0, 0, 0, 0), '# one line more\n');
    const [again] = await diagnosticsOf(document.uri, (all) => all.length === 1 && all[0]?.range.start.line === 4);
    assert.ok(again);

    async function replace(range: Range, text: string): Promise<void> {
      const edit = new WorkspaceEdit();
      edit.replace(document.uri, range, text);
      assert.ok(await workspace.applyEdit(edit));
    }
  });

  it('prefers the principal of the workload, and the fix leaves nothing to say', async () => {
    const document = await workspace.openTextDocument(inWorkspace('function', 'func.py'));
    await window.showTextDocument(document);
    const [found] = await diagnosticsOf(document.uri, (all) => all.length === 1);
    assert.ok(found);
    const actions = await quickFixes(document.uri, found);
    const preferred = actions.filter((action) => action.isPreferred);
    assert.equal(preferred.length, 1);
    assert.match(preferred[0]?.title ?? '', /resource principal/i);
    assert.ok(actions.some((action) => /^Allow agent-with-iam-key here$/.test(action.title)));
    assert.ok(preferred[0]?.edit);
    assert.ok(await workspace.applyEdit(preferred[0].edit));
    await diagnosticsOf(document.uri, (all) => all.length === 0);
    assert.match(document.getText(), /get_resource_principals_signer\(\)/);
    await commands.executeCommand('undo');
    await diagnosticsOf(document.uri, (all) => all.length === 1);
    assert.equal(document.isDirty, false);
  });

  it('reads the cells of a notebook as one program', async () => {
    const notebook = await workspace.openNotebookDocument(inWorkspace('notebook', 'support_agent.ipynb'));
    await window.showNotebookDocument(notebook);
    const cell = notebook.cellAt(3).document;
    const [found] = await diagnosticsOf(cell.uri, (all) => all.length === 1);
    assert.ok(found);
    assert.equal(found.range.start.line, 0);
    assert.equal(found.relatedInformation?.[0]?.location.uri.toString(), notebook.cellAt(2).document.uri.toString());
    const actions = await quickFixes(cell.uri, found);
    const preferred = actions.find((action) => action.isPreferred);
    assert.ok(preferred?.edit, `offered: ${actions.map((action) => action.title).join(', ')}`);
    assert.ok(await workspace.applyEdit(preferred.edit));
    await diagnosticsOf(cell.uri, (all) => all.length === 0);
  });

  it('starts again when asked', async () => {
    const document = await untitled(AGENT);
    await diagnosticsOf(document.uri, (all) => all.length === 1);
    await commands.executeCommand('principled.restartServer');
    await diagnosticsOf(document.uri, (all) => all.length === 1);
  });
});
