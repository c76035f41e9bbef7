import assert from 'node:assert/strict';
import { createEngine, type WorkspaceFiles } from '../../../src/engine';
import { grammarFile, lineOf } from '../../rules/fixtures';

/** A workspace in memory. */
class Memory implements WorkspaceFiles {
  constructor(readonly texts: Map<string, string>) {}
  has(uri: string): boolean {
    return this.texts.has(uri);
  }
  read(uri: string): string | undefined {
    return this.texts.get(uri);
  }
  list(folder: string): string[] {
    const names = [...this.texts.keys()].filter((uri) => uri.startsWith(`${folder}/`));
    return names.map((uri) => uri.slice(folder.length + 1)).filter((name) => !name.includes('/'));
  }
}

const ROOT = 'file:///w/';

async function lint(files: Readonly<Record<string, string>>, main: string): Promise<string[]> {
  const texts = new Map(Object.entries(files).map(([name, text]) => [ROOT + name, text]));
  const engine = createEngine({ grammars: grammarFile, files: new Memory(texts) });
  const text = texts.get(ROOT + main) ?? '';
  const findings = await engine.lint({ uri: ROOT + main, text });
  return findings.map(
    (finding) =>
      `${finding.rule}:${lineOf(text, finding.span.start)} <- ${finding.related.map((one) => one.uri.slice(ROOT.length))}`,
  );
}

const CLIENT = 'oci.generative_ai_agent_runtime.GenerativeAiAgentRuntimeClient';

describe('flow across Python modules', () => {
  it('follows a config from a helper beside the file', async () => {
    const found = await lint(
      {
        'auth.py': 'import oci\n\ndef settings():\n    return oci.config.from_file()\n',
        'main.py': `import oci\nfrom auth import settings\nclient = ${CLIENT}(settings())\n`,
      },
      'main.py',
    );
    assert.deepEqual(found, ['agent-with-iam-key:3 <- auth.py']);
  });

  it('stays silent when the helper gives a principal', async () => {
    const found = await lint(
      {
        'auth.py': 'import oci\n\ndef make():\n    return oci.auth.signers.get_resource_principals_signer()\n',
        'main.py': `import oci\nfrom auth import make\nclient = ${CLIENT}({}, signer=make())\n`,
      },
      'main.py',
    );
    assert.deepEqual(found, []);
  });

  it('reads relative imports, package barrels, base classes and star imports', async () => {
    const files = {
      'app/__init__.py': '',
      'app/core/__init__.py': 'from .config import CONFIG\nfrom .base import Base\n',
      'app/core/config.py': 'from oci.config import from_file\nCONFIG = from_file("~/.oci/config", "DEV")\n',
      'app/core/base.py':
        'from .config import CONFIG\n\nclass Base:\n    def __init__(self):\n        self.config = CONFIG\n',
      'app/agents/one.py': `import oci\nfrom ..core import CONFIG as SETTINGS\nclient = ${CLIENT}(config=SETTINGS)\n`,
      'app/agents/two.py': `import oci\nfrom app.core import Base\n\nclass Agent(Base):\n    def client(self):\n        return ${CLIENT}(self.config)\n`,
      'app/agents/three.py': `import oci\nfrom app.core import *\nclient = ${CLIENT}(CONFIG)\n`,
      'app/agents/four.py': `import oci\nimport app.core.config\nclient = ${CLIENT}(app.core.config.CONFIG)\n`,
    };
    assert.deepEqual(await lint(files, 'app/agents/one.py'), ['agent-with-iam-key:3 <- app/core/config.py']);
    assert.deepEqual(await lint(files, 'app/agents/two.py'), ['agent-with-iam-key:6 <- app/core/config.py']);
    assert.deepEqual(await lint(files, 'app/agents/three.py'), ['agent-with-iam-key:3 <- app/core/config.py']);
    assert.deepEqual(await lint(files, 'app/agents/four.py'), ['agent-with-iam-key:3 <- app/core/config.py']);
  });

  it('survives cycles and modules that import each other', async () => {
    const files = {
      'a.py': `import oci\nfrom b import config\nclient = ${CLIENT}(config)\n`,
      'b.py': 'from c import config\n',
      'c.py': 'from b import config\n',
    };
    assert.deepEqual(await lint(files, 'a.py'), []);
  });

  it('lints requests whose host and key stand in another module', async () => {
    const settings = (host: string): string =>
      `import os\n\nclass Settings:\n    url = "https://${host}"\n    key = os.environ["OCI_GENAI_API_KEY"]\n\nsettings = Settings()\n`;
    const agent = `import requests
from settings import settings

requests.post(f"{settings.url}/20240531/agentEndpoints/x/actions/chat", headers={"Authorization": f"Bearer {settings.key}"})
`;
    const openai = `from openai import OpenAI
from settings import settings

client = OpenAI(base_url=settings.url, api_key=settings.key)
`;
    const agents = settings('agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com');
    assert.deepEqual(await lint({ 'settings.py': agents, 'main.py': agent }, 'main.py'), [
      'agent-with-genai-key:4 <- main.py',
    ]);
    assert.deepEqual(await lint({ 'settings.py': agents, 'main.py': openai }, 'main.py'), [
      'agent-with-genai-key:4 <- settings.py',
    ]);
    const inference = settings('inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1');
    assert.deepEqual(await lint({ 'settings.py': inference, 'main.py': openai }, 'main.py'), []);
    assert.deepEqual(await lint({ 'settings.py': settings('example.com'), 'main.py': openai }, 'main.py'), []);
  });

  it('tells the lines of places in other files', async () => {
    const texts = new Map([
      [`${ROOT}auth.py`, 'import oci\n\n\ndef settings():\n    return oci.config.from_file()\n'],
      [`${ROOT}main.py`, `import oci\nfrom auth import settings\nclient = ${CLIENT}(settings())\n`],
    ]);
    const engine = createEngine({ grammars: grammarFile, files: new Memory(texts) });
    const [finding] = await engine.lint({ uri: `${ROOT}main.py`, text: texts.get(`${ROOT}main.py`) ?? '' });
    assert.deepEqual(
      finding?.related.map(({ uri, range }) => ({ uri, range })),
      [
        {
          uri: `${ROOT}auth.py`,
          range: { start: { line: 4, character: 11 }, end: { line: 4, character: 33 } },
        },
      ],
    );
  });

  it('sees a helper as it is now', async () => {
    const texts = new Map([
      [`${ROOT}auth.py`, 'import oci\nconfig = oci.config.from_file()\n'],
      [`${ROOT}main.py`, `import oci\nfrom auth import config\nclient = ${CLIENT}(config)\n`],
    ]);
    const engine = createEngine({ grammars: grammarFile, files: new Memory(texts) });
    const main = { uri: `${ROOT}main.py`, text: texts.get(`${ROOT}main.py`) ?? '' };
    assert.equal((await engine.lint(main)).length, 1);
    texts.set(`${ROOT}auth.py`, 'config = {}\n');
    assert.equal((await engine.lint(main)).length, 0);
  });
});

