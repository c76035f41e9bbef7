import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { FileChangeType } from 'vscode-languageserver/node';
import { BAD, folderOf, GOOD, principled } from '../cli/program';
import { Editor } from './editor';

const HELPER = 'import oci\n\ndef config():\n    return oci.config.from_file()\n';
const SAFE_HELPER = 'def config():\n    return {}\n';
const CALLER = `import oci
from helper import config

client = oci.generative_ai_agent_runtime.GenerativeAiAgentRuntimeClient(config())
`;

describe('The pass over files that nobody has open', () => {
  let folder: ReturnType<typeof folderOf>;
  let editor: Editor;
  const uri = (name: string): string => pathToFileURL(path.join(folder.at, name)).href;
  const one = (found: readonly unknown[]): boolean => found.length === 1;
  const none = (found: readonly unknown[]): boolean => found.length === 0;

  beforeEach(async () => {
    folder = folderOf({
      'bad.py': BAD,
      'good.py': GOOD,
      'helper.py': HELPER,
      'caller.py': CALLER,
      'ignored/bad.py': BAD,
      'hidden/bad.py': BAD,
      '.gitignore': 'ignored/\n',
    });
    mkdirSync(path.join(folder.at, '.git'));
    editor = await Editor.start({
      workspaceFolders: [{ uri: pathToFileURL(folder.at).href, name: 'w' }],
      initializationOptions: { workspacePass: { exclude: ['**/hidden'] } },
    });
    await editor.settled(uri('caller.py'), one);
  });

  afterEach(async () => {
    await editor.stop();
    folder.remove();
  });

  const write = async (name: string, text: string): Promise<void> => {
    writeFileSync(path.join(folder.at, name), text);
    await editor.changedOnDisk(uri(name), FileChangeType.Changed);
  };

  it('finds what the terminal finds, but for what git ignores and the user hides', async () => {
    await editor.settled(uri('bad.py'), one);
    assert.deepEqual([...editor.shown.keys()].sort(), [uri('bad.py'), uri('caller.py')]);
    const [found] = editor.shown.get(uri('bad.py')) ?? [];
    const { out } = principled(folder.at, 'lint', 'bad.py');
    assert.equal(
      out.startsWith(`bad.py:${(found?.range.start.line ?? 0) + 1}:${(found?.range.start.character ?? 0) + 1}:`),
      true,
    );
    assert.ok(out.includes(String(found?.message)));
  });

  it('looks again at what comes from a file that changed', async () => {
    await write('helper.py', SAFE_HELPER);
    await editor.settled(uri('caller.py'), none);
    await write('helper.py', HELPER);
    await editor.settled(uri('caller.py'), one);
  });

  it('forgets a file that is gone', async () => {
    await editor.settled(uri('bad.py'), one);
    rmSync(path.join(folder.at, 'bad.py'));
    await editor.changedOnDisk(uri('bad.py'), FileChangeType.Deleted);
    await editor.settled(uri('bad.py'), none);
  });

  it('leaves an open file to the editor, and takes it back when it is closed', async () => {
    await editor.open(uri('bad.py'), GOOD);
    assert.deepEqual(await editor.diagnostics(uri('bad.py'), 1), []);
    await write('good.py', BAD);
    await editor.settled(uri('good.py'), one);
    assert.equal(editor.shown.has(uri('bad.py')), false);
    await editor.close(uri('bad.py'));
    await editor.settled(uri('bad.py'), one);
  });
});

describe('A server whose editor did not ask for a pass', () => {
  it('says nothing of files that nobody opened', async () => {
    const folder = folderOf({ 'bad.py': BAD, 'open.py': BAD });
    const editor = await Editor.start({ workspaceFolders: [{ uri: pathToFileURL(folder.at).href, name: 'w' }] });
    const open = pathToFileURL(path.join(folder.at, 'open.py')).href;
    await editor.open(open, BAD);
    await editor.settled(open, (found) => found.length === 1);
    assert.deepEqual([...editor.shown.keys()], [open]);
    await editor.stop();
    folder.remove();
  });
});
