import assert from 'node:assert/strict';
import {
  completeStatement,
  describePlanes,
  describeStatement,
  familyIsGranted,
  nearestResourceType,
  opensGenAiToEveryone,
  overbroad,
  parseMatchingRule,
  parsePolicyDocument,
  parseStatement,
  patternMatches,
  planesGranted,
  ruleMatches,
  unknownResourceTypes,
} from '../../../src/knowledge/policy';
import { LONGEST_STATEMENT } from '../../../src/knowledge/policy/document';

const open = (text: string): boolean => opensGenAiToEveryone(parseStatement(text));
const where = (condition: string): string => `allow any-user to use generative-ai-family in tenancy where ${condition}`;

describe('who a statement lets in', () => {
  const OPEN = [
    'allow any-user to use generative-ai-family in tenancy',
    'Allow any-group to manage genai-agent-family in compartment c',
    'allow any-user to use generative-ai-chat in compartment c',
    'allow any-user to {GENERATIVE_AI_CHAT} in tenancy',
    'endorse any-user to use generative-ai-family in any-tenancy',
    where("target.model.id = 'x'"),
    where("all {target.model.id = 'x', request.region = 'phx'}"),
    where("any {request.principal.type = 'workload', target.model.id = 'x'}"),
    where("any {all {request.principal.type='a', target.x='b'}, all {target.x='c'}}"),
    where('request.principal.id = /*/'),
    where("request.principal.type != 'user'"),
    where("request.user.id != 'ocid1.user.oc1..a'"),
    where("request.principal.type not in ('user')"),
  ];
  const CLOSED = [
    where("request.principal.type = 'workload'"),
    where("ALL {request.principal.type = 'generativeaiapikey', target.model.id in ('x')}"),
    where("any {request.principal.id = 'a', request.principal.id = 'b'}"),
    where("any {all {request.principal.type='a', target.x='b'}, request.principal.id='c'}"),
    where("request.user.id = 'ocid1.user.oc1..a'"),
    where("request.groups.id = 'ocid1.group.oc1..a'"),
    where("all {request.principal.type != 'user', request.principal.compartment.id = 'c'}"),
    where('${var.condition}'),
    'allow group x to use generative-ai-family in tenancy',
    'deny any-user to use generative-ai-family in tenancy',
    'allow any-user to read object-family in tenancy',
    'allow any-group to inspect users in tenancy',
  ];
  for (const text of OPEN) it(`open: ${text}`, () => assert.equal(open(text), true));
  for (const text of CLOSED) it(`closed: ${text}`, () => assert.equal(open(text), false));
});

describe('resource types', () => {
  const unknown = (type: string) => unknownResourceTypes(parseStatement(`allow group x to use ${type} in tenancy`));
  const KNOWN = [
    'generative-ai-family',
    'genai-agent-family',
    'generative-ai-vectorstore',
    'generativeaihosteddeployment',
    'genai-agent-tool',
    'genai-agent-provisioned-capacity',
    'generative-ai-response',
    'generative-ai-conversation',
    'Generative-AI-Chat',
    'generative-ai-text-summarization',
    'object-family',
    'ai-service-vision-family',
    'all-resources',
  ];
  for (const type of KNOWN) it(`${type} is known or not ours`, () => assert.deepEqual(unknown(type), []));

  const NEAREST: ReadonlyArray<readonly [string, string]> = [
    ['generative-ai-vector-store', 'generative-ai-vectorstore'],
    ['generative-ai-vector-store-file', 'generative-ai-vectorstore-file'],
    ['generative-ai-families', 'generative-ai-family'],
    ['generative-ai-agent-family', 'genai-agent-family'],
    ['genaiagent-family', 'genai-agent-family'],
    ['genai-agents-family', 'genai-agent-family'],
    ['genai-family', 'generative-ai-family'],
    ['generativeai-family', 'generative-ai-family'],
    ['genai-agent-chat', 'genai-agent-endpoint'],
    ['genai-agent-knowledgebase', 'genai-agent-knowledge-base'],
    ['generative-ai-api-key', 'generative-ai-apikey'],
    ['generative-ai-chats', 'generative-ai-chat'],
    ['generative-ai-inference', 'generative-ai-chat'],
    ['generativeaiapikey', 'generative-ai-apikey'],
    ['generative-ai-embedding', 'generative-ai-text-embedding'],
    ['generative-ai-zzzzzzzzzzzzzzzzzzzzzzzz', 'generative-ai-family'],
  ];
  for (const [wrong, right] of NEAREST) {
    it(`${wrong} → ${right}`, () => {
      assert.equal(unknown(wrong)[0]?.nearest, right);
      assert.equal(nearestResourceType(wrong), right);
    });
  }
  it('says nothing of a placeholder', () => {
    assert.deepEqual(unknown('generative-ai-${var.what}'), []);
  });
});

