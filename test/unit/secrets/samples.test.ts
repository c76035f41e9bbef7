import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { createEngine, type Engine } from '../../../src/engine';
import { grammarFile } from '../../rules/fixtures';
import { base64, bodyOf, escaped, FINGERPRINT, PEMS, PUBLIC, RSA, SK, TENANCY, TOKEN, USER } from './keys';

type Sample = readonly [title: string, file: string, text: string, rule: string];

const KEY = 'embedded-private-key';
const IAM = 'embedded-iam-credentials';
const GENAI = 'hardcoded-genai-key';
const CONFIG = 'committed-oci-config';
const HOST = 'https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1';
const S3 = 'https://ns.compat.objectstorage.us-ashburn-1.oraclecloud.com';
const S3_ID = createHash('sha1').update('access').digest('hex');
const S3_KEY = createHash('sha256').update('secret').digest('base64');
const lines = RSA.split('\n');
const half = (text: string, at = 20): [string, string] => [text.slice(0, at), text.slice(at)];
const cell = (source: string): string =>
  JSON.stringify({ cells: [{ cell_type: 'code', source: source.split(/(?<=\n)/) }], metadata: {}, nbformat: 4 });
const indented = (text: string, by: string): string => text.replaceAll('\n', `\n${by}`);
const profile = (user = USER, print = FINGERPRINT, tenancy = TENANCY): string =>
  `[DEFAULT]\nuser=${user}\nfingerprint=${print}\ntenancy=${tenancy}\nregion=us-chicago-1\nkey_file=~/.oci/k.pem\n`;
const identity = (user = USER, print = FINGERPRINT, tenancy = TENANCY): string =>
  `{"user": "${user}", "tenancy": "${tenancy}", "fingerprint": "${print}", "key_file": "k.pem"}`;

