import assert from 'node:assert/strict';
import { judgeStatement, parseStatement } from '../../../src/knowledge/policy';

const judge = (text: string) => judgeStatement(parseStatement(text));
const CHAT = 'generative-ai-chat in compartment c';

describe('The verdict on a statement', () => {
  it('misses the name of a group, once', () => {
    assert.deepEqual(judge(`allow group to use ${CHAT}`).errors, ["the group's name is missing here"]);
    assert.deepEqual(judge(`allow group 'Default'/ to use ${CHAT}`).errors, [
      "after the identity domain 'Default/' the name is missing",
    ]);
    assert.deepEqual(judge(`allow group to to use ${CHAT}`).errors, []);
    assert.deepEqual(judge('admit group of tenancy t to read buckets in tenancy').errors, []);
  });

  it("misses 'to' before a verb, and nothing else", () => {
    assert.deepEqual(judge(`allow group g use ${CHAT}`).errors, ["'to' is missing before the verb"]);
  });

  it('says that verbs below use grant nothing where calling is all there is', () => {
    assert.match(judge(`allow group g to read ${CHAT}`).warnings.join(), /'read generative-ai-chat' grants nothing/);
    assert.deepEqual(judge(`allow group g to use ${CHAT}`).warnings, []);
    assert.deepEqual(judge('allow group g to read generative-ai-model in compartment c').warnings, []);
  });

  it('opens to keys what keys reach', () => {
    const to = (condition: string) =>
      judge(`allow any-user to use generative-ai-family in compartment c where ${condition}`).planes;
    const key = ['OpenAI-compatible inference', 'vector stores'];
    assert.deepEqual(to("request.principal.type = 'generativeaiapikey'"), key);
    assert.deepEqual(to("all {request.principal.id = 'x', request.principal.type = 'generativeaiapikey'}"), key);
    assert.ok(to("request.principal.type in ('generativeaiapikey', 'workload')").includes('native inference'));
    assert.ok(to("any {request.principal.type = 'generativeaiapikey', request.user.id = 'x'}").includes('NL2SQL'));
    assert.ok(to('request.principal.type = ${var.type}').includes('native inference'));
    assert.ok(to("request.principal.type = 'workload'").includes('native inference'));
    const agents =
      "allow any-user to use genai-agent-family in tenancy where request.principal.type='generativeaiapikey'";
    assert.deepEqual(judge(agents).planes, []);
  });

  it('says that nobody can use what keys alone may call and no key opens', () => {
    const warn = (what: string, condition = "request.principal.type = 'generativeaiapikey'") =>
      judge(`allow any-user to use ${what} in compartment c where ${condition}`).warnings.join();
    assert.match(warn('genai-agent-family'), /nobody can use this/);
    assert.match(warn('genai-agent-endpoint'), /nobody can use this/);
    for (const what of ['generative-ai-family', 'generative-ai-chat', 'object-family'])
      assert.equal(warn(what), '', what);
    assert.equal(warn('genai-agent-family', "request.principal.type in ('generativeaiapikey', 'fnfunc')"), '');
  });

  it('knows that no dynamic group holds a workload of OKE', () => {
    const where = "where request.principal.type = 'workload'";
    assert.match(judge(`allow dynamic-group d to use ${CHAT} ${where}`).warnings.join(), /write any-user/);
    assert.deepEqual(judge(`allow any-user to use ${CHAT} ${where}`).warnings, []);
  });

  it('doubts principal types that nobody knows, of GenAI alone', () => {
    const warn = (type: string, what = CHAT) =>
      judge(`allow any-user to use ${what} where request.principal.type = '${type}'`).warnings;
    assert.match(warn('generative-ai-apikey').join(), /did you mean 'generativeaiapikey'/);
    assert.match(warn('fnfunk').join(), /did you mean 'fnfunc'/);
    assert.match(warn('somethingelse').join(), /check its spelling/);
    for (const type of ['ApiGateway', 'fnfunc', 'generativeaiapikey', '<type>']) assert.deepEqual(warn(type), [], type);
    assert.deepEqual(warn('somethingelse', 'object-family in compartment c'), []);
  });

  it('doubts an id that is no OCID, unless it is to be filled in', () => {
    const warn = (id: string) => judge(`allow group g to use generative-ai-chat in compartment id ${id}`).warnings;
    assert.match(warn('c').join(), /'c' is no OCID/);
    for (const id of ['ocid1.compartment.oc1..a', '<compartment>', '${var.c}', 'COMPARTMENT_OCID', '{{ c }}'])
      assert.deepEqual(warn(id), [], id);
  });
});
