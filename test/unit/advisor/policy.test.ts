import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { type Grantee, leastPrivilege, nameProblem } from '../../../src/advisor/policy';
import { asCli, asConsoleText, asTerraform } from '../../../src/advisor/policy-forms';
import { NOTHING_FOUND, type Survey } from '../../../src/advisor/survey';
import { granteeFound, workspacePolicy } from '../../../src/advisor/workspace-policy';
import { METHODS } from '../../../src/knowledge/method';
import { PLACES } from '../../../src/knowledge/place';
import { PLANES, type Plane } from '../../../src/knowledge/plane';
import {
  opensGenAiToEveryone,
  overbroad,
  parseMatchingRule,
  parsePolicyDocument,
  parseStatement,
  planesGranted,
  unknownResourceTypes,
} from '../../../src/knowledge/policy';
import { Grammars } from '../../../src/source/grammar';
import { grammarFile } from '../../rules/fixtures';

const of = (plane: Plane, operations: readonly string[], grantee: Grantee = {}) =>
  leastPrivilege([{ plane, operations }], grantee);
const OCID = 'ocid1.compartment.oc1..aaaa';

describe('least-privilege statements', () => {
  it('name the operation’s type, in the compartment', () => {
    const { statements, matchingRule } = of('inference-native', ['chat', 'embed_text'], {
      place: 'functions',
      group: 'fn',
      compartment: OCID,
    });
    assert.deepEqual(statements, [
      `Allow dynamic-group fn to use generative-ai-chat in compartment id ${OCID}`,
      `Allow dynamic-group fn to use generative-ai-text-embedding in compartment id ${OCID}`,
    ]);
    assert.equal(
      matchingRule,
      "ALL {resource.type = 'fnfunc', resource.compartment.id = '<workload-compartment-ocid>'}",
    );
  });
  it('qualify with the identity domain', () => {
    assert.match(
      of('agent-runtime', [], { place: 'compute', group: 'my dg', domain: 'My Dom' }).statements[0] ?? '',
      /dynamic-group 'My Dom'\/'my dg' to/,
    );
  });
  it('let agents chat with endpoint and session', () => {
    const types = of('agent-runtime', ['CreateSession', 'Chat']).statements.map(
      (text) => parseStatement(text).resources[0]?.text,
    );
    assert.deepEqual(types, ['genai-agent-endpoint', 'genai-agent-session']);
  });
  it('use conditions for OKE workloads and keys', () => {
    assert.match(
      of('inference-native', ['chat'], { place: 'oke', namespace: 'ns' }).statements[0] ?? '',
      /any-user .*'workload'.*'ns'/,
    );
    assert.match(
      of('inference-openai', ['responses'], { method: 'genai-api-key', apiKeyId: 'ocid1.k' }).statements.join(),
      /'generativeaiapikey', request.principal.id = 'ocid1.k'/,
    );
  });
  it('drop what another statement covers', () => {
    const both = leastPrivilege([
      { plane: 'inference-native', operations: [] },
      { plane: 'inference-native', operations: ['chat'] },
    ]);
    assert.deepEqual(
      both.statements.map((text) => parseStatement(text).resources[0]?.text),
      ['generative-ai-family'],
    );
  });
  it('know management operations', () => {
    const verbs = of('genai-management', ['ListModels', 'create_api_key', 'getEndpoint']).statements.map(
      (text) => / to (\w+ [\w-]+)/.exec(text)?.[1],
    );
    assert.deepEqual(verbs, [
      'manage generative-ai-apikey',
      'read generative-ai-endpoint',
      'inspect generative-ai-model',
    ]);
  });

  for (const plane of PLANES) {
    it(`${plane}: valid, granting and closed for every method and place`, () => {
      for (const method of [undefined, ...METHODS]) {
        for (const place of [undefined, ...PLACES]) {
          for (const domain of [undefined, 'My Dom']) {
            const least = of(plane, [], { method, place, domain });
            for (const text of least.statements) {
              const statement = parseStatement(text);
              assert.deepEqual(statement.problems, [], text);
              assert.deepEqual(unknownResourceTypes(statement), [], text);
              assert.equal(opensGenAiToEveryone(statement), false, text);
              assert.deepEqual(
                overbroad(statement).filter(({ reason }) => reason !== 'manage-where-use-suffices'),
                [],
                text,
              );
            }
            if (least.statements.length > 0) {
              assert.ok(
                least.statements.some((text) => planesGranted(parseStatement(text)).has(plane)),
                least.statements.join(),
              );
            }
            if (least.matchingRule) assert.deepEqual(parseMatchingRule(least.matchingRule).problems, []);
          }
        }
      }
    });
  }

  it('stay one statement whatever a name holds', () => {
    const { statements } = of('inference-native', ['chat'], {
      group: "x' to manage all-resources in tenancy\nAllow group 'y",
      compartment: "c' where",
    });
    assert.deepEqual(parseStatement(statements[0] ?? '').problems, []);
    assert.equal(statements[0]?.includes('\n'), false);
    assert.equal(parseStatement(statements[0] ?? '').resources[0]?.text, 'generative-ai-chat');
  });
  it('take no second statement from a compartment or group', () => {
    const more = 'Allow any-user to manage all-resources in tenancy';
    for (const end of ['\n', '\r', '\u2028', '\u0085', ' ']) {
      for (const grantee of [
        { compartment: `ocid1.compartment.oc1..a${end}${more}` },
        { group: `<a${end}${more}>` },
        { method: 'genai-api-key', apiKeyId: `ocid1.k${end}${more}` },
        { domain: `d${end}${more}`, place: 'compute' },
      ] as const) {
        const { statements } = of('inference-native', ['chat'], grantee);
        const text = statements.join();
        assert.doesNotMatch(text, /[\p{Cc}\p{Zl}]/u);
        assert.doesNotMatch(text.replace(/'[^']*'/g, ''), /all-resources/, text);
      }
    }
  });
  it('name the group that is made', () => {
    const least = of('inference-native', ['chat'], { place: 'compute', group: "o'brien" });
    assert.equal(least.group, 'obrien');
    assert.equal(nameProblem("o'brien"), 'no name in a policy holds quotes or control characters');
    assert.equal(nameProblem(' '), 'a name is missing');
    assert.equal(nameProblem('My Group'), undefined);
  });
  it('come as Console text, Terraform and CLI', () => {
    const least = of('inference-native', ['chat'], { place: 'compute', group: '${x}' });
    assert.match(asConsoleText(least), /^Allow dynamic-group/m);
    assert.match(asTerraform(least), /statements = \[\n {4}"Allow dynamic-group '\$\$\{x\}'/);
    assert.match(asCli(least), /--statements file:\/\/statements.json/);
  });

  it('make the group that the statements name, in its own identity domain', () => {
    const least = of('inference-native', ['chat'], { place: 'functions', group: 'my dg', domain: 'Apps' });
    assert.match(least.statements[0] ?? '', /dynamic-group 'Apps'\/'my dg' to/);
    assert.match(asTerraform(least), /"oci_identity_domains_dynamic_resource_group"[\s\S]*display_name {2}= "my dg"/);
    assert.match(asTerraform(least), /name {11}= "my-dg"/);
    assert.match(asCli(least), /identity-domains dynamic-resource-group create .*--display-name 'my dg'/);
    const plain = of('inference-native', ['chat'], { place: 'functions', group: 'callers' });
    assert.match(asTerraform(plain), /"oci_identity_dynamic_group"[\s\S]*name {11}= "callers"/);
    assert.match(asCli(plain), /oci iam dynamic-group create --name callers /);
  });

  it('need no group for a workload of OKE', () => {
    const { statements, matchingRule, notes } = of('inference-native', ['chat'], { place: 'oke' });
    assert.match(statements[0] ?? '', /^Allow any-user .*'workload'/);
    assert.equal(matchingRule, undefined);
    assert.doesNotMatch(notes.join(), /outside the default/);
    const node = of('inference-native', ['chat'], { place: 'oke', method: 'instance-principal' });
    assert.match(node.matchingRule ?? '', /instance\.compartment\.id/);
  });

  it('match no instance where a resource calls', () => {
    const { matchingRule, notes } = of('inference-native', ['chat'], { method: 'resource-principal' });
    assert.match(matchingRule ?? '', /resource\.type = '<resource-type>'/);
    assert.match(notes.join(), /fnfunc/);
    assert.deepEqual(parseMatchingRule(matchingRule ?? '').problems, []);
  });

  it('of a workspace speak of the only one that it names', () => {
    const policy = (text: string) => ({ uri: '', line: 0, text, statement: parseStatement(text) });
    const survey = (over: Partial<Survey>): Survey => ({ ...NOTHING_FOUND, ...over });
    const oke = (namespace: string, name: string) =>
      ({ place: 'oke', uri: `${namespace}.yaml`, certain: true, account: { namespace, name } }) as const;
    const one = granteeFound(survey({ workloads: [oke('prod', 'bot')] }));
    assert.deepEqual([one.place, one.namespace, one.serviceAccount], ['oke', 'prod', 'bot']);
    const two = granteeFound(survey({ workloads: [oke('prod', 'bot'), oke('test', 'bot')] }));
    assert.deepEqual([two.namespace, two.serviceAccount], [undefined, 'bot']);
    assert.equal(granteeFound(survey({}), { compartment: 'c' }).compartment, 'c');
    const within = (...compartment: string[]) =>
      granteeFound(survey({ ocids: { ...NOTHING_FOUND.ocids, compartment } })).compartment;
    assert.deepEqual([within(OCID, OCID), within(OCID, `${OCID}b`)], [OCID, undefined]);
    const ours = policy("Allow dynamic-group 'Apps'/'callers' to use generative-ai-chat in compartment c");
    assert.equal(granteeFound(survey({ policies: [ours] })).domain, 'Apps');
    const others = policy("Allow dynamic-group 'Apps'/'backup' to read buckets in compartment c");
    assert.equal(granteeFound(survey({ policies: [others] })).domain, undefined);
  });
  it('let in by the principal that the code has, where its place has it', () => {
    const uses = [{ plane: 'inference-native', operations: ['chat'], methods: ['instance-principal'] }] as const;
    assert.match(workspacePolicy(uses, { place: 'oke' }).matchingRule ?? '', /instance\.compartment\.id/);
    assert.match(workspacePolicy(uses, { place: 'functions' }).matchingRule ?? '', /fnfunc/);
  });
  it('of a workspace let keys in as keys and workloads as workloads', () => {
    const uses = [
      { plane: 'inference-openai', operations: ['responses'], methods: ['genai-api-key'] },
      { plane: 'agent-runtime', operations: ['chat'], methods: ['resource-principal'] },
    ] as const;
    const { statements, matchingRule } = workspacePolicy(uses, { place: 'functions' });
    assert.match(matchingRule ?? '', /fnfunc/);
    for (const text of statements) {
      assert.equal(/genai-agent/.test(text), /^Allow dynamic-group/.test(text), text);
      assert.equal(/genai-agent/.test(text), !/generativeaiapikey/.test(text), text);
    }
    assert.match(workspacePolicy(uses.slice(1)).statements[0] ?? '', /^Allow dynamic-group/);
    assert.match(workspacePolicy([{ ...uses[1], methods: ['session-token'] }]).statements[0] ?? '', /^Allow group/);
  });

  it('are whole Terraform, and the same statements when they are read back', async () => {
    const parser = await new Grammars(grammarFile).parser('tree-sitter-terraform.wasm');
    for (const text of TERRAFORM) {
      const tree = parser.parse(text);
      assert.ok(tree && !tree.rootNode.hasError, text);
      tree.delete();
    }
    const least = of('inference-native', ['chat'], { place: 'compute', group: '${x} %{y} "z"' });
    const [back] = parsePolicyDocument(asTerraform(least));
    assert.deepEqual(back?.statement.problems, []);
  });

  it('pass Terraform itself', function () {
    const [command, given] = ['terraform', ['fmt', '-']] as const;
    if (spawnSync(command, ['version']).error) {
      console.log('      skipped: no terraform on this machine');
      return this.skip();
    }
    for (const text of TERRAFORM) {
      const { status, stdout, stderr } = spawnSync(command, given, { input: text, encoding: 'utf8' });
      assert.equal(status, 0, stderr);
      assert.equal(stdout, text);
    }
  }).timeout(60_000);
});

const TERRAFORM = (['functions', 'compute', 'oke', 'laptop'] as const).flatMap((place) =>
  [undefined, 'My Dom'].map((domain) =>
    asTerraform(of('agent-runtime', ['chat'], { place, domain, group: '${x} %{y} "z"', compartment: OCID })),
  ),
);
