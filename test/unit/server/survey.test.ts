import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { CancellationToken } from 'vscode-languageserver/node';
import type { Survey } from '../../../src/advisor';
import { createEngine } from '../../../src/engine';
import { TERRAFORM_INPUTS } from '../../../src/knowledge/environment';
import { Surroundings } from '../../../src/machine/surroundings';
import { DiskFiles } from '../../../src/machine/workspace-files';
import { survey } from '../../../src/server/survey';
import { grammarFile } from '../../rules/fixtures';

const AGENT = `import oci\n\nclient = oci.generative_ai_agent_runtime.GenerativeAiAgentRuntimeClient({})\n`;

const FILES: Readonly<Record<string, string>> = {
  'chat.py': `import oci

COMPARTMENT = "ocid1.compartment.oc1..exampleone"
client = oci.generative_ai_inference.GenerativeAiInferenceClient(
    {}, signer=oci.auth.signers.get_resource_principals_signer(),
    service_endpoint="https://inference.generativeai.eu-frankfurt-1.oci.oraclecloud.com",
)
client.embed_text(details)
client.chat(details)
other.rerank_text(details)
`,
  'chain.py': `from langchain_oci import ChatOCIGenAI

llm = ChatOCIGenAI(model_id="m", auth_type="RESOURCE_PRINCIPAL")
`,
  'responses.py': `import os
from openai import OpenAI

client = OpenAI(
    base_url="https://inference.generativeai.eu-frankfurt-1.oci.oraclecloud.com/openai/v1",
    api_key=os.environ["OCI_GENAI_API_KEY"],
)
client.chat.completions.create(model="m", messages=[])
client.vector_stores.files.list("v")
`,
  'elsewhere.py': `import oci

config = oci.config.from_file("/etc/team/oci", "PROD")
client = oci.generative_ai_inference.GenerativeAiInferenceClient(config)
`,
  'ask.sh': 'oci generative-ai-inference chat-result chat --auth api_key\n',
  'func.yaml': 'schema_version: 20180708\nname: f\n',
  'infra/main.tf': `resource "oci_identity_policy" "p" {
  statements = [
    "Allow dynamic-group d to use generative-ai-chat in compartment c",
  ]
}
`,
  'infra/provider.tf': '# provider "oci" is below\nprovider "aws" {}\nprovider "oci" {\n  auth = "SecurityToken"\n}\n',
  'keys/provider.tf': `provider "oci" {
  # fingerprint = var.fingerprint
  user_ocid = "\${var.user_ocid}" // and not {
  private_key = <<KEY
\${file(var.key)}
KEY
}

resource "oci_core_vcn" "x" { compartment_id = var.tenancy_ocid }
`,
  'plain/provider.tf': `/*
provider "oci" {
}
*/
resource "provider" "oci" {}
provider "oci" {
  region = "eu-frankfurt-1"
}
provider "oci" {
  alias       = "two"
  description = "var.key is not read"
  user_ocid   = var.test != "" ? lookup(var.all, "x", coalesce(var.user_ocid, "}")) : null /* var.old */
}
locals {
  text = <<EOT
provider "oci" { user_ocid = var.user_ocid }
EOT
}
`,
  'set/provider.tf': 'provider "oci" {\n  user_ocid = var.user_ocid\n  private_key_path = var.private_key_path\n}\n',
  'set/terraform.tfvars': 'user_ocid = "ocid1.user.oc1..example"\n',
  'set/other.tfvars': 'private_key_path = "~/.oci/key.pem"\n',
  'infra/one.tf': 'x = { statements = ["Allow group g to use generative-ai-chat in compartment c"] }\n',
  'clients/auth.py': `import oci

def client():
    return oci.generative_ai_inference.GenerativeAiInferenceClient({}, signer=oci.auth.signers.get_resource_principals_signer())

class Service:
    def __init__(self):
        self.embedder = oci.generative_ai_inference.GenerativeAiInferenceClient({})
`,
  'clients/main.py': `from auth import Service, client

c = client()
c.rerank_text(None)
Service().embedder.embed_text(None)
c.unrelated(None)
`,
  'k8s/app.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: {name: a, namespace: prod}
spec:
  template:
    spec:
      serviceAccountName: bot
`,
  'README.md': 'Nothing.\n',
  '.git/HEAD': 'ref: refs/heads/main\n',
  '.gitignore': 'ignored/\n',
  'ignored/agent.py': AGENT,
  'ignored/team.policy': 'Allow group g to use generative-ai-chat in compartment c\n',
  'venv/pyvenv.cfg': 'home = /usr/bin\n',
  'venv/lib/agent.py': AGENT,
};

describe('The survey of a workspace', () => {
  let root: string;
  let found: Survey;

  const look = (roots: readonly string[], token = CancellationToken.None): Promise<Survey> =>
    survey({
      roots,
      engine: createEngine({ grammars: grammarFile, files: new DiskFiles() }),
      surroundings: new Surroundings({ roots, userConfig: false, trusted: true }),
      token,
    });

  before(async () => {
    root = mkdtempSync(path.join(os.tmpdir(), 'survey-'));
    for (const [name, text] of Object.entries(FILES)) {
      mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
      writeFileSync(path.join(root, name), text);
    }
    found = await look([root]);
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  const useIn = (name: string): Survey['uses'][number] => {
    const use = found.uses.find(({ uri }) => uri.endsWith(`/${name}`));
    assert.ok(use, name);
    return use;
  };

  it('tells the config file, the variable and the CLI that a use gets its credential from', () => {
    assert.deepEqual(useIn('elsewhere.py').elsewhere, [{ file: '/etc/team/oci', profile: 'PROD' }]);
    assert.deepEqual(useIn('elsewhere.py').profiles, []);
    assert.deepEqual(useIn('responses.py').variables, ['OCI_GENAI_API_KEY']);
    assert.deepEqual([useIn('ask.sh').cli, useIn('chat.py').cli], [true, false]);
  });

  it('finds each client with its plane, place, methods, region and the operations called on it', () => {
    const use = useIn('chat.py');
    assert.equal(use.plane, 'inference-native');
    assert.equal(use.line, 3);
    assert.deepEqual(use.methods, ['resource-principal']);
    assert.equal(use.region, 'eu-frankfurt-1');
    assert.deepEqual([...use.operations].sort(), ['chat', 'embed_text']);
  });

  it('knows frameworks, and what their classes call', () => {
    const use = useIn('chain.py');
    assert.equal(use.framework, 'langchain');
    assert.deepEqual(use.operations, ['chat']);
  });

  it('follows members of members of an OpenAI client', () => {
    const { operations } = useIn('responses.py');
    assert.ok(operations.includes('chatcompletions'), operations.join());
    assert.ok(!operations.includes('chat'), 'chat alone is no operation of it');
  });

  it('finds the workload, regions, OCIDs, languages and policies', () => {
    assert.deepEqual(
      found.workloads.map(({ place, account }) => [place, account]),
      [
        ['functions', undefined],
        ['oke', { namespace: 'prod', name: 'bot' }],
      ],
    );
    assert.deepEqual(found.regions, ['eu-frankfurt-1']);
    assert.deepEqual(found.ocids.compartment, ['ocid1.compartment.oc1..exampleone']);
    assert.equal(found.languages[0], 'python');
    assert.equal(found.policies.length, 2, 'those in a list on one line too');
    assert.equal(found.policies[0]?.line, 2);
    assert.match(found.policies[0]?.text ?? '', /^Allow dynamic-group d/);
  });

  it('finds where Terraform gets its credentials', () => {
    assert.deepEqual(
      found.providers.map(({ uri, line, variables }) => [path.basename(uri), line, variables]),
      [
        ['provider.tf', 2, []],
        ['provider.tf', 0, ['user_ocid', 'key']],
        ['provider.tf', 5, [...TERRAFORM_INPUTS]],
        ['provider.tf', 8, ['all', 'user_ocid']],
        ['provider.tf', 0, ['private_key_path']],
      ],
    );
  });

  it('finds what other modules call on a client that they import', () => {
    const [first, second] = found.uses.filter(({ uri }) => uri.endsWith('/clients/auth.py'));
    assert.deepEqual(first?.operations, ['rerank_text']);
    assert.deepEqual(second?.operations, ['embed_text']);
    assert.ok(!found.uses.some(({ uri }) => uri.endsWith('/clients/main.py')));
  });

  it('leaves out what git ignores and what is installed', () => {
    assert.ok(!found.uses.some(({ plane }) => plane === 'agent-runtime'));
    assert.equal(found.partial, false);
  });

  it('looks at every file, however many there are', async () => {
    const many = mkdtempSync(path.join(os.tmpdir(), 'survey-many-'));
    for (let at = 0; at < 3_100; at += 1) writeFileSync(path.join(many, `a${at}.py`), 'x = 1\n');
    writeFileSync(path.join(many, 'z.py'), AGENT);
    const { uses, files, partial } = await look([many]);
    rmSync(many, { recursive: true, force: true });
    assert.deepEqual([uses.length, files, partial], [1, 3_101, false]);
  }).timeout(60_000);

  it('stops when nobody waits any more, and finds nothing without a folder', async () => {
    assert.deepEqual((await look([root], CancellationToken.Cancelled)).uses, []);
    assert.equal((await look([])).files, 0);
  });

  it('says where literals name a profile, to the character', async () => {
    const texts = {
      'a.py':
        'import oci\r\n\r\nCONFIG = oci.config.from_file(profile_name="OLD")\r\nc = oci.generative_ai_inference.GenerativeAiInferenceClient(CONFIG)\r\n',
      'b.ts':
        "import * as common from 'oci-common';\nimport { GenerativeAiInferenceClient } from 'oci-generativeaiinference';\nconst authenticationDetailsProvider = new common.ConfigFileAuthenticationDetailsProvider(undefined, 'ONE' + process.env.X);\nnew GenerativeAiInferenceClient({ authenticationDetailsProvider });\n",
      'C.java':
        'import com.oracle.bmc.auth.ConfigFileAuthenticationDetailsProvider;\nimport com.oracle.bmc.generativeaiinference.GenerativeAiInferenceClient;\nclass C {\n  static final String NAME = "JAVA";\n  void f() throws Exception {\n    GenerativeAiInferenceClient.builder().build(new ConfigFileAuthenticationDetailsProvider(NAME));\n  }\n}\n',
    };
    const folder = mkdtempSync(path.join(os.tmpdir(), 'survey-'));
    try {
      for (const [name, text] of Object.entries(texts)) writeFileSync(path.join(folder, name), text);
      const { uses } = await look([folder]);
      const named = uses.flatMap((use) =>
        use.named.map((one) => [path.basename(one.uri), one.profile, one.line, one.character]),
      );
      assert.deepEqual(named.sort(), [
        ['C.java', 'JAVA', 3, 30],
        ['a.py', 'OLD', 2, 44],
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
