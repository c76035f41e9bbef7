import assert from 'node:assert/strict';
import { commands, Disposable, window, workspace } from 'vscode';
import { inWorkspace, until } from './editor';

const PREVIEW = 'vscode-bulkeditpreview-editor';

const isOpen = (): boolean =>
  window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label.startsWith('Refactor Preview')));

/** What the preview shows of a file as the edit would leave it. */
const previewOf = (file: string): string | undefined =>
  workspace.textDocuments.find(({ uri }) => uri.scheme === PREVIEW && uri.path.endsWith(`/samples/${file}`))?.getText();

/** Ticks every file of the preview, as a person does who wants it all, and gives what it then shows of them. */
async function previewed(files: readonly string[], before: readonly string[]): Promise<ReadonlyMap<string, string>> {
  while (!isOpen()) {
    await commands.executeCommand('refactorPreview.focus');
    await commands.executeCommand('list.focusFirst');
    await commands.executeCommand('list.select');
  }
  await commands.executeCommand('refactorPreview.focus');
  await commands.executeCommand('list.collapseAll');
  await commands.executeCommand('list.focusFirst');
  for (const _ of files) {
    await commands.executeCommand('refactorPreview.toggleCheckedState');
    await commands.executeCommand('list.focusDown');
  }
  return until(
    (check) => Disposable.from(workspace.onDidOpenTextDocument(check), workspace.onDidChangeTextDocument(check)),
    () => {
      const shown = files.map((file) => [file, previewOf(file)] as const);
      const all = shown.every(([, text], at) => text !== undefined && text !== before[at]);
      return all ? new Map(shown as [string, string][]) : undefined;
    },
  );
}

const read = async (name: string): Promise<string> =>
  Buffer.from(await workspace.fs.readFile(inWorkspace(...name.split('/')))).toString();

const PATHS = 'one = open("~/.oci/sessions/ONE/token")\ntwo = open("~/.oci/sessions/TWO/token")\n';

describe('Repairs of the whole workspace', () => {
  // A preview of another suite would pass for this one's.
  beforeEach(() => commands.executeCommand('workbench.action.closeAllEditors'));
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('switch every client of the samples, each change shown in a preview before it is made', async () => {
    const clients = [
      'function/func.py',
      'laptop/support_agent.py',
      'laptop/bearer_agent.py',
      'notebook/support_agent.ipynb',
    ];
    const before = await Promise.all(clients.map(read));
    const done = commands.executeCommand('principled.switchWorkspace');
    const shown = await previewed([...clients, 'oci-genai-policy.txt'], [...before, '']);
    const textOf = (file: string): string => shown.get(file) ?? '';
    assert.match(
      textOf('function/func.py'),
      /Client\(\{\}, signer=oci\.auth\.signers\.get_resource_principals_signer\(\)\)/,
    );
    assert.match(textOf('laptop/support_agent.py'), /^ {4}\{\},\n {4}signer=oci_signer\(\),$/m);
    assert.match(textOf('laptop/bearer_agent.py'), /^ {8}auth=oci_signer\(\),$/m);
    assert.match(textOf('notebook/support_agent.ipynb'), /Client\(\{\}, signer=oci_signer\(\)\)/);
    for (const file of clients) assert.ok(!/from_file\(\)\)|Bearer/.test(textOf(file)), file);
    await commands.executeCommand('refactorPreview.discard');
    await done;
    assert.deepEqual(await Promise.all(clients.map(read)), before);
  });

  it('apply what is safe, shown in a preview too', async () => {
    const file = inWorkspace('paths.py');
    await workspace.fs.writeFile(file, Buffer.from(PATHS));
    try {
      const done = commands.executeCommand('principled.fixWorkspace');
      const shown = await previewed(['paths.py'], [PATHS]);
      assert.equal(shown.get('paths.py')?.match(/os\.path\.expanduser\(/g)?.length, 2);
      await commands.executeCommand('refactorPreview.discard');
      await done;
      assert.equal(await read('paths.py'), PATHS);
    } finally {
      await workspace.fs.delete(file);
    }
  });
});
