import { commands, env, Range, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { KeepParams } from '../advisor/repair-request';
import { genAiSecretProblems } from '../credentials/genai-key';
import { ROTATION } from '../knowledge/rotation';
import { SecretVault } from './explorer/key-vault';
import type { Session } from './session';

const COPY = 'Copy the Command';

/** Reads the key from its place in the document, stores it, and takes it out of the code. */
export async function keepSecret({ context }: Session, given: unknown): Promise<void> {
  if (!isParams(given)) return;
  const uri = Uri.parse(given.uri);
  const document = await workspace.openTextDocument(uri);
  const secret = document.getText(rangeOf(given.range));
  if (document.version !== given.version || genAiSecretProblems(secret).length > 0) {
    void window.showWarningMessage('OCI GenAI Auth: the file has changed since. Ask for the fix again.');
    return;
  }
  await new SecretVault(context).store({ name: given.name }, secret);
  const edit = new WorkspaceEdit();
  for (const { range, newText } of given.edits) edit.replace(uri, rangeOf(range), newText);
  await workspace.applyEdit(edit);
  void commands.executeCommand('principled.refreshCredentials');
  void tellToRotate(given.name);
}

/** Whoever saw the file has the key: storing it does not make it safe again. */
async function tellToRotate(name: string): Promise<void> {
  const text = `The key is kept as ${name}. It stood in a file, so revoke it and make a new one: ${ROTATION['genai-key']}`;
  const answer = await window.showInformationMessage(`OCI GenAI Auth: ${text}`, COPY);
  if (answer === COPY) await env.clipboard.writeText(ROTATION['genai-key']);
}

const rangeOf = ({ start, end }: KeepParams['range']): Range =>
  new Range(start.line, start.character, end.line, end.character);

/** Anybody can call a command: what is no place in a document is no request. */
function isParams(given: unknown): given is KeepParams {
  if (typeof given !== 'object' || given === null) return false;
  const { uri, version, range, name, edits } = given as Partial<KeepParams>;
  return (
    typeof uri === 'string' &&
    typeof version === 'number' &&
    typeof name === 'string' &&
    /^[A-Z][A-Z0-9_]*$/.test(name) &&
    range !== undefined &&
    Array.isArray(edits)
  );
}
