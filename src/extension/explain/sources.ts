import { env, type QuickPickItem, window } from 'vscode';
import { maskEcho } from '../../advisor';
import type { Session } from '../session';

const TITLE = 'OCI GenAI Auth: Explain an Error';

interface Source extends QuickPickItem {
  text(): Thenable<string | undefined>;
}

/** The text to explain: the selection, else what a debug session met, what was copied, or what somebody types. */
export async function textToExplain(session: Session): Promise<string | undefined> {
  const editor = window.activeTextEditor;
  const selected = editor?.document.getText(editor.selection).trim();
  if (selected) return selected;
  const chosen = await window.showQuickPick(sources(session), { title: TITLE, placeHolder: 'Which error?' });
  return chosen?.text();
}

/** The clipboard is read when it is chosen: nobody's copied secrets are looked at in passing. */
function sources(session: Session): Source[] {
  const met = session.lastError();
  const shown = met && { detail: maskEcho(met).replace(/\s+/g, ' ').slice(0, 120), text: async () => met };
  return [
    ...(shown ? [{ label: '$(debug-alt) The last error of a debug session', ...shown }] : []),
    { label: '$(clippy) From the clipboard', detail: 'The message that you copied', text: clipboard },
    {
      label: '$(edit) Type or paste…',
      detail: 'Of an SDK, the CLI, Terraform, the OpenAI SDK, LangChain',
      text: typed,
    },
  ];
}

const clipboard = async (): Promise<string> => (await env.clipboard.readText()).slice(0, 100_000);

const typed = (): Thenable<string | undefined> =>
  window.showInputBox({
    title: TITLE,
    prompt: 'Nothing is sent anywhere.',
    placeHolder: '404 Authorization failed or requested resource not found',
    ignoreFocusOut: true,
  });
