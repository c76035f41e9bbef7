import { type DebugAdapterTracker, type Disposable, debug } from 'vscode';
import { Hearing } from './heard';

/** Remembers the last OCI error of a debug session, masked, until the editor closes. */
export class DebugWatch implements Disposable {
  private readonly registration: Disposable;
  lastError: string | undefined;

  constructor() {
    this.registration = debug.registerDebugAdapterTrackerFactory('*', {
      createDebugAdapterTracker: (): DebugAdapterTracker => {
        const hearing = new Hearing();
        return {
          onDidSendMessage: (message: unknown) => {
            this.lastError = hearing.hear(message) ?? this.lastError;
          },
        };
      },
    });
  }

  dispose(): void {
    this.registration.dispose();
  }
}
