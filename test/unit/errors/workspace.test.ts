import assert from 'node:assert/strict';
import { explain, factsOf, profileFacts, type WorkspaceFacts } from '../../../src/advisor';
import type { MethodUse } from '../../../src/advisor/workspace-policy';
import type { CauseId } from '../../../src/knowledge/errors';
import type { Method } from '../../../src/knowledge/method';
import type { Plane } from '../../../src/knowledge/plane';
import { parseStatement } from '../../../src/knowledge/policy';

const BARE_404 = '404 Authorization failed or requested resource not found';
const BARE_401 =
  'NotAuthenticated: The required information to complete authentication was not provided or was incorrect.';
const REFUSED = { code: 'NotAuthorizedOrNotFound', message: 'Authorization failed or requested resource not found.' };

const use = (plane: Plane, methods: readonly Method[], ...operations: string[]): MethodUse => ({
  plane,
  methods,
  operations,
});
const AGENTS = use('agent-runtime', ['instance-principal'], 'create_session', 'chat');
const KEY = use('inference-openai', ['genai-api-key'], 'responses', 'embeddings');
const CHAT = use('inference-native', ['iam-api-key'], 'chat');

const idsIn = (text: string, ...uses: MethodUse[]): CauseId[] => explain(text, { uses }).causes.map(({ id }) => id);
const firstIn = (text: string, facts: WorkspaceFacts) => explain(text, facts).causes[0];

