import assert from 'node:assert/strict';
import { createEngine } from '../../../src/engine';
import { grammarFile } from '../../rules/fixtures';

const PYTHON = `import oci

config = oci.config.from_file()
client = oci.generative_ai_agent_runtime.GenerativeAiAgentRuntimeClient(config)
`;
const TYPESCRIPT = `import * as common from 'oci-common';
import { GenerativeAiAgentRuntimeClient } from 'oci-generativeaiagentruntime';

const provider = new common.ConfigFileAuthenticationDetailsProvider();
const client = new GenerativeAiAgentRuntimeClient({ authenticationDetailsProvider: provider });
`;

const JAVA = `class Agents {
    GenerativeAiAgentRuntimeClient client() throws java.io.IOException {
        var provider = new com.oracle.bmc.auth.ConfigFileAuthenticationDetailsProvider("DEFAULT");
        return com.oracle.bmc.generativeaiagentruntime.GenerativeAiAgentRuntimeClient.builder().build(provider);
    }
}
`;
const GO = `package agents

import (
	"github.com/oracle/oci-go-sdk/v65/common"
	"github.com/oracle/oci-go-sdk/v65/generativeaiagentruntime"
)

func client() (generativeaiagentruntime.GenerativeAiAgentRuntimeClient, error) {
	provider := common.DefaultConfigProvider()
	return generativeaiagentruntime.NewGenerativeAiAgentRuntimeClientWithConfigurationProvider(provider)
}
`;
const CSHARP = `using Oci.Common.Auth;
using Oci.GenerativeaiagentruntimeService;

class Agents
{
    GenerativeAiAgentRuntimeClient Client()
    {
        var provider = new ConfigFileAuthenticationDetailsProvider("DEFAULT");
        return new GenerativeAiAgentRuntimeClient(provider);
    }
}
`;
const WHOLE: Readonly<Record<string, string>> = {
  'a.py': PYTHON,
  'a.ts': TYPESCRIPT,
  'Agents.java': JAVA,
  'a.go': GO,
  'Agents.cs': CSHARP,
};

