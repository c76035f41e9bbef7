import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { delegationToken, resourcePrincipalEnvironment, startSession } from '../server/issuers/credentials';
import { fingerprintOf } from '../server/keys';
import { KUBERNETES_ADDRESS, type World } from '../server/world';

/** Where a program runs; it decides what OCI hands to it without being asked. */
export type Workload = 'compute' | 'oke' | 'functions' | 'container-instances' | 'data-science' | 'laptop' | 'ci';

/** What a person put there. */
export type Credential = 'iam-api-key' | 'session-token' | 'delegation-token' | 'genai-api-key' | 'domain-client';

type Environment = Readonly<Record<string, string>>;

/** A pod reaches the metadata service of its node; the Java SDK asks it for the region. */
export const answersMetadata = (workload: Workload): boolean => workload === 'compute' || workload === 'oke';

const RESOURCE_WORKLOADS: ReadonlySet<Workload> = new Set(['functions', 'container-instances', 'data-science']);

/** The environment variables that the platform sets. */
export function ambientEnvironment(workload: Workload, world: World): Environment {
  if (RESOURCE_WORKLOADS.has(workload)) return resourcePrincipalEnvironment(world);
  if (workload !== 'oke') return {};
  return {
    KUBERNETES_SERVICE_HOST: KUBERNETES_ADDRESS,
    KUBERNETES_SERVICE_PORT_PROXYMUX: '12250',
    OCI_RESOURCE_PRINCIPAL_VERSION: '2.2',
    OCI_RESOURCE_PRINCIPAL_REGION: world.region,
  };
}

/** Writes the credentials below a home directory and returns the variables that name them. */
export function placeCredentials(credentials: readonly Credential[], home: string, world: World): Environment {
  const profiles: string[] = [];
  const environment: Record<string, string> = {};
  for (const credential of credentials) PLACE[credential]({ home, world, profiles, environment });
  if (profiles.length > 0) write(join(home, '.oci/config'), profiles.join('\n'));
  return environment;
}

interface Placing {
  readonly home: string;
  readonly world: World;
  readonly profiles: string[];
  readonly environment: Record<string, string>;
}

const PLACE: Readonly<Record<Credential, (placing: Placing) => void>> = {
  'iam-api-key': ({ home, world, profiles }) => {
    const [user] = world.users;
    if (!user) return;
    const keyFile = join(home, '.oci/oci_api_key.pem');
    write(keyFile, `${user.keys.privatePem}OCI_API_KEY`);
    profiles.push(
      profile('DEFAULT', {
        user: user.ocid,
        fingerprint: user.fingerprint,
        tenancy: world.tenancy,
        region: world.region,
        key_file: keyFile,
      }),
    );
  },
  'session-token': ({ home, world, profiles }) => {
    const { token, keys } = startSession(world);
    const directory = join(home, '.oci/sessions/SESSION');
    write(join(directory, 'token'), token);
    write(join(directory, 'oci_api_key.pem'), keys.privatePem);
    const session = {
      tenancy: world.tenancy,
      region: world.region,
      fingerprint: fingerprintOf(keys.publicPem),
      key_file: join(directory, 'oci_api_key.pem'),
      security_token_file: join(directory, 'token'),
    };
    // Without any other profile the session is also the default one.
    profiles.push(...(profiles.length > 0 ? [] : [profile('DEFAULT', session)]), profile('SESSION', session));
  },
  'delegation-token': ({ home, world, profiles }) => {
    const file = join(home, '.oci/delegation_token');
    write(file, delegationToken(world));
    profiles.push(
      profile('DELEGATION', {
        tenancy: world.tenancy,
        region: world.region,
        authentication_type: 'instance_principal',
        delegation_token_file: file,
      }),
    );
  },
  'genai-api-key': ({ world, environment }) => {
    const secret = world.genAiKeys[0]?.items[0]?.secret ?? '';
    Object.assign(environment, { OCI_GENAI_API_KEY: secret, OPENAI_API_KEY: secret });
  },
  'domain-client': ({ world, environment }) => {
    Object.assign(environment, {
      OCI_DOMAIN_URL: `https://${world.domain.host}`,
      OCI_DOMAIN_CLIENT_ID: world.domain.clientId,
      OCI_DOMAIN_CLIENT_SECRET: world.domain.clientSecret,
    });
  },
};

function profile(name: string, values: Environment): string {
  return [`[${name}]`, ...Object.entries(values).map(([key, value]) => `${key}=${value}`), ''].join('\n');
}

export function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text, { mode: 0o600 });
}
