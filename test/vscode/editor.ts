import {
  type CodeAction,
  commands,
  type Diagnostic,
  type Disposable,
  languages,
  type TextDocument,
  Uri,
  workspace,
} from 'vscode';

/** Waits until something holds, told by events and not by time; Mocha's limit ends it. */
export function until<T>(listen: (check: () => void) => Disposable, holds: () => T | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    let subscription: Disposable | undefined;
    const check = (): void => {
      try {
        const value = holds();
        if (value === undefined) return;
        subscription?.dispose();
        resolve(value);
      } catch (error) {
        subscription?.dispose();
        reject(error);
      }
    };
    subscription = listen(check);
    check();
  });
}

/** Our diagnostics of a document, as soon as they are what the caller waits for. */
export function diagnosticsOf(
  uri: Uri,
  fits: (found: readonly Diagnostic[]) => boolean,
): Promise<readonly Diagnostic[]> {
  return until(
    (check) => languages.onDidChangeDiagnostics(check),
    () => {
      const found = languages.getDiagnostics(uri).filter((one) => one.source === 'principled');
      return fits(found) ? found : undefined;
    },
  );
}

export const codeOf = ({ code }: Diagnostic): string => String(typeof code === 'object' ? code.value : code);

export function quickFixes(uri: Uri, { range }: Diagnostic): Thenable<CodeAction[]> {
  return commands.executeCommand('vscode.executeCodeActionProvider', uri, range, 'quickfix');
}

export const inWorkspace = (...parts: string[]): Uri =>
  Uri.joinPath(workspace.workspaceFolders?.[0]?.uri ?? Uri.file('/'), ...parts);

export const untitled = (content: string, language = 'python'): Thenable<TextDocument> =>
  workspace.openTextDocument({ language, content });
