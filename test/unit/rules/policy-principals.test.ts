import assert from 'node:assert/strict';
import { applied } from '../../../src/rules/repair/edits';
import { testEngine } from '../../rules/fixtures';

const URI = 'file:///workspace/genai.policy';
const KEY = "request.principal.type='generativeaiapikey'";

async function narrowed(text: string, oke: boolean) {
  const engine = testEngine();
  const manifest = { workload: 'oke', certain: true, uri: 'file:///workspace/pod.yaml' } as const;
  const [finding] = await engine.lint({ uri: URI, text }, { evidence: oke ? [manifest] : [] });
  assert.equal(finding?.rule, 'policy-any-user-unconditional');
  return engine
    .fixes(URI, finding)
    .filter(({ title }) => title.startsWith('Open it'))
    .map(({ preferred, edits }) => ({ preferred, text: applied(text, edits) }));
}

describe('a policy that is open to everybody', () => {
  const models = 'Allow any-user to use generative-ai-family in compartment ai';
  const agents = 'Allow any-user to use genai-agent-family in compartment ai';

  it('is narrowed to nobody unasked while nothing shows who calls', async () => {
    const [first, ...others] = await narrowed(models, false);
    assert.equal(first?.text, `${models} where ALL {${KEY}}`);
    assert.ok(others.length > 0);
    for (const { preferred } of [first, ...others, ...(await narrowed(agents, false))]) assert.equal(preferred, false);
  });

  it('is narrowed to workloads where manifests show OKE, to keys when somebody chooses them', async () => {
    const fixes = await narrowed(models, true);
    assert.deepEqual(
      fixes.filter(({ preferred }) => preferred).map(({ text }) => text),
      [`${models} where ALL {request.principal.type='workload'}`],
    );
    assert.equal(fixes.at(-1)?.text, `${models} where ALL {${KEY}}`);
    assert.ok((await narrowed(agents, true)).every(({ text }) => !text.includes(KEY)));
  });

  it('keeps the condition that it has', async () => {
    const [first] = await narrowed(`${models} where target.compartment.name='ai'`, false);
    assert.equal(first?.text, `${models} where ALL {${KEY}, target.compartment.name='ai'}`);
  });
});
