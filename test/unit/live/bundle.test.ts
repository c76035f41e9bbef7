import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import type { Material } from '../../../src/credentials/material';
import type { LiveOptions } from '../../../src/live/main';
import { delegationToken, resourcePrincipalEnvironment, startSession } from '../../oci/server/issuers/credentials';
import { generateKeys } from '../../oci/server/keys';
import { LocalOci } from '../../oci/server/local-oci';
import { addGenAiKey } from '../../oci/server/services/api-keys';
import { createWorld, type World } from '../../oci/server/world';
import { ShippedBundle } from './bundle';
import { ConnectProxy } from './connect-proxy';

const GOOD = {
  identity: 'works',
  'inference-native': 'accepted',
  'inference-openai': 'accepted',
  'genai-management': 'works',
  'agent-management': 'works',
  'agent-runtime': 'accepted',
};
const BAD = Object.fromEntries(Object.keys(GOOD).map((subject) => [subject, 'not-authenticated']));

describe('the live checks as they ship', function () {
  this.timeout(60_000);
  let world: World;
  let oci: LocalOci;
  let bundle: ShippedBundle;
  /** Whatever went to the console or came back. */
  let told = '';

  before(async () => {
    [world, bundle] = await Promise.all([createWorld(), ShippedBundle.build()]);
    oci = await LocalOci.start(world);
  });
  afterEach(() => oci.inject());
  after(async () => {
    bundle?.remove();
    await oci?.close();
  });

  async function verdicts(
    material: Material,
    environment: Readonly<Record<string, string>> = {},
    options: LiveOptions = {},
  ): Promise<Record<string, string>> {
    const { report, said } = await bundle.ask(material, { loopback: oci.url, deadline: 8000, ...options }, environment);
    told += said + JSON.stringify(report);
    return Object.fromEntries(report.results.map(({ subject, verdict }) => [subject, verdict]));
  }

  function signature(keyId: string, privateKey: string, method: 'iam-api-key' | 'session-token'): Material {
    return { kind: 'signature', method, keyId, privateKey, region: world.region, tenancy: world.tenancy };
  }

  it('judge an API signing key', async () => {
    const { ocid, fingerprint, keys } = world.users[0] ?? assert.fail();
    const keyId = `${world.tenancy}/${ocid}/${fingerprint}`;
    assert.deepEqual(await verdicts(signature(keyId, keys.privatePem, 'iam-api-key')), GOOD);
    assert.deepEqual(await verdicts(signature(keyId, generateKeys().privatePem, 'iam-api-key')), BAD);
  });

  it('judge a session', async () => {
    const [live, dead] = [startSession(world), startSession(world, -60)];
    const material = ({ token, keys }: typeof live): Material =>
      signature(`ST$${token}`, keys.privatePem, 'session-token');
    assert.deepEqual(await verdicts(material(live)), GOOD);
    assert.equal((await verdicts(material(dead), {}, { expiry: Date.now() - 60_000 }))['identity'], 'expired');
  });

  it('judge an instance principal, in its own tenancy', async () => {
    const material: Material = { kind: 'principal', method: 'instance-principal' };
    assert.deepEqual(await verdicts(material), GOOD);
    oci.inject({ kind: 'reset', service: 'metadata' });
    assert.deepEqual(await verdicts(material, {}, { askDeadline: 1500 }), { identity: 'no-principal' });
    oci.inject({ kind: 'reset', service: 'auth' });
    assert.deepEqual(await verdicts(material), { identity: 'principal-refused' });
  });

  it('judge a resource principal', async () => {
    const material: Material = { kind: 'principal', method: 'resource-principal' };
    const environment = resourcePrincipalEnvironment(world);
    assert.deepEqual(await verdicts(material, environment), GOOD);
    const stolen = { ...environment, OCI_RESOURCE_PRINCIPAL_PRIVATE_PEM: generateKeys().privatePem };
    assert.deepEqual(await verdicts(material, stolen), BAD);
    assert.deepEqual(await verdicts(material), { identity: 'no-principal' });
  });

  it('judge the workload identity of a pod', async () => {
    const material: Material = { kind: 'principal', method: 'oke-workload-identity', region: world.region };
    const cluster = { KUBERNETES_SERVICE_HOST: '127.0.0.1', KUBERNETES_SERVICE_PORT_PROXYMUX: securePort(oci) };
    const pod = bundle.pod(world.serviceAccountToken, world.caPem);
    assert.deepEqual(await verdicts(material, { ...cluster, ...pod }), GOOD);
    bundle.pod('another', world.caPem);
    assert.deepEqual(await verdicts(material, { ...cluster, ...pod }), { identity: 'principal-refused' });
    assert.deepEqual(await verdicts(material), { identity: 'no-principal' });
  });

  it('judge a delegation token', async () => {
    const material = (delegation: string): Material => ({ kind: 'principal', method: 'delegation-token', delegation });
    assert.deepEqual(await verdicts(material(delegationToken(world))), GOOD);
    assert.ok(oci.seen.some(({ method }) => method === 'delegation-token'));
    assert.deepEqual(await verdicts(material(delegationToken(world, 0))), BAD);
  });

  it('judge a GenAI API key', async () => {
    const [item] = addGenAiKey(world, { compartmentId: world.compartment }).items;
    assert.ok(item);
    const material: Material = { kind: 'bearer', secret: item.secret, region: world.region };
    assert.equal((await verdicts(material))['inference-openai'], 'accepted');
    item.state = 'REVOKED';
    assert.equal((await verdicts(material))['inference-openai'], 'key-not-accepted');
  });

  describe('behind a proxy, with the names of OCI itself', () => {
    let proxy: ConnectProxy;
    afterEach(() => proxy.close());

    async function through(environment: Readonly<Record<string, string>>, options: LiveOptions = {}) {
      const { ocid, fingerprint, keys } = world.users[0] ?? assert.fail();
      const material = signature(`${world.tenancy}/${ocid}/${fingerprint}`, keys.privatePem, 'iam-api-key');
      const { report, said } = await bundle.ask(material, { deadline: 8000, ...options }, environment, proxy.url);
      told += said + JSON.stringify(report);
      return Object.fromEntries(report.results.map(({ subject, verdict }) => [subject, verdict]));
    }
    const everywhere = (verdict: string): Record<string, string> =>
      Object.fromEntries(Object.keys(GOOD).map((subject) => [subject, verdict]));

    it('work through it', async () => {
      proxy = await ConnectProxy.start(Number(securePort(oci)));
      assert.deepEqual(await through(bundle.trusting(world.caPem)), GOOD);
      assert.ok(proxy.asked.includes(`agent-runtime.generativeai.${world.region}.oci.oraclecloud.com:443`));
    });

    it('see an authority that nobody trusts', async () => {
      proxy = await ConnectProxy.start(Number(securePort(oci)));
      assert.deepEqual(await through({}), everywhere('tls'));
    });

    it('see a proxy that wants a login', async () => {
      proxy = await ConnectProxy.start(Number(securePort(oci)), 'Basic nobody has it');
      assert.deepEqual(await through(bundle.trusting(world.caPem)), everywhere('proxy'));
    });
  });

  // Last: it looks at what all the others heard.
  describe('in all of this', () => {
    it('say nothing secret, on the console neither', () => {
      const pems = [...world.users.map(({ keys }) => keys.privatePem), world.resource.keys.privatePem];
      const secrets = [
        ...pems.flatMap((pem) => pem.split('\n').slice(1, -2)),
        ...world.genAiKeys.flatMap(({ items }) => items.map(({ secret }) => secret)),
        world.serviceAccountToken,
        'eyJ',
      ];
      assert.deepEqual(
        secrets.filter((secret) => told.includes(secret)),
        [],
      );
    });
  });
});

const securePort = ({ secureUrl }: LocalOci): string => new URL(secureUrl).port;
