import { env, type QuickPickItem, window } from 'vscode';
import { maskEcho } from '../../advisor';
import { causesOf } from '../../knowledge/errors';
import type { Session } from '../session';

interface Source extends QuickPickItem {
  readonly text?: string;
}

/** The text to explain: the selection, else what was met or copied, else what somebody types. */
export async function textToExplain(session: Session): Promise<string | undefined> {
  const editor = window.activeTextEditor;
  const selected = editor?.document.getText(editor.selection).trim();
  if (selected) return selected;
  const sources = [
    source('debug-alt', 'Last error of a debug session', session.lastError()),
    source('clippy', 'From the clipboard', await clipboard()),
  ].filter((one) => one !== undefined);
  if (sources.length === 0) return typed();
  const chosen = await window.showQuickPick<Source>([...sources, { label: '$(edit) Type or paste an error…' }], {
    title: 'OCI GenAI Auth: Explain an Error',
    placeHolder: 'Which error?',
  });
  return chosen && (chosen.text ?? typed());
}

function source(icon: string, label: string, text: string | undefined): Source | undefined {
  return text && causesOf(text).length > 0
    ? { label: `$(${icon}) ${label}`, detail: maskEcho(text).replace(/\s+/g, ' ').slice(0, 120), text }
    : undefined;
}

const clipboard = (): Promise<string> =>
  Promise.resolve(env.clipboard.readText()).then(
    (text) => text.slice(0, 100_000),
    () => '',
  );

const typed = (): Thenable<string | undefined> =>
  window.showInputBox({
    title: 'OCI GenAI Auth: Explain an Error',
    prompt: 'Paste the error of an SDK, the CLI, Terraform, the OpenAI SDK or LangChain. Nothing is sent anywhere.',
    placeHolder: '404 Authorization failed or requested resource not found',
    ignoreFocusOut: true,
  });
