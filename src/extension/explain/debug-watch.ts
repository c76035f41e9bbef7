import { type DebugAdapterTracker, type Disposable, debug } from 'vscode';
import { maskEcho } from '../../advisor/mask';
import { mayBeOciError } from './error-words';

/** More of one error is not kept. */
const MAX_LENGTH = 8_000;

/** Remembers the last OCI error of a debug session, masked, until the editor closes. */
export class DebugWatch implements Disposable {
  private readonly registration: Disposable;
  lastError: string | undefined;

  constructor() {
    this.registration = debug.registerDebugAdapterTrackerFactory('*', {
      createDebugAdapterTracker: (): DebugAdapterTracker => ({
        onDidSendMessage: (message: unknown) => this.hear(message),
      }),
    });
  }

  /** Output of the program, and the exception at which it stopped. */
  private hear(message: unknown): void {
    const { type, event, command, body } = (message ?? {}) as Record<string, unknown>;
    if (typeof body !== 'object' || body === null) return;
    const { output, description, details, category } = body as Record<string, unknown>;
    const isOutput = type === 'event' && event === 'output' && category !== 'telemetry';
    const isException = type === 'response' && command === 'exceptionInfo';
    if (isOutput) this.keep(output);
    else if (isException) this.keep(description, (details as { message?: unknown } | undefined)?.message);
  }

  private keep(...texts: unknown[]): void {
    const text = texts.filter((one) => typeof one === 'string').join('\n');
    if (mayBeOciError(text)) this.lastError = maskEcho(text.slice(0, MAX_LENGTH));
  }

  dispose(): void {
    this.registration.dispose();
  }
}
