import { yamlFrontEnd } from '../source/data/yaml';
import type { Expr } from '../source/program';

/** The Kubernetes identity under which the pods of a manifest run, as far as it says so. */
export interface ManifestAccount {
  readonly namespace?: string;
  readonly name?: string;
}

/** Where each kind keeps the description of its pods. */
const POD_SPECS: readonly (readonly string[])[] = [
  ['spec', 'template', 'spec'],
  ['spec', 'jobTemplate', 'spec', 'template', 'spec'],
  ['spec'],
];

/** Of the first resource that runs pods under an account of its own; templates that are still to be filled say nothing. */
export function accountIn(manifest: string): ManifestAccount | undefined {
  const program = yamlFrontEnd.parse(manifest);
  const documents = program.module.block().stmts.flatMap((stmt) => (stmt.k === 'bind' ? [stmt.value] : []));
  for (const document of documents) {
    const name = POD_SPECS.map((way) => textAt(document, ...way, 'serviceAccountName')).find(Boolean);
    const namespace = textAt(document, 'metadata', 'namespace');
    if (name) return { namespace, name };
  }
  const namespaces = new Set(documents.flatMap((document) => textAt(document, 'metadata', 'namespace') ?? []));
  return namespaces.size === 1 ? { namespace: [...namespaces][0] } : undefined;
}

/** The name at the end of a way through records; undefined for what is no name of Kubernetes. */
function textAt(expr: Expr, ...way: readonly string[]): string | undefined {
  let at: Expr | undefined = expr;
  for (const key of way) at = at?.k === 'record' ? at.entries.find((entry) => entry.key === key)?.value : undefined;
  const text = at?.k === 'string' && at.parts.every((part) => typeof part === 'string') ? at.parts.join('') : '';
  return /^[a-z0-9][a-z0-9.-]{0,252}$/.test(text) ? text : undefined;
}
