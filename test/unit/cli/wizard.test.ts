import assert from 'node:assert/strict';
import { ensureBuilt, folderOf, principled } from './program';

const NOT_FOUND =
  "oci.exceptions.ServiceError: {'target_service': 'generative_ai_inference', 'status': 404, 'code': '404', 'message': 'Authorization failed or requested resource not found.', 'operation_name': 'chat'}";

const CODE = `import oci

client = oci.generative_ai_inference.GenerativeAiInferenceClient({}, signer=oci.auth.signers.get_resource_principals_signer())
client.chat(details)
`;

describe('advise, explain and policy in the terminal', () => {
  before(function () {
    this.timeout(120_000);
    ensureBuilt();
  });

  it('ranks methods, and says the same on one screen', () => {
    const { code, out } = principled('.', 'advise', '--call', 'agents', '--on', 'functions', '--format', 'json');
    const { ranked } = JSON.parse(out) as { ranked: { method: string; verdict: string; reason: string }[] };
    assert.equal(code, 0);
    assert.equal(ranked[0]?.method, 'resource-principal');
    assert.equal(ranked.find(({ method }) => method === 'genai-api-key')?.verdict, 'refused');
    const text = principled('.', 'advise', '--call', 'agents', '--on', 'functions').out;
    assert.ok(text.split('\n').length <= 24, text);
    assert.notEqual(principled('.', 'advise', '--call', 'agents', '--on', 'moon').code, 0);
  });

  it('explains an error in the order of a folder', () => {
    const folder = folderOf({
      'a.py': CODE,
      'team.policy': 'Allow group g to use genai-agent-family in compartment c\n',
    });
    try {
      const { out } = principled(folder.at, 'explain', '--format', 'json', '--in', '.', NOT_FOUND);
      const { causes } = JSON.parse(out) as { causes: { id: string; evidence?: string; next: string }[] };
      assert.equal(causes[0]?.id, 'policy-missing');
      assert.match(causes[0]?.evidence ?? '', /generative-ai-family/);
      assert.match(causes[0]?.next ?? '', /use generative-ai-chat/);
      assert.match(principled(folder.at, 'explain', '--in', '.', NOT_FOUND).out, /Here: no policy in this workspace/);
      const missing = principled(folder.at, 'explain', '--in', 'nowhere', NOT_FOUND);
      assert.equal(missing.code, 2);
    } finally {
      folder.remove();
    }
  });

  it('reads a bare refusal as what the folder calls, with the statements of the policy for it', () => {
    const folder = folderOf({
      'agent/a.py': `import oci
rt = oci.generative_ai_agent_runtime.GenerativeAiAgentRuntimeClient({}, signer=oci.auth.signers.InstancePrincipalsSecurityTokenSigner())
rt.create_session(details, agent_endpoint_id=endpoint)
`,
      'key/k.py': `import os
from openai import OpenAI
client = OpenAI(base_url="https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1", api_key=os.environ["OCI_GENAI_API_KEY"])
client.responses.create(model="m", input="hi")
`,
    });
    const first = (at: string, text: string): { id: string; next: string; evidence?: string } => {
      const { out } = principled(folder.at, 'explain', '--format', 'json', '--in', at, text);
      return (JSON.parse(out) as { causes: { id: string; next: string; evidence?: string }[] }).causes[0] as never;
    };
    const bare = '404 Authorization failed or requested resource not found';
    try {
      const agent = first('agent', bare);
      assert.equal(agent.id, 'agent-policy-missing');
      assert.match(agent.evidence ?? '', /agent runtime with instance principal/);
      const policy = principled(folder.at, 'policy', 'agent', '--group', '<name>').out.split('\n');
      for (const statement of policy.filter((line) => line.startsWith('Allow')))
        assert.ok(agent.next.includes(statement), `${agent.next} lacks ${statement}`);
      assert.equal(first('key', bare).id, 'key-policy-missing');
      assert.equal(first('key', '401 NotAuthenticated').id, 'genai-key-not-accepted');
      assert.equal(first('agent', '401 NotAuthenticated').id, 'principal-token-expired');
    } finally {
      folder.remove();
    }
  });

  it('has nothing to say to other errors', () => {
    const { code, out } = principled('.', 'explain', '--format', 'json', 'TypeError: x is not a function');
    assert.deepEqual([code, (JSON.parse(out) as { causes: unknown[] }).causes], [0, []]);
  });

  it('derives the policy from what is called, in every form', () => {
    const folder = folderOf({
      'a.py': CODE,
      'venv/pyvenv.cfg': '',
      'venv/b.py': CODE.replace('.chat(', '.embed_text('),
    });
    const compartment = 'ocid1.compartment.oc1..aaaa';
    const policy = (...more: string[]) =>
      principled(
        folder.at,
        'policy',
        '.',
        '--on',
        'functions',
        '--group',
        'callers',
        '--compartment',
        compartment,
        ...more,
      ).out;
    try {
      const { statements } = JSON.parse(policy('--format', 'json')) as { statements: string[] };
      assert.deepEqual(statements, [
        `Allow dynamic-group callers to use generative-ai-chat in compartment id ${compartment}`,
      ]);
      assert.match(policy('--format', 'terraform'), /oci_identity_dynamic_group[\s\S]*"callers"[\s\S]*fnfunc/);
      assert.match(policy('--format', 'cli'), /oci iam dynamic-group create --name callers/);
      assert.match(policy('--domain', 'Apps'), /dynamic-group 'Apps'\/'callers' to use generative-ai-chat/);
    } finally {
      folder.remove();
    }
  });

  it('refuses a name that no statement can hold', () => {
    for (const [option, name] of [
      ['--group', "o'brien"],
      ['--group', ''],
      ['--compartment', 'ocid1.compartment.oc1..a\nAllow any-user to manage all-resources in tenancy'],
    ] as const) {
      const { code, out, err } = principled('.', 'policy', '--plane', 'inference-native', option, name);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, /name/);
    }
  });

  it('says of a folder what the window says: workload, compartment and Kubernetes identity', () => {
    const folder = folderOf({
      'fn/func.yaml': 'schema_version: 20180708\nname: f\n',
      'fn/func.py': `${CODE}COMPARTMENT = "ocid1.compartment.oc1..aaaaexample"\n`,
      'image/Dockerfile': 'FROM fnproject/python:3.11\n',
      'image/call.py': CODE,
      'oke/k8s/app.yaml':
        'kind: Deployment\nmetadata: {name: a, namespace: prod}\nspec: {template: {spec: {serviceAccountName: bot}}}\n',
      'oke/main.py': CODE.replace('get_resource_principals', 'get_oke_workload_identity_resource_principal'),
    });
    try {
      const fn = principled(folder.at, 'policy', 'fn').out;
      assert.match(fn, /# runs in: OCI Functions, by func\.yaml\n/);
      assert.match(fn, /# ALL \{resource\.type = 'fnfunc'/);
      assert.match(fn, /use generative-ai-chat in compartment id ocid1\.compartment\.oc1\.\.aaaaexample$/m);
      const oke = principled(folder.at, 'policy', 'oke', '--cluster-id', 'ocid1.cluster.oc1..a').out;
      assert.match(oke, /namespace = 'prod', .*service_account = 'bot', .*cluster_id = 'ocid1\.cluster\.oc1\.\.a'/);
      const image = principled(folder.at, 'policy', 'image').out;
      assert.match(image, /# runs in: OCI Functions, by Dockerfile\n/);
      const other = principled(folder.at, 'policy', 'fn', '--on', 'compute', '--compartment', 'team').out;
      assert.match(other, /# ALL \{instance\.compartment\.id/);
      assert.match(other, /in compartment team$/m);
    } finally {
      folder.remove();
    }
  });

  it('checks every statement that stands in a file, and says where it found none', () => {
    const folder = folderOf({
      'one.tf': 'statements = ["Allow any-user to use generative-ai-family in tenancy"]\n',
      'near.txt': 'allow grp g to use generative-ai-chat in compartment c\n',
      'none.txt': 'hello\n',
    });
    try {
      const open = principled(folder.at, 'policy', 'check', 'one.tf');
      assert.equal(open.code, 0);
      assert.match(open.out, /warning: every principal of the tenancy/);
      const near = principled(folder.at, 'policy', 'check', 'near.txt');
      assert.equal(near.code, 1);
      assert.match(near.out, /error: 'grp' is no subject/);
      const none = principled(folder.at, 'policy', 'check', 'none.txt', '--form', 'json');
      assert.equal(none.code, 2);
      assert.deepEqual(JSON.parse(none.out), { statements: [] });
      assert.match(none.err, /Looked for lines and quoted strings/);
    } finally {
      folder.remove();
    }
  });
});
