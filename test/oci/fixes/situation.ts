import type { Method } from '../../../src/knowledge/method';
import type { Target } from '../../../src/knowledge/sdks/target';
import type { Credential, Workload } from '../harness/workload';

/** Where a repaired program shall run, and as whom. */
export interface Arrival {
  readonly workload: Workload;
  readonly credentials?: readonly Credential[];
  readonly env?: Readonly<Record<string, string>>;
  readonly method: Method;
}

const COMPUTE: Arrival = { workload: 'compute', method: 'instance-principal' };
const FUNCTIONS: Arrival = { workload: 'functions', method: 'resource-principal' };
const OKE: Arrival = { workload: 'oke', method: 'oke-workload-identity' };
const LAPTOP: Arrival = { workload: 'laptop', credentials: ['session-token'], method: 'session-token' };

/** The form that chooses by the environment must arrive everywhere. */
export const ARRIVALS: Readonly<Record<Target, readonly Arrival[]>> = {
  'instance-principal': [COMPUTE],
  'resource-principal': [FUNCTIONS],
  'oke-workload-identity': [OKE],
  'session-token': [LAPTOP],
  'by-environment': [LAPTOP, FUNCTIONS, OKE, { ...COMPUTE, env: { OCI_USE_INSTANCE_PRINCIPAL: 'true' } }],
};
