import { type Diagnostic, DiagnosticSeverity, type Range } from 'vscode-languageserver';
import type { Finding } from '../engine';
import type { Severity } from '../rules/contract';
import type { Span } from '../source/program';

export const SOURCE = 'principled';

/** Information is a hint in the editor: three dots, no line in the Problems view. */
const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Hint,
};

/** Where a span of the linted document stands for the editor; undefined for other files. */
export type Place = (uri: string, span: Span) => { readonly uri: string; readonly range: Range } | undefined;

export function diagnosticOf(finding: Finding, range: Range, place: Place, page: (rule: string) => string): Diagnostic {
  const related = finding.related.flatMap(({ message, uri, span, range: elsewhere }) => {
    const location = elsewhere ? { uri, range: elsewhere } : place(uri, span);
    return location ? [{ message, location }] : [];
  });
  return {
    source: SOURCE,
    code: finding.rule,
    codeDescription: { href: page(finding.rule) },
    severity: SEVERITIES[finding.severity],
    message: finding.message,
    range,
    ...(related.length > 0 ? { relatedInformation: related } : {}),
  };
}

/** Said once, at the first character, as quietly as the editor can. */
export const tooLarge = (): Diagnostic => ({
  source: SOURCE,
  severity: DiagnosticSeverity.Hint,
  message: 'This file is too large and is not linted.',
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
});
