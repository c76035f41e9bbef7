import { CertificateAuthority, type Certified } from './certificates';
import { fingerprintOf, generateKeys, type KeyPair } from './keys';
import { TokenIssuer } from './token';

export interface User {
  readonly ocid: string;
  readonly keys: KeyPair;
  readonly fingerprint: string;
}

export type GenAiKeyState = 'ACTIVE' | 'INACTIVE' | 'REVOKED' | 'EXPIRED' | 'DELETED';

/** One of the two secrets of a GenAI API key object. */
export interface GenAiKeyItem {
  readonly keyName: string;
  secret: string;
  state: GenAiKeyState;
  timeCreated: string;
  timeExpiry: string;
  timeLastUsed?: string;
}

export interface GenAiKey {
  readonly id: string;
  displayName: string;
  readonly compartmentId: string;
  readonly region: string;
  lifecycleState: 'ACTIVE' | 'DELETED';
  readonly timeCreated: string;
  readonly items: GenAiKeyItem[];
}

/** `any` stands for every proven principal, and for every compartment but the closed one. */
export interface Policy {
  readonly principal: string;
  readonly compartmentId: string;
}

/** Everything the local OCI knows: plain data, so that it can be handed to another process. */
export interface World {
  readonly region: string;
  readonly regions: readonly string[];
  readonly tenancy: string;
  readonly compartment: string;
  /** No policy reaches it unless it names it. */
  readonly closedCompartment: string;
  readonly users: User[];
  readonly policies: Policy[];
  readonly genAiKeys: GenAiKey[];
  /** Of Vault, by OCID. */
  readonly secrets: Record<string, string>;
  /** Signs every token this OCI issues. */
  readonly issuer: KeyPair;
  readonly caPem: string;
  readonly tls: Certified;
  readonly instance: Instance;
  readonly resource: { readonly ocid: string; readonly keys: KeyPair };
  readonly serviceAccountToken: string;
  readonly domain: { readonly host: string; readonly clientId: string; readonly clientSecret: string };
  readonly agentEndpoint: string;
  readonly hostedApplication: string;
  readonly hostedApplicationIam: string;
  /** On-demand models of its region. */
  readonly models: readonly string[];
}

export interface Instance extends Certified {
  readonly ocid: string;
  readonly intermediatePem: string;
  readonly rootPem: string;
}

/** Never a real OCID: the last part says what it is. */
const ocid = (type: string, name: string, region = ''): string =>
  `ocid1.${type}.oc1.${region}.aaaaaaaalocaloci${name.replaceAll('-', '')}`;

const HOUR_S = 3600;
const REGIONS = ['us-chicago-1', 'us-ashburn-1', 'us-phoenix-1', 'eu-frankfurt-1', 'uk-london-1', 'ap-osaka-1'];

export async function createWorld(region = 'us-chicago-1', regions = REGIONS): Promise<World> {
  const tenancy = ocid('tenancy', 'tenancy');
  const compartment = ocid('compartment', 'open');
  const domainHost = 'idcs-localoci.identity.oraclecloud.com';
  const [authority, instance] = await Promise.all([
    CertificateAuthority.create('CN=Local OCI test authority'),
    createInstance(tenancy, compartment, region),
  ]);
  const tls = await authority.issue({
    name: 'CN=Local OCI',
    dnsNames: ['localhost', domainHost, ...hostsOf(regions)],
    addresses: ['127.0.0.1', KUBERNETES_ADDRESS],
  });
  const issuer = generateKeys();
  return {
    region,
    regions,
    tenancy,
    compartment,
    closedCompartment: ocid('compartment', 'closed'),
    users: [createUser('developer')],
    policies: [{ principal: 'any', compartmentId: 'any' }],
    genAiKeys: [],
    secrets: {},
    issuer,
    caPem: authority.certificatePem,
    tls,
    instance,
    resource: { ocid: ocid('fnfunc', 'function', region), keys: generateKeys() },
    serviceAccountToken: new TokenIssuer(issuer).issue({ sub: 'system:serviceaccount:default:default' }, HOUR_S),
    domain: { host: domainHost, clientId: 'local-oci-client', clientSecret: 'local-oci-throwaway' },
    agentEndpoint: ocid('genaiagentendpoint', 'endpoint', region),
    hostedApplication: ocid('generativeaihostedapplication', 'hosted', region),
    hostedApplicationIam: ocid('generativeaihostedapplicationiam', 'hosted', region),
    models: ['meta.llama-3.3-70b-instruct', 'cohere.command-a-03-2025', 'openai.gpt-oss-120b', 'cohere.embed-v4.0'],
  };
}

export const KUBERNETES_ADDRESS = '10.96.0.1';
export const METADATA_ADDRESS = '169.254.169.254';

export function createUser(name: string): User {
  const keys = generateKeys();
  return { ocid: ocid('user', name), keys, fingerprint: fingerprintOf(keys.publicPem) };
}

/** Every host of OCI that the local one stands for. */
export function hostsOf(regions: readonly string[]): string[] {
  const genAi = ['generativeai', 'inference.generativeai', 'agent-runtime.generativeai'];
  const services = [...genAi, 'agent.generativeai', 'application.generativeai', 'identity', 'secrets.vaults'];
  return regions.flatMap((region) => [
    ...services.map((service) => `${service}.${region}.oci.oraclecloud.com`),
    ...genAi.slice(0, 2).map((service) => `${service}.${region}.ds.oci.oraclecloud.com`),
    `identity.${region}.oraclecloud.com`,
    `auth.${region}.oraclecloud.com`,
    `auth.${region}.oci.oraclecloud.com`,
  ]);
}

async function createInstance(tenancy: string, compartment: string, region: string): Promise<Instance> {
  const root = await CertificateAuthority.create('CN=PKISVC Identity Root');
  const intermediate = await root.intermediate('CN=PKISVC Identity Intermediate');
  const instance = ocid('instance', 'instance', region);
  const units = [
    'opc-certtype:instance',
    `opc-compartment:${compartment}`,
    `opc-instance:${instance}`,
    `opc-tenant:${tenancy}`,
  ];
  const leaf = await intermediate.issue({ name: `CN=${instance}, ${units.map((unit) => `OU=${unit}`).join(', ')}` });
  return {
    ...leaf,
    ocid: instance,
    intermediatePem: intermediate.certificatePem,
    rootPem: root.certificatePem,
  };
}
