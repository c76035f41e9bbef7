import { commands, type Disposable, type TerminalLink, window } from 'vscode';
import { mayBeOciError } from './error-words';

interface ErrorLink extends TerminalLink {
  readonly text: string;
}

/** OCI's errors in the terminal are links to their explanation. */
export function terminalLinks(): Disposable {
  return window.registerTerminalLinkProvider({
    async provideTerminalLinks({ line }): Promise<ErrorLink[]> {
      if (!mayBeOciError(line)) return [];
      const { recognises } = await import('../assistant/main');
      if (!recognises(line)) return [];
      const startIndex = line.length - line.trimStart().length;
      const length = line.trim().length;
      return [{ startIndex, length, tooltip: 'Explain this OCI error', text: line }];
    },
    handleTerminalLink: ({ text }: ErrorLink) => void commands.executeCommand('principled.explainError', text),
  });
}
