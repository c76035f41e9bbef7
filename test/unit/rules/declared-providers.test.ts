import assert from 'node:assert/strict';
import { applied } from '../../../src/rules/repair/edits';
import { testEngine } from '../../rules/fixtures';

const ROOT = 'file:///workspace';

/** The texts that the fixes of the first finding leave, but for the one that allows it. */
async function fixed(path: string, text: string): Promise<string[]> {
  const engine = testEngine();
  const uri = `${ROOT}/${path}`;
  const [finding] = await engine.lint({ uri, text }, { root: ROOT });
  assert.ok(finding, 'there is a finding');
  const fixes = engine.fixes(uri, finding).filter(({ title }) => !title.startsWith('Allow'));
  return fixes.map(({ edits }) => applied(text, edits));
}

const java = (body: string): string => `import com.oracle.bmc.auth.ConfigFileAuthenticationDetailsProvider;
import com.oracle.bmc.generativeaiagentruntime.GenerativeAiAgentRuntimeClient;

class Chat {
    void run() throws java.io.IOException {
        var provider = new ConfigFileAuthenticationDetailsProvider("DEFAULT");
        var client = GenerativeAiAgentRuntimeClient.builder().build(provider);
        ${body}
    }
}
`;

const csharp = (body: string): string => `using Oci.Common.Auth;
using Oci.GenerativeaiagentruntimeService;

class Chat
{
    static void Main()
    {
        var provider = new ConfigFileAuthenticationDetailsProvider("DEFAULT");
        var client = new GenerativeAiAgentRuntimeClient(provider);
        ${body}
    }

    static void Tell(IAuthenticationDetailsProvider given) { }
}
`;

describe('a provider that is declared with var', () => {
  it('stays in Java where a principal does not tell what is read of it', async () => {
    for (const getter of ['getTenantId', 'getUserId', 'getFingerprint', 'getRegion']) {
      const all = await fixed('Chat.java', java(`System.out.println(provider.${getter}());`));
      assert.ok(
        all.every((text) => text.includes('SessionToken')),
        getter,
      );
    }
    assert.ok((await fixed('Chat.java', java('System.out.println(client);'))).length > 1);
  });

  it('stays in C# where a principal does not tell what is read of it', async () => {
    for (const getter of ['.TenantId', '?.UserId', '.Fingerprint', '.Region'])
      assert.deepEqual(await fixed('Chat.cs', csharp(`System.Console.WriteLine(provider${getter});`)), [], getter);
    assert.ok((await fixed('Chat.cs', csharp('System.Console.WriteLine(client);'))).length > 1);
  });

  it('widens the parameters that it is given to', async () => {
    const all = await fixed('Chat.cs', csharp('Tell(provider);'));
    const principal = all.find((text) => text.includes('new InstancePrincipalsAuthenticationDetailsProvider()'));
    assert.match(principal ?? '', /Tell\(IBasicAuthenticationDetailsProvider given\)/);
    assert.match(principal ?? '', /var provider = /);
  });
});