const RUNTIME = "import { GenerativeAiAgentRuntimeClient } from 'oci-generativeaiagentruntime';\n";

describe('flow across TypeScript modules', () => {
  it('follows a provider through a barrel and a path alias', async () => {
    const files = {
      'tsconfig.json': '{ "compilerOptions": { "baseUrl": ".", "paths": { "@auth/*": ["src/auth/*"] } } }',
      'src/auth/provider.ts':
        "import * as common from 'oci-common';\nexport const provider = () => new common.ConfigFileAuthenticationDetailsProvider();\n",
      'src/auth/index.ts': "export * from './provider';\n",
      'src/main.ts': `${RUNTIME}import { provider } from '@auth/index';\nnew GenerativeAiAgentRuntimeClient({ authenticationDetailsProvider: provider() });\n`,
    };
    assert.deepEqual(await lint(files, 'src/main.ts'), ['agent-with-iam-key:3 <- src/auth/provider.ts']);
  });

  it('stays silent when the other module gives a principal', async () => {
    const files = {
      'provider.js':
        "const common = require('oci-common');\nmodule.exports = { provider: common.ResourcePrincipalAuthenticationDetailsProvider.builder() };\n",
      'main.js':
        "const { GenerativeAiAgentRuntimeClient } = require('oci-generativeaiagentruntime');\nconst { provider } = require('./provider');\nnew GenerativeAiAgentRuntimeClient({ authenticationDetailsProvider: provider });\n",
    };
    assert.deepEqual(await lint(files, 'main.js'), []);
  });
});

const GO_CLIENT = 'generativeaiagentruntime.NewGenerativeAiAgentRuntimeClientWithConfigurationProvider';

const goFile = (pkg: string, imports: readonly string[], body: string): string =>
  `package ${pkg}\n\nimport (\n${imports.map((path) => `\t"${path}"\n`).join('')})\n\n${body}`;

const SDK = 'github.com/oracle/oci-go-sdk/v65';
const GO_RUNTIME = `${SDK}/generativeaiagentruntime`;

