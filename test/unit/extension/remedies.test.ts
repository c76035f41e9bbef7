import assert from 'node:assert/strict';
import { NOTHING_FOUND, type Survey, type UseFact } from '../../../src/advisor';
import type { Credential } from '../../../src/credentials/credential';
import { remediesFor } from '../../../src/extension/explain/remedies';
import type { Known } from '../../../src/extension/explain/remedy';
import { CAUSES, type CauseId } from '../../../src/knowledge/errors';
import { METHODS } from '../../../src/knowledge/method';
import { parseStatement } from '../../../src/knowledge/policy';

const use = (uri: string, fact: Partial<UseFact>): UseFact => ({
  uri: `file:///w/${uri}`,
  line: 6,
  plane: 'inference-native',
  operations: [],
  methods: [],
  profiles: [],
  named: [],
  language: 'python',
  ...fact,
});

const STATEMENT = 'Allow group g to use generative-ai-family in compartment c';
const SURVEY: Survey = {
  ...NOTHING_FOUND,
  uses: [
    ...METHODS.map((method) => use(`${method}.py`, { methods: [method] })),
    use('openai.py', { plane: 'inference-openai', methods: ['genai-api-key'], operations: ['responses'] }),
    use('hosted.py', { plane: 'hosted-application-oauth', methods: ['idcs-oauth'] }),
    use('agent.ts', { plane: 'agent-runtime', methods: ['instance-principal'], language: 'typescript' }),
    use('lite.py', { framework: 'litellm', methods: ['iam-api-key'], profiles: ['APP'] }),
  ],
  workloads: [{ place: 'oke', uri: 'file:///w/k8s/pod.yaml', certain: true }],
  policies: [{ uri: 'file:///w/team.policy', line: 1, text: STATEMENT, statement: parseStatement(STATEMENT) }],
  providers: [{ uri: 'file:///w/main.tf', line: 3, variables: [] }],
};

const credential = (profile: string, line: number): Credential => ({
  id: profile,
  label: profile,
  profile,
  source: 'config',
  origin: '~/.oci/config',
  method: 'iam-api-key',
  problems: [],
  reach: [],
  location: { file: '/home/ann/.oci/config', line },
});

const KNOWN: Known = {
  seen: {},
  survey: SURVEY,
  credentials: [credential('DEFAULT', 0), credential('APP', 7)],
  uriOf: (file) => `file://${file}`,
};
const IDS = Object.keys(CAUSES) as CauseId[];

const shown = (id: CauseId, known: Known = KNOWN): string[] =>
  remediesFor({ id }, known).map((one) =>
    one.kind === 'jump' ? `${one.uri.split('/').pop()}:${one.line}` : one.kind === 'test' ? 'test' : one.command,
  );

describe('What can be done about a cause', () => {
  it('is never nothing where the workspace and the machine have what it is about', () => {
    for (const id of IDS) assert.ok(shown(id).length > 0, id);
  });

  it('is never a button twice, and never more than three', () => {
    for (const id of IDS) {
      const labels = remediesFor({ id }, KNOWN).map(({ label }) => label);
      assert.equal(new Set(labels).size, labels.length, id);
      assert.ok(labels.length <= 3, id);
    }
  });

  it('leads nowhere where nothing is', () => {
    for (const id of IDS) {
      const remedies = remediesFor({ id }, { ...KNOWN, survey: NOTHING_FOUND, credentials: [] });
      assert.ok(
        remedies.every(({ kind }) => kind === 'command'),
        id,
      );
    }
    assert.deepEqual(shown('principal-token-expired', { ...KNOWN, survey: NOTHING_FOUND }), []);
  });

  it('leads to the line of the client that the cause is about', () => {
    const lines: readonly (readonly [CauseId, string])[] = [
      ['no-resource-principal', 'resource-principal.py:6'],
      ['plain-profile-with-session-auth', 'session-token.py:6'],
      ['delegation-token-missing', 'delegation-token.py:6'],
      ['genai-key-other-region', 'genai-api-key.py:6'],
      ['key-sent-to-openai', 'openai.py:6'],
      ['hosted-application-token', 'hosted.py:6'],
      ['litellm-credentials', 'lite.py:6'],
      ['unawaited-provider', 'agent.ts:6'],
      ['terraform-credentials', 'main.tf:3'],
      ['oke-token-refused', 'pod.yaml:0'],
    ];
    for (const [id, at] of lines) assert.equal(shown(id)[0], at, id);
  });

  it('opens the profile that the code reads, and makes one where there is none', () => {
    assert.equal(shown('config-syntax')[0], 'config:7');
    assert.equal(shown('config-syntax', { ...KNOWN, survey: NOTHING_FOUND })[0], 'config:0');
    assert.deepEqual(shown('config-syntax', { ...KNOWN, credentials: [] }), ['principled.addProfile']);
  });

  it('asks OCI where only OCI can tell', () => {
    for (const id of ['host-unreachable', 'certificate-untrusted', 'service-fault', 'rate-limited'] as const)
      assert.deepEqual(shown(id), ['test'], id);
    assert.ok(shown('no-instance-principal').includes('principled.askMachine'));
    assert.ok(shown('genai-key-not-accepted').includes('principled.listGenAiKeys'));
  });

  it('goes to a client that nobody sees through before it goes nowhere, and to no other', () => {
    const uses = [use('other.py', { methods: ['iam-api-key'] }), use('hidden.py', { methods: ['unknown'] })];
    assert.equal(shown('no-resource-principal', { ...KNOWN, survey: { ...SURVEY, uses } })[0], 'hidden.py:6');
    const clear = { ...SURVEY, uses: uses.slice(0, 1) };
    assert.deepEqual(shown('no-resource-principal', { ...KNOWN, survey: clear }), ['principled.setUp']);
  });
});
