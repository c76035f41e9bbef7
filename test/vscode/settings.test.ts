import assert from 'node:assert/strict';
import {
  type CompletionList,
  commands,
  type Hover,
  languages,
  type MarkdownString,
  Uri,
  window,
  workspace,
} from 'vscode';
import { until } from './editor';

/** `colour` is no setting: its warning tells that the schema is read. */
const SETTINGS = '{\n  "colour": 1,\n  "severities": {\n    "policy-overbroad": "off"\n  }\n}\n';

describe('principled.json in the editor', () => {
  it('completes rules, levels and settings, and says what they are', async () => {
    const uri = Uri.parse('untitled:/principled.json');
    const document = await workspace.openTextDocument(uri);
    const editor = await window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(document.positionAt(0), SETTINGS));
    await until(
      (check) => languages.onDidChangeDiagnostics(check),
      () => languages.getDiagnostics(uri).find(({ message }) => /colour/.test(message)),
    );
    const at = (piece: string, offset: number) => document.positionAt(SETTINGS.indexOf(piece) + offset);
    const offered = async (piece: string, offset: number): Promise<string[]> => {
      const list = await commands.executeCommand<CompletionList>(
        'vscode.executeCompletionItemProvider',
        uri,
        at(piece, offset),
      );
      return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label).replaceAll('"', ''));
    };
    const rules = await offered('policy-overbroad', 1);
    assert.ok(rules.includes('agent-with-iam-key') && rules.includes('embedded-private-key'), rules.join());
    const levels = await offered('off', 1);
    assert.deepEqual(
      ['error', 'info', 'off', 'warning'].filter((level) => !levels.includes(level)),
      [],
    );
    assert.ok((await offered('colour', 1)).includes('placeholders'));
    const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', uri, at('severities', 3));
    const said = hovers.flatMap(({ contents }) => contents).map((one) => (one as MarkdownString).value);
    assert.match(said.join('\n'), /severit/i);
  });
});
