import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { BAD, folderOf } from '../cli/program';
import { Editor } from './editor';

describe('The language server and principled.json', () => {
  let editor: Editor;
  let folder: ReturnType<typeof folderOf>;
  before(async () => {
    editor = await Editor.start();
    folder = folderOf({ 'principled.json': '{ "severities": { "agent-with-iam-key": "error" } }', 'src/a.py': BAD });
  });
  after(async () => {
    assert.equal(await editor.stop(), 0);
    folder.remove();
  });

  it('follows the settings on the disk, then as they are typed, and tells mistakes in them', async () => {
    const code = pathToFileURL(path.join(folder.at, 'src/a.py')).href;
    const settings = pathToFileURL(path.join(folder.at, 'principled.json')).href;
    await editor.open(code, BAD);
    assert.deepEqual(
      (await editor.diagnostics(code, 1)).map(({ severity }) => severity),
      [1],
    );

    const silent = editor.next(code, (diagnostics) => diagnostics.length === 0);
    await editor.open(settings, '{ "severities": { "agent-with-iam-key": "off" } }', 'jsonc');
    await silent;

    const wrong = editor.next(settings, (diagnostics) => diagnostics.length > 0);
    await editor.change(settings, 2, [{ text: '{ "severities": { "agent": "off" } }' }]);
    const [problem] = await wrong;
    assert.equal(problem?.message, 'there is no rule "agent"');
    assert.deepEqual(problem?.range, { start: { line: 0, character: 18 }, end: { line: 0, character: 25 } });
  });
});
