import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  type CodeLens,
  type CompletionList,
  commands,
  debug,
  type Hover,
  MarkdownString,
  Position,
  TabInputWebview,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { diagnosticsOf, inWorkspace, until } from './editor';

const NOT_FOUND =
  "oci.exceptions.ServiceError: {'status': 404, 'code': 'NotAuthorizedOrNotFound', 'message': 'Authorization failed or requested resource not found.'}";

const hoverAt = async (uri: Uri, line: number, character: number): Promise<string> => {
  const hovers = await commands.executeCommand<Hover[]>(
    'vscode.executeHoverProvider',
    uri,
    new Position(line, character),
  );
  return hovers
    .flatMap(({ contents }) => contents.map((one) => (one instanceof MarkdownString ? one.value : '')))
    .join();
};

const shownDocument = (fits: (document: TextDocument) => boolean): Promise<TextDocument> =>
  until(
    (check) => window.onDidChangeActiveTextEditor(check),
    () => {
      const document = window.activeTextEditor?.document;
      return document && fits(document) ? document : undefined;
    },
  );

const pages = (kind: string): number =>
  window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof TabInputWebview && input.viewType.endsWith(kind)).length;

describe('What the editor offers around the linter', () => {
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('has every command of the palette', async () => {
    const known = await commands.getCommands(true);
    for (const name of ['setUp', 'explainError', 'generatePolicy', 'doctor'])
      assert.ok(known.includes(`principled.${name}`), name);
  });

  it('tells at a client what arrives there', async () => {
    const { uri } = await workspace.openTextDocument(inWorkspace('laptop', 'support_agent.py'));
    await diagnosticsOf(uri, (all) => all.length === 1);
    assert.match(await hoverAt(uri, 9, 50), /Agent runtime[\s\S]*discouraged[\s\S]*genai-agent-endpoint/);
  });

  it('shows lenses only when the setting says so', async () => {
    const { uri } = await workspace.openTextDocument(inWorkspace('laptop', 'support_agent.py'));
    await diagnosticsOf(uri, (all) => all.length === 1);
    const lenses = (): Thenable<CodeLens[]> => commands.executeCommand('vscode.executeCodeLensProvider', uri);
    assert.deepEqual(await lenses(), []);
    const settings = workspace.getConfiguration('principled');
    await settings.update('codeLens.enabled', true, true);
    try {
      const [lens] = await lenses();
      assert.equal(lens?.command?.title, 'agent runtime · us-chicago-1 · IAM API signing key △');
    } finally {
      await settings.update('codeLens.enabled', undefined, true);
    }
  });

  it('explains and completes statements of a policy file', async () => {
    const uri = Uri.parse('untitled:/team.policy');
    const document = await workspace.openTextDocument(uri);
    const editor = await window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(new Position(0, 0), 'Allow group A to use generative-ai-cha in tenancy'));
    assert.match(await hoverAt(uri, 0, 25), /generative-ai-chat/);
    const { items } = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      uri,
      new Position(0, 38),
    );
    assert.ok(items.some(({ label }) => label === 'generative-ai-chat'));
  });

  it('explains an error on a page, and refuses politely what is none', async () => {
    await commands.executeCommand('principled.explainError', 'TypeError: x is undefined');
    assert.equal(pages('principled.error'), 0);
    await commands.executeCommand('principled.explainError', NOT_FOUND);
    await until(
      (check) => window.tabGroups.onDidChangeTabs(check),
      () => (pages('principled.error') === 1 ? true : undefined),
    );
  });

  it('writes the report into a document that nobody has to save', async () => {
    const written = shownDocument(({ languageId }) => languageId === 'markdown');
    await commands.executeCommand('principled.doctor');
    const document = await written;
    assert.ok(document.isUntitled);
    const text = document.getText();
    assert.match(text, /support_agent\.py:10 \| agent runtime \| IAM API signing key \(discouraged\)/);
    assert.doesNotMatch(text, /ocid1\.[a-z]+\.oc1\.[a-z0-9]/);
  });

  it('remembers the last OCI error of a debug session, masked', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'debugged-'));
    const program = path.join(folder, 'fails.js');
    writeFileSync(program, `console.error(${JSON.stringify(`${NOT_FOUND} ocid1.user.oc1..${'a'.repeat(30)}`)});\n`);
    const ended = new Promise<void>((resolve) => {
      const listening = debug.onDidTerminateDebugSession(() => {
        listening.dispose();
        resolve();
      });
    });
    const configuration = { type: 'node', request: 'launch', name: 'fails', program, console: 'internalConsole' };
    assert.ok(await debug.startDebugging(undefined, configuration));
    await ended;
    const written = shownDocument(({ languageId }) => languageId === 'markdown');
    await commands.executeCommand('principled.doctor');
    const text = (await written).getText();
    rmSync(folder, { recursive: true, force: true });
    assert.match(text, /Last error of a debug session[\s\S]*NotAuthorizedOrNotFound/);
    assert.doesNotMatch(text, /a{30}/);
  });

  it('generates the policy of what the workspace calls', async () => {
    const asked = commands.executeCommand('principled.generatePolicy');
    const written = shownDocument(({ isUntitled, getText }) => isUntitled && getText().includes('Allow '));
    // The choice of a form is open once the workspace was looked through: pressed until it is taken.
    const press = setInterval(() => void commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem'), 500);
    try {
      await asked;
      const text = (await written).getText();
      assert.match(text, /^Allow dynamic-group genai-callers to use genai-agent-endpoint in compartment id/m);
      assert.match(text, /request\.principal\.type = 'generativeaiapikey'/);
    } finally {
      clearInterval(press);
    }
  });
});
