import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEFAULT_SERVICE_ACCOUNT, deployment } from '../advisor/deployment';
import { serviceAccountObject, workloadIdentity } from '../advisor/kubernetes';
import { leastPrivilege } from '../advisor/policy';
import { asConsoleText, asTerraform } from '../advisor/policy-forms';
import type { Plane } from '../knowledge/plane';
import { WORKLOAD_FACTS, type Workload } from '../knowledge/workload';
import { accountIn } from '../machine/manifest-account';
import { standingPolicies } from '../machine/policies';
import type { Evidence } from '../rules/contract';
import { type Changes, made, revised } from './workspace-edit';

/** What the walk through a workspace saw on its way. */
export class Seen {
  readonly files = new Set<string>();
  readonly planes = new Set<Plane>();
  readonly regions = new Set<string>();
  private readonly evidence = new Map<string, Evidence>();

  add(evidence: readonly Evidence[]): void {
    for (const one of evidence) if (one.certain) this.evidence.set(one.uri, one);
  }

  /** Where the code runs, when the workspace shows one place and no other. */
  get workload(): Workload | undefined {
    const [place, other] = new Set([...this.evidence.values()].map(({ workload }) => workload));
    return other === undefined ? place : undefined;
  }

  get manifests(): readonly string[] {
    return [...this.evidence.values()].filter(({ workload }) => workload === 'oke').map(({ uri }) => uri);
  }

  get region(): string | undefined {
    const [region, other] = this.regions;
    return other === undefined ? region : undefined;
  }
}

/** What a principal needs beside the code, where the workspace has it not: manifests, what keeps keys out, the policy. */
export async function deploymentChanges(roots: readonly string[], seen: Seen, annotation: string): Promise<Changes> {
  const [root] = roots;
  if (root === undefined) return [];
  const oke = seen.workload === 'oke' ? await identities(seen, annotation) : undefined;
  return [
    ...(oke?.changes ?? []),
    ...pieces(root, seen, annotation),
    ...(await policy(roots, root, seen, oke, annotation)),
  ];
}

interface Pods {
  readonly changes: Changes;
  readonly namespace?: string;
  readonly serviceAccount?: string;
}

/** Each manifest names the service account that it has, or one that is made. */
async function identities(seen: Seen, annotation: string): Promise<Pods> {
  const changes: Changes = [];
  const region = seen.region ?? '<region>';
  let pods: Omit<Pods, 'changes'> = {};
  for (const uri of seen.manifests) {
    const before = await readFile(fileURLToPath(uri), 'utf8').catch(() => undefined);
    if (before === undefined) continue;
    const { namespace, name: serviceAccount } = accountIn(before) ?? {};
    const account = serviceAccount ?? DEFAULT_SERVICE_ACCOUNT.name;
    const lines = before.split('\n');
    const eol = before.includes('\r\n') ? '\r\n' : '\n';
    const added = workloadIdentity(before, account, region) ?? [];
    for (const { line, text } of [...added].sort((a, b) => b.line - a.line))
      lines.splice(line, 0, ...text.split('\n').map((one) => (eol === '\n' ? one : `${one}\r`)));
    changes.push(...revised({ uri, before, after: lines.join('\n') }, annotation));
    const object = path.join(path.dirname(fileURLToPath(uri)), `${account}-account.yaml`);
    if (serviceAccount === undefined && added.length > 0 && !seen.files.has(object))
      changes.push(...made(object, serviceAccountObject(account, namespace), annotation));
    pods = { namespace, serviceAccount: account };
  }
  return { ...pods, changes: unique(changes) };
}

/** Several manifests of a folder share one account. */
function unique(changes: Changes): Changes {
  const seen = new Set<string>();
  return changes.filter((change) => {
    const key = JSON.stringify(change);
    return !seen.has(key) && Boolean(seen.add(key));
  });
}

/** What the advisor deploys beside the code, as far as it is missing. */
function pieces(root: string, { files, workload }: Seen, annotation: string): Changes {
  const hasImage = [...files].some((name) => path.basename(name) === 'Dockerfile' && path.dirname(name) === root);
  return (workload ? deployment(workload, WORKLOAD_FACTS[workload].principal) : []).flatMap(({ file, text }) => {
    const at = path.join(root, file);
    return file === '.dockerignore' && hasImage && !files.has(at) ? made(at, text, annotation) : [];
  });
}

async function policy(
  roots: readonly string[],
  root: string,
  { files, planes, workload }: Seen,
  pods: Omit<Pods, 'changes'> | undefined,
  annotation: string,
): Promise<Changes> {
  if (planes.size === 0 || (await standingPolicies(roots)).length > 0) return [];
  const least = leastPrivilege(
    [...planes].map((plane) => ({ plane, operations: [] })),
    { place: workload ?? 'compute', namespace: pods?.namespace, serviceAccount: pods?.serviceAccount },
  );
  if (least.statements.length === 0) return [];
  const terraform = [...files].find((name) => name.endsWith('.tf'));
  const folder = terraform ? path.dirname(terraform) : root;
  const file = path.join(folder, `oci-genai-policy.${terraform ? 'tf' : 'txt'}`);
  return made(file, terraform ? asTerraform(least) : asConsoleText(least), annotation);
}
