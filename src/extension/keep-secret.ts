import { commands, env, Range, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { KeepParams } from '../advisor/repair-request';
import { genAiSecretProblems } from '../credentials/genai-key';
import { ROTATION } from '../knowledge/rotation';
import { SecretVault } from './explorer/key-vault';
import type { Session } from './session';

const COPY = 'Copy the Command';
const REPLACE = 'Replace';
const KEEP_BOTH = 'Keep Both';

/** Reads the key from its place in the document, stores it, and takes it out of the code. */
export async function keepSecret({ context }: Session, given: unknown): Promise<void> {
  if (!isParams(given)) return;
  const uri = Uri.parse(given.uri);
  const document = await workspace.openTextDocument(uri);
  const secret = document.getText(rangeOf(given.range));
  if (document.version !== given.version || genAiSecretProblems(secret).length > 0) {
    return changed();
  }
  const vault = new SecretVault(context);
  const name = await freeName(vault, given.name, secret);
  if (name === undefined) return;
  // Somebody may have typed while the question stood there.
  if (document.version !== given.version) return changed();
  try {
    await vault.store({ name }, secret);
  } catch {
    void window.showErrorMessage(
      `OCI GenAI Auth: the secret storage did not take the key, so the file was left as it is.`,
    );
    return;
  }
  void commands.executeCommand('principled.refreshCredentials');
  const edit = new WorkspaceEdit();
  for (const { range, newText } of given.edits) edit.replace(uri, rangeOf(range), newText);
  if (document.version === given.version && (await workspace.applyEdit(edit))) void tellToRotate(name);
  else {
    const text = `the key is kept as ${name}, but the file could not be changed: the key still stands in it.`;
    void window.showErrorMessage(`OCI GenAI Auth: ${text}`);
  }
}

function changed(): void {
  void window.showWarningMessage('OCI GenAI Auth: the file has changed since. Ask for the fix again.');
}

/** A key that is kept under this name is not lost unasked. */
async function freeName(vault: SecretVault, name: string, secret: string): Promise<string | undefined> {
  const taken = new Set((await vault.list()).map((key) => key.name));
  if (!taken.has(name) || (await vault.secret(name).catch(() => undefined)) === secret) return name;
  let other = 2;
  while (taken.has(`${name}_${other}`)) other += 1;
  const detail = `“${KEEP_BOTH}” keeps this one as ${name}_${other}. What replaces a key takes its place for good.`;
  const answer = await window.showWarningMessage(
    `Another key is kept as ${name} already.`,
    { modal: true, detail },
    REPLACE,
    KEEP_BOTH,
  );
  return answer === REPLACE ? name : answer === KEEP_BOTH ? `${name}_${other}` : undefined;
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