describe('overbroad grants', () => {
  const reasons = (text: string) => overbroad(parseStatement(text)).map((found) => found.reason);
  it('manage where use suffices', () => {
    assert.deepEqual(reasons('allow group x to manage generative-ai-chat in compartment c'), [
      'manage-where-use-suffices',
    ]);
    assert.deepEqual(reasons('allow dynamic-group x to manage genai-agent-family in compartment c'), [
      'manage-where-use-suffices',
    ]);
  });
  it('a family in the tenancy', () => {
    assert.deepEqual(reasons('allow group x to use generative-ai-family in tenancy'), ['family-in-tenancy']);
    assert.deepEqual(reasons('Allow dynamic-group GENAI to manage genai-agent-family in tenancy'), [
      'manage-where-use-suffices',
      'family-in-tenancy',
    ]);
  });
  it('all-resources for a workload, not for administrators', () => {
    assert.deepEqual(reasons('allow dynamic-group x to manage all-resources in compartment c'), ['all-resources']);
    assert.deepEqual(reasons('Allow group Administrators to manage all-resources in tenancy'), []);
  });
  it('silent where it is right', () => {
    for (const text of [
      'allow group admins to manage generative-ai-family in compartment c',
      'allow dynamic-group x to use generative-ai-family in compartment c',
      'allow dynamic-group x to manage generative-ai-response in compartment c',
      'allow dynamic-group x to manage genai-agent-session in compartment c',
      'allow dynamic-group x to use object-family in tenancy',
      'deny dynamic-group x to manage generative-ai-family in tenancy',
    ]) {
      assert.deepEqual(reasons(text), [], text);
    }
  });
});

describe('planes that a statement opens', () => {
  const planes = (text: string) => [...planesGranted(parseStatement(text))].sort();
  it('chat', () => {
    assert.deepEqual(planes('allow group x to use generative-ai-chat in tenancy'), [
      'inference-native',
      'inference-openai',
    ]);
  });
  it('read on chat grants nothing', () =>
    assert.deepEqual(planes('allow group x to read generative-ai-chat in tenancy'), []));
  it('the two families are disjoint', () => {
    assert.deepEqual(planes('allow group x to manage genai-agent-family in tenancy'), [
      'agent-management',
      'agent-runtime',
    ]);
    const genAi = planes('allow group x to use generative-ai-family in tenancy');
    assert.ok(genAi.includes('inference-native') && genAi.includes('nl2sql') && genAi.includes('vector-stores'));
    assert.ok(!genAi.includes('agent-runtime') && !genAi.includes('other-oci'));
  });
  it('permissions', () => {
    assert.deepEqual(planes('allow group x to {GENERATIVE_AI_TEXT_EMBED} in tenancy'), [
      'inference-native',
      'inference-openai',
    ]);
    assert.deepEqual(planes('allow group x to {GENAI_AGENT_ENDPOINT_CHAT} in tenancy'), [
      'agent-management',
      'agent-runtime',
    ]);
  });
  it('other services and deny open nothing', () => {
    assert.deepEqual(planes('allow group x to manage object-family in tenancy'), []);
    assert.deepEqual(planes('deny group x to manage generative-ai-family in tenancy'), []);
  });
  it('familyIsGranted: yes, no, cannot know', () => {
    const of = (...texts: string[]) => familyIsGranted(texts.map(parseStatement), 'agent-runtime');
    assert.equal(of('allow group x to use generative-ai-family in tenancy'), false);
    assert.equal(of('allow group x to use genai-agent-session in tenancy'), true);
    assert.equal(of('allow group x to manage all-resources in tenancy'), true);
    assert.equal(of('allow group x to use ${each.value} in tenancy'), undefined);
  });
});

