import { genAiEndpoint } from '../../../src/knowledge/host';
import type { Plane } from '../../../src/knowledge/plane';
import type { OciRequest } from './request';
import { METADATA_ADDRESS, type World } from './world';

export type Service = Plane | 'identity' | 'auth' | 'metadata' | 'proxymux' | 'domain';

/** Where a request wants to go. */
export interface Address {
  readonly service: Service;
  readonly region: string;
  /** Without query and without the prefix that stands for a host. */
  readonly path: string;
  readonly query: URLSearchParams;
}

/** For callers that cannot resolve OCI's names: `http://127.0.0.1:1234/agent-runtime/20240531/…`. */
const HOST_OF_PREFIX: Readonly<Record<string, string>> = {
  inference: 'inference.generativeai.REGION.oci.oraclecloud.com',
  'agent-runtime': 'agent-runtime.generativeai.REGION.oci.oraclecloud.com',
  agent: 'agent.generativeai.REGION.oci.oraclecloud.com',
  application: 'application.generativeai.REGION.oci.oraclecloud.com',
  management: 'generativeai.REGION.oci.oraclecloud.com',
  identity: 'identity.REGION.oci.oraclecloud.com',
  auth: 'auth.REGION.oraclecloud.com',
  domain: 'idcs-local.identity.oraclecloud.com',
};

const REGIONAL = /^(identity|auth|secrets\.vaults)\.([a-z]{2,3}-[a-z0-9-]+-\d+)\.(?:oci\.)?[a-z0-9.]+$/;
const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;

export function addressOf(request: OciRequest, world: World): Address | undefined {
  const mark = request.target.indexOf('?');
  const path = mark < 0 ? request.target : request.target.slice(0, mark);
  const query = new URLSearchParams(mark < 0 ? '' : request.target.slice(mark));
  const plain = LOOPBACK.test(request.host) ? fromPrefix(path, world) : { host: withoutPort(request.host), path };
  const found = plain && serviceOf(plain.host, plain.path, world);
  return found && { ...found, path: plain.path, query };
}

/** The address that stands for a host of OCI on loopback. */
export function prefixOf(service: keyof typeof HOST_OF_PREFIX, baseUrl: string): string {
  return `${baseUrl}/${service}`;
}

function fromPrefix(path: string, world: World): { host: string; path: string } {
  const [, prefix = ''] = path.split('/', 2);
  const host = HOST_OF_PREFIX[prefix];
  return host
    ? { host: host.replace('REGION', world.region), path: path.slice(prefix.length + 1) || '/' }
    : { host: 'localhost', path };
}

function serviceOf(host: string, path: string, world: World): { service: Service; region: string } | undefined {
  const region = world.region;
  if (path === '/resourcePrincipalSessionTokens') return { service: 'proxymux', region };
  if (host === METADATA_ADDRESS || path.startsWith('/opc/v2/')) return { service: 'metadata', region };
  if (path === '/v1/x509') return { service: 'auth', region };
  if (host.endsWith('.identity.oraclecloud.com')) return { service: 'domain', region };
  const endpoint = genAiEndpoint(`https://${host}${path}`);
  if (endpoint) return { service: endpoint.plane, region: endpoint.region ?? region };
  const match = REGIONAL.exec(host);
  return match?.[2] ? { service: match[1] === 'auth' ? 'auth' : 'identity', region: match[2] } : undefined;
}

const withoutPort = (host: string): string => host.replace(/:\d+$/, '').toLowerCase();
