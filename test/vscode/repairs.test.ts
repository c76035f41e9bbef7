import assert from 'node:assert/strict';
import sinon from 'sinon';
import { commands, window, workspace } from 'vscode';
import { quotedForAnyShell } from '../../src/extension/after-fix';
import { SecretVault } from '../../src/extension/explorer/key-vault';
import { keepSecret } from '../../src/extension/keep-secret';
import type { Session } from '../../src/extension/session';
import { genaiKey } from '../rules/material';
import { codeOf, diagnosticsOf, quickFixes, untitled } from './editor';
import { memory } from './memory';

const KEY = genaiKey();

const CLIENT = [
  'from openai import OpenAI',
  '',
  'client = OpenAI(',
  '    base_url="https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1",',
  `    api_key="${KEY}",`,
  ')',
  '',
].join('\n');

const PATHS = 'one = open("~/.oci/sessions/ONE/token")\ntwo = open("~/.oci/sessions/TWO/token")\n';

describe('Repairs in the editor', () => {
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('keep a literal key in the secret storage, and no command or edit ever holds it', async () => {
    const document = await untitled(CLIENT);
    const [found] = await diagnosticsOf(document.uri, (all) =>
      all.some((one) => codeOf(one) === 'hardcoded-genai-key'),
    );
    assert.ok(found);
    const fixes = await quickFixes(document.uri, found);
    const keep = fixes.find(({ command }) => command?.command === 'principled.keepSecret')?.command;
    assert.ok(keep, fixes.map(({ title }) => title).join());
    assert.ok(!JSON.stringify(keep).includes(KEY));
    for (const { edit } of fixes)
      for (const [, edits] of edit?.entries() ?? []) for (const { newText } of edits) assert.ok(!newText.includes(KEY));
    await commands.executeCommand(keep.command, ...(keep.arguments ?? []));
    assert.ok(!document.getText().includes(KEY), document.getText());
    assert.ok(document.getText().includes('os.environ["OCI_GENAI_API_KEY"]'));
  });

  it('change nothing when the file changed since the fix was offered', async () => {
    const document = await untitled(CLIENT);
    const given = { start: { line: 4, character: 13 }, end: { line: 4, character: 13 + KEY.length } };
    const name = 'OCI_GENAI_API_KEY';
    const edits = [{ range: given, newText: '' }];
    await commands.executeCommand('principled.keepSecret', {
      uri: document.uri.toString(),
      version: document.version + 7,
      range: given,
      name,
      edits,
    });
    assert.equal(document.getText(), CLIENT);
  });

  it('ask before they replace another key that is kept under the name', async () => {
    const context = memory();
    const vault = new SecretVault(context);
    const name = 'OCI_GENAI_API_KEY';
    const keep = async (answer: string | undefined): Promise<(string | undefined)[]> => {
      await vault.store({ name }, 'another');
      const document = await untitled(CLIENT);
      const range = { start: { line: 4, character: 13 }, end: { line: 4, character: 13 + KEY.length } };
      const ask = sinon.stub(window, 'showWarningMessage').resolves(answer as never);
      sinon.stub(window, 'showInformationMessage').resolves(undefined);
      const edits = [{ range, newText: 'gone' }];
      const request = { uri: document.uri.toString(), version: document.version, range, name, edits };
      try {
        await keepSecret({ context } as unknown as Session, request);
        assert.equal(ask.callCount, 1);
      } finally {
        sinon.restore();
      }
      return [await vault.secret(name), await vault.secret(`${name}_2`), document.getText().includes(KEY) ? KEY : ''];
    };
    assert.deepEqual(await keep(undefined), ['another', undefined, KEY]);
    assert.deepEqual(await keep('Keep Both'), ['another', KEY, '']);
    assert.deepEqual(await keep('Replace'), [KEY, KEY, '']);
  });

  it('quote a name for whatever shell there is, or leave it to a person', () => {
    const names = ['key.pem', 'my key.pem', "it's.pem", 'a$(b).pem', 'a`b', '50%.pem', 'a"b', 'a\u0007b', 'ключ.pem'];
    const left = undefined;
    const quoted = ['key.pem', '"my key.pem"', left, left, left, left, left, left, '"ключ.pem"'];
    assert.deepEqual(names.map(quotedForAnyShell), quoted);
  });

  it('of one rule go in one step', async () => {
    const document = await untitled(PATHS);
    const [found] = await diagnosticsOf(document.uri, (all) => all.length === 2);
    assert.ok(found);
    const all = (await quickFixes(document.uri, found)).find(({ title }) => title.startsWith('Fix all 2 of'));
    assert.ok(all?.edit);
    assert.ok(await workspace.applyEdit(all.edit));
    assert.equal(document.getText().match(/expanduser/g)?.length, 2, document.getText());
  });
});
