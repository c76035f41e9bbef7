import type { Method } from './method';

/** Where code runs on OCI. */
export type Workload = 'functions' | 'oke' | 'container-instances' | 'data-science' | 'compute' | 'hosted-application';

export interface WorkloadFact {
  readonly label: string;
  /** The principal that the service gives to code that runs there. */
  readonly principal: Extract<Method, 'instance-principal' | 'resource-principal' | 'oke-workload-identity'>;
  /** Principals that cannot be had there. */
  readonly without: readonly Method[];
}

/** Sources: the "Accessing other OCI resources" pages of each service; OKE workload identity page (no dynamic group). */
export const WORKLOAD_FACTS: Readonly<Record<Workload, WorkloadFact>> = {
  functions: {
    label: 'OCI Functions',
    principal: 'resource-principal',
    without: ['instance-principal', 'oke-workload-identity'],
  },
  'container-instances': {
    label: 'Container Instances',
    principal: 'resource-principal',
    without: ['instance-principal', 'oke-workload-identity'],
  },
  'data-science': {
    label: 'Data Science',
    principal: 'resource-principal',
    without: ['instance-principal', 'oke-workload-identity'],
  },
  'hosted-application': {
    label: 'a hosted application',
    principal: 'resource-principal',
    without: ['instance-principal', 'oke-workload-identity'],
  },
  // The nodes of a cluster are instances: their principal works, with the rights of the whole node.
  oke: { label: 'OKE', principal: 'oke-workload-identity', without: ['resource-principal'] },
  compute: {
    label: 'Compute',
    principal: 'instance-principal',
    without: ['resource-principal', 'oke-workload-identity'],
  },
};

/** Modules that only code of a workload imports: the Functions development kits. */
export const WORKLOAD_MODULES: readonly { readonly module: RegExp; readonly workload: Workload }[] = [
  {
    module: /^(?:fdk|@fnproject\/fdk|com\.fnproject\.fn(?:\..*)?|github\.com\/fnproject\/fdk-go|Fnproject\.Fn\.Fdk)$/,
    workload: 'functions',
  },
];
