import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import sinon from 'sinon';
import type { Material } from '../../../src/credentials/material';
import { type LiveOptions, type LiveReport, listGenAiKeys, testConnection } from '../../../src/live/main';
import { failureOutcome } from '../../../src/live/outcome';
import { resourcePrincipalEnvironment, startSession } from '../../oci/server/issuers/credentials';
import { LocalOci } from '../../oci/server/local-oci';
import { addGenAiKey } from '../../oci/server/services/api-keys';
import { createUser, createWorld, type World } from '../../oci/server/world';

type Signature = Extract<Material, { kind: 'signature' }>;

describe('test connection', () => {
  let world: World;
  let oci: LocalOci;

  // Keys and certificates are made for each run.
  before(async function () {
    this.timeout(30_000);
    world = await createWorld();
    oci = await LocalOci.start(world);
  });
  afterEach(() => oci.inject());
  after(() => oci.close());

  function apiKey(changes: Partial<Signature> = {}): Signature {
    const [user] = world.users;
    assert.ok(user);
    return {
      kind: 'signature',
      method: 'iam-api-key',
      keyId: `${world.tenancy}/${user.ocid}/${user.fingerprint}`,
      privateKey: user.keys.privatePem,
      region: world.region,
      tenancy: world.tenancy,
      ...changes,
    };
  }

  const test = (material: Material, options: LiveOptions = {}): Promise<LiveReport> =>
    testConnection(material, { loopback: oci.url, compartment: world.compartment, deadline: 5000, ...options });

  const verdicts = ({ results }: LiveReport): Record<string, string> =>
    Object.fromEntries(results.map(({ subject, verdict }) => [subject, verdict]));

  const everywhere = (verdict: string): Record<string, string> => ({
    identity: verdict,
    'inference-native': verdict,
    'inference-openai': verdict,
    'genai-management': verdict,
    'agent-management': verdict,
    'agent-runtime': verdict,
  });

  it('says what each plane says to a good key', async () => {
    assert.deepEqual(verdicts(await test(apiKey())), {
      identity: 'works',
      'inference-native': 'accepted',
      'inference-openai': 'accepted',
      'genai-management': 'works',
      'agent-management': 'works',
      'agent-runtime': 'accepted',
    });
  });

  it('names status and request id, and tells of results as they come', async () => {
    const told: string[] = [];
    const { results } = await test(apiKey(), { onResult: ({ subject }) => told.push(subject) });
    assert.equal(told.length, results.length);
    for (const { status, requestId } of results) {
      assert.ok(status);
      assert.match(requestId ?? '', /^[0-9A-F]{32}$/);
    }
  });

  it('takes a session token', async () => {
    const { token, keys } = startSession(world);
    const material = apiKey({ method: 'session-token', keyId: `ST$${token}`, privateKey: keys.privatePem });
    assert.equal(verdicts(await test(material))['agent-runtime'], 'accepted');
  });

  it('tells an expired session from a wrong one', async () => {
    const { token, keys } = startSession(world, -60);
    const material = apiKey({ method: 'session-token', keyId: `ST$${token}`, privateKey: keys.privatePem });
    assert.deepEqual(verdicts(await test(material, { expiry: Date.now() - 60_000 })), everywhere('expired'));
    assert.deepEqual(verdicts(await test(material)), everywhere('not-authenticated'));
  });

  it('sees that a key is not the registered one', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const stranger = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    assert.deepEqual(verdicts(await test(apiKey({ privateKey: stranger }))), everywhere('not-authenticated'));
  });

  it('sees that the key was revoked', async () => {
    const user = createUser('leaver');
    world.users.push(user);
    const material = apiKey({
      keyId: `${world.tenancy}/${user.ocid}/${user.fingerprint}`,
      privateKey: user.keys.privatePem,
    });
    assert.equal(verdicts(await test(material))['identity'], 'works');
    world.users.pop();
    assert.deepEqual(verdicts(await test(material)), everywhere('not-authenticated'));
  });

  it('takes the token of a principal', async () => {
    const env = resourcePrincipalEnvironment(world);
    const material = apiKey({
      method: 'resource-principal',
      keyId: `ST$${env['OCI_RESOURCE_PRINCIPAL_RPST']}`,
      privateKey: env['OCI_RESOURCE_PRINCIPAL_PRIVATE_PEM'] ?? '',
    });
    assert.equal(verdicts(await test(material))['agent-runtime'], 'accepted');
  });

  // How Node's fetch, and the one that editors put in its place, tell what came between.
  for (const [reason, message, code] of [
    ['dns', 'getaddrinfo ENOTFOUND', 'ENOTFOUND'],
    ['dns', 'net::ERR_NAME_NOT_RESOLVED', undefined],
    ['proxy', 'Proxy response (407) !== 200 when HTTP Tunneling', 'UND_ERR_ABORTED'],
    ['proxy', 'net::ERR_TUNNEL_CONNECTION_FAILED', undefined],
    ['proxy', 'net::ERR_PROXY_CONNECTION_FAILED', undefined],
    ['tls', 'self-signed certificate in certificate chain', 'SELF_SIGNED_CERT_IN_CHAIN'],
    ['tls', 'net::ERR_CERT_AUTHORITY_INVALID', undefined],
    ['unreachable', 'connect ECONNREFUSED', 'ECONNREFUSED'],
  ] as const) {
    it(`takes “${message}” for ${reason}`, () => {
      const error = Object.assign(new TypeError('fetch failed'), {
        cause: Object.assign(new Error(message), { code }),
      });
      assert.deepEqual(failureOutcome(error, false, false), { kind: 'failure', reason });
    });
  }

  it('measures how far the clock is off', async () => {
    oci.inject({ kind: 'skew' });
    const report = await test(apiKey());
    assert.deepEqual(verdicts(report), everywhere('clock-off'));
    assert.equal(report.results[0]?.words, 'the clock of this machine is 10 minutes behind');
  });

  it('tells a missing policy from a wrong key', async () => {
    const found = verdicts(await test(apiKey(), { compartment: world.closedCompartment }));
    assert.equal(found['identity'], 'works');
    assert.equal(found['genai-management'], 'no-policy');
    assert.equal(found['agent-management'], 'no-policy');
    assert.equal(found['inference-openai'], 'no-policy');
  });

  it('says that it is throttled', async () => {
    oci.inject({ kind: 'throttle', service: 'genai-management' });
    assert.equal(verdicts(await test(apiKey()))['genai-management'], 'throttled');
  });

  for (const [kind, verdict] of [
    ['reset', 'unreachable'],
    ['garbage', 'not-oci'],
    ['bad-gateway', 'not-oci'],
  ] as const) {
    it(`judges ${kind}`, async () => {
      oci.inject({ kind });
      assert.deepEqual(verdicts(await test(apiKey())), everywhere(verdict));
    });
  }

  it('ends a check that hangs, and no other', async () => {
    oci.inject({ kind: 'hang', service: 'agent-management' });
    const found = verdicts(await test(apiKey(), { deadline: 700 }));
    assert.equal(found['agent-management'], 'timeout');
    assert.equal(found['genai-management'], 'works');
  });

  it('stops when it is cancelled', async () => {
    oci.inject({ kind: 'hang' });
    const stop = new AbortController();
    const running = test(apiKey(), { signal: stop.signal });
    stop.abort();
    assert.deepEqual(verdicts(await running), everywhere('cancelled'));
  });

  it('asks each plane once', async () => {
    oci.forget();
    oci.inject({ kind: 'throttle' });
    await test(apiKey());
    assert.equal(oci.seen.length, 6);
  });

  it('does not trust an unknown certificate', async () => {
    assert.deepEqual(verdicts(await test(apiKey(), { loopback: oci.secureUrl })), everywhere('tls'));
  });

  it('asks for a GenAI API key on the OpenAI-compatible path only', async () => {
    oci.forget();
    const { items } = addGenAiKey(world, { compartmentId: world.compartment });
    const secret = items[0]?.secret ?? '';
    const report = await test({ kind: 'bearer', secret, region: world.region });
    assert.deepEqual(verdicts(report), {
      'inference-native': 'method-refused',
      'inference-openai': 'accepted',
      'genai-management': 'method-refused',
      'agent-management': 'method-refused',
      'agent-runtime': 'method-refused',
    });
    assert.deepEqual(
      oci.seen.map(({ service }) => service),
      ['inference-openai'],
    );
    const wrong = await test({ kind: 'bearer', secret: `sk-${'0'.repeat(48)}`, region: world.region });
    assert.equal(verdicts(wrong)['inference-openai'], 'key-not-accepted');
  });

  for (const [state, change] of [
    ['revoked', { state: 'REVOKED' }],
    ['deactivated', { state: 'INACTIVE' }],
    ['expired', { timeExpiry: new Date(0).toISOString() }],
  ] as const) {
    it(`sees that a GenAI API key is ${state}`, async () => {
      const [item] = addGenAiKey(world, { compartmentId: world.compartment }).items;
      assert.ok(item);
      const material: Material = { kind: 'bearer', secret: item.secret, region: world.region };
      assert.equal(verdicts(await test(material))['inference-openai'], 'accepted');
      Object.assign(item, change);
      assert.equal(verdicts(await test(material))['inference-openai'], 'key-not-accepted');
    });
  }

  it('lists the GenAI API keys of a compartment with their state and end, and no secret', async () => {
    const compartment = `ocid1.compartment.oc1..${'lists'.repeat(5)}`;
    const { id, items } = addGenAiKey(world, { compartmentId: compartment, displayName: 'team' });
    Object.assign(items[1] ?? {}, { state: 'REVOKED' });
    const keys = await listGenAiKeys(apiKey(), { compartment, loopback: oci.url });
    assert.ok(!('verdict' in keys));
    assert.deepEqual(
      keys.map(({ ocid, name, state, region, expires }) => [ocid, name, state, region, typeof expires]),
      [
        [id, 'team · key-one', 'ACTIVE', world.region, 'number'],
        [id, 'team · key-two', 'REVOKED', world.region, 'number'],
      ],
    );
    for (const { secret } of items) assert.equal(JSON.stringify(keys).includes(secret.slice(3)), false);
  });

  it('says why it lists none', async () => {
    const stranger = createUser('stranger');
    const wrong = apiKey({ keyId: `${world.tenancy}/${stranger.ocid}/${stranger.fingerprint}` });
    const answers = [
      await listGenAiKeys(wrong, { compartment: world.compartment, loopback: oci.url }),
      await listGenAiKeys(apiKey({ region: 'nowhere' }), { compartment: world.compartment }),
    ];
    assert.deepEqual(
      answers.map((one) => ('verdict' in one ? one.verdict : one)),
      ['not-authenticated', 'region-unusable'],
    );
  });

  it('sees that a GenAI API key is of another region', async () => {
    const region = world.regions.find((one) => one !== world.region) ?? '';
    const [item] = addGenAiKey(world, { compartmentId: world.compartment, region }).items;
    const report = await test({ kind: 'bearer', secret: item?.secret ?? '', region: world.region });
    assert.equal(verdicts(report)['inference-openai'], 'key-not-accepted');
  });

  it('says nothing secret', async () => {
    const { token, keys } = startSession(world);
    const material = apiKey({ method: 'session-token', keyId: `ST$${token}`, privateKey: keys.privatePem });
    const kinds = ['reset', 'garbage', 'skew'] as const;
    let said = '';
    for (const kind of kinds) {
      oci.inject({ kind });
      said += JSON.stringify(await test(material));
    }
    // A line break in a token makes fetch quote the header.
    said += JSON.stringify(await test({ ...material, keyId: `ST$${token}\n` }));
    for (const secret of [token, keys.privatePem, keys.privatePem.split('\n')[3] ?? '']) {
      assert.equal(said.includes(secret), false);
    }
  });

  describe('of hosts', () => {
    let asked: string[];
    let fail: string | undefined;

    beforeEach(() => {
      asked = [];
      fail = undefined;
      sinon.stub(globalThis, 'fetch').callsFake(async (url) => {
        asked.push(new URL(String(url)).hostname);
        if (fail) throw Object.assign(new TypeError('fetch failed'), { cause: { code: fail } });
        return new Response('{}', { headers: { 'content-type': 'application/json' } });
      });
    });
    afterEach(() => sinon.restore());

    it('sends nothing to one that is not OCI or this machine', async () => {
      for (const region of ['evil.example', 'us-chicago-1.evil.example/', '']) {
        const report = await testConnection(apiKey({ region }));
        assert.deepEqual(verdicts(report), { identity: 'region-unusable' });
      }
      for (const loopback of [
        'http://example.com',
        'http://user@127.0.0.1',
        'file:///etc',
        'http://127.0.0.1.example.com',
      ]) {
        assert.deepEqual(verdicts(await test(apiKey(), { loopback })), { identity: 'endpoint-unusable' });
      }
      assert.deepEqual(asked, []);
    });

    it('asks a region that is too new to be known, in the realm of the tenancy', async () => {
      const report = await testConnection(apiKey({ region: 'eu-lisbon-1' }));
      assert.equal(verdicts(report)['identity'], 'works');
      assert.ok(
        asked.every((host) => host.endsWith('.eu-lisbon-1.oci.oraclecloud.com')),
        String(asked),
      );
      const german = await testConnection(apiKey({ region: 'eu-lisbon-1', tenancy: 'ocid1.tenancy.oc19..aaaa' }));
      assert.equal(verdicts(german)['identity'], 'works');
      assert.ok(asked.at(-1)?.endsWith('.eu-lisbon-1.oci.oraclecloud.eu'));
    });

    it('names the region that a mistyped one is nearest to', async () => {
      fail = 'ENOTFOUND';
      const { results } = await testConnection(apiKey({ region: 'us-chicgo-1' }));
      assert.equal(results[0]?.verdict, 'region-unusable');
      assert.equal(results[0]?.words, 'no region is called us-chicgo-1: us-chicago-1 is the nearest name');
      const nobodys = await testConnection(apiKey({ region: 'us-chicgo-1', tenancy: '' }));
      assert.match(nobodys.results[0]?.words ?? '', /us-chicago-1/);
    });

    it('sees a region of another realm before it asks', async () => {
      const { results } = await testConnection(apiKey({ region: 'us-langley-1' }));
      assert.deepEqual(
        results.map(({ verdict, words }) => [verdict, words]),
        [['wrong-region', 'us-langley-1 is of the realm oc2, the tenancy of oc1']],
      );
      assert.deepEqual(asked, []);
    });
  });
});
