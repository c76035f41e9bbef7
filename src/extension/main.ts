import type { ExtensionContext } from 'vscode';
import { credentialsView } from './credentials-view';
import { DebugWatch } from './explain/debug-watch';
import { terminalLinks } from './explain/terminal-links';
import { LinterClient } from './linter-client';
import { onDemand } from './on-demand';
import { restoring } from './page/restoring';
import type { Session } from './session';

/** Wiring only: the language server starts in its own process, and nothing shows. */
export function activate(context: ExtensionContext): void {
  const linter = new LinterClient(context);
  const watch = new DebugWatch();
  const session: Session = {
    context,
    survey: () => linter.survey(),
    repair: (params, token) => linter.repair(params, token),
    lastError: () => watch.lastError,
  };
  context.subscriptions.push(
    linter,
    watch,
    ...terminalLinks(),
    ...onDemand(session),
    ...restoring(session),
    ...credentialsView(session),
  );
  void linter.start();
}
