import assert from 'node:assert/strict';
import { createHash, createSign } from 'node:crypto';
import { get } from 'node:http';
import { after, afterEach, before, describe, it } from 'mocha';
import * as common from 'oci-common';
import { GenerativeAiClient } from 'oci-generativeai';
import { GenerativeAiAgentClient } from 'oci-generativeaiagent';
import { GenerativeAiAgentRuntimeClient, type responses } from 'oci-generativeaiagentruntime';
import { GenerativeAiInferenceClient, type models } from 'oci-generativeaiinference';
import { IdentityClient } from 'oci-identity';
import { refusalOf } from '../../src/knowledge/refusal';
import { prefixOf } from './server/address';
import { startSession } from './server/issuers/credentials';
import { LocalOci } from './server/local-oci';
import { addGenAiKey } from './server/services/api-keys';
import { createUser, createWorld, type User, type World } from './server/world';

const QUIET = {
  retryConfiguration: common.NoRetryConfigurationDetails,
  circuitBreaker: new common.CircuitBreaker({ disableClientCircuitBreaker: true }),
};

const chatDetails = (compartmentId: string, extra: object = {}): models.ChatDetails => ({
  compartmentId,
  servingMode: { servingType: 'ON_DEMAND', modelId: 'meta.llama-3.3-70b-instruct' } as models.OnDemandServingMode,
  chatRequest: {
    apiFormat: 'GENERIC',
    messages: [{ role: 'USER', content: [{ type: 'TEXT', text: 'Hi' }] }],
    ...extra,
  } as unknown as models.GenericChatRequest,
});

