import { pathToFileURL } from 'node:url';
import { DiagnosticSeverity, type PublishDiagnosticsParams } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { SettingsFile } from '../machine/settings-file';
import { SOURCE } from './diagnostics';

/** What is wrong in a settings file, at its place; nothing takes back what was wrong before. */
export function settingsDiagnostics({ file, text, problems }: SettingsFile): PublishDiagnosticsParams {
  const uri = pathToFileURL(file).href;
  const document = TextDocument.create(uri, 'jsonc', 0, text);
  return {
    uri,
    diagnostics: problems.map(({ message, span }) => ({
      source: SOURCE,
      severity: DiagnosticSeverity.Error,
      message,
      range: { start: document.positionAt(span.start), end: document.positionAt(span.end) },
    })),
  };
}
