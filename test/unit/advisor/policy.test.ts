import assert from 'node:assert/strict';
import { type Grantee, leastPrivilege } from '../../../src/advisor/policy';
import { asCli, asConsoleText, asTerraform } from '../../../src/advisor/policy-forms';
import { METHODS } from '../../../src/knowledge/method';
import { PLACES } from '../../../src/knowledge/place';
import { PLANES, type Plane } from '../../../src/knowledge/plane';
import {
  opensGenAiToEveryone,
  overbroad,
  parseMatchingRule,
  parseStatement,
  planesGranted,
  unknownResourceTypes,
} from '../../../src/knowledge/policy';

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
  it('come as Console text, Terraform and CLI', () => {
    const least = of('inference-native', ['chat'], { place: 'compute', group: '${x}' });
    assert.match(asConsoleText(least), /^Allow dynamic-group/m);
    assert.match(asTerraform(least), /statements = \[\n {4}"Allow dynamic-group '\$\$\{x\}'/);
    assert.match(asCli(least), /--statements file:\/\/statements.json/);
  });
});
