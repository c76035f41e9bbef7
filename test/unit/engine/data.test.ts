import assert from 'node:assert/strict';
import { createEngine, type WorkspaceFiles } from '../../../src/engine';
import { grammarFile, lineOf } from '../../rules/fixtures';

/** A project in memory; names that begin with `ignored:` are there, but git leaves them out. */
class Memory implements WorkspaceFiles {
  constructor(
    readonly texts: ReadonlyMap<string, string>,
    private readonly hidden: ReadonlySet<string>,
  ) {}
  has(uri: string): boolean {
    return this.texts.has(uri);
  }
  read(uri: string): string | undefined {
    return this.texts.get(uri);
  }
  projectOf(): string {
    return 'file:///w';
  }
  ignores(uri: string): boolean {
    return this.hidden.has(uri);
  }
}

const ROOT = 'file:///w/';

async function lint(files: Readonly<Record<string, string>>, ignored: readonly string[] = []): Promise<string[]> {
  const texts = new Map(Object.entries(files).map(([name, text]) => [ROOT + name, text]));
  const [main = ''] = texts.keys();
  const engine = createEngine({
    grammars: grammarFile,
    files: new Memory(texts, new Set(ignored.map((name) => ROOT + name))),
  });
  const text = texts.get(main) ?? '';
  const findings = await engine.lint({ uri: main, text });
  for (const { message } of findings) assert.ok(!/sk-|ocid1/.test(message), 'a value in a message');
  return findings.map(
    ({ rule, span, related }) =>
      `${rule}:${lineOf(text, span.start)} <- ${[...new Set(related.map((one) => one.uri.slice(ROOT.length)))]}`,
  );
}

const AGENT = 'https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531';
const CHAT = 'https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/20231130/actions/chat';
const ASK = 'import os\nimport requests\n';
const POST = 'requests.post(URL, headers={"Authorization": f"Bearer {os.environ[\'OCI_GENAI_API_KEY\']}"})';
const NAME = '# oci generativeai oraclecloud\n';

/** Each reads the URL of an agent's endpoint, to which a key never leads. */
const READERS: Readonly<Record<string, readonly [code: string, file: string, data: string]>> = {
  'YAML by a with block': [
    `import yaml\nwith open("config.yaml") as f:\n    cfg = yaml.safe_load(f)\nURL = cfg["agent"]["endpoint"]`,
    'config.yaml',
    `agent:\n  endpoint: ${AGENT}\n`,
  ],
  'YAML by path and folder of the module': [
    `import yaml, os\nBASE = os.path.dirname(__file__)\nURL = yaml.load(open(os.path.join(BASE, "conf", "app.yml")), Loader=yaml.SafeLoader).get("url")`,
    'app/conf/app.yml',
    `url: "${AGENT}"\n`,
  ],
  'JSON by pathlib': [
    `import json\nfrom pathlib import Path\nHERE = Path(__file__).parent\nURL = json.loads((HERE / "settings.json").read_text())["url"]`,
    'app/settings.json',
    `{"url": "${AGENT}"}`,
  ],
  'JSON in the folder above': [
    `import json\nwith open("settings.json", "r", encoding="utf-8") as f:\n    URL = json.load(f)["url"]`,
    'settings.json',
    `{"url": "${AGENT}"}`,
  ],
  TOML: [
    `import tomllib\nwith open("app.toml", "rb") as f:\n    URL = tomllib.load(f)["oci"]["agent"]["url"]`,
    'app/app.toml',
    `[oci]\nname = "x"\n[oci.agent]\nurl = "${AGENT}"\n`,
  ],
  'variables of .env': [
    `from dotenv import load_dotenv\nload_dotenv()\nURL = os.getenv("AGENT_URL")`,
    '.env',
    `AGENT_URL=${AGENT}\n`,
  ],
  dotenv_values: [
    `from dotenv import dotenv_values\nURL = dotenv_values()["AGENT_URL"]`,
    '.env',
    `AGENT_URL=${AGENT}\n`,
  ],
  configparser: [
    `import configparser\nc = configparser.ConfigParser()\nc.read("app.ini")\nURL = c["oci"]["url"]`,
    'app/app.ini',
    `[other]\na = b\n[oci]\nurl = ${AGENT}\n`,
  ],
  'configparser by get': [
    `import configparser\nc = configparser.ConfigParser()\nc.read("app.ini")\nURL = c.get("oci", "url")`,
    'app/app.ini',
    `[other]\na = b\n[oci]\nurl = ${AGENT}\n`,
  ],
  'secrets of Streamlit': [
    `import streamlit as st\nURL = st.secrets["oci"]["url"]`,
    '.streamlit/secrets.toml',
    `[oci]\nurl = "${AGENT}"\n`,
  ],
};