describe('flow across Go packages', () => {
  it('shares functions, variables and constants of the files of a folder', async () => {
    const files = {
      'auth.go': goFile(
        'main',
        [`${SDK}/common`],
        'const profile = "AGENTS"\n\nvar shared = settings()\n\nfunc settings() common.ConfigurationProvider {\n\treturn common.CustomProfileConfigProvider("", profile)\n}\n',
      ),
      'main.go': goFile('main', [GO_RUNTIME], `func main() {\n\t_, _ = ${GO_CLIENT}(shared)\n}\n`),
      'main_test.go': goFile('main', [], 'var shared = nil\n'),
    };
    assert.deepEqual(await lint(files, 'main.go'), ['agent-with-iam-key:8 <- auth.go']);
  });

  it('imports packages of the module by the path of go.mod', async () => {
    const files = {
      'go.mod': 'module example.com/app\n\ngo 1.22\n\nreplace example.com/lib => ./lib\n',
      'internal/ociauth/doc.go': 'package ociauth\n',
      'internal/ociauth/provider.go': goFile(
        'ociauth',
        [`${SDK}/common`],
        'func Provider() (common.ConfigurationProvider, error) {\n\treturn common.ConfigurationProviderFromFile("x", "")\n}\n',
      ),
      'lib/principal/principal.go': goFile(
        'principal',
        [`${SDK}/common/auth`],
        'var Provider, Err = auth.ResourcePrincipalConfigurationProvider()\n',
      ),
      'cmd/main.go': goFile(
        'main',
        [GO_RUNTIME, 'example.com/app/internal/ociauth', 'example.com/lib/principal'],
        `func main() {\n\tp, err := ociauth.Provider()\n\t_, err = ${GO_CLIENT}(p)\n\t_, err = ${GO_CLIENT}(principal.Provider)\n}\n`,
      ),
    };
    assert.deepEqual(await lint(files, 'cmd/main.go'), ['agent-with-iam-key:11 <- internal/ociauth/provider.go']);
  });

  it('finds what other files give a struct and a function of the package', async () => {
    const files = {
      'server.go': goFile(
        'main',
        [`${SDK}/common`],
        'type Server struct {\n\tprovider common.ConfigurationProvider\n}\n\nfunc main() {\n\tserver := &Server{provider: common.DefaultConfigProvider()}\n\tserver.open()\n\tconnect(common.DefaultConfigProvider())\n}\n',
      ),
      'agent.go': goFile(
        'main',
        [GO_RUNTIME, `${SDK}/common`],
        `func (s *Server) open() {\n\t_, _ = ${GO_CLIENT}(s.provider)\n}\n\nfunc connect(p common.ConfigurationProvider) {\n\t_, _ = ${GO_CLIENT}(p)\n}\n\nfunc (s *Server) reset() { s.provider = nil }\n`,
      ),
    };
    assert.deepEqual(await lint(files, 'agent.go'), [
      'agent-with-iam-key:9 <- server.go',
      'agent-with-iam-key:13 <- server.go',
    ]);
  });

  it('looks back into the file where it starts, and survives packages that import each other', async () => {
    const files = {
      'go.mod': 'module app\n',
      'a/a.go': goFile(
        'a',
        [GO_RUNTIME, `${SDK}/common`, 'app/b'],
        `var own = common.DefaultConfigProvider()\n\nfunc Make() { _, _ = ${GO_CLIENT}(helper()); _, _ = ${GO_CLIENT}(b.Provider) }\n`,
      ),
      'a/helper.go': 'package a\n\nfunc helper() any { return own }\n',
      'b/b.go': goFile('b', ['app/a'], 'var Provider = a.Make()\n'),
    };
    assert.deepEqual(await lint(files, 'a/a.go'), ['agent-with-iam-key:11 <- a/a.go']);
  });
});

