/** Files whose presence or content shows where the code beside them runs. Positive evidence only. */
export interface WorkloadFile {
  readonly workload: 'functions' | 'oke';
  readonly name: RegExp;
  /** What must stand in the file; absent where the name says it all. */
  readonly content?: RegExp;
}

export const WORKLOAD_FILES: readonly WorkloadFile[] = [
  // https://docs.oracle.com/en-us/iaas/Content/Functions/Tasks/functionscreatingfirst.htm: `fn init` writes func.yaml.
  { workload: 'functions', name: /^func\.ya?ml$/ },
  // https://kubernetes.io/docs/concepts/workloads/: kinds that run pods.
  {
    workload: 'oke',
    name: /\.ya?ml$/,
    content: /^kind:[ \t]*(?:Deployment|StatefulSet|DaemonSet|Job|CronJob|Pod|ReplicaSet)[ \t]*\r?$/m,
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
];