/** What somebody has typed so far, above or below code that is whole. */
const CASES: readonly (readonly [file: string, what: string, text: string])[] = [
  ['a.py', 'half a string above', `print("half\n${PYTHON}`],
  ['a.py', 'half an f-string above', `s = f"abc {x\n${PYTHON}`],
  ['a.py', 'an open call above', `x = foo(1, 2\n${PYTHON}`],
  ['a.py', 'an open call of several lines above', `x = foo(\n    1,\n    2,\n${PYTHON}`],
  ['a.py', 'an open list above', `x = [1, 2\n${PYTHON}`],
  ['a.py', 'an open dictionary above', `x = {"a":\n${PYTHON}`],
  ['a.py', 'half a definition above', `def f(:\n    pass\n${PYTHON}`],
  ['a.py', 'an open call below', `${PYTHON}x = foo(`],
  ['a.py', 'an open long string below', `${PYTHON}s = """abc`],
  ['a.py', 'the call itself open at the end', PYTHON.trimEnd().slice(0, -1)],
  ['a.py', 'the call itself open, with a comma', `${PYTHON.trimEnd().slice(0, -1)}, `],
  ['a.py', 'an open call in a function', `def main():\n    x = foo(\n\n\ndef other():\n    pass\n\n${PYTHON}`],
  ['a.ts', 'half a string above', `console.log("half\n${TYPESCRIPT}`],
  ['a.ts', 'an open call above', `const x = foo(1, 2\n${TYPESCRIPT}`],
  ['a.ts', 'an open call below', `${TYPESCRIPT}const y = foo(`],
  ['a.ts', 'an open object below', `${TYPESCRIPT}const o = { a: `],
  ['a.ts', 'an open block below', `${TYPESCRIPT}if (x) {\n`],
  ['a.ts', 'an open template below', `${TYPESCRIPT}const s = \`abc`],
  ['a.ts', 'an open call in a block', `function f() {\n  foo(1,\n}\n${TYPESCRIPT}`],
  ...['Agents.java', 'Agents.cs'].flatMap((file) => {
    const whole = WHOLE[file] ?? '';
    const open = (name: string): string => `class Other {\n    void run() {\n        ${name}\n    }\n}\n`;
    const cases: [file: string, what: string, text: string][] = [
      [
        file,
        'half a string above',
        `${whole.slice(0, whole.indexOf('class'))}${open('Log("half')}${whole.slice(whole.indexOf('class'))}`,
      ],
      [
        file,
        'an open call above',
        `${whole.slice(0, whole.indexOf('class'))}${open('Log(1, 2')}${whole.slice(whole.indexOf('class'))}`,
      ],
      [file, 'half a string below', `${whole}${open('Log("half')}`],
      [file, 'an open call below', `${whole}${open('Log(1,')}`],
      [file, 'an open class below', `${whole}class Other {\n    void run() {\n`],
      [file, 'half a statement in the method', whole.replace('var provider', 'Log(1,\n        var provider')],
      [
        file,
        'an assignment without a value in the method',
        whole.replace('var provider', 'label =\n        var provider'),
      ],
      [file, 'a member without a name in the method', whole.replace('var provider', 'client.\n        var provider')],
      [file, 'half a declaration in the method', whole.replace('var provider', 'String label\n        var provider')],
      [file, 'a call without its end in the method', whole.replace('var provider', 'Log()\n        var provider')],
    ];
    return cases;
  }),
  ['a.go', 'half a string above', GO.replace('func client', 'func other() {\n\tlog("half\n}\n\nfunc client')],
  ['a.go', 'an open call above', GO.replace('func client', 'func other() {\n\tlog(1,\n}\n\nfunc client')],
  ['a.go', 'an open call below', `${GO}\nfunc other() {\n\tlog(`],
  ['a.go', 'an open raw string below', `${GO}\nvar text = \`abc`],
  ['a.go', 'an open call in the function', GO.replace('\tprovider :=', '\tlog(1,\n\tprovider :=')],
  ['a.go', 'half a string in the function', GO.replace('\tprovider :=', '\tlog("half\n\tprovider :=')],
];

describe('Half-typed code', () => {
  for (const [file, what, text] of CASES) {
    it(`is read around ${what} (${file})`, async () => {
      const engine = createEngine({ grammars: grammarFile });
      const uri = `file:///w/${file}`;
      const [found, ...more] = await engine.lint({ uri, text });
      assert.equal(found?.rule, 'agent-with-iam-key');
      assert.deepEqual(more, []);
      const client = text.lastIndexOf('GenerativeAiAgentRuntimeClient');
      assert.ok(found.span.start <= client && client < found.span.end, 'at its place');
      engine.close(uri);
    });
  }

  it('is the same after typing as when it is opened', async () => {
    for (const [file, , text] of CASES) {
      const engine = createEngine({ grammars: grammarFile });
      const uri = `file:///w/${file}`;
      await engine.lint({ uri, text: '' });
      let typed = WHOLE[file] ?? '';
      await engine.lint({ uri, text: typed });
      // Character by character from the whole code to the broken one, where that is an insertion.
      const whole = typed;
      const at = text.indexOf(whole);
      if (at < 0) continue;
      for (const [insertAt, piece] of [
        [0, text.slice(0, at)],
        [at + whole.length, text.slice(at + whole.length)],
      ] as const) {
        for (let index = 0; index < piece.length; index += 1) {
          const change = { start: insertAt + index, length: 0, text: piece.charAt(index) };
          typed = typed.slice(0, change.start) + change.text + typed.slice(change.start);
          const updated = await engine.update({ uri, text: typed }, change);
          const fresh = createEngine({ grammars: grammarFile });
          assert.deepEqual(updated, await fresh.lint({ uri, text: typed }), JSON.stringify(typed.slice(0, 40)));
          fresh.close(uri);
        }
      }
      engine.close(uri);
    }
  });
});