describe('explaining errors by the code of the workspace', () => {
  it('reads the bare 404 as what the code calls', () => {
    assert.deepEqual(idsIn(BARE_404, AGENTS).slice(0, 2), ['agent-policy-missing', 'resource-missing']);
    assert.equal(idsIn(BARE_404, KEY)[0], 'key-policy-missing');
    assert.equal(idsIn(BARE_404, CHAT)[0], 'policy-missing');
    assert.ok(idsIn(BARE_404, CHAT).includes('model-not-in-region'));
    assert.deepEqual(idsIn(BARE_404, AGENTS, KEY).slice(0, 2), ['agent-policy-missing', 'key-policy-missing']);
    // What the text alone suggests is still there.
    for (const id of idsIn(BARE_404)) assert.ok(idsIn(BARE_404, AGENTS).includes(id), id);
  });

  it('reads the bare 401 as what the code proves itself with', () => {
    assert.equal(idsIn(BARE_401, KEY)[0], 'genai-key-not-accepted');
    assert.equal(idsIn(BARE_401, AGENTS)[0], 'principal-token-expired');
    assert.equal(idsIn(BARE_401, use('agent-runtime', ['session-token']))[0], 'session-expired');
    assert.equal(idsIn(BARE_401, CHAT)[0], 'key-not-uploaded');
    assert.equal(idsIn(BARE_401, use('agent-runtime', ['genai-api-key']))[0], 'bearer-on-signed-plane');
  });

  it('says which call speaks for it, and lets what the text names decide', () => {
    assert.equal(
      firstIn(BARE_404, { uses: [AGENTS] })?.evidence,
      'the code here reaches agent runtime with instance principal',
    );
    const chat = `oci.exceptions.ServiceError: {'target_service': 'generative_ai_inference', 'code': '404', 'message': '${REFUSED.message}'}`;
    assert.deepEqual(idsIn(chat, AGENTS, KEY), idsIn(chat));
    const bucket = `oci.exceptions.ServiceError: {'target_service': 'object_storage', 'code': '${REFUSED.code}'}`;
    assert.deepEqual(idsIn(bucket, AGENTS, KEY), idsIn(bucket));
    // An SDK signs: what it says was said to no key.
    assert.deepEqual(idsIn(`OciError: ${REFUSED.message}`, KEY), idsIn(`OciError: ${REFUSED.message}`));
  });

  it('knows an OpenAI client that signs', () => {
    const signed = use('inference-openai', ['session-token'], 'responses');
    const refused = `openai.NotFoundError: Error code: 404 - {'code': '404', 'message': '${REFUSED.message}'}`;
    assert.deepEqual(idsIn(refused, signed).slice(0, 2), ['policy-missing', 'project-not-readable']);
    assert.equal(idsIn(refused, KEY)[0], 'key-policy-missing');
    assert.equal(idsIn(`openai.AuthenticationError: Error code: 401 - ${BARE_401}`, signed)[0], 'session-expired');
  });

  it('names the statements that the calls of the workspace need', () => {
    assert.equal(
      firstIn(BARE_404, { uses: [AGENTS] })?.next,
      'add:\nAllow dynamic-group <name> to use genai-agent-endpoint in compartment id <compartment-ocid>\nAllow dynamic-group <name> to manage genai-agent-session in compartment id <compartment-ocid>',
    );
    const key = firstIn(BARE_404, { uses: [KEY] })?.next ?? '';
    assert.match(key, /Allow any-user to manage generative-ai-response .* where all \{request\.principal\.type/);
    assert.match(key, /then create a new key/);
    const rerank = use('inference-native', ['resource-principal'], 'rerank_text');
    assert.match(
      firstIn(BARE_404, { uses: [rerank] })?.next ?? '',
      /dynamic-group <name> to use generative-ai-text-rerank/,
    );
  });

  const python = (service: string, operation: string): string =>
    `oci.exceptions.ServiceError: {'target_service': '${service}', 'status': 404, 'code': '${REFUSED.code}', 'message': '${REFUSED.message}', 'operation_name': '${operation}'}`;
  for (const [service, operation, right] of [
    ['generative_ai', 'create_api_key', 'manage generative-ai-apikey'],
    ['generative_ai', 'create_endpoint', 'manage generative-ai-endpoint'],
    ['generative_ai', 'delete_model', 'manage generative-ai-model'],
    ['generative_ai', 'list_models', 'inspect generative-ai-model'],
    ['generative_ai', 'create_generative_ai_project', 'manage generative-ai-project'],
    ['generative_ai_agent', 'create_knowledge_base', 'manage genai-agent-knowledge-base'],
    ['generative_ai_agent', 'list_agents', 'inspect genai-agent'],
    ['generative_ai_agent_runtime', 'create_session', 'use genai-agent-endpoint'],
    ['generative_ai_inference', 'embed_text', 'use generative-ai-text-embedding'],
    ['generative_ai_data', 'generate_sql_from_nl', 'use generative-ai-nl2sql'],
  ] as const) {
    it(`names the right of ${operation}`, () => {
      const next = firstIn(python(service, operation), {})?.next ?? '';
      const [add, statement = '', ...rest] = next.split('\n');
      assert.equal(add, 'add:');
      assert.ok(statement.startsWith(`Allow group <name> to ${right} in compartment id`), next);
      // Each line that begins like a statement is one, whole.
      for (const line of [statement, ...rest].filter((one) => one.startsWith('Allow')))
        assert.deepEqual(parseStatement(line).problems, [], line);
      assert.match(next, /a workload: Allow dynamic-group <name>/);
      // The operation that failed counts, whatever else the code calls.
      const { next: there = '' } = firstIn(python(service, operation), { uses: [AGENTS, CHAT, KEY] }) ?? {};
      assert.match(there, new RegExp(`to ${right} in`));
    });
  }

  it('names the right of an operation of Terraform, and none for another service', () => {
    const text = `│ Error: 404-${REFUSED.code}, ${REFUSED.message}\n│ Request Target: POST https://generativeai.us-chicago-1.oci.oraclecloud.com/20231130/endpoints\n│ Service: Generative Ai Endpoint\n│ Operation Name: CreateEndpoint`;
    const { causes, seen } = explain(text);
    assert.match(causes[0]?.next ?? '', /to manage generative-ai-endpoint in compartment id/);
    assert.deepEqual([seen.service, seen.operation, seen.status], ['Generative Ai Endpoint', 'CreateEndpoint', '404']);
    assert.doesNotMatch(firstIn(python('object_storage', 'get_object'), { uses: [CHAT] })?.next ?? '', /generative/);
  });

  it('blames no profile where the code reads none', () => {
    const held = [
      {
        label: 'DEFAULT',
        profile: 'DEFAULT',
        method: 'iam-api-key',
        problems: [{ code: 'fingerprint-mismatch', severity: 'error', message: '' }],
      },
    ] as unknown as Parameters<typeof profileFacts>[0];
    const first = (...methods: string[]) =>
      firstIn(BARE_401, {
        profiles: profileFacts(held, [{ methods, profiles: [] }]),
        uses: [use('agent-runtime', methods as Method[])],
      });
    assert.equal(first('instance-principal')?.id, 'principal-token-expired');
    assert.equal(first('genai-api-key')?.evidence?.includes('profile'), false);
    // Code that may read it is no proof that it does not.
    assert.match(first('iam-api-key')?.evidence ?? '', /\[DEFAULT\]/);
    assert.match(first('instance-principal', 'unknown')?.evidence ?? '', /\[DEFAULT\]/);
  });

  it('puts first what no policy of the workspace grants', () => {
    const policies = [parseStatement('allow group g to use generative-ai-family in compartment c')];
    const { causes } = explain(BARE_404, { uses: [CHAT, CHAT, AGENTS], policies });
    assert.equal(causes[0]?.id, 'agent-policy-missing');
    assert.match(causes[0]?.evidence ?? '', /grants genai-agent-family/);
  });
});

describe('the facts of a workspace', () => {
  it('know a place only where there is one', () => {
    const facts = (...workloads: { place: 'oke' | 'functions'; certain: boolean }[]) =>
      factsOf({ credentials: [], uses: [], policies: [], workloads });
    assert.equal(facts({ place: 'oke', certain: true }, { place: 'oke', certain: true }).place, 'oke');
    assert.equal(facts({ place: 'oke', certain: true }, { place: 'functions', certain: true }).place, undefined);
    assert.equal(facts({ place: 'oke', certain: false }).place, undefined);
  });
});
