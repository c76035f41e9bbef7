import type { ExtensionContext } from 'vscode';
import { LinterClient } from './linter-client';

/** Wiring only: the language server starts in its own process, and nothing shows. */
export function activate(context: ExtensionContext): void {
  const linter = new LinterClient(context);
  context.subscriptions.push(linter);
  void linter.start();
}
