import type { Evidence } from '../rules/contract';
import { WORKLOAD_MODULES, type Workload } from '../knowledge/workload';
import type { Program } from '../source/program';

/** Names of files that can show where the code around them runs. */
const NAMES = /(?:^|\/)(?:[^/]+\.ya?ml|[^/]+\.tf|Dockerfile[^/]*|Containerfile)$/i;

/** Folders that hold deployment files of the code beside them. */
const DEPLOYMENT_FOLDER = /\/(?:k8s|kube|kubernetes|manifests?|deploy(?:ment)?s?|helm|charts?|templates|base|overlays|infra|terraform|tf|kustomize|oke)$/i;

interface Shown {
  readonly uri: string;
  readonly workload: Workload | 'image' | 'container-instance-resource';
  /** The folder whose files it speaks of. */
  readonly folder: string;
}

const folderOf = (uri: string): string => uri.slice(0, uri.lastIndexOf('/'));

/** Which files of a workspace show a workload, and for which folders. Pure: the adapter hands in names and texts. */
export class EvidenceIndex {
  private readonly shown = new Map<string, Shown>();

  /** Whether a file of this name is worth reading for evidence. */
  static wants(uri: string): boolean {
    return NAMES.test(uri);
  }

  set(uri: string, text: string): void {
    const workload = workloadShownBy(uri, text);
    if (workload) this.shown.set(uri, { uri, workload, folder: projectOf(uri, workload) });
    else this.shown.delete(uri);
  }

  delete(uri: string): void {
    this.shown.delete(uri);
  }

  /** Evidence for a file, nearest folder first. */
  around(uri: string): readonly Evidence[] {
    const found: { evidence: Evidence; depth: number }[] = [];
    for (const one of this.shown.values()) {
      if (!uri.startsWith(`${one.folder}/`)) continue;
      if (one.workload === 'image' || one.workload === 'container-instance-resource') continue;
      found.push({ evidence: { workload: one.workload, uri: one.uri }, depth: one.folder.length });
    }
    return [...found.sort((a, b) => b.depth - a.depth).map((one) => one.evidence), ...this.containers(uri)];
  }

  /** A container instance in Terraform speaks of the folders that have an image to run. */
  private containers(uri: string): Evidence[] {
    const all = [...this.shown.values()];
    const resource = all.find((one) => one.workload === 'container-instance-resource' && uri.startsWith(`${one.folder}/`));
    const image = all.some((one) => one.workload === 'image' && uri.startsWith(`${one.folder}/`));
    return resource && image ? [{ workload: 'container-instances', uri: resource.uri }] : [];
  }
}

function projectOf(uri: string, workload: Shown['workload']): string {
  let folder = folderOf(uri);
  if (workload === 'functions' || workload === 'image') return folder;
  while (DEPLOYMENT_FOLDER.test(folder)) folder = folderOf(folder);
  return folder;
}

function workloadShownBy(uri: string, text: string): Shown['workload'] | undefined {
  const name = uri.slice(uri.lastIndexOf('/') + 1).toLowerCase();
  if (/^(?:dockerfile|containerfile)/.test(name)) return 'image';
  if (name.endsWith('.tf')) return /resource\s+"oci_container_instances_container_instance"/.test(text) ? 'container-instance-resource' : undefined;
  if (/^func\.ya?ml$/.test(name)) return /^(?:schema_version|runtime|entrypoint|name)\s*:/m.test(text) ? 'functions' : undefined;
  if (/^kind:\s*["']?(?:job|pipeline)\b/m.test(text) && /dataScienceJob|dataSciencePipeline/.test(text)) return 'data-science';
  if (name === 'runtime.yaml' && /^MODEL_(?:DEPLOYMENT|ARTIFACT_VERSION)/m.test(text)) return 'data-science';
  if (isOkeManifest(text)) return 'oke';
  return undefined;
}

/** A workload manifest that can only be meant for OCI: its image lies in OCIR or it carries OCI's own annotations. */
function isOkeManifest(text: string): boolean {
  if (!/^apiVersion:/m.test(text) || !/^kind:\s*["']?(?:Deployment|StatefulSet|DaemonSet|Job|CronJob|Pod|ReplicaSet)\b/m.test(text)) return false;
  return /\bimage:\s*["']?[a-z0-9.-]*ocir\.io\//.test(text) || /\boci(?:-[a-z-]+)?\.oraclecloud\.com\//.test(text);
}

/** Evidence in the code itself: it imports the development kit of a workload. */
export function evidenceIn(program: Program, uri: string): readonly Evidence[] {
  for (const stmt of program.module.block().stmts) {
    if (stmt.k !== 'import') continue;
    for (const name of stmt.names) {
      const found = WORKLOAD_MODULES.find((one) => one.module.test(name.module));
      if (found) return [{ workload: found.workload, uri }];
    }
  }
  return [];
}
