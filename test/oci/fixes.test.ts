import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import type { Surroundings } from '../../src/engine';
import type { Method } from '../../src/knowledge/method';
import type { Plane } from '../../src/knowledge/plane';
import { applied } from '../../src/rules/repair/edits';
import { testEngine } from '../rules/fixtures';
import { programOf } from './fixes/notebook';
import { findings, languageOf, offeredTargets, programText, repair } from './fixes/repair';
import { ARRIVALS } from './fixes/situation';
import { LocalOciHarness } from './harness/local-oci-harness';
import type { Outcome } from './harness/message';
import type { Credential, Workload } from './harness/workload';
import { predict } from './matrix/observation';

const SETUP_MS = 600_000;
const RUN_MS = 240_000;

const VAULT_SECRET = 'ocid1.vaultsecret.oc1.us-chicago-1.aaaaaaaalocalocisecret';

interface Proof {
  readonly program: string;
  readonly rule: string;
  readonly plane: Plane;
  /** The method that the program uses before. */
  readonly method: Method;
  readonly credentials: readonly Credential[];
  readonly around: Surroundings;
  /** What comes of a key that is none. */
  readonly refused?: number;
  /** What the repaired program needs to be told besides. */
  readonly env?: Readonly<Record<string, string>>;
  /** The form that chooses has no way to be there. */
  readonly without?: Workload;
  /** What the repair does not do yet. */
  readonly awaits?: string;
}

/** Inference with an IAM key is a finding only where a principal is to be had. */
const FUNCTION: Surroundings = {
  evidence: [{ workload: 'functions', certain: true, uri: 'file:///workspace/func.yaml' }],
};

const PODS: Surroundings = {
  evidence: [{ workload: 'oke', certain: true, uri: 'file:///workspace/deployment.yaml' }],
};

const withKey = (program: string, rule: string, plane: Plane, around: Surroundings = {}): Proof => ({
  program,
  rule,
  plane,
  method: 'iam-api-key',
  credentials: ['iam-api-key'],
  around,
});

const withBearer = (program: string, rule: string, plane: Plane): Proof => ({
  program,
  rule,
  plane,
  method: 'genai-api-key',
  credentials: ['genai-api-key'],
  around: {},
});

const PROOFS: readonly Proof[] = [
  withBearer('agent_fetch.ts', 'agent-with-genai-key', 'agent-runtime'),
  withBearer('native_axios.js', 'native-api-with-genai-key', 'inference-native'),
  withBearer('native_got.js', 'native-api-with-genai-key', 'inference-native'),
  withBearer('agent_alias.js', 'agent-with-genai-key', 'agent-runtime'),
  withBearer('agent_curl.sh', 'agent-with-genai-key', 'agent-runtime'),
  withBearer('agent_wget.sh', 'agent-with-genai-key', 'agent-runtime'),
  { ...withBearer('openai_dummy.ts', 'dummy-key-without-auth', 'inference-openai'), refused: 401 },
  withKey('agent.ts', 'agent-with-iam-key', 'agent-runtime'),
  withKey('agent_top.mjs', 'agent-with-iam-key', 'agent-runtime'),
  {
    ...withKey('agent_constructor.js', 'agent-with-iam-key', 'agent-runtime'),
    env: { OCI_REGION: 'us-chicago-1' },
  },
  withKey('agent.go', 'agent-with-iam-key', 'agent-runtime'),
  withKey('Chat.java', 'workload-with-iam-key', 'inference-native', FUNCTION),
  withKey('agent.py', 'agent-with-iam-key', 'agent-runtime'),
  { ...withKey('adk.py', 'agent-with-iam-key', 'agent-runtime'), without: 'oke' },
  {
    ...withKey('native.py', 'workload-with-iam-key', 'inference-native', FUNCTION),
  },
  withKey('chat_langchain.py', 'workload-with-iam-key', 'inference-native', FUNCTION),
  withKey('chat_langchain.py', 'workload-with-iam-key', 'inference-native', PODS),
  withKey('chat_llamaindex.py', 'workload-with-iam-key', 'inference-native', PODS),
  withKey('chat_litellm.py', 'workload-with-iam-key', 'inference-native', FUNCTION),
  withKey('openai_signed.py', 'workload-with-iam-key', 'inference-openai', FUNCTION),
  withKey('agent_key.ipynb', 'agent-with-iam-key', 'agent-runtime'),
  withBearer('native_bearer.ipynb', 'native-api-with-genai-key', 'inference-native'),
  withKey('readers.py', 'agent-with-iam-key', 'agent-runtime'),
  withBearer('agent_headers.py', 'agent-with-genai-key', 'agent-runtime'),
  withBearer('agent_bearer.py', 'agent-with-genai-key', 'agent-runtime'),
  withBearer('agent_urllib.py', 'agent-with-genai-key', 'agent-runtime'),
  withBearer('agent_aiohttp.py', 'agent-with-genai-key', 'agent-runtime'),
  withBearer('agent_http.go', 'agent-with-genai-key', 'agent-runtime'),
  withBearer('NativeHttp.java', 'native-api-with-genai-key', 'inference-native'),
  withBearer('AgentOkHttp.java', 'agent-with-genai-key', 'agent-runtime'),
  withBearer('AgentConnection.java', 'agent-with-genai-key', 'agent-runtime'),
  { ...withBearer('openai_dummy.py', 'dummy-key-without-auth', 'inference-openai'), refused: 401 },
  { ...withBearer('dummy_key.go', 'dummy-key-without-auth', 'inference-openai'), refused: 401 },
];

