import assert from 'node:assert/strict';
import type { Fix } from '../../../src/rules/contract';
import { applied } from '../../../src/rules/repair/edits';
import { isPipeline } from '../../../src/rules/repair/secret/pipeline';
import { testEngine } from '../../rules/fixtures';
import { fill, genaiKey } from '../../rules/material';

const ROOT = 'file:///workspace';
const KEY = genaiKey();

async function repaired(
  path: string,
  lines: readonly string[],
  rule = 'hardcoded-genai-key',
): Promise<{ fix: Fix | undefined; text: string }> {
  const engine = testEngine();
  const uri = `${ROOT}/${path}`;
  const text = `${lines.join('\n')}\n`;
  const [finding] = await engine.lint({ uri, text }, { root: ROOT });
  assert.equal(finding?.rule, rule);
  const [fix] = engine.fixes(uri, finding).filter(({ title }) => !title.startsWith('Allow '));
  return { fix, text: applied(text, fix?.edits ?? []) };
}

const SETTINGS = [
  'genai:',
  '  endpoint: https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1',
  `  api-key: ${KEY}`,
];

describe('a literal GenAI key in YAML', () => {
  it('becomes a variable only where somebody fills it in', async () => {
    const spring = await repaired('src/main/resources/application-prod.yml', SETTINGS);
    assert.match(spring.text, /api-key: \$\{OCI_GENAI_API_KEY\}$/m);
    const job = ['jobs:', '  ask:', '    env:', `      OCI_GENAI_API_KEY: ${KEY}`];
    const workflow = await repaired('.github/workflows/ask.yml', job);
    assert.match(workflow.text, /OCI_GENAI_API_KEY: \$\{\{ secrets\.OCI_GENAI_API_KEY \}\}$/m);
    const { fix, text } = await repaired('settings.yaml', SETTINGS);
    assert.ok(!text.includes('${'));
    assert.equal(fix?.title, 'Add settings.yaml to .gitignore');
    assert.equal(fix.preferred, true);
  });

  it('of a pipeline never hides the file, which would run nowhere', async () => {
    const job = ['ask:', '  variables:', `    OCI_GENAI_API_KEY: ${KEY}`];
    const paths = ['.gitlab-ci.yml', 'azure-pipelines.yml', 'bitbucket-pipelines.yml', '.github/workflows/ask.yml'];
    for (const path of paths) {
      const { fix } = await repaired(path, job);
      assert.ok(!fix?.additions && !fix?.title.includes('.gitignore'), path);
    }
    assert.ok((await repaired('app.yml', job)).fix?.title.includes('.gitignore'));
    assert.ok(isPipeline('ci/Jenkinsfile') && !isPipeline('ci/settings.yml'));
  });

  it('keeps the name under which a service has it', async () => {
    for (const entry of [
      `OCI_GENAI_API_KEY: "${KEY}"`,
      `"OCI_GENAI_API_KEY": "${KEY}"`,
      `{OCI_GENAI_API_KEY: "${KEY}"}`,
    ]) {
      const lines = entry.startsWith('{') ? [`    environment: ${entry}`] : ['    environment:', `      ${entry}`];
      const { text } = await repaired('compose.yaml', ['services:', '  ask:', ...lines]);
      assert.ok(text.includes('"${OCI_GENAI_API_KEY}"'), text);
    }
    const other = ['services:', '  ask:', '    command: ask $OCI_GENAI_API_KEY', '    environment:'];
    const { text } = await repaired('compose.yaml', [...other, `      OCI_GENAI_API_KEY: "${KEY}"`]);
    assert.ok(text.includes('"${OCI_GENAI_API_KEY_2}"'), text);
  });

  it('in a list of NAME=value keeps the name too, however it is quoted', async () => {
    for (const quote of ['', '"', "'"]) {
      const lines = ['services:', '  ask:', '    environment:', '      - LOG=info'];
      const { text } = await repaired('compose.yaml', [...lines, `      - ${quote}OCI_GENAI_API_KEY=${KEY}${quote}`]);
      assert.ok(text.endsWith(`- ${quote}OCI_GENAI_API_KEY=\${OCI_GENAI_API_KEY}${quote}\n`), text);
    }
  });

  it('of a chart or a manifest never hides the file unasked', async () => {
    const chart = await repaired('chart/values.yaml', SETTINGS);
    assert.equal(chart.fix?.preferred, false);
    const map = ['apiVersion: v1', 'kind: ConfigMap', 'data:', `  OCI_GENAI_API_KEY: ${KEY}`];
    const manifest = await repaired('k8s/map.yaml', map);
    assert.equal(manifest.fix?.preferred, false);
    assert.deepEqual(manifest.fix?.edits, []);
  });

  it('of a container comes from a Secret, and the command that makes it knows the namespace', async () => {
    const pod = ['apiVersion: v1', 'kind: Pod', 'metadata:', '  name: ask', '  namespace: team', 'spec:'];
    const env = ['  containers:', '  - name: ask', '    env:', '    - name: OCI_GENAI_API_KEY', `      value: ${KEY}`];
    const { fix, text } = await repaired('pod.yaml', [...pod, ...env]);
    assert.match(text, /^ {6}valueFrom:\n {8}secretKeyRef:\n {10}name: oci-genai-credentials\n/m);
    const make = fix?.steps?.find(({ kind }) => kind === 'make');
    assert.ok(make && 'command' in make);
    assert.equal(
      make.command,
      'kubectl create secret generic oci-genai-credentials --namespace team --from-literal=OCI_GENAI_API_KEY=<next-secret>',
    );
  });
});

describe('an IAM identity in YAML', () => {
  it('in a list of NAME=value loses its fingerprint, and nothing else', async () => {
    const lines = fill(
      '    environment:|      - WHO={{USER_OCID}}|      - WHERE={{TENANCY_OCID}}|      - KEY={{FINGERPRINT}}|',
    ).split('|');
    const { text } = await repaired('compose.yaml', ['services:', '  ask:', ...lines], 'embedded-iam-credentials');
    const left = text.split('\n').slice(2, 6);
    assert.deepEqual(left, [...lines.slice(0, 3), '      - KEY=${OCI_CLI_FINGERPRINT}']);
  });
});
