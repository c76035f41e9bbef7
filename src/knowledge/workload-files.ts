import type { Workload } from './workload';

/** Files whose presence or content shows where the code beside them runs. Positive evidence only. */
export interface WorkloadFile {
  readonly workload: Workload;
  readonly name: RegExp;
  /** What must stand in the file; absent where the name says it all. */
  readonly content?: RegExp;
  /** What makes it certain that OCI's own service is meant; absent where the content is enough. */
  readonly certain?: RegExp;
}

export const WORKLOAD_FILES: readonly WorkloadFile[] = [
  // https://docs.oracle.com/en-us/iaas/Content/Functions/Tasks/functionscreatingfirst.htm: `fn init` writes func.yaml.
  { workload: 'functions', name: /^func\.ya?ml$/ },
  // Data Science jobs as ADS and the CLI describe them; the runtime of a model artifact.
  { workload: 'data-science', name: /\.ya?ml$/, content: /\b(?:dataScienceJob|dataSciencePipeline)\b/ },
  { workload: 'data-science', name: /^runtime\.yaml$/, content: /^MODEL_(?:DEPLOYMENT|ARTIFACT_VERSION)\b/m },
  // https://kubernetes.io/docs/concepts/workloads/: kinds that run pods. An OCIR image or OCI's annotations mean OKE.
  {
    workload: 'oke',
    name: /\.ya?ml$/,
    content: /^kind:[ \t]*(?:Deployment|StatefulSet|DaemonSet|Job|CronJob|Pod|ReplicaSet)[ \t]*\r?$/m,
    certain: /\bocir\.io\/|\boci(?:-[a-z]{1,20}){0,3}\.oraclecloud\.com\//,
  },
  // Terraform provider: a container instance that runs the image of this project.
  {
    workload: 'container-instances',
    name: /\.tf$/,
    content: /\bresource[ \t]+"oci_container_instances_container_instance"/,
  },
];

/** Folders beside the code in which manifests usually stand. */
export const MANIFEST_FOLDERS: readonly string[] = [
  'k8s',
  'kubernetes',
  'manifests',
  'deploy',
  'deployment',
  'helm',
  'oke',
  'terraform',
  'infra',
];

/** `metadata.namespace` and `spec.serviceAccountName` of a manifest, each where it names one. */
export function podNames(manifest: string): { readonly namespace?: string; readonly serviceAccount?: string } {
  const only = (pattern: RegExp): string | undefined => {
    const [one, more] = new Set([...manifest.matchAll(pattern)].map((match) => match[1]));
    return more === undefined ? one : undefined;
  };
  return {
    namespace: only(/^ {2}namespace:[ \t]*["']?([a-z0-9][a-z0-9-]*)["']?[ \t]*\r?$/gm),
    serviceAccount: only(/^ {4,}serviceAccountName:[ \t]*["']?([a-z0-9][a-z0-9.-]*)["']?[ \t]*\r?$/gm),
  };
}
