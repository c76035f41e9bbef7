import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { parseAllDocuments, type YAMLSeq } from 'yaml';
import { CALLS, planFor } from '../../../src/advisor';
import { deployment } from '../../../src/advisor/deployment';
import { createEngine } from '../../../src/engine';
import { type CodeLanguage, FRAMEWORKS, FUNCTION_FORMS, LANGUAGES } from '../../../src/knowledge/code';
import { grammarFile } from '../../rules/fixtures';

describe('deployment pieces', () => {
  for (const [place, method, file] of [
    ['functions', 'resource-principal', 'func.yaml'],
    ['oke', 'oke-workload-identity', 'k8s/genai-caller.yaml'],
    ['ci', 'token-exchange', '.github/workflows/genai.yml'],
    ['ci', 'genai-api-key', '.github/workflows/genai.yml'],
  ] as const) {
    it(`${file} is valid YAML and holds no key`, () => {
      const piece = deployment(place, method, { region: 'eu-frankfurt-1' }).find((one) => one.file === file);
      assert.ok(piece);
      for (const document of parseAllDocuments(piece.text)) assert.deepEqual(document.errors, []);
      if (file !== 'func.yaml' && method !== 'genai-api-key') assert.match(piece.text, /eu-frankfurt-1/);
      assert.doesNotMatch(piece.text, /key_file|fingerprint|sk-|BEGIN/);
    });
  }
  it('keeps configs out of images', () => {
    const ignored = deployment('container-instances', 'resource-principal').at(-1);
    // Without the stars Docker looks in the folder of the build alone.
    assert.deepEqual(ignored?.text.trimEnd().split('\n'), ['**/.oci', '**/*.pem', '**/.env']);
  });
  it('has nothing to say where code is enough', () => assert.deepEqual(deployment('laptop', 'session-token'), []));
  it('fits the language of the code', () => {
    const manifest = (language: 'typescript' | 'java' | 'go' | 'csharp' | 'python') =>
      parseAllDocuments(deployment('functions', 'resource-principal', { language })[0]?.text ?? '')[0]?.toJS() as {
        runtime: string;
      };
    const runtimes = { python: 'python', typescript: 'node', java: 'java', go: 'go', csharp: 'dotnet8.0' } as const;
    for (const language of ['python', 'typescript', 'java', 'go', 'csharp'] as const)
      assert.equal(manifest(language).runtime, runtimes[language]);
    const workflow = (language: CodeLanguage) => deployment('ci', 'token-exchange', { language }).at(-1)?.text ?? '';
    assert.match(workflow('python'), /pip install oci .*[\s\S]*python genai_client\.py/);
    const program = 'import oci\nimport requests\n\nfrom oci.addons.adk import Agent\n';
    const told = deployment('ci', 'token-exchange', { program }).at(-1)?.text ?? '';
    assert.match(told, /pip install oci oci\[adk\] requests$/m);
    assert.match(workflow('go'), /go run main\.go/);
    for (const language of LANGUAGES) {
      const [document] = parseAllDocuments(workflow(language));
      const steps = document?.getIn(['jobs', 'call', 'steps']) as YAMLSeq | undefined;
      assert.equal(steps?.items.length, 3, language);
    }
  });
  it('exchanges the token before where the SDK does not', () => {
    for (const language of LANGUAGES) {
      const files = deployment('other-cloud', 'token-exchange', { language }).map(({ file }) => file);
      const before = language === 'typescript' || language === 'java' || language === 'csharp';
      assert.deepEqual(files, ['identity-propagation-trust.sh', ...(before ? ['exchange-token.sh'] : [])], language);
      const workflow = deployment('ci', 'token-exchange', { language }).at(-1)?.text ?? '';
      assert.equal(/bash exchange-token\.sh\n +OCI_CONFIG_FILE=/.test(workflow), before, language);
    }
  });
  it('tells of the trust that token exchange needs, for the issuer of the pipeline', () => {
    const text = (place: 'ci' | 'other-cloud') => deployment(place, 'token-exchange')[0]?.text ?? '';
    assert.match(text('ci'), /identity-propagation-trust create .*\$OCI_DOMAIN_URL/);
    assert.match(text('ci'), /--issuer 'https:\/\/token\.actions\.githubusercontent\.com'/);
    assert.match(text('ci'), /sub eq repo:<owner>\/<repository>/);
    assert.match(text('other-cloud'), /--issuer '<issuer-url>'/);
    for (const place of ['ci', 'other-cloud'] as const) {
      const { status, stderr } = spawnSync('bash', ['-n'], { input: text(place), encoding: 'utf8' });
      assert.equal(status, 0, stderr);
    }
  });
  it('hands a secret to the one step that calls', () => {
    for (const language of LANGUAGES) {
      const [exchange] = parseAllDocuments(deployment('ci', 'token-exchange', { language }).at(-1)?.text ?? '');
      const exchanging = exchange?.toJS().jobs.call as { env: object; steps: { env?: object }[] };
      assert.ok(!('OCI_CLIENT_SECRET' in exchanging.env), language);
      assert.deepEqual(
        exchanging.steps.map(({ env }) => env),
        [undefined, undefined, { OCI_CLIENT_SECRET: '${{ secrets.OCI_CLIENT_SECRET }}' }],
      );
      const [document] = parseAllDocuments(deployment('ci', 'genai-api-key', { language })[0]?.text ?? '');
      const job = document?.toJS().jobs.call as { env?: unknown; steps: { run?: string; env?: object }[] };
      assert.equal(job.env, undefined);
      const withKey = job.steps.filter(({ env }) => env);
      assert.deepEqual(
        withKey.map(({ env }) => env),
        [{ OCI_GENAI_API_KEY: '${{ secrets.OCI_GENAI_API_KEY }}' }],
        language,
      );
      assert.equal(document?.getIn(['permissions', 'id-token']), undefined);
    }
  });
  it('names in func.yaml what the function’s own file holds', () => {
    const names = {
      python: [/^def handler\(ctx, data: io\.BytesIO = None\):$/m, /func\.py handler$/m],
      typescript: [/^fdk\.handle\(handler\);$/m, /^entrypoint: node --import tsx func\.ts$/m],
      java: [/^package com\.example\.fn;[\s\S]* public String handleRequest\(String input\)/, /Main::handleRequest$/m],
      go: [/^\tfdk\.Handle\(fdk\.HandlerFunc\(handler\)\)$/m, /^entrypoint: \.\/func$/m],
      csharp: [/namespace Function[\s\S]*class Caller[\s\S]* call\(/, /^cmd: Function:Caller:call$/m],
    } as const;
    for (const call of CALLS)
      for (const language of ['python', 'typescript', 'java', 'go', 'csharp'] as const)
        for (const framework of language === 'python' ? [undefined, ...FRAMEWORKS] : [undefined]) {
          const plan = planFor({
            call,
            on: 'functions',
            language,
            framework,
            places: {},
            method: 'resource-principal',
          });
          const name = `${call} in ${language} with ${framework ?? 'nothing else'}`;
          const [code, manifest] = names[language];
          assert.match(plan.code?.text ?? '', code, name);
          assert.doesNotMatch(
            plan.code?.text ?? '',
            /^\s*print\(|console\.log|System\.out|log\.Fatal|Console\./m,
            name,
          );
          const yaml = plan.deployment.find(({ file }) => file === 'func.yaml')?.text ?? '';
          assert.match(yaml, manifest, name);
          assert.equal(plan.code?.file, FUNCTION_FORMS[language]?.file);
        }
  });
  it('installs what the program imports', () => {
    const files = (language: 'python' | 'typescript') =>
      Object.fromEntries(
        planFor({ call: 'agents', on: 'functions', language, places: {} }).deployment.map(({ file, text }) => [
          file,
          text,
        ]),
      );
    assert.equal(files('python')['requirements.txt'], 'fdk\noci\n');
    const { dependencies } = JSON.parse(files('typescript')['package.json'] ?? '{}') as { dependencies: object };
    assert.deepEqual(Object.keys(dependencies), [
      '@fnproject/fdk',
      'oci-common',
      'oci-generativeaiagentruntime',
      'tsx',
    ]);
  });
  it('gives no function where no kit runs the language', () => {
    const plan = planFor({ call: 'chat', on: 'functions', language: 'shell', places: {} });
    assert.match(plan.codeNote ?? '', /no shell script/);
    assert.deepEqual(
      plan.deployment.map(({ file }) => file),
      ['.dockerignore'],
    );
  });
  it('installs in the image what the program calls, and starts what was built', () => {
    const image = (language: CodeLanguage, method: 'genai-api-key' | 'resource-principal') =>
      planFor({ call: 'chat', on: 'container-instances', language, method, places: {} }).deployment.find(
        ({ file }) => file === 'Dockerfile',
      )?.text ?? '';
    assert.match(image('shell', 'genai-api-key'), /apt-get install -y --no-install-recommends curl &&/);
    assert.doesNotMatch(image('shell', 'genai-api-key'), /oci-cli/);
    assert.match(image('shell', 'resource-principal'), /pip install --no-cache-dir oci-cli/);
    assert.doesNotMatch(image('shell', 'resource-principal'), /apt-get/);
    assert.match(image('csharp', 'resource-principal'), /-p:AssemblyName=app -o \/app[\s\S]*\["dotnet", "app\.dll"\]/);
  });
  it('puts the program into an image without any credential, in every language', async () => {
    const engine = createEngine({ grammars: grammarFile });
    for (const place of ['container-instances', 'oke', 'hosted-application'] as const)
      for (const language of LANGUAGES)
        for (const method of ['resource-principal', 'oke-workload-identity', 'genai-api-key'] as const) {
          const plan = planFor({ call: 'chat', on: place, language, method, places: {} });
          if (plan.chosen.verdict === 'refused') continue;
          const name = `${language} on ${place} with ${method}`;
          const text = plan.deployment.find(({ file }) => file === 'Dockerfile')?.text ?? '';
          const lines = text.trimEnd().split('\n');
          for (const line of lines) assert.match(line, /^(?:FROM|WORKDIR|RUN|COPY|USER|CMD) \S/, name);
          assert.match(lines[0] ?? '', /^FROM /, name);
          assert.match(lines.at(-1) ?? '', /^CMD \[".*"\]$/, name);
          assert.ok(
            lines.some((line) => line.startsWith('COPY ') && line.includes(plan.code?.file ?? '?')),
            name,
          );
          assert.doesNotMatch(text, /\.oci|\.pem|COPY \. |API_KEY|config/, name);
          assert.deepEqual(await engine.lint({ uri: 'file:///w/Dockerfile', text }), [], name);
        }
  });
});