const BAD: readonly Sample[] = [
  ...Object.entries(PEMS).flatMap(([kind, pem]): Sample[] => [
    [`${kind} in a literal`, 'a.py', `key = """${pem}"""\n`, KEY],
    [`${kind} in a file`, 'oci_api_key.pem', `${pem}\n`, KEY],
    [`${kind}, escaped`, '.env', `OCI_PRIVATE_KEY="${escaped(pem)}"\n`, KEY],
    [`${kind}, base64 once more`, 'secret.yaml', `data:\n  key: ${base64(pem)}\n`, KEY],
  ]),
  ['trailer of the OCI CLI', 'k.pem', `${RSA}\nOCI_API_KEY`, KEY],
  ['Windows line ends', 'a.py', `key = """${RSA.replaceAll('\n', '\r\n')}"""\r\n`, KEY],
  ['joined array', 'a.ts', `const key = [\n${lines.map((one) => `  '${one}',`).join('\n')}\n].join('\\n');\n`, KEY],
  ['joined list', 'a.py', `key = "\\n".join([\n${lines.map((one) => `  "${one}",`).join('\n')}\n])\n`, KEY],
  ['concatenated', 'a.js', `const key =\n${lines.map((one) => `  '${one}\\n'`).join(' +\n')};\n`, KEY],
  ['adjacent literals', 'a.py', `key = (\n${lines.map((one) => `  "${one}\\n"`).join('\n')}\n)\n`, KEY],
  ['added to line by line', 'a.py', `key = ""\n${lines.map((one) => `key += "${one}\\n"`).join('\n')}\n`, KEY],
  ['template', 'a.ts', `const key = \`${RSA}\`;\n`, KEY],
  ['shell heredoc', 'a.sh', `cat > k.pem <<'K'\n${RSA}\nK\n`, KEY],
  ['Terraform heredoc', 'a.tf', `provider "oci" {\n  private_key = <<-K\n    ${indented(RSA, '    ')}\n  K\n}\n`, KEY],
  ['tfvars', 'a.tfvars', `private_key = "${escaped(RSA)}"\n`, KEY],
  ['YAML block', 'a.yml', `env:\n  OCI_CLI_KEY_CONTENT: |\n    ${indented(RSA, '    ')}\n`, KEY],
  ['JSON', 'oci.json', JSON.stringify({ key_content: RSA }), KEY],
  ['TOML', 'secrets.toml', `[oci]\nkey_content = """\n${RSA}\n"""\n`, KEY],
  ['properties', 'a.properties', `oci.private_key=${escaped(RSA)}\n`, KEY],
  ['headerless', 'a.py', `config = {"key_content": "${bodyOf(RSA)}"}\n`, KEY],
  ['notebook', 'a.ipynb', cell(`key = """${RSA}"""\n`), KEY],
  ['commented out', 'a.py', `${lines.map((one) => `# ${one}`).join('\n')}\n`, KEY],
  ['Dockerfile', 'Dockerfile', `FROM a\nENV OCI_KEY="${escaped(RSA)}"\n`, KEY],
  ['Markdown', 'a.md', `Use\n\`\`\`\n${RSA}\n\`\`\`\n`, KEY],
  ['a language without front end', 'a.rb', `KEY = "${escaped(RSA)}"\n`, KEY],
  ['identity', 'a.py', `import oci\nconfig = ${identity()}\n`, IAM],
  ['identity in JavaScript', 'a.js', `const config = ${identity()};\n`, IAM],
  ['identity in JSON', 'oci.json', identity(), IAM],
  ['identity in .env', '.env', `OCI_USER=${USER}\nOCI_TENANCY=${TENANCY}\nOCI_FINGERPRINT=${FINGERPRINT}\n`, IAM],
  [
    'identity as arguments',
    'a.ts',
    `const p = new SimpleAuthenticationDetailsProvider('${TENANCY}', '${USER}', '${FINGERPRINT}', key);\n`,
    IAM,
  ],
  ['identity as a key identifier', 'a.py', `key_id = "${TENANCY}/${USER}/${FINGERPRINT}"\n`, IAM],
  [
    'identity in container variables',
    'a.yaml',
    `env:\n- name: OCI_USER\n  value: ${USER}\n- name: OCI_TENANCY\n  value: ${TENANCY}\n- name: OCI_FINGERPRINT\n  value: ${FINGERPRINT}\n- name: OCI_KEY_FILE\n  value: /k\n`,
    IAM,
  ],
  ['heredoc that writes a config', 'a.sh', `cat > ~/.oci/config <<'C'\n${profile()}C\n`, IAM],
  ['inline pass phrase', 'a.py', 'config = {"key_file": "k.pem", "pass_phrase": "correct-horse-9"}\n', IAM],
  ['Terraform key password', 'a.tf', 'provider "oci" {\n  private_key_password = "correct-horse-9"\n}\n', IAM],
  ['session token in code', 'a.py', `token = "${TOKEN}"\n`, IAM],
  ['OCIR login', 'login.sh', "docker login iad.ocir.io -u 'ns/me' -p 'k]j64r(1sJSSF-;)K8'\n", IAM],
  [
    'OCIR login by pipe',
    'login.sh',
    "echo 'k]j64r(1sJSSF-;)K8' | docker login iad.ocir.io -u ns/me --password-stdin\n",
    IAM,
  ],
  ['config', 'config', profile(), CONFIG],
  ['config with pass phrase', 'config', `${profile()}pass_phrase=correct-horse-9\n`, CONFIG],
  ['config under another name', 'my.settings.bak', profile(), CONFIG],
  ['session token file', 'token', TOKEN, CONFIG],
  [
    'OCIR login by here-string',
    'l.sh',
    "docker login -u ns/me --password-stdin iad.ocir.io <<< 'k]j64r(1sJSSF-;)K8'\n",
    IAM,
  ],
  [
    'OCIR login by printf',
    'l.sh',
    "printf '%s' 'k]j64r(1sJSSF-;)K8' | podman login fra.ocir.io -u ns/me --password-stdin\n",
    IAM,
  ],
  [
    'OCIR login over lines',
    'l.sh',
    "docker login \\\n  --username ns/me \\\n  --password 'k]j64r(1sJSSF-;)K8' \\\n  iad.ocir.io\n",
    IAM,
  ],
  [
    'OCIR login in a workflow',
    '.github/workflows/a.yml',
    "jobs:\n  a:\n    steps:\n    - run: docker login iad.ocir.io -u ns/me -p 'k]j64r(1sJSSF-;)K8'\n",
    IAM,
  ],
  [
    'OCIR login of an action',
    '.github/workflows/a.yml',
    "jobs:\n  a:\n    steps:\n    - uses: docker/login-action@v3\n      with:\n        registry: iad.ocir.io\n        username: ns/me\n        password: 'k]j64r(1sJSSF-;)K8'\n",
    IAM,
  ],
  [
    'OCIR login in a Makefile step',
    'Dockerfile',
    "FROM a\nRUN docker login iad.ocir.io -u ns/me -p 'k]j64r(1sJSSF-;)K8'\n",
    IAM,
  ],
  [
    'pull secret of a cluster',
    'k.sh',
    "kubectl create secret docker-registry ocir --docker-server=iad.ocir.io --docker-username=ns/me --docker-password='k]j64r(1sJSSF-;)K8'\n",
    IAM,
  ],
  [
    'Docker config',
    'docker-config.json',
    `{"auths": {"iad.ocir.io": {"auth": "${base64('ns/me@corp:k]j64r(1sJSSF-;)K8')}"}}}\n`,
    IAM,
  ],
  [
    'customer secret key in Python',
    'a.py',
    `s3 = boto3.client("s3", aws_access_key_id="${S3_ID}", aws_secret_access_key="${S3_KEY}", endpoint_url="${S3}")\n`,
    IAM,
  ],
  [
    'customer secret key of a Terraform backend',
    'a.tf',
    `terraform {\n  backend "s3" {\n    endpoint   = "${S3}"\n    access_key = "${S3_ID}"\n    secret_key = "${S3_KEY}"\n  }\n}\n`,
    IAM,
  ],
  [
    'customer secret key in .env',
    '.env',
    `S3_ENDPOINT=${S3}\nAWS_ACCESS_KEY_ID=${S3_ID}\nAWS_SECRET_ACCESS_KEY=${S3_KEY}\n`,
    IAM,
  ],
  [
    'customer secret key in TypeScript',
    'a.ts',
    `const s3 = new S3Client({ endpoint: '${S3}', credentials: { accessKeyId: '${S3_ID}', secretAccessKey: '${S3_KEY}' } });\n`,
    IAM,
  ],
  [
    'customer secret key of rclone',
    'rclone.conf',
    `[oci]\ntype = s3\nendpoint = ${S3}\nsecret_access_key = ${S3_KEY}\n`,
    IAM,
  ],
  ['notebook cell that writes a config', 'a.ipynb', cell(`%%writefile ~/.oci/config\n${profile()}`), IAM],
  ['notebook cell that writes .env', 'a.ipynb', cell(`%%writefile .env\nOCI_GENAI_API_KEY=${SK}\n`), GENAI],
  [
    'notebook cell that writes YAML',
    'a.ipynb',
    cell(`%%writefile -a conf/app.yaml\noci:\n  genai_api_key: ${SK}\n`),
    GENAI,
  ],
  [
    'notebook cell that writes Python',
    'a.ipynb',
    cell(`%%writefile app.py\nimport oci\nconfig = ${identity()}\n`),
    IAM,
  ],
  ['notebook cell that writes a key', 'a.ipynb', cell(`%%file key.pem\n${RSA}\n`), KEY],
  ['notebook cell of a shell', 'a.ipynb', cell(`%%bash\ncat > ~/.oci/config <<'C'\n${profile()}C\n`), IAM],
  [
    'notebook cell that logs in',
    'a.ipynb',
    cell("%%sh\ndocker login iad.ocir.io -u ns/me -p 'k]j64r(1sJSSF-;)K8'\n"),
    IAM,
  ],
  ['GenAI key under an OCI name', '.env', `OCI_GENAI_API_KEY=${SK}\n`, GENAI],
  ['GenAI key beside an OCI host', 'a.py', `c = OpenAI(base_url="${HOST}", api_key="${SK}")\n`, GENAI],
  ['GenAI key in two literals', 'a.py', `OCI_GENAI_API_KEY = "${half(SK)[0]}" + "${half(SK)[1]}"\n`, GENAI],
  ['GenAI key in a notebook', 'a.ipynb', cell(`c = OpenAI(base_url="${HOST}", api_key="${SK}")\n`), GENAI],
  ['GenAI key of an OpenAI variable', '.env', `OPENAI_BASE_URL=${HOST}\nOPENAI_API_KEY=${SK}\n`, GENAI],
  ['GenAI key in a header', 'a.sh', `curl -H "Authorization: Bearer ${SK}" ${HOST}/responses\n`, GENAI],
];

const looks = (body: string, kind = 'RSA PRIVATE KEY'): string =>
  `-----BEGIN ${kind}-----\n${body}\n-----END ${kind}-----`;
const cut = RSA.split('\n').slice(0, 5).join('\n');

const SILENT: readonly (readonly [title: string, file: string, text: string])[] = [
  ...[
    ['header only', '-----BEGIN RSA PRIVATE KEY-----'],
    ['footer only', '-----END RSA PRIVATE KEY-----'],
    ['empty body', looks('')],
    ['snipped', looks('MIIEpAIBAAKCAQEA<snip>')],
    ['dots', looks('MIIEpAIBAAKCAQEA...')],
    ['words', looks('PrivateKeyGoesHere')],
    ['letters', looks('aaaaabbbbbbbcccccccddddddeeeeeee')],
    ['cut short', `${cut}\n-----END PRIVATE KEY-----`],
    ['public key', PUBLIC],
    ['public body under a private header', looks(bodyOf(PUBLIC))],
    ['certificate', looks(bodyOf(PUBLIC), 'CERTIFICATE')],
    ['zeros', looks('A'.repeat(1600))],
    ['template', looks('${KEY_BODY}')],
    ['moustache', looks('{{ key_body }}')],
    ['asterisks', looks('*'.repeat(64))],
  ].flatMap(([title, text]) => [
    [`${title} in Python`, 'a.py', `key = """${text}"""\n`] as const,
    [`${title} in YAML`, 'a.yaml', `key: |\n  ${indented(text as string, '  ')}\n`] as const,
  ]),
  [
    'regular expression',
    'a.js',
    'const KEY = /-----BEGIN (RSA )?PRIVATE KEY-----[\\s\\S]+-----END (RSA )?PRIVATE KEY-----/;\n',
  ],
  ['key in a Java test', 'src/test/java/ATest.java', `String key = "${escaped(RSA)}";\n`],
  ['key in a Go test', 'common/http_signer_test.go', `const key = \`${RSA}\`\n`],
  ['key in tests/', 'tests/data/key.pem', RSA],
  ['fake key', 'resources/fake-rsa.pem', RSA],
  ['identity in __tests__', '__tests__/a.js', `const config = ${identity()};\n`],
  ['fingerprint of a counter', 'a.py', `c = ${identity(USER, '00:11:22:33:44:55:66:77:88:99:aa:bb:cc:dd:ee:ff')}\n`],
  ['fingerprint aa:bb', 'a.py', `c = ${identity(USER, 'aa:bb:cc:dd:ee:ff:aa:bb:cc:dd:ee:ff:aa:bb:cc:dd')}\n`],
  ['fingerprint of zeros', 'a.py', `c = ${identity(USER, Array(16).fill('00').join(':'))}\n`],
  ['fingerprint 12:34 twice', 'a.py', `c = ${identity(USER, '12:34:56:78:90:ab:cd:ef:12:34:56:78:90:ab:cd:ef')}\n`],
  ['fingerprint that is none', 'a.py', `c = ${identity(USER, '11:22:33:44:55:66:77:88:99:00:1a:2b:3c:4d:5e:6g')}\n`],
  ['user example', 'a.py', `c = ${identity('ocid1.user.oc1..example')}\n`],
  ['user of x', 'a.py', `c = ${identity(`ocid1.user.oc1..${'x'.repeat(60)}`)}\n`],
  ['user of a', 'a.py', `c = ${identity(`ocid1.user.oc1..${'a'.repeat(60)}`)}\n`],
  [
    'user of the alphabet',
    'a.py',
    `c = ${identity('ocid1.user.oc1..aaaaaaaaabcdefghijklmnopqrstuvwxyz234567abcdefghijklmnopqrst')}\n`,
  ],
  ['tenancy placeholder', 'a.py', `c = ${identity(USER, FINGERPRINT, '<your tenancy>')}\n`],
  ['OCIDs without a fingerprint', 'a.py', `user = "${USER}"\ntenancy = "${TENANCY}"\n`],
  [
    'OCIDs and fingerprint without a key',
    'a.py',
    `user = "${USER}"\ntenancy = "${TENANCY}"\nfingerprint = "${FINGERPRINT}"\n`,
  ],
  [
    'pass phrase from the environment',
    'a.py',
    'import oci, os\nc = {"key_file": "k", "pass_phrase": os.environ["OCI_PASS_PHRASE"]}\n',
  ],
  ['pass phrase placeholder', 'a.py', 'import oci\nc = {"key_file": "k", "pass_phrase": "<pass phrase>"}\n'],
  ['pass phrase empty', 'a.py', 'import oci\nc = {"key_file": "k", "pass_phrase": ""}\n'],
  [
    'pass phrase named for its variable',
    'a.py',
    'import oci\nc = {"key_file": "k", "pass_phrase": "OCI_PASS_PHRASE"}\n',
  ],
  [
    'pass phrase named for an input variable',
    'a.ts',
    "export const OCI_VARIABLES = { fingerprint: 'TF_VAR_fingerprint', passphrase: 'TF_VAR_private_key_password' };\n",
  ],
  [
    'pass phrase named for a secret of the vault',
    'a.py',
    'import oci\nc = {"key_file": "k", "pass_phrase": "prod/api-key-passphrase"}\n',
  ],
  ['pass phrase of SSH', 'a.py', 'ssh = {"host": "h", "passphrase": "correct-horse-9"}\n'],
  [
    'notebook cell that writes a template',
    'a.ipynb',
    cell(`%%writefile ~/.oci/config\n${profile('<user>', '<fingerprint>', '<tenancy>')}`),
  ],
  ['notebook cell of HTML', 'a.ipynb', cell(`%%html\n<b>oci ${SK}</b>\n`)],
  ['secret key of AWS', 'a.py', `s3 = boto3.client("s3", aws_secret_access_key="${S3_KEY}")  # like oracle\n`],
  [
    'customer secret key from the environment',
    'a.py',
    `import os\ns3 = boto3.client("s3", aws_secret_access_key=os.environ["K"], endpoint_url="${S3}")\n`,
  ],
  ['customer secret key placeholder', '.env', `S3_ENDPOINT=${S3}\nAWS_SECRET_ACCESS_KEY=<your customer secret key>\n`],
  ['customer secret key of letters', '.env', `S3_ENDPOINT=${S3}\nAWS_SECRET_ACCESS_KEY=${'A'.repeat(43)}=\n`],
  ['access key alone', '.env', `S3_ENDPOINT=${S3}\nAWS_ACCESS_KEY_ID=${S3_ID}\n`],
  [
    'OCIR login of an action with a secret',
    '.github/workflows/a.yml',
    'jobs:\n  a:\n    steps:\n    - uses: docker/login-action@v3\n      with:\n        registry: iad.ocir.io\n        username: ns/me\n        password: ${{ secrets.OCIR_TOKEN }}\n',
  ],
  [
    'other registry beside OCIR',
    'c.json',
    `{"auths": {"ghcr.io": {"auth": "${base64('me/x:k]j64r(1sJSSF-;)K8')}"}}, "image": "iad.ocir.io/ns/x"}\n`,
  ],
  ['OCIR login by variable', 'l.sh', 'docker login -u ns/me --password-stdin iad.ocir.io <<< "$OCIR_TOKEN"\n'],
  ['OCIR login from a file', 'l.sh', 'cat token.txt | docker login iad.ocir.io -u ns/me --password-stdin\n'],
  ['OCIR login that is told', 'l.sh', 'echo "run: docker login iad.ocir.io -u ns/me -p \'k]j64r(1sJSSF-;)K8\'"\n'],
  [
    'pull secret of variables',
    'k.sh',
    'kubectl create secret docker-registry o --docker-server=iad.ocir.io --docker-password="$OCIR_TOKEN"\n',
  ],
  ['template config', 'config', profile('ocid1.user.oc1..TODO', 'TODO', 'ocid1.tenancy.oc1..TODO')],
  ['config with braces', 'config', profile('{user_ocid}', '{fingerprint}', '{tenancy_ocid}')],
  ['config with YOUR_', 'config', profile('YOUR_USER_ID', 'FINGERPRINT', 'YOUR_TENANCY')],
  ['config of angles', 'config', profile('<unique_ID>', '<optional: your_fingerprint>', '<unique_ID>')],
  ['config of a dummy', 'config', profile('xxx', Array(16).fill('00').join(':'), 'xxx')],
  ['heredoc with variables', 'a.sh', `cat > ~/.oci/config <<C\n${profile('$USER', '$FINGERPRINT', '$TENANCY')}C\n`],
  ['config of a unit test', 'lib/common/tests/resources/config', profile()],
  ['sk-1234', '.env', 'OCI_GENAI_API_KEY=sk-1234\n'],
  ['sk-REPLACE_ME', '.env', 'OCI_GENAI_API_KEY=sk-REPLACE_ME\n'],
  ['sk-x', '.env', `OCI_GENAI_API_KEY=sk-${'x'.repeat(48)}\n`],
  ['sk-digits', '.env', 'OCI_GENAI_API_KEY=sk-123456789012345678901234567890123456789012345678\n'],
  ['sk-your', '.env', 'OCI_GENAI_API_KEY=sk-your-key-goes-here-0123456789abcdef0123456789abcdef\n'],
  ['no left boundary', 'a.ts', "const oci = 'batch-task-environment-configuration-of-the-oci-service-1';\n"],
  ['OpenAI proper', 'a.py', `c = OpenAI(api_key="${SK}")\n`],
  ['OpenAI by its host', 'a.py', `c = OpenAI(base_url="https://api.openai.com/v1", api_key="${SK}")\n`],
  ['another vendor', '.env', `DEEPSEEK_API_KEY=${SK}\nOCI_REGION=us-chicago-1\n`],
  ['project key of OpenAI', '.env', `OCI_GENAI_API_KEY=sk-proj-${SK.slice(3)}\n`],
  ['key of Anthropic', '.env', `OCI_GENAI_API_KEY=sk-ant-${SK.slice(3)}\n`],
  ['OpenAI beside OCI names', '.env', `OPENAI_API_KEY=${SK}\nOCI_GENAI_ENDPOINT=${HOST}\n`],
  ['IMDS header', 'a.sh', 'curl -H "Authorization: Bearer Oracle" http://169.254.169.254/opc/v2/instance/\n'],
  [
    'JWT of another issuer',
    'a.py',
    `import oci\ntoken = "${base64('{"alg":"HS256"}')}.${base64('{"sub":"1234567890","name":"John Doe"}')}.${'abc123XYZ_'.repeat(5)}"\n`,
  ],
  ['OCIR login with variables', 'login.sh', 'docker login iad.ocir.io -u "$U" -p "$OCIR_TOKEN"\n'],
  ['OCIR login placeholder', 'login.sh', "docker login iad.ocir.io -u ns/me -p '<auth token>'\n"],
  ['other registry', 'login.sh', "docker login ghcr.io -u me -p 'k]j64r(1sJSSF-;)K8'\n"],
  ['integrity hash', 'package-lock.json', `{"integrity": "sha512-${base64(RSA).slice(0, 86)}==", "oci": true}\n`],
  [
    'Terraform references',
    'a.tf',
    'provider "oci" {\n  private_key = var.private_key\n  fingerprint = var.fingerprint\n}\n',
  ],
];

describe('secrets', () => {
  let engine: Engine;
  before(() => {
    engine = createEngine({ grammars: grammarFile });
  });
  const rulesFound = async (file: string, text: string): Promise<string[]> => {
    const findings = await engine.lint({ uri: `file:///project/${file}`, text }, { root: 'file:///project' });
    for (const finding of findings) {
      for (const secret of [SK, bodyOf(RSA), FINGERPRINT, 'correct-horse-9', TOKEN, S3_KEY])
        assert.ok(!finding.message.includes(secret));
    }
    return [...new Set(findings.map((finding) => finding.rule))];
  };

  it('are sampled widely enough', () => {
    assert.ok(BAD.length >= 60, `${BAD.length} bad`);
    for (const all of [BAD, SILENT]) {
      const texts = all.map(([, file, text]) => `${file} ${text}`);
      assert.equal(new Set(texts).size, texts.length, 'each its own');
    }
    assert.ok(SILENT.length >= 90, `${SILENT.length} silent`);
  });
  for (const [title, file, text, rule] of BAD) {
    it(`finds: ${title} (${file})`, async () => assert.deepEqual(await rulesFound(file, text), [rule]));
  }
  for (const [title, file, text] of SILENT) {
    it(`is silent: ${title} (${file})`, async () => assert.deepEqual(await rulesFound(file, text), []));
  }
});
