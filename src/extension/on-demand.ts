import { commands, type Disposable } from 'vscode';
import type { Session } from './session';

/** Commands whose code is loaded when they are called. */
export function onDemand(session: Session): Disposable[] {
  return [
    commands.registerCommand('principled.setUp', async () =>
      (await import('./assistant/main')).chooseAndSetUp(session),
    ),
  ];
}