describe('explaining', () => {
  it('says who may do what where and when', () => {
    const statement = parseStatement(
      "allow any-user to use generative-ai-chat in compartment a:b where all {request.principal.type='workload', request.principal.namespace='ns'}",
    );
    assert.equal(
      describeStatement(statement),
      "Every user, principal and service of the tenancy may use generative-ai-chat (work with existing resources: call models, chat, update; chat with models) in compartment a › b and below, when request.principal.type is 'workload' and request.principal.namespace is 'ns'.",
    );
    assert.deepEqual(describePlanes(statement), ['native inference', 'OpenAI-compatible inference']);
  });
});

describe('matching rules', () => {
  const GOOD = [
    "ALL {instance.compartment.id = 'ocid1.compartment.oc1..a'}",
    "ALL {resource.type = 'fnfunc', resource.compartment.id = 'ocid1.compartment.oc1..a'}",
    "ANY {resource.type='genaiagent', resource.type='genaiagentdataingestionjob'}",
    "any {all {resource.type='generativeaihostedapplication'}, all {instance.id='x'}}",
    "tag.department.operations.value='45'",
    'all {tag.department.operations.value}',
    "ALL {resource.type = 'fnfunc', resource.compartment.id = '${var.compartment_ocid}'}",
  ];
  for (const rule of GOOD) it(`reads ${rule}`, () => assert.deepEqual(parseMatchingRule(rule).problems, []));

  it('finds rules that never match', () => {
    assert.equal(parseMatchingRule("ALL {instance.id='a', resource.type='fnfunc'}").problems[0]?.code, 'never-matches');
    assert.equal(parseMatchingRule("ALL {resource.type='a', resource.type='b'}").problems[0]?.code, 'never-matches');
  });
  it('finds variables of policies', () => {
    assert.match(parseMatchingRule("ALL {request.principal.type='x'}").problems[0]?.message ?? '', /where clause/);
    assert.equal(parseMatchingRule("ALL {instance.name='x'}").problems[0]?.code, 'unknown-variable');
    assert.equal(parseMatchingRule('').problems[0]?.code, 'empty-rule');
  });
  it('tells whether a principal matches', () => {
    const { condition } = parseMatchingRule("ALL {resource.type = 'fnfunc', resource.compartment.id = 'C1'}");
    assert.ok(condition);
    assert.equal(ruleMatches(condition, { 'resource.type': 'FnFunc', 'resource.compartment.id': 'c1' }), true);
    assert.equal(ruleMatches(condition, { 'resource.type': 'fnfunc', 'resource.compartment.id': 'c2' }), false);
    assert.equal(ruleMatches(condition, { 'instance.id': 'x' }), false);
    const open = parseMatchingRule("ALL {resource.type = 'fnfunc', resource.compartment.id = '${var.c}'}").condition;
    assert.ok(open);
    assert.equal(ruleMatches(open, { 'resource.type': 'fnfunc', 'resource.compartment.id': 'c2' }), undefined);
    assert.equal(ruleMatches(open, { 'resource.type': 'x', 'resource.compartment.id': 'c2' }), false);
  });
  it('patterns', () => {
    assert.ok(patternMatches('HR*', 'hr-team'));
    assert.ok(patternMatches('*a*b*', 'xaxbx'));
    assert.ok(!patternMatches('ab*ba', 'aba'));
    assert.ok(!patternMatches('hr', 'hrx'));
  });
});

describe('policy documents', () => {
  it('finds statements in files, lists, quotes and prose', () => {
    const document = [
      '# our policies',
      'allow group a to use generative-ai-chat in compartment c',
      'We allow group chats to be used by everyone.',
      '',
      '- Allow dynamic-group d to use generative-ai-family in compartment c',
      'Allow any-user to use x in compartment c where all {',
      "  request.principal.type = 'workload'}",
      '[',
      '  "Define tenancy T as ocid1.tenancy.oc1..a",',
      '  "Admit group g of tenancy T to read y in tenancy"',
      ']',
    ].join('\n');
    const found = parsePolicyDocument(document);
    assert.deepEqual(
      found.map(({ statement }) => statement.kind),
      ['allow', 'allow', 'allow', 'define', 'admit'],
    );
    for (const { text, offset } of found) assert.ok(document.startsWith(text, offset));
    assert.deepEqual(
      found.slice(1).flatMap(({ statement }) => statement.problems),
      [],
    );
  });
});

