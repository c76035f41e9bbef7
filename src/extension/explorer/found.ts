import { type Diagnostic, languages } from 'vscode';
import type { Spot } from './node';

/** Rules whose findings are credentials that stand in the workspace. */
const RULES: ReadonlySet<string> = new Set([
  'embedded-private-key',
  'embedded-iam-credentials',
  'hardcoded-genai-key',
  'committed-oci-config',
  'image-with-oci-config',
]);

export type Findings = readonly Spot[];

/** Credentials that the linter sees in files, without their values. */
export function foundInWorkspace(): Findings {
  return languages.getDiagnostics().flatMap(([uri, diagnostics]) =>
    diagnostics.filter(isCredential).map(({ range, code, severity }) => ({
      uri: uri.toString(),
      line: range.start.line,
      text: ruleOf(code),
      severity: severity === 0 ? ('error' as const) : ('warning' as const),
    })),
  );
}

const isCredential = ({ source, code }: Diagnostic): boolean => source === 'principled' && RULES.has(ruleOf(code));

const ruleOf = (code: Diagnostic['code']): string => String(typeof code === 'object' ? code.value : (code ?? ''));
