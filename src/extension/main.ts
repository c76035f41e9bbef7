import type { ExtensionContext } from 'vscode';
import { LinterClient } from './linter-client';
import { onDemand } from './on-demand';

/** Wiring only: the language server starts in its own process, and nothing shows. */
export function activate(context: ExtensionContext): void {
  const linter = new LinterClient(context);
  const session = { context, survey: () => linter.survey(), lastError: () => undefined };
  context.subscriptions.push(linter, ...onDemand(session));
  void linter.start();
}