describe('policy documents with strings', () => {
  const texts = (document: string) => parsePolicyDocument(document).map(({ text }) => text);
  const ONE = 'Allow group a to use generative-ai-chat in tenancy';
  const TWO = "Allow dynamic-group 'D'/'b' to use generative-ai-family in compartment c";
  const KEY = "Allow any-user to use generative-ai-chat in tenancy where request.principal.type='workload'";
  it('finds them on one line, each up to its own quote', () => {
    assert.deepEqual(texts(`resource "p" "q" {\n  statements = ["${ONE}", "${TWO}", "${KEY}"]\n}`), [ONE, TWO, KEY]);
    assert.deepEqual(texts(`{"statements":["${ONE}","${TWO}"]}`), [ONE, TWO]);
    assert.deepEqual(texts(`statements: ['${ONE}', '${ONE}']`), [ONE, ONE]);
    assert.deepEqual(texts(`statements = concat(["${ONE}"], local.more)`), [ONE]);
  });
  it('places them where they stand', () => {
    const document = `statements = ["${ONE}", "${TWO}"]`;
    for (const { text, offset } of parsePolicyDocument(document)) assert.ok(document.startsWith(text, offset));
  });
  it('leaves out comments, and names that begin in a quote', () => {
    assert.deepEqual(texts(`# statements = ["${ONE}"]\n  // x = ["${ONE}"]`), []);
    assert.deepEqual(texts(`Allow group g to use x in tenancy where a.b = 'allow group h'`).length, 1);
  });
  it('ends a statement where a line begins with a keyword', () => {
    assert.deepEqual(texts(`${ONE}\nallow grp g to use generative-ai-chat in compartment c`), [ONE]);
  });
  it('cuts off what no statement is as long as, however many quotes follow', () => {
    const document = `'${ONE} where x = 'a', 'b\n${"'x ',\n".repeat(20_000)}`;
    for (const { text } of parsePolicyDocument(document)) assert.ok(text.length <= LONGEST_STATEMENT);
    const line = parsePolicyDocument(`statements = [${`'${ONE}', `.repeat(2_000)}]`);
    assert.equal(line.length, 2_000);
    assert.ok(line.every(({ text }) => text === ONE));
  });
  it('reads near misses only when asked', () => {
    const near = (document: string) =>
      parsePolicyDocument(document, { nearMisses: true }).map(({ statement }) => statement.problems[0]?.code);
    assert.deepEqual(texts('allow grp g to use generative-ai-chat in compartment c'), []);
    assert.deepEqual(near('allow grp g to use generative-ai-chat in compartment c'), ['unknown-subject']);
    assert.deepEqual(near('alow group g to use generative-ai-chat in compartment c'), ['not-a-statement']);
    assert.deepEqual(near('allow'), ['unknown-subject']);
    assert.deepEqual(near('Allow users to do what they like.\nWe allow all to use it in compartments.'), []);
  });
});

describe('completion', () => {
  const offers = (text: string) => completeStatement(text, text.length).map((completion) => completion.text);
  it('goes on behind what is whole', () => {
    assert.deepEqual(offers('Allow group g '), ['to']);
    assert.deepEqual(offers('Allow any-user '), ['to']);
    assert.ok(offers('Allow ').includes('dynamic-group') && offers('Allow group ').includes('group'));
    assert.deepEqual(offers('Allow group g to use generative-ai-chat '), ['in']);
    assert.ok(offers('Allow group g to use generative-ai-chat, ').includes('generative-ai-text-rerank'));
    assert.deepEqual(offers('Allow group g to use generative-ai-chat in tenancy '), ['where']);
    assert.deepEqual(offers('Allow group g to use generative-ai-chat in compartment id ocid1 '), ['where']);
    assert.ok(offers('Allow group g to use generative-ai-chat in compartment ').length > 0);
  });
  it('knows principals', () => {
    const where = 'Allow any-user to use generative-ai-chat in tenancy where request.principal.type = ';
    assert.ok(offers(where).includes("'generativeaiapikey'"));
    assert.deepEqual(offers(`${where}'gener`), ['generativeaiapikey']);
    assert.deepEqual(offers("Allow group 'x"), []);
  });
  it('knows the slot', () => {
    assert.deepEqual(offers('allow group x to us'), ['use']);
    assert.ok(offers('allow group x to use genai-agent-').includes('genai-agent-session'));
    assert.deepEqual(offers('allow d'), ['dynamic-group']);
    assert.ok(offers('allow group x to use y in ').includes('compartment id'));
    assert.ok(offers('allow group x to use y in tenancy where ').includes('request.principal.type'));
    assert.ok(offers('').includes('Allow'));
  });
});
