import path from 'node:path';
import type { Credential } from '../../credentials/credential';
import { FILE_FAILURES } from '../../credentials/file-state';
import { ago } from '../../credentials/health/token';
import type { Problem } from '../../credentials/problem';
import { reachOf } from '../../credentials/reach';
import { decodeToken } from '../../credentials/token';
import {
  OKE_VARIABLES,
  RESOURCE_PRINCIPAL_VERSION,
  RESOURCE_PRINCIPAL_VARIABLES as RP,
} from '../../knowledge/environment';
import { readCredentialFile } from '../credential-file';
import type { Held, ReadContext } from './source';

/** The resource principal that OCI put into the environment. */
export async function resourcePrincipal({ machine, now }: ReadContext): Promise<Held | undefined> {
  const { environment } = machine;
  const version = environment[RP.version];
  if (!version) return undefined;
  const problems: Problem[] = [];
  if (version !== RESOURCE_PRINCIPAL_VERSION) {
    const message = `${RP.version} is ${version.slice(0, 12)}: the TypeScript and .NET SDKs know only ${RESOURCE_PRINCIPAL_VERSION}`;
    problems.push({ code: 'resource-principal-version', severity: 'info', message });
  }
  const missing = [RP.token, RP.privateKey, RP.region].filter((name) => !environment[name]);
  if (version === RESOURCE_PRINCIPAL_VERSION && missing.length > 0) {
    const message = `${missing.join(', ')} ${missing.length > 1 ? 'are' : 'is'} not set`;
    problems.push({ code: 'resource-principal-incomplete', severity: 'error', message });
  }
  const token = await tokenOf(environment[RP.token] ?? '', now);
  const credential: Credential = {
    id: 'environment:resource-principal',
    label: 'Resource principal',
    source: 'principal',
    origin: 'environment',
    method: 'resource-principal',
    region: environment[RP.region],
    tenancy: token.tenancy,
    expiry: token.expiry,
    problems: [...problems, ...token.problems],
    reach: reachOf('resource-principal'),
  };
  return {
    credential,
    material: async () => ({ kind: 'principal', method: 'resource-principal', region: environment[RP.region] }),
  };
}

interface PrincipalToken {
  readonly problems: readonly Problem[];
  readonly expiry?: number;
  readonly tenancy?: string;
}

/** The variable holds the token or the absolute path of a file with it. */
async function tokenOf(value: string, now: number): Promise<PrincipalToken> {
  if (!value) return { problems: [] };
  let text = value;
  if (path.isAbsolute(value)) {
    const state = await readCredentialFile(value);
    if (state.state !== 'read') {
      const message = `the file in ${RP.token} ${FILE_FAILURES[state.state]}`;
      return { problems: [{ code: 'token-missing', severity: 'error', message }] };
    }
    text = state.text;
  }
  const claims = decodeToken(text);
  if (!claims) {
    const message = `${RP.token} does not hold a security token`;
    return { problems: [{ code: 'token-malformed', severity: 'error', message }] };
  }
  const expired = claims.expires !== undefined && claims.expires <= now;
  const message = `the token expired ${ago(now - (claims.expires ?? 0))} ago`;
  return {
    problems: expired ? [{ code: 'token-expired', severity: 'error', message }] : [],
    expiry: claims.expires,
    tenancy: claims.tenancy,
  };
}

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
export async function machinePrincipals(context: ReadContext): Promise<readonly Held[]> {
  const candidates = [instancePrincipal(), await resourcePrincipal(context), okeIdentity(context)];
  return candidates.filter((one): one is Held => one !== undefined);
}
