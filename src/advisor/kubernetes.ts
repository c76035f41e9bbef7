import { yamlScalar } from '../knowledge/code';
import { RESOURCE_PRINCIPAL_VARIABLES, workloadIdentityVariables } from '../knowledge/environment';

/** Lines that go into a text, before the line with this number, from zero. */
export interface Insertion {
  readonly line: number;
  readonly text: string;
}

/**
 * What the manifest of one container lacks for OKE workload identity: the service account, and what the SDKs' signers
 * read. Undefined where the manifest has another shape.
 */
export function workloadIdentity(manifest: string, account: string, region: string): Insertion[] | undefined {
  const lines = manifest.split(/\r?\n/);
  const containers = lines.flatMap((line, at) => (/^[ ]+containers:\s*$/.test(line) ? [at] : []));
  const [at, more] = containers;
  const images = lines.flatMap((line, place) => (/^[ ]+(?:- )?image:/.test(line) ? [place] : []));
  const [image, other] = images;
  if (at === undefined || more !== undefined || image === undefined || other !== undefined || image < at)
    return undefined;
  const indent = /^ */.exec(lines[at] ?? '')?.[0] ?? '';
  const found: Insertion[] = [];
  if (!/^ +serviceAccountName:/m.test(manifest))
    found.push({ line: at, text: `${indent}serviceAccountName: ${account}` });
  if (!manifest.includes(RESOURCE_PRINCIPAL_VARIABLES.version)) found.push(environment(lines, image, region));
  return found;
}

/** Entries of a container's `env` for the workload identity. */
export const identityEntries = (region: string, indent: string): readonly string[] =>
  workloadIdentityVariables(region).flatMap(([name, value]) => [
    `${indent}- name: ${name}`,
    `${indent}  value: ${yamlScalar(value)}`,
  ]);

/** At the head of the container's list, or as a list of its own behind the image. */
function environment(lines: readonly string[], image: number, region: string): Insertion {
  const key = ' '.repeat((lines[image] ?? '').search(/image:/));
  const own = lines.findIndex((line) => line.startsWith(`${key}env:`) && line.trim() === 'env:');
  const dash = own < 0 ? `${key}  ` : (/^ */.exec(lines[own + 1] ?? '')?.[0] ?? key);
  const items = identityEntries(region, dash);
  return own < 0
    ? { line: image + 1, text: [`${key}env:`, ...items].join('\n') }
    : { line: own + 1, text: items.join('\n') };
}

/** The object that the manifests and the policy name; without a namespace it comes into that of the deployment. */
export const serviceAccountObject = (name: string, namespace: string | undefined): string =>
  `apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: ${name}\n${namespace === undefined ? '' : `  namespace: ${namespace}\n`}`;