describe('flow across C# files', () => {
  const USING = 'using Oci.Common.Auth;\nusing Oci.GenerativeaiagentruntimeService;\nusing App.Auth;\n';
  const IAM = 'new ConfigFileAuthenticationDetailsProvider("DEFAULT")';
  const helper = (made: string): string =>
    `using Oci.Common.Auth;\nnamespace App.Auth;\npublic static class OciAuth\n{\n    public static IBasicAuthenticationDetailsProvider Make() => ${made};\n}\n`;

  it('finds classes by namespace, beside the file, and behind using static', async () => {
    const files = {
      'App/Auth/OciAuth.cs': helper(IAM),
      'App/Near.cs': `namespace App;\npublic class Near { public object Provider { get; } = ${IAM}; }\n`,
      'App/Main.cs': `${USING}using static App.Auth.OciAuth;
namespace App;
class Main
{
    object a = new GenerativeAiAgentRuntimeClient(OciAuth.Make());
    object b = new GenerativeAiAgentRuntimeClient(Make());
    object c = new GenerativeAiAgentRuntimeClient(new Near().Provider);
}
`,
    };
    assert.deepEqual(await lint(files, 'App/Main.cs'), [
      'agent-with-iam-key:8 <- App/Auth/OciAuth.cs',
      'agent-with-iam-key:9 <- App/Auth/OciAuth.cs',
      'agent-with-iam-key:10 <- App/Near.cs',
    ]);
  });

  it('reads what Program.cs registers for a constructor elsewhere', async () => {
    const service = `${USING}namespace App;
class Service(IBasicAuthenticationDetailsProvider provider)
{
    object client = new GenerativeAiAgentRuntimeClient(provider);
}
`;
    const program = `${USING}services.AddSingleton<IBasicAuthenticationDetailsProvider>(_ => OciAuth.Make());\n`;
    const files = { 'App/Services/Service.cs': service, 'App/Program.cs': program };
    const iam = await lint({ ...files, 'App/Auth/OciAuth.cs': helper(IAM) }, 'App/Services/Service.cs');
    assert.deepEqual(iam, ['agent-with-iam-key:7 <- App/Auth/OciAuth.cs']);
    const principal = helper('ResourcePrincipalAuthenticationDetailsProvider.GetProvider()');
    assert.deepEqual(await lint({ ...files, 'App/Auth/OciAuth.cs': principal }, 'App/Services/Service.cs'), []);
  });

  it('ends in classes that make each other', async () => {
    const files = {
      'A.cs': 'class A { public static object Make() => B.Make(); }\n',
      'B.cs': 'class B { public static object Make() => A.Make(); }\n',
      'Main.cs': `${USING}var client = new GenerativeAiAgentRuntimeClient(A.Make());\n`,
    };
    assert.deepEqual(await lint(files, 'Main.cs'), []);
  });
});

describe('flow across Java classes', () => {
  const USE = `import com.oracle.bmc.generativeaiagentruntime.GenerativeAiAgentRuntimeClient;`;
  const auth = (name: string, body: string): string =>
    `package app.auth;\nimport com.oracle.bmc.auth.*;\npublic class ${name} ${body}\n`;
  const MAKE =
    '{ public static AuthenticationDetailsProvider make() { return new ConfigFileAuthenticationDetailsProvider("A"); } }';
  const main = (imports: string, body: string): string =>
    `package app;\n${imports}\n${USE}\nclass Main {\n  void run() { ${body} }\n}\n`;
  const BUILD = 'GenerativeAiAgentRuntimeClient.builder().build';

  it('follows a class by its package, a star import, a static import and the full name', async () => {
    const files = { 'src/main/java/app/auth/Keys.java': auth('Keys', MAKE) };
    for (const [imports, call] of [
      ['import app.auth.Keys;', 'Keys.make()'],
      ['import app.auth.*;', 'Keys.make()'],
      ['import static app.auth.Keys.make;', 'make()'],
      ['import static app.auth.Keys.*;', 'make()'],
    ] as const) {
      const found = await lint(
        { ...files, 'src/main/java/app/Main.java': main(imports, `${BUILD}(${call});`) },
        'src/main/java/app/Main.java',
      );
      assert.deepEqual(found, ['agent-with-iam-key:5 <- src/main/java/app/auth/Keys.java'], imports);
    }
  });

  it('follows a class of the same package, a base class, and main sources from tests', async () => {
    const files = {
      'src/main/java/app/Base.java': auth(
        'Base',
        '{ protected AuthenticationDetailsProvider provider = new ConfigFileAuthenticationDetailsProvider("A"); }',
      ).replace('app.auth', 'app'),
    };
    for (const [path, text] of [
      ['src/main/java/app/Main.java', main('', `${BUILD}(new Base().provider);`)],
      ['src/main/java/app/Main.java', main('', `${BUILD}(provider);`).replace('class Main', 'class Main extends Base')],
      ['src/test/java/app/Main.java', main('', `${BUILD}(new Base().provider);`)],
    ] as const) {
      assert.deepEqual(await lint({ ...files, [path]: text }, path), [
        'agent-with-iam-key:5 <- src/main/java/app/Base.java',
      ]);
    }
  });
});
