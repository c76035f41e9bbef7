import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { FileChangeType } from 'vscode-languageserver';
import { fill } from '../../rules/material';
import { folderOf } from '../cli/program';
import { Editor } from './editor';

const CONFIG = fill(
  '[DEFAULT]\nuser={{USER_OCID}}\nfingerprint={{FINGERPRINT}}\ntenancy={{TENANCY_OCID}}\nregion=us-chicago-1\n',
);

describe('a config that git tracks, in an editor', () => {
  let editor: Editor;
  let folder: ReturnType<typeof folderOf>;
  const git = (...args: string[]) => spawnSync('git', args, { cwd: folder.at });

  beforeEach(async () => {
    folder = folderOf({ '.oci/config': CONFIG, '.gitignore': '*.log' });
    git('init', '-q');
    git('add', '.oci/config');
    editor = await Editor.start({
      initializationOptions: { commands: true, trusted: true },
      capabilities: { workspace: { workspaceEdit: { resourceOperations: ['create'] } } },
    });
  });
  afterEach(async () => {
    await editor.stop();
    folder.remove();
  });

  it('is ignored by a line at the end, then forgotten by a command that a person runs', async () => {
    const uri = pathToFileURL(path.join(folder.at, '.oci/config')).href;
    await editor.open(uri, CONFIG, 'ini');
    const [found] = await editor.settled(uri, (all) => all.length > 0);
    assert.ok(found);
    const [fix] = await editor.actions(uri, found);
    const [change] = fix?.edit?.documentChanges ?? [];
    assert.ok(change && 'edits' in change);
    assert.deepEqual(change.edits, [
      { range: { start: { line: 0, character: 5 }, end: { line: 0, character: 5 } }, newText: '\n/.oci/config\n' },
    ]);
    assert.equal(fix?.command?.command, 'principled.afterFix');
    assert.deepEqual(fix.command.arguments?.[0][0], { kind: 'untrack', uri, path: '.oci/config' });

    const ignored = path.join(folder.at, '.gitignore');
    writeFileSync(ignored, '*.log\n/.oci/config\n');
    const still = editor.next(uri, ([one]) => String(one?.message).includes('still tracks'));
    await editor.changedOnDisk(pathToFileURL(ignored).href, FileChangeType.Changed);
    const [left] = await still;
    assert.ok(left);
    const [untrack] = await editor.actions(uri, left);
    assert.equal(untrack?.edit, undefined);
    assert.match(untrack?.title ?? '', /^Let git forget \.oci\/config \(git rm --cached -- \.oci\/config\)$/);

    git('rm', '-q', '--cached', '--', '.oci/config');
    const gone = editor.next(uri, (all) => all.length === 0);
    await editor.changedOnDisk(pathToFileURL(path.join(folder.at, '.git/index')).href, FileChangeType.Changed);
    await gone;
  });
});