describe('local OCI', function () {
  this.timeout(30_000);
  let world: World;
  let oci: LocalOci;

  before(async () => {
    world = await createWorld();
    oci = await LocalOci.start(world);
  });
  afterEach(() => {
    oci.inject();
    oci.forget();
  });
  after(() => oci.close());

  const userProvider = (user: User = world.users[0] as User): common.SimpleAuthenticationDetailsProvider =>
    new common.SimpleAuthenticationDetailsProvider(
      world.tenancy,
      user.ocid,
      user.fingerprint,
      user.keys.privatePem,
      null,
      common.Region.fromRegionId(world.region),
    );

  function inference(provider: common.AuthenticationDetailsProvider = userProvider()): GenerativeAiInferenceClient {
    const client = new GenerativeAiInferenceClient({ authenticationDetailsProvider: provider }, QUIET);
    client.endpoint = prefixOf('inference', oci.url);
    return client;
  }

  const chat = (client = inference(), compartment = world.compartment): Promise<unknown> =>
    client.chat({ chatDetails: chatDetails(compartment) });

  describe('signatures', () => {
    it('lets a registered key pass and names what it saw', async () => {
      await chat();
      const [seen] = oci.seenAt('inference-native');
      assert.equal(seen?.status, 200);
      assert.equal(seen?.keyId, 'tenancy/user/fingerprint');
      assert.equal(seen?.method, 'iam-api-key');
      assert.equal(seen?.principalType, 'user');
    });

    it('refuses a key that IAM has never seen', async () => {
      await assert.rejects(chat(inference(userProvider(createUser('stranger')))), {
        statusCode: 401,
        serviceCode: 'NotAuthenticated',
        message: 'The required information to complete authentication was not provided or was incorrect.',
      });
    });

    it('refuses the right key id with another private key', async () => {
      const registered = world.users[0] as User;
      const forged = { ...registered, keys: createUser('forger').keys };
      await assert.rejects(chat(inference(userProvider(forged))), { statusCode: 401 });
      assert.equal(oci.seen[0]?.flaw, 'signature');
    });

    it('refuses a date more than five minutes off, and says its own time', async () => {
      oci.inject({ kind: 'skew' });
      await assert.rejects(chat(), { statusCode: 401 });
      assert.equal(oci.seen[0]?.flaw, 'date outside the allowed skew');
    });

    it('refuses a body that is not the one signed', async () => {
      const reply = await rawSigned({ signedBody: '{"a":1}', sentBody: '{"a":2}' });
      assert.equal(reply.status, 401);
      assert.equal(oci.seen[0]?.flaw, 'body digest');
    });

    it('refuses a POST whose body is not covered', async () => {
      const reply = await rawSigned({
        signedBody: '{}',
        sentBody: '{}',
        headers: ['x-date', '(request-target)', 'host'],
      });
      assert.equal(reply.status, 401);
      assert.equal(oci.seen[0]?.flaw, 'unsigned content-length');
    });

    it('refuses a session token after it expired', async () => {
      const { token, keys } = startSession(world, -1);
      await assert.rejects(chat(inference(sessionProvider(token, keys.privatePem))), { statusCode: 401 });
    });

    it('refuses a session token with a key it does not vouch for', async () => {
      const { token } = startSession(world);
      const { keys } = startSession(world);
      await assert.rejects(chat(inference(sessionProvider(token, keys.privatePem))), { statusCode: 401 });
    });

    it('takes a session token for ST$', async () => {
      const { token, keys } = startSession(world);
      await chat(inference(sessionProvider(token, keys.privatePem)));
      assert.deepEqual([oci.seen[0]?.keyId, oci.seen[0]?.method], ['ST$', 'session-token']);
    });
  });

  describe('authorisation', () => {
    it('answers the inference host’s bare 404 without a policy', async () => {
      await assert.rejects(chat(inference(), world.closedCompartment), {
        statusCode: 404,
        message: 'Authorization failed or requested resource not found.',
      });
    });

    it('answers NotAuthorizedOrNotFound on the management plane', async () => {
      const client = new GenerativeAiClient({ authenticationDetailsProvider: userProvider() }, QUIET);
      client.endpoint = prefixOf('management', oci.url);
      await assert.rejects(client.listModels({ compartmentId: world.closedCompartment }), {
        statusCode: 404,
        serviceCode: 'NotAuthorizedOrNotFound',
      });
    });

    it('validates before it authorises', async () => {
      const details = { compartmentId: world.closedCompartment } as models.ChatDetails;
      await assert.rejects(inference().chat({ chatDetails: details }), { statusCode: 400 });
    });
  });

  describe('planes', () => {
    it('streams native chat as server-sent events', async () => {
      const details = chatDetails(world.compartment, { isStream: true });
      const body = (await inference().chat({ chatDetails: details })) as unknown as ReadableStream<Uint8Array>;
      const text = await new Response(body).text();
      assert.match(text, /^data: \{/);
      assert.match(text, /"finishReason":"stop"/);
    });

    it('embeds text', async () => {
      const { embedTextResult } = await inference().embedText({
        embedTextDetails: {
          compartmentId: world.compartment,
          inputs: ['one', 'two'],
          servingMode: { servingType: 'ON_DEMAND', modelId: 'cohere.embed-v4.0' } as models.OnDemandServingMode,
        },
      });
      assert.equal(embedTextResult.embeddings?.length, 2);
    });

    it('creates, uses and deletes an agent session', async () => {
      const client = new GenerativeAiAgentRuntimeClient({ authenticationDetailsProvider: userProvider() }, QUIET);
      client.endpoint = prefixOf('agent-runtime', oci.url);
      const agentEndpointId = world.agentEndpoint;
      const { session } = await client.createSession({ agentEndpointId, createSessionDetails: {} });
      const chatDetails = { userMessage: 'Hi', sessionId: session.id, shouldStream: false };
      const { chatResult } = (await client.chat({ agentEndpointId, chatDetails })) as responses.ChatResponse;
      assert.equal(chatResult.message?.content?.text, 'Hello from the local agent.');
      await client.deleteSession({ agentEndpointId, sessionId: session.id });
      await assert.rejects(client.getSession({ agentEndpointId, sessionId: 'none' }), { statusCode: 404 });
    });

    it('lists agents, endpoints and regions', async () => {
      const agents = new GenerativeAiAgentClient({ authenticationDetailsProvider: userProvider() }, QUIET);
      agents.endpoint = prefixOf('agent', oci.url);
      const { agentCollection } = await agents.listAgents({ compartmentId: world.compartment });
      assert.equal(agentCollection.items.length, 1);
      const identity = new IdentityClient({ authenticationDetailsProvider: userProvider() }, QUIET);
      identity.endpoint = prefixOf('identity', oci.url);
      assert.deepEqual(
        (await identity.listRegions({})).items.map(({ name }) => name),
        world.regions,
      );
    });

    for (const [host, path, service] of [
      ['inference.generativeai.us-chicago-1.oci.oraclecloud.com', '/20231130/actions/chat', 'inference-native'],
      ['inference.generativeai.us-chicago-1.ds.oci.oraclecloud.com', '/openai/v1/responses', 'inference-openai'],
      ['inference.generativeai.us-gov-ashburn-1.oci.oraclegovcloud.com', '/20260325/semanticStores', 'nl2sql'],
      ['agent-runtime.generativeai.eu-frankfurt-1.oci.oraclecloud.com', '/20240531/agentEndpoints/x', 'agent-runtime'],
      ['agent.generativeai.eu-frankfurt-1.oci.oraclecloud.com', '/20240531/agents', 'agent-management'],
      ['generativeai.us-chicago-1.oci.oraclecloud.com', '/20231130/models', 'genai-management'],
      ['generativeai.us-chicago-1.oci.oraclecloud.com', '/20231130/openai/v1/vector_stores', 'vector-stores'],
      ['application.generativeai.us-chicago-1.oci.oraclecloud.com', '/20251112/x', 'hosted-application-oauth'],
      ['identity.us-chicago-1.oci.oraclecloud.com', '/20160918/regions', 'identity'],
      ['auth.us-chicago-1.oraclecloud.com', '/v1/authentication/refresh', 'auth'],
    ] as const) {
      it(`routes ${host} ${path} to ${service}`, async () => {
        await new Promise((resolve) => get(`${oci.url}${path}`, { headers: { host } }, resolve));
        assert.deepEqual([oci.seen[0]?.service, oci.seen[0]?.status], [service, 401]);
      });
    }
  });

  describe('GenAI API keys', () => {
    const completion = (secret: string, prefix = 'inference/openai/v1'): Promise<Response> =>
      fetch(`${oci.url}/${prefix}/chat/completions`, {
        method: 'POST',
        headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
        body: JSON.stringify({ model: 'meta.llama-3.3-70b-instruct', messages: [] }),
      });

    function management(): GenerativeAiClient {
      const client = new GenerativeAiClient({ authenticationDetailsProvider: userProvider() }, QUIET);
      client.endpoint = prefixOf('management', oci.url);
      return client;
    }

    it('opens the OpenAI-compatible planes, old base and new, and no signed plane', async () => {
      const secret = addGenAiKey(world, { compartmentId: world.compartment }).items[0]?.secret ?? '';
      assert.equal((await completion(secret)).status, 200);
      assert.equal((await completion(secret, 'inference/20231130/actions/v1')).status, 200);
      const agent = await completion(secret, 'agent-runtime/20240531');
      const { status, code } = refusalOf('genai-api-key', 'agent-runtime') ?? {};
      assert.equal(agent.status, status);
      assert.equal(((await agent.json()) as { code: string }).code, code);
      assert.equal((await completion('sk-unknown', 'agent-runtime/20240531')).status, 401);
    });

    it('lives the life of a key: created, deactivated, activated, renewed, revoked', async () => {
      const client = management();
      const timeExpiry = new Date(Date.now() + 86_400_000);
      const created = await client.createApiKey({
        createApiKeyDetails: {
          displayName: 'k',
          compartmentId: world.compartment,
          keyDetails: [{ keyName: 'primary', timeExpiry }],
        },
      });
      const apiKeyId = created.apiKey.id;
      const secret = created.apiKey.keys[0]?.key ?? '';
      const setState = (state: string): Promise<unknown> =>
        client.setApiKeyState({ apiKeyId, setApiKeyStateDetails: { keyName: 'primary', state } });
      assert.equal((await completion(secret)).status, 200);
      await setState('INACTIVE');
      assert.equal((await completion(secret)).status, 401);
      await setState('ACTIVE');
      assert.equal((await completion(secret)).status, 200);
      const renewed = await client.renewApiKey({
        apiKeyId,
        renewApiKeyDetails: { details: { keyName: 'primary', timeExpiry } },
      });
      assert.equal((await completion(secret)).status, 401);
      const fresh = renewed.apiKey.keys[0]?.key ?? '';
      assert.equal((await completion(fresh)).status, 200);
      await setState('REVOKED');
      assert.equal((await completion(fresh)).status, 401);
      await assert.rejects(setState('ACTIVE'), { statusCode: 400 });
      const { apiKey } = await client.getApiKey({ apiKeyId });
      assert.equal(
        apiKey.keys.some(({ key }) => key !== undefined),
        false,
        'a secret is shown once',
      );
    });

    it('refuses keys that expired, are of another region, or unknown', async () => {
      const { compartment: compartmentId } = world;
      const expired = addGenAiKey(world, { compartmentId, lifetimeMs: -1 });
      const elsewhere = addGenAiKey(world, { compartmentId, region: 'eu-frankfurt-1' });
      for (const secret of [expired.items[0]?.secret, elsewhere.items[0]?.secret, 'sk-unknown']) {
        assert.equal((await completion(secret ?? '')).status, 401);
      }
    });

    it('answers 404 for a good key without a policy', async () => {
      const key = addGenAiKey(world, { compartmentId: world.closedCompartment });
      const reply = await completion(key.items[0]?.secret ?? '');
      assert.equal(reply.status, 404);
      assert.equal(((await reply.json()) as { code: string }).code, '404');
    });
  });

  describe('faults', () => {
    it('throttles, resets, answers html and garbage', async () => {
      oci.inject({ kind: 'throttle' });
      await assert.rejects(chat(), { statusCode: 429, serviceCode: 'TooManyRequests' });
      oci.inject({ kind: 'bad-gateway' });
      await assert.rejects(chat(), { statusCode: 502 });
      oci.inject({ kind: 'reset' });
      await assert.rejects(chat());
      oci.inject({ kind: 'garbage' });
      await assert.rejects(chat());
    });

    it('hangs until the caller gives up, and only where told', async () => {
      oci.inject({ kind: 'hang', service: 'inference-openai' });
      await chat();
      const url = `${oci.url}/inference/openai/v1/chat/completions`;
      await assert.rejects(fetch(url, { method: 'POST', signal: AbortSignal.timeout(50) }), { name: 'TimeoutError' });
    });
  });

  function sessionProvider(token: string, privatePem: string): common.SimpleAuthenticationDetailsProvider {
    const provider = userProvider();
    provider.getKeyId = () => Promise.resolve(`ST$${token}`);
    provider.getPrivateKey = () => privatePem;
    return provider;
  }

  interface RawCall {
    readonly signedBody: string;
    readonly sentBody: string;
    readonly headers?: readonly string[];
  }

  /** A signed request made by hand, to lie where no SDK would. */
  async function rawSigned(call: RawCall): Promise<Response> {
    const user = world.users[0] as User;
    const path = '/inference/20231130/actions/chat';
    const values: Record<string, string> = {
      'x-date': new Date().toUTCString(),
      '(request-target)': `post ${path}`,
      host: new URL(oci.url).host,
      'content-length': String(call.sentBody.length),
      'content-type': 'application/json',
      'x-content-sha256': createHash('sha256').update(call.signedBody).digest('base64'),
    };
    const headers = call.headers ?? Object.keys(values);
    const lines = headers.map((name) => `${name}: ${values[name]}`).join('\n');
    const signature = createSign('RSA-SHA256').update(lines).sign(user.keys.privatePem, 'base64');
    const keyId = `${world.tenancy}/${user.ocid}/${user.fingerprint}`;
    const authorization = `Signature version="1",keyId="${keyId}",algorithm="rsa-sha256",headers="${headers.join(' ')}",signature="${signature}"`;
    const { '(request-target)': _target, 'content-length': _length, ...sent } = values;
    return fetch(`${oci.url}${path}`, {
      method: 'POST',
      headers: { ...sent, authorization },
      body: call.sentBody,
    });
  }
});
