import { type Disposable, type Event, type Terminal, window } from 'vscode';

/** Since VS Code 1.93: what a command of a shell with integration prints. */
interface ShellExecutions {
  readonly onDidStartTerminalShellExecution?: Event<{
    readonly terminal: Terminal;
    readonly execution: { read(): AsyncIterable<string> };
  }>;
}

/** More of a terminal is not kept; an error is the last thing that a command says. */
const MAX_LENGTH = 40_000;

/** The end of what each terminal printed, for errors of several lines. It never leaves the memory of this process. */
export class TerminalMemory implements Disposable {
  private readonly printed = new WeakMap<Terminal, string>();
  private readonly subscription: Disposable | undefined;

  constructor() {
    this.subscription = (window as ShellExecutions).onDidStartTerminalShellExecution?.(
      ({ terminal, execution }) => void this.listen(terminal, execution.read()),
    );
  }

  private async listen(terminal: Terminal, output: AsyncIterable<string>): Promise<void> {
    for await (const piece of output) {
      this.printed.set(terminal, ((this.printed.get(terminal) ?? '') + piece).slice(-MAX_LENGTH));
    }
  }

  of(terminal: Terminal): string {
    return this.printed.get(terminal) ?? '';
  }

  dispose(): void {
    this.subscription?.dispose();
  }
}
