import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DiagnosticSeverity } from 'vscode-languageserver/node';
import { BAD, GOOD } from '../cli/program';
import { Editor } from './editor';

const at = (line: number, character: number, to = character) => ({
  start: { line, character },
  end: { line, character: to },
});

describe('The language server over stdio', () => {
  let editor: Editor;
  before(async () => {
    editor = await Editor.start();
  });
  after(async () => assert.equal(await editor.stop(), 0));

  it('answers an opened document with code, page and origin', async () => {
    const uri = 'untitled:/open.py';
    await editor.open(uri, BAD);
    const [found, ...more] = await editor.diagnostics(uri, 1);
    assert.deepEqual(more, []);
    assert.equal(found?.code, 'agent-with-iam-key');
    assert.equal(found?.severity, DiagnosticSeverity.Warning);
    assert.deepEqual(found?.range, at(3, 9, 71));
    assert.deepEqual(found?.relatedInformation?.[0]?.location, { uri, range: at(2, 9, 31) });
    assert.ok(existsSync(fileURLToPath(found?.codeDescription?.href ?? '')), 'the page exists');
  });

  it('says nothing of a clean document, and takes back what it said of a closed one', async () => {
    await editor.open('untitled:/good.py', GOOD);
    assert.deepEqual(await editor.diagnostics('untitled:/good.py', 1), []);
    await editor.open('untitled:/closing.py', BAD);
    assert.equal((await editor.diagnostics('untitled:/closing.py', 1)).length, 1);
    await editor.close('untitled:/closing.py');
    assert.deepEqual(await editor.diagnostics('untitled:/closing.py', undefined), []);
  });

  it('keeps in step with edits, several at once too', async () => {
    const uri = 'untitled:/edits.py';
    await editor.open(uri, BAD);
    await editor.diagnostics(uri, 1);
    await editor.change(uri, 2, [
      { range: at(3, 72, 78), text: '{}, signer=signer' },
      { range: at(2, 0, 31), text: 'signer = oci.auth.signers.get_resource_principals_signer()' },
    ]);
    assert.deepEqual(await editor.diagnostics(uri, 2), []);
    await editor.change(uri, 3, [{ range: at(0, 0), text: '# one line more\n' }]);
    assert.deepEqual(await editor.diagnostics(uri, 3), []);
    await editor.change(uri, 4, [{ range: at(3, 0, 58), text: 'config = oci.config.from_file()' }]);
    await editor.change(uri, 5, [{ range: at(4, 72, 89), text: 'config' }]);
    const [found] = await editor.diagnostics(uri, 5);
    assert.deepEqual(found?.range, at(4, 9, 71));
    await editor.change(uri, 6, [{ text: GOOD }]);
    assert.deepEqual(await editor.diagnostics(uri, 6), []);
  });

  it('never publishes for an older version after a newer one', async () => {
    const uri = 'untitled:/fast.py';
    await editor.open(uri, BAD);
    for (let version = 2; version <= 40; version += 1) {
      await editor.change(uri, version, [{ range: at(0, 0), text: '#\n' }]);
    }
    const [found] = await editor.diagnostics(uri, 40);
    assert.equal(found?.range.start.line, 3 + 39);
    const versions = editor.versionsOf(uri);
    assert.deepEqual(
      versions,
      [...versions].sort((a, b) => (a ?? 0) - (b ?? 0)),
    );
  });

  it('computes repairs when asked, for the version at hand', async () => {
    const uri = 'untitled:/fixes.py';
    await editor.open(uri, BAD);
    const [found] = await editor.diagnostics(uri, 1);
    assert.ok(found);
    const actions = await editor.actions(uri, found);
    assert.equal(actions.filter((action) => action.isPreferred).length, 1);
    const allow = actions.find((action) => action.title === 'Allow agent-with-iam-key here');
    assert.deepEqual(allow?.edit?.documentChanges, [
      {
        textDocument: { uri, version: 1 },
        edits: [{ range: at(3, 0), newText: '# principled: allow agent-with-iam-key -- reason\n' }],
      },
    ]);
    assert.deepEqual(await editor.actions(uri, found, ['source.fixAll']), [], 'a switch of method is a choice');
    assert.deepEqual(await editor.actions(uri, { ...found, range: at(0, 0) }), []);
  });

  it('says once and quietly that a file is too large', async () => {
    const uri = 'untitled:/huge.py';
    await editor.open(uri, `${BAD}${'x = 1\n'.repeat(800_000)}`);
    const [notice, ...more] = await editor.diagnostics(uri, 1);
    assert.deepEqual(more, []);
    assert.equal(notice?.severity, DiagnosticSeverity.Hint);
    assert.equal(notice?.message, 'This file is too large and is not linted.');
  });

  it('reads an .ipynb that is open as text', async () => {
    const uri = 'untitled:/text.ipynb';
    const source = BAD.split('\n').map((line) => `${line}\n`);
    const cells = [{ cell_type: 'code', source, outputs: [], metadata: {} }];
    await editor.open(
      uri,
      JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }, undefined, 1),
      'json',
    );
    const [found] = await editor.diagnostics(uri, 1);
    assert.equal(found?.code, 'agent-with-iam-key');
    assert.ok((found?.range.start.line ?? 0) > 4);
  });
});
