import type { Method } from '../method';

/** Methods that a repair can switch to; `by-environment` chooses among them when the program starts. */
export type Target =
  | Extract<Method, 'instance-principal' | 'resource-principal' | 'oke-workload-identity' | 'session-token'>
  | 'by-environment';

export const TARGET_TITLES: Readonly<Record<Target, string>> = {
  'instance-principal': 'Use the instance principal',
  'resource-principal': 'Use the resource principal',
  'oke-workload-identity': 'Use OKE workload identity',
  'session-token': 'Use a session token (oci session authenticate)',
  'by-environment': 'Use a principal on OCI, a session token on this machine',
};

/** The variable by which a Compute instance says that its principal may be used: metadata is never probed. */
export const COMPUTE_VARIABLE = 'OCI_USE_INSTANCE_PRINCIPAL';
