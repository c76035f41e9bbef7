import { type Diagnostic, DiagnosticSeverity, languages, type Uri, workspace } from 'vscode';
import type { Credential } from '../../credentials/credential';
import { reachOf } from '../../credentials/reach';
import type { Method } from '../../knowledge/method';

/** A credential that stands in the workspace, and where. Its value is never read. */
export interface Found {
  readonly credential: Credential;
  readonly uri: string;
  readonly line: number;
}

/** Rules whose findings are credentials that stand in the workspace. */
const RULES: Readonly<Record<string, { readonly label: string; readonly method: Method }>> = {
  'embedded-private-key': { label: 'Private key', method: 'iam-api-key' },
  'embedded-iam-credentials': { label: 'IAM credentials', method: 'iam-api-key' },
  'hardcoded-genai-key': { label: 'GenAI API key (sk-****)', method: 'genai-api-key' },
  'committed-oci-config': { label: 'OCI config or session token', method: 'iam-api-key' },
  'image-with-oci-config': { label: 'OCI config in an image', method: 'iam-api-key' },
};

const ORIGIN = 'In the code of this workspace';

/** Credentials that the linter sees in files. */
export function foundInWorkspace(): readonly Found[] {
  return languages.getDiagnostics().flatMap(([uri, diagnostics]) =>
    diagnostics.flatMap((diagnostic): Found[] => {
      const rule = ruleOf(diagnostic);
      const kind = diagnostic.source === 'principled' ? RULES[rule] : undefined;
      return kind ? [found(uri, rule, kind, diagnostic)] : [];
    }),
  );
}

function found(uri: Uri, rule: string, { label, method }: { label: string; method: Method }, at: Diagnostic): Found {
  const { line, character } = at.range.start;
  const severity = at.severity === DiagnosticSeverity.Error ? 'error' : 'warning';
  return {
    credential: {
      id: `workspace:${uri.toString()}:${line}:${character}:${rule}`,
      label: `${label} in ${workspace.asRelativePath(uri)}:${line + 1}`,
      source: 'workspace',
      origin: ORIGIN,
      method,
      problems: [{ code: 'embedded-in-code', severity, message: at.message }],
      reach: reachOf(method),
    },
    uri: uri.toString(),
    line,
  };
}

const ruleOf = ({ code }: Diagnostic): string => String(typeof code === 'object' ? code.value : (code ?? ''));
