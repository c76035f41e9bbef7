import type { Credential } from '../../credentials/credential';
import { reachOf } from '../../credentials/reach';
import { OKE_VARIABLES, RESOURCE_PRINCIPAL_VARIABLES as RP } from '../../knowledge/environment';
import { resourcePrincipal } from './resource-principal';
import { type CredentialSource, type Held, NOTHING, type ReadContext, type SourceReading } from './source';

/** A pod can ask the cluster for a token. */
export function okeIdentity({ machine: { environment } }: ReadContext): Held | undefined {
  if (!environment[OKE_VARIABLES.host]) return undefined;
  const region = environment[RP.region];
  const credential: Credential = {
    id: 'environment:oke-workload-identity',
    label: 'OKE workload identity',
    source: 'principal',
    origin: 'this pod',
    method: 'oke-workload-identity',
    region,
    problems: [],
    reach: reachOf('oke-workload-identity'),
  };
  return { credential, material: async () => ({ kind: 'principal', method: 'oke-workload-identity', region }) };
}

/** Whether this machine is an instance of OCI shows only when it is asked: on request, by a live test. */
function instancePrincipal(): Held {
  const credential: Credential = {
    id: 'machine:instance-principal',
    label: 'Instance principal',
    source: 'principal',
    origin: 'this machine',
    method: 'instance-principal',
    problems: [],
    reach: reachOf('instance-principal'),
  };
  return { credential, material: async () => ({ kind: 'principal', method: 'instance-principal' }) };
}

/** Every principal that this machine could have, to be asked for. */
export class MachinePrincipals implements CredentialSource {
  async read(context: ReadContext): Promise<SourceReading> {
    const candidates = [instancePrincipal(), await resourcePrincipal(context, []), okeIdentity(context)];
    return { ...NOTHING, held: candidates.filter((one): one is Held => one !== undefined) };
  }
}
