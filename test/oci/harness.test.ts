import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { refusalOf } from '../../src/knowledge/refusal';
import { asLocalIdentity } from './harness/identity';
import { LocalOciHarness, type Program, runInLocalOci } from './harness/local-oci-harness';
import type { Outcome } from './harness/message';
import type { Service } from './server/address';
import { fingerprintOf } from './server/keys';

const RUN_MS = 60_000;
const SETUP_MS = 600_000;

const AGENT_CALL = `
client.create_session(
    oci.generative_ai_agent_runtime.models.CreateSessionDetails(display_name="s"),
    "ocid1.genaiagentendpoint.oc1.us-chicago-1.example",
)
print("answered")
`;

describe('programs in the local OCI', () => {
  let oci: LocalOciHarness;

  before(async function () {
    this.timeout(SETUP_MS);
    oci = await LocalOciHarness.open();
    const reason = (await oci.whyNot('python')) ?? (await oci.whyNot('typescript'));
    if (!reason) return;
    console.log(`      skipped: ${reason}`);
    this.skip();
  });
  after(() => oci.close());

  const python = (text: string, rest: Omit<Program, 'language' | 'files' | 'entry'>): Promise<Outcome> =>
    oci.run({ language: 'python', files: { 'main.py': text }, entry: 'main.py', ...rest });
  const typescript = (text: string, rest: Omit<Program, 'language' | 'files' | 'entry'>): Promise<Outcome> =>
    oci.run({ language: 'typescript', files: { 'main.ts': text }, entry: 'main.ts', ...rest });

  const shown = ({ seen }: Outcome, service: Service): unknown =>
    seen.filter((entry) => entry.service === service).map(({ status, keyId, method }) => [status, keyId, method]);

  it('shows a discouraged key before, and the function’s own principal after', async () => {
    const before = await python(
      `import oci
config = oci.config.from_file()
client = oci.generative_ai_agent_runtime.GenerativeAiAgentRuntimeClient(config)
${AGENT_CALL}`,
      { workload: 'functions', credentials: ['iam-api-key'] },
    );
    assert.equal(before.exitCode, 0, before.stderr);
    assert.deepEqual(shown(before, 'agent-runtime'), [[200, 'tenancy/user/fingerprint', 'iam-api-key']]);
    const after = await python(
      `import oci
signer = oci.auth.signers.get_resource_principals_signer()
client = oci.generative_ai_agent_runtime.GenerativeAiAgentRuntimeClient({}, signer=signer)
${AGENT_CALL}`,
      { workload: 'functions' },
    );
    assert.equal(after.exitCode, 0, after.stderr);
    assert.deepEqual(shown(after, 'agent-runtime'), [[200, 'ST$', 'resource-principal']]);
  }).timeout(RUN_MS);

  it('refuses a GenAI key on an agent host with the predicted status', async () => {
    const outcome = await python(
      `import os, openai
client = openai.OpenAI(
    base_url="https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531",
    api_key=os.environ["OCI_GENAI_API_KEY"], max_retries=0)
try:
    client.chat.completions.create(model="meta.llama-3.3-70b-instruct", messages=[])
except openai.APIStatusError as error:
    print(error.status_code, error.body["code"])
`,
      { workload: 'laptop', credentials: ['genai-api-key'] },
    );
    const { status, code } = refusalOf('genai-api-key', 'agent-runtime') ?? {};
    assert.equal(outcome.stdout.trim(), `${status} ${code}`, outcome.stderr);
  }).timeout(RUN_MS);

  it('has no metadata service on a laptop', async () => {
    const outcome = await python(
      `import requests
try:
    requests.get("http://169.254.169.254/opc/v2/instance/region", timeout=1)
except requests.ConnectionError:
    print("unreachable")
`,
      { workload: 'laptop' },
    );
    assert.equal(outcome.stdout.trim(), 'unreachable');
    assert.deepEqual(outcome.seen, []);
  }).timeout(RUN_MS);

  it('streams to the Python SDK and to the OpenAI client', async () => {
    const outcome = await python(
      `import json, os, oci, openai
models = oci.generative_ai_inference.models
client = oci.generative_ai_inference.GenerativeAiInferenceClient(oci.config.from_file())
reply = client.chat(models.ChatDetails(
    compartment_id="ocid1.compartment.oc1..example",
    serving_mode=models.OnDemandServingMode(model_id="cohere.command-a-03-2025"),
    chat_request=models.CohereChatRequest(message="Hi", is_stream=True)))
events = [json.loads(event.data) for event in reply.data.events()]
print(events[-1]["finishReason"])
chat = openai.OpenAI(
    base_url="https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1",
    api_key=os.environ["OCI_GENAI_API_KEY"])
chunks = chat.chat.completions.create(model="openai.gpt-oss-120b", messages=[], stream=True)
print("".join(chunk.choices[0].delta.content or "" for chunk in chunks))
with chat.responses.stream(model="openai.gpt-oss-120b", input="Hi") as stream:
    print([event.type for event in stream][-1])
`,
      { workload: 'laptop', credentials: ['iam-api-key', 'genai-api-key'] },
    );
    assert.deepEqual(
      outcome.stdout.trim().split('\n'),
      ['COMPLETE', 'Hello from the local OCI.', 'response.completed'],
      outcome.stderr,
    );
  }).timeout(RUN_MS);

  it('prolongs a session through the SDK, whose address for that is fixed', async () => {
    const outcome = await typescript(
      `import { SessionAuthDetailProvider } from 'oci-common';
const provider = new SessionAuthDetailProvider(undefined, 'SESSION');
provider.refreshSessionToken().then((token) => console.log(token.split('.').length));`,
      { workload: 'laptop', credentials: ['session-token'] },
    );
    assert.equal(outcome.stdout.trim().split('\n').at(-1), '3', outcome.stderr);
    assert.deepEqual(shown(outcome, 'auth'), [[200, 'ST$', 'session-token']]);
  }).timeout(RUN_MS);

  it('answers 401 when a session’s profile is read without its token', async () => {
    const credentials = ['iam-api-key', 'session-token'] as const;
    const inPython = await python(
      `import oci
try:
    oci.identity.IdentityClient(oci.config.from_file(profile_name="SESSION")).list_regions()
except oci.exceptions.ServiceError as error:
    print(error.status, error.code)
`,
      { workload: 'laptop', credentials },
    );
    assert.equal(inPython.stdout.trim(), '401 NotAuthenticated', inPython.stderr);
    const inTypeScript = await typescript(
      `import { ConfigFileAuthenticationDetailsProvider } from 'oci-common';
import { IdentityClient } from 'oci-identity';
const authenticationDetailsProvider = new ConfigFileAuthenticationDetailsProvider(undefined, 'SESSION');
new IdentityClient({ authenticationDetailsProvider }).listRegions({}).catch((error) => console.log(error.statusCode));`,
      { workload: 'laptop', credentials },
    );
    assert.equal(inTypeScript.stdout.trim().split('\n').at(-1), '401', inTypeScript.stderr);
    assert.deepEqual(shown(inTypeScript, 'identity'), [[401, 'tenancy/user/fingerprint', undefined]]);
  }).timeout(RUN_MS);

  it('plays faults to a program', async () => {
    const outcome = await python(
      `import oci
client = oci.identity.IdentityClient(oci.config.from_file(), retry_strategy=oci.retry.NoneRetryStrategy())
try:
    client.list_regions()
except oci.exceptions.ServiceError as error:
    print(error.status, error.code)
`,
      { workload: 'laptop', credentials: ['iam-api-key'], faults: [{ kind: 'throttle', service: 'identity' }] },
    );
    assert.equal(outcome.stdout.trim(), '429 TooManyRequests', outcome.stderr);
  }).timeout(RUN_MS);

  it('stops a program that hangs', async () => {
    const outcome = await python('import time\ntime.sleep(60)\n', { workload: 'laptop', timeoutMs: 300 });
    assert.equal(outcome.exitCode, undefined);
  }).timeout(RUN_MS);

  it('hands no variable of the developer’s own to a program', async () => {
    const outcome = await python('import os\nprint(" ".join(sorted(os.environ)))\n', { workload: 'laptop' });
    const allowed = ['HOME', 'LANG', 'NODE_EXTRA_CA_CERTS', 'PATH', 'PWD', 'REQUESTS_CA_BUNDLE', 'SSL_CERT_FILE'];
    const own = outcome.stdout
      .trim()
      .split(' ')
      .filter((name) => !allowed.includes(name));
    assert.deepEqual(
      own.filter((name) => !['LC_CTYPE', 'OLDPWD', '_', 'SHLVL'].includes(name)),
      [],
    );
  }).timeout(RUN_MS);

  it('makes embedded credentials those that the local OCI knows', async () => {
    const text = `import oci
config = {
    "user": "ocid1.user.oc1..aaaaexample",
    "tenancy": "ocid1.tenancy.oc1..aaaaexample",
    "fingerprint": "${Array.from({ length: 16 }, () => '0a').join(':')}",
    "key_content": """-----BEGIN PRIVATE KEY-----
THROWAWAY
-----END PRIVATE KEY-----""",
    "region": "us-chicago-1",
}
print(len(oci.identity.IdentityClient(config).list_regions().data))
`;
    const local = asLocalIdentity(text, oci.world);
    assert.ok(local.includes(fingerprintOf(oci.world.users[0]?.keys.publicPem ?? '')));
    const outcome = await python(local, { workload: 'laptop' });
    assert.equal(outcome.exitCode, 0, outcome.stderr);
    assert.deepEqual(shown(outcome, 'identity'), [[200, 'tenancy/user/fingerprint', 'iam-api-key']]);
  }).timeout(RUN_MS);

  it('type-checks a program against the real packages', async () => {
    const program = (text: string): Parameters<LocalOciHarness['typeErrors']>[0] => ({
      files: { 'main.ts': `import * as common from 'oci-common';\n${text}\n` },
      entry: 'main.ts',
    });
    const right = 'export const p: common.AuthenticationDetailsProvider = new common.SessionAuthDetailProvider();';
    const wrong = 'export const p = new common.ResourcePrincipalProvider();';
    assert.equal(await oci.typeErrors(program(right)), undefined);
    assert.match((await oci.typeErrors(program(wrong))) ?? '', /ResourcePrincipalProvider/);
  }).timeout(RUN_MS);

  it('runs one program in an OCI of its own', async () => {
    const files = { 'main.ts': "fetch('https://identity.us-chicago-1.oci.oraclecloud.com').then(console.log);" };
    const outcome = await runInLocalOci({ language: 'typescript', files, entry: 'main.ts', workload: 'ci' });
    assert.deepEqual(shown(outcome, 'identity'), [[401, undefined, undefined]]);
  }).timeout(RUN_MS);

  it('keeps escaped line ends of an embedded key', () => {
    const text = 'key = "-----BEGIN PRIVATE KEY-----\\nTHROWAWAY\\n-----END PRIVATE KEY-----\\n"';
    const local = asLocalIdentity(text, oci.world);
    assert.equal(local.split('\n').length, 1);
    assert.ok(!local.includes('THROWAWAY'));
  });
});