describe('fixes, proven with the real SDKs', function () {
  this.timeout(30_000);

  const engine = testEngine();
  let oci: LocalOciHarness;

  before(async () => {
    oci = await LocalOciHarness.open();
    const [key] = oci.world.genAiKeys;
    oci.world.secrets[VAULT_SECRET] = key?.items[0]?.secret ?? '';
  });
  after(() => oci.close());

  type Rest = Omit<Parameters<LocalOciHarness['run']>[0], 'language' | 'files' | 'entry'>;
  const run = (program: string, text: string, rest: Rest): Promise<Outcome> => {
    const [entry, source] = program.endsWith('.ipynb') ? ['notebook.py', programOf(text)] : [program, text];
    return oci.run({ language: languageOf(program), files: { [entry]: source }, entry, ...rest });
  };

  const calls = ({ seen }: Outcome, plane: Plane) => seen.filter(({ service }) => service === plane);

  for (const program of ['literal_key.py', 'literal_key.ts', 'literal_key.go']) {
    describe(`a literal GenAI key that moves to OCI Vault: ${program}`, () => {
      before(async function () {
        this.timeout(SETUP_MS);
        const reason = await oci.whyNot(languageOf(program));
        if (!reason) return;
        console.log(`      skipped: ${reason}`);
        this.skip();
      });

      it('is read by the principal, and then serves as before', async function () {
        this.timeout(RUN_MS);
        const key = oci.world.secrets[VAULT_SECRET] ?? '';
        const text = programText(program).replace('sk-of-the-local-oci', key);
        const uri = `file:///workspace/${program}`;
        const [finding] = await engine.lint({ uri, text });
        assert.equal(finding?.rule, 'hardcoded-genai-key');
        const before = await run(program, text, { workload: 'laptop' });
        assert.equal(before.exitCode, 0, before.stderr);
        const fix = engine.fixes(uri, finding).find(({ title }) => title.includes('OCI Vault'));
        assert.ok(fix);
        const after = applied(text, fix.edits);
        assert.ok(!after.includes(key));
        assert.deepEqual(await engine.lint({ uri, text: after }), []);
        const env = { OCI_GENAI_API_KEY_SECRET_ID: VAULT_SECRET };
        const outcome = await run(program, after, { workload: 'functions', env });
        assert.equal(outcome.exitCode, 0, `${outcome.stderr}\n${after}`);
        assert.deepEqual(
          outcome.seen
            .filter(({ service }) => service === 'identity' || service === 'inference-openai')
            .map(({ service, status, method }) => [service, status, method]),
          [
            ['identity', 200, 'resource-principal'],
            ['inference-openai', 200, 'genai-api-key'],
          ],
        );
      });
    });
  }

  describe('an OpenAI client on a path of the native API: openai_native.py', () => {
    const program = 'openai_native.py';

    it('is refused before, and keeps its key on the path of OpenAI clients', async function () {
      this.timeout(SETUP_MS);
      const reason = await oci.whyNot('python');
      if (reason) {
        console.log(`      skipped: ${reason}`);
        this.skip();
      }
      const given: Rest = { workload: 'laptop', credentials: ['genai-api-key'] };
      const uri = `file:///workspace/${program}`;
      const text = programText(program);
      const [finding] = await engine.lint({ uri, text });
      assert.equal(finding?.rule, 'native-api-with-genai-key');
      assert.notEqual((await run(program, text, given)).exitCode, 0);
      const fix = engine.fixes(uri, finding).find(({ preferred }) => preferred);
      assert.ok(fix);
      const after = applied(text, fix.edits);
      assert.deepEqual(await engine.lint({ uri, text: after }), []);
      const outcome = await run(program, after, given);
      assert.equal(outcome.exitCode, 0, outcome.stderr);
      assert.deepEqual(
        calls(outcome, 'inference-openai').map(({ status, method }) => [status, method]),
        [[200, 'genai-api-key']],
      );
    });
  });

  for (const proof of PROOFS) {
    const { program, rule, plane, method, around, awaits } = proof;
    describe(`${program}: ${rule}${around.evidence ? ` on ${around.evidence[0]?.workload}` : ''}`, () => {
      before(async function () {
        this.timeout(SETUP_MS);
        const reason = await oci.whyNot(languageOf(program));
        if (!reason) return;
        console.log(`      skipped: ${reason}`);
        this.skip();
      });

      it(`before, does what the acceptance table predicts for a ${method}`, async function () {
        this.timeout(RUN_MS);
        const found = await findings(engine, program, programText(program), around);
        assert.deepEqual([...new Set(found)], [rule]);
        const outcome = await run(program, programText(program), {
          workload: 'laptop',
          credentials: proof.credentials,
        });
        const { status: predicted, keyId } = predict(method, plane);
        const [status, seenAs] = proof.refused ? [proof.refused, undefined] : [predicted, method];
        assert.equal(outcome.exitCode === 0, status === 200, outcome.stderr);
        const seen = calls(outcome, plane);
        assert.ok(seen.length > 0, outcome.stderr);
        for (const call of seen) assert.deepEqual([call.status, call.keyId, call.method], [status, keyId, seenAs]);
      });

      it(`after, every offered switch succeeds as the principal it names${awaits ? ` (awaits: ${awaits})` : ''}`, async function () {
        this.timeout(RUN_MS);
        if (awaits) this.skip();
        const targets = await offeredTargets(engine, program, around);
        assert.ok(targets.length > 0, 'a fix is offered');
        for (const target of targets) {
          const { text, left } = await repair(engine, program, rule, target, around);
          assert.ok(!left.includes(rule), `${target}: ${left}`);
          const arrivals = ARRIVALS[target].filter(
            ({ workload }) => target !== 'by-environment' || workload !== proof.without,
          );
          for (const { method: intended, ...arrival } of arrivals) {
            const outcome = await run(program, text, { ...arrival, env: { ...proof.env, ...arrival.env } });
            const where = `${target} on ${arrival.workload}: ${outcome.stderr}\n${text}`;
            assert.equal(outcome.exitCode, 0, where);
            const seen = calls(outcome, plane);
            assert.ok(seen.length > 0, where);
            for (const call of seen)
              assert.deepEqual([call.status < 300, call.keyId, call.method], [true, 'ST$', intended], where);
          }
        }
      });
    });
  }
});
