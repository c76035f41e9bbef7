import { commands, type Disposable, type Terminal, type TerminalLink, window } from 'vscode';
import { TerminalMemory } from './terminal-memory';
import { leadsToError, wholeError } from './whole-error';

interface ErrorLink extends TerminalLink {
  readonly text: string;
  readonly terminal: Terminal;
}

/** OCI's errors in the terminal are links to their explanation. */
export function terminalLinks(): Disposable[] {
  const memory = new TerminalMemory();
  const links = window.registerTerminalLinkProvider({
    provideTerminalLinks({ line, terminal }): ErrorLink[] {
      if (!leadsToError(line, () => memory.of(terminal))) return [];
      const startIndex = line.length - line.trimStart().length;
      const length = line.trim().length;
      return [{ startIndex, length, tooltip: 'Explain this OCI error', text: line, terminal }];
    },
    async handleTerminalLink({ text, terminal }: ErrorLink): Promise<void> {
      await commands.executeCommand('principled.explainError', wholeError(memory.of(terminal), text));
    },
  });
  return [memory, links];
}