describe('values of data files', () => {
  for (const [name, [code, file, data]] of Object.entries(READERS)) {
    const program = `${NAME}${ASK}${code}\n${POST}\n`;
    it(`reach a client: ${name}`, async () => {
      const found = await lint({ 'app/main.py': program, [file]: data });
      assert.equal(found.length, 1, `${found}`);
      assert.match(found[0] ?? '', /^agent-with-genai-key:\d+ /);
    });
    it(`say nothing where git ignores the file: ${name}`, async () => {
      assert.deepEqual(await lint({ 'app/main.py': program, [file]: data }, [file]), []);
    });
    it(`say nothing where the file is not there: ${name}`, async () => {
      assert.deepEqual(await lint({ 'app/main.py': program }), []);
    });
  }

  it('show where the value stands', async () => {
    const found = await lint({
      'main.py': `import oci, yaml\ncfg = yaml.safe_load(open("oci.yaml"))\nclient = oci.generative_ai_agent_runtime.GenerativeAiAgentRuntimeClient(cfg["oci"])\n`,
      'oci.yaml': `oci:\n  user: ocid1.user.oc1..x\n  fingerprint: aa\n  tenancy: t\n  key_file: k.pem\n`,
    });
    assert.deepEqual(found, ['agent-with-iam-key:3 <- oci.yaml']);
  });

  it('choose the authentication', async () => {
    const code = `import os\nfrom langchain_oci import ChatOCIGenAI\nllm = ChatOCIGenAI(model_id="m", auth_type=os.environ["AUTH"])\n`;
    assert.deepEqual(await lint({ 'main.py': code, '.env': 'AUTH=API_KEYS\n' }), ['unsupported-auth-type:3 <- ']);
    assert.deepEqual(await lint({ 'main.py': code, '.env': 'AUTH=API_KEY\n' }), []);
    assert.deepEqual(await lint({ 'main.py': code, '.env': 'AUTH=${OTHER}\n' }), []);
  });

  it('are read by TypeScript from an import, a file and the environment', async () => {
    const post = `await fetch(url, { headers: { Authorization: \`Bearer \${process.env.OCI_GENAI_API_KEY}\` } }); // generativeai oraclecloud\n`;
    const files = { 'config.json': `{"agent": {"url": "${AGENT}"}}`, '.env': `AGENT_URL="${AGENT}"\n` };
    for (const code of [
      `import config from './config.json';\nconst url = config.agent.url;\n`,
      `const { agent: { url } } = require('./config.json');\n`,
      `import { readFileSync } from 'node:fs';\nconst { url } = JSON.parse(readFileSync('config.json', 'utf8')).agent;\n`,
      `import fs from 'fs';\nimport path from 'path';\nimport yaml from 'js-yaml';\nconst { url } = yaml.load(fs.readFileSync(path.join(__dirname, 'config.json'), 'utf8')).agent;\n`,
      `import 'dotenv/config';\nconst url = process.env.AGENT_URL;\n`,
    ]) {
      const found = await lint({ 'main.ts': code + post, ...files });
      assert.equal(found.length, 1, `${code}\n${found}`);
      assert.match(found[0] ?? '', /^agent-with-genai-key/);
    }
  });

  it('are read by Java from properties and YAML', async () => {
    const program = (value: string): string =>
      `package com.acme;\nimport org.springframework.beans.factory.annotation.Value;\nimport java.net.http.HttpRequest;\nimport java.net.URI;\n/* generativeai */\nclass Ask {\n  @Value("\${${value}}")\n  private String url;\n  HttpRequest ask() {\n    return HttpRequest.newBuilder().uri(URI.create(url)).header("Authorization", "Bearer " + System.getenv("OCI_GENAI_API_KEY")).build();\n  }\n}\n`;
    const main = 'src/main/java/com/acme/Ask.java';
    const resources = 'src/main/resources/application';
    for (const [name, data] of [
      ['.properties', `a=b\noci.agent.url=${AGENT}\n`],
      ['.yml', `a: b\n---\noci:\n  agent:\n    url: ${AGENT}\n`],
    ] as const) {
      const found = await lint({ [main]: program('oci.agent.url'), [resources + name]: data });
      assert.match(found.join(), /^agent-with-genai-key:\d+/, name);
      assert.deepEqual(await lint({ [main]: program('oci.other.url'), [resources + name]: data }), []);
    }
  });

  it('are read by C# from its settings', async () => {
    const data = { 'appsettings.json': `{ "Logging": {}, "Oci": { "Agent": { "Url": "${AGENT}" } } }` };
    for (const read of [
      'configuration["Oci:Agent:Url"]',
      'configuration.GetSection("Oci").GetValue<string>("Agent:Url")',
    ]) {
      const main = `using System.Net.Http;\nusing Microsoft.Extensions.Configuration;\n// generativeai oraclecloud\nclass Ask {\n  void Go(IConfiguration configuration) {\n    var http = new HttpClient();\n    http.DefaultRequestHeaders.Add("Authorization", "Bearer " + System.Environment.GetEnvironmentVariable("OCI_GENAI_API_KEY"));\n    http.PostAsync(${read}, null);\n  }\n}\n`;
      assert.match((await lint({ 'Ask.cs': main, ...data })).join(), /^agent-with-genai-key:\d+/, read);
      assert.deepEqual(await lint({ 'Ask.cs': main }), []);
    }
  });

  it('are read by Go through viper', async () => {
    const main = `package main\n\nimport (\n\t"net/http"\n\t"os"\n\n\t"github.com/spf13/viper"\n)\n\n// generativeai oraclecloud\nfunc ask() {\n\treq, _ := http.NewRequest("POST", viper.GetString("agent.url"), nil)\n\treq.Header.Set("Authorization", "Bearer "+os.Getenv("OCI_GENAI_API_KEY"))\n\thttp.DefaultClient.Do(req)\n}\n`;
    const found = await lint({ 'main.go': main, 'config/config.yaml': `agent:\n  url: ${AGENT}\n` });
    assert.match(found.join(), /^agent-with-genai-key:\d+/);
    assert.deepEqual(await lint({ 'main.go': main }), []);
  });

  it('are not looked for outside of the project, by absolute paths or in what is no data', async () => {
    const program = (name: string) => `${NAME}${ASK}import json\nURL = json.load(open("${name}"))["url"]\n${POST}\n`;
    for (const name of ['../x.json', '/x.json', 'x.py', 'x', 'file:///w/x.json', '']) {
      const data = `{"url": "${AGENT}"}`;
      assert.deepEqual(await lint({ 'app/main.py': program(name), 'x.json': data, 'app/x.py': data }), [], name);
    }
  });

  it('survive data that is broken, deep or large', async () => {
    const program = `${NAME}${ASK}import yaml\nURL = yaml.safe_load(open("c.yaml"))["url"]\n${POST}\n`;
    for (const data of [
      'a: &a [*a, *a]\nurl: *a\n',
      `${'['.repeat(50_000)}`,
      `url: "${AGENT}`,
      '- 1\n- 2\n',
      '',
      `url: ${AGENT}\n${'x: y\n'.repeat(60_000)}`,
    ])
      assert.deepEqual((await lint({ 'main.py': program, 'c.yaml': data })).length <= 1, true);
  });

  it('leave a right program alone', async () => {
    const program = `${NAME}${ASK}import yaml\nURL = yaml.safe_load(open("c.yaml"))["url"]\nrequests.post(URL, auth=signer)\n`;
    assert.deepEqual(await lint({ 'main.py': program, 'c.yaml': `url: ${CHAT}\n` }), []);
  });
});
