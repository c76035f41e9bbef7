import assert from 'node:assert/strict';
import { commands, window, workspace } from 'vscode';
import { inWorkspace } from './editor';

const isOpen = (): boolean =>
  window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label.startsWith('Refactor Preview')));

/** Opens the first change of the preview, as a person does who looks before anything is made. */
async function previewed(): Promise<void> {
  while (!isOpen()) {
    // The list refuses while nothing stands in it.
    for (const step of ['refactorPreview.focus', 'list.focusFirst', 'list.select'])
      await commands.executeCommand(step).then(undefined, () => undefined);
  }
}

const read = async (name: string): Promise<string> =>
  Buffer.from(await workspace.fs.readFile(inWorkspace(...name.split('/')))).toString();

const PATHS = 'one = open("~/.oci/sessions/ONE/token")\ntwo = open("~/.oci/sessions/TWO/token")\n';

// What the edits say is told by the suites of the language server; here a person sees them before they are made.
describe('Repairs of the whole workspace', () => {
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('show each switch in a preview, and make none that is discarded', async () => {
    const clients = ['function/func.py', 'laptop/support_agent.py', 'laptop/bearer_agent.py'];
    const before = await Promise.all(clients.map(read));
    const done = commands.executeCommand('principled.switchWorkspace');
    await previewed();
    await commands.executeCommand('refactorPreview.discard');
    await done;
    assert.deepEqual(await Promise.all(clients.map(read)), before);
  });

  it('show what is safe in a preview too', async () => {
    const file = inWorkspace('paths.py');
    await workspace.fs.writeFile(file, Buffer.from(PATHS));
    try {
      const done = commands.executeCommand('principled.fixWorkspace');
      await previewed();
      await commands.executeCommand('refactorPreview.discard');
      await done;
      assert.equal(await read('paths.py'), PATHS);
    } finally {
      await workspace.fs.delete(file);
    }
  });
});
