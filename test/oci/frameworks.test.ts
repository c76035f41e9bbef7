import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'mocha';
import type { Method } from '../../src/knowledge/method';
import { LocalOciHarness } from './harness/local-oci-harness';
import { predict } from './matrix/observation';
import { SITUATIONS } from './matrix/situation';
import type { Service } from './server/address';

const AUTH_TYPES: Readonly<Partial<Record<Method, string>>> = {
  'iam-api-key': 'API_KEY',
  'session-token': 'SECURITY_TOKEN',
  'instance-principal': 'INSTANCE_PRINCIPAL',
  'resource-principal': 'RESOURCE_PRINCIPAL',
};

/** The planes that the program's frameworks reach between them. */
const REACHED: readonly Service[] = ['inference-native', 'inference-openai', 'agent-runtime', 'agent-management'];

const SETUP_MS = 600_000;
const RUN_MS = 180_000;

describe('Python frameworks: langchain-oci, LlamaIndex, oci-openai, ADK, LiteLLM', () => {
  const source = readFileSync(fileURLToPath(new URL('./programs/python/every_framework.py', import.meta.url)), 'utf8');
  let oci: LocalOciHarness;

  before(async function () {
    this.timeout(SETUP_MS);
    oci = await LocalOciHarness.open();
    const reason = await oci.whyNot('python');
    if (!reason) return;
    console.log(`      skipped: ${reason}`);
    this.skip();
  });
  after(() => oci.close());

  for (const [method, authType] of Object.entries(AUTH_TYPES) as [Method, string][]) {
    it(`all get an answer with ${authType}, and every plane sees the ${method}`, async function () {
      this.timeout(RUN_MS);
      const { compartment, agentEndpoint } = oci.world;
      const outcome = await oci.run({
        language: 'python',
        files: { 'main.py': source },
        entry: 'main.py',
        ...SITUATIONS[method],
        env: {
          AUTH_TYPE: authType,
          COMPARTMENT: compartment,
          AGENT_ENDPOINT: agentEndpoint,
          // Otherwise LiteLLM looks for its price list on the internet.
          LITELLM_LOCAL_MODEL_COST_MAP: 'True',
        },
        timeoutMs: RUN_MS,
      });
      assert.equal(outcome.exitCode, 0, outcome.stderr);
      const lines = outcome.stdout.split('\n').filter((line) => line.startsWith('{"framework"'));
      assert.equal(lines.length, 5, outcome.stdout);
      for (const line of lines) assert.match(line, /Hello from the local (OCI|agent)\./);
      for (const service of REACHED) {
        const calls = outcome.seen.filter((entry) => entry.service === service);
        assert.ok(calls.length > 0, service);
        const expected = predict(method, 'inference-native');
        for (const { status, keyId, method: proven } of calls) {
          assert.deepEqual({ service, status, keyId, proven }, { service, ...expected, proven: method });
        }
      }
    });
  }
});
