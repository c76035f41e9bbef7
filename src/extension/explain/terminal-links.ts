import { commands, type Disposable, type Terminal, type TerminalLink, window } from 'vscode';
import { mayBeOciError } from './error-words';
import { TerminalMemory } from './terminal-memory';

interface ErrorLink extends TerminalLink {
  readonly text: string;
  readonly terminal: Terminal;
}

/** OCI's errors in the terminal are links to their explanation. */
export function terminalLinks(): Disposable[] {
  const memory = new TerminalMemory();
  const links = window.registerTerminalLinkProvider({
    async provideTerminalLinks({ line, terminal }): Promise<ErrorLink[]> {
      if (!mayBeOciError(line)) return [];
      const { recognises } = await import('../assistant/main');
      if (!recognises(line)) return [];
      const startIndex = line.length - line.trimStart().length;
      const length = line.trim().length;
      return [{ startIndex, length, tooltip: 'Explain this OCI error', text: line, terminal }];
    },
    async handleTerminalLink({ text, terminal }: ErrorLink): Promise<void> {
      const { wholeError } = await import('../assistant/main');
      await commands.executeCommand('principled.explainError', wholeError(memory.of(terminal), text));
    },
  });
  return [memory, links];
}
