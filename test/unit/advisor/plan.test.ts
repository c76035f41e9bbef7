import assert from 'node:assert/strict';
import {
  type Answers,
  CALLS,
  NOTHING_FOUND,
  PRIORITIES,
  planFor,
  type Survey,
  suggestionsFrom,
} from '../../../src/advisor';
import { LANGUAGES } from '../../../src/knowledge/code';
import { METHODS } from '../../../src/knowledge/method';
import { PLACES } from '../../../src/knowledge/place';
import { parseStatement } from '../../../src/knowledge/policy';

const ANSWERS: Answers = { call: 'agents', on: 'functions', priority: 'production', language: 'python', places: {} };

const surveyOf = (...uses: Survey['uses']): Survey => ({ ...NOTHING_FOUND, uses });

describe('The plan of the wizard', () => {
  it('answers the first question: agents in Functions take the resource principal, with everything it needs', () => {
    const plan = planFor(ANSWERS);
    assert.equal(plan.chosen.method, 'resource-principal');
    assert.match(plan.code?.text ?? '', /get_resource_principals_signer/);
    assert.match(plan.policy.matchingRule ?? '', /fnfunc/);
    assert.deepEqual(
      plan.deployment.map(({ file }) => file),
      ['func.yaml', 'requirements.txt', '.dockerignore'],
    );
    assert.match(plan.smokeTest?.text ?? '', /--auth resource_principal/);
  });

  it('puts answers into code and statements', () => {
    const places = { region: 'eu-frankfurt-1', compartment: 'ocid1.compartment.oc1..one' };
    const plan = planFor({ ...ANSWERS, places, group: 'callers', domain: 'Apps' });
    assert.match(plan.code?.text ?? '', /eu-frankfurt-1/);
    for (const statement of plan.policy.statements) {
      assert.match(statement, /dynamic-group 'Apps'\/'callers' .* in compartment id ocid1\.compartment\.oc1\.\.one$/);
    }
  });

  it('has a valid plan for every combination of answers and every method', () => {
    for (const call of CALLS)
      for (const on of PLACES)
        for (const priority of PRIORITIES)
          for (const language of LANGUAGES)
            for (const method of METHODS) {
              const plan = planFor({ call, on, priority, language, method, places: {} });
              const name = [call, on, priority, language, method].join(' ');
              assert.equal(plan.chosen.method, method, name);
              assert.ok(plan.chosen.verdict === 'refused' || plan.code || plan.codeNote, `${name}: code or why not`);
              for (const statement of plan.policy.statements)
                assert.deepEqual(parseStatement(statement).problems, [], `${name}: ${statement}`);
            }
  });

  it('grants what the workspace calls on the plane, beside what was asked for', () => {
    const use = {
      uri: 'file:///w/a.py',
      line: 1,
      plane: 'inference-native',
      operations: ['embed_text'],
      methods: ['resource-principal'],
      profiles: [],
      named: [],
      language: 'python',
    } as const;
    const plan = planFor({ ...ANSWERS, call: 'chat' }, surveyOf(use));
    assert.ok(plan.policy.statements.some((one) => one.includes('use generative-ai-text-embedding')));
    assert.ok(plan.policy.statements.some((one) => one.includes('use generative-ai-chat')));
  });

  it('writes the framework where it can, and says so where it cannot', () => {
    const langchain = planFor({ ...ANSWERS, call: 'chat', framework: 'langchain' });
    assert.match(langchain.code?.text ?? '', /ChatOCIGenAI/);
    const oke = planFor({ ...ANSWERS, call: 'chat', on: 'oke', framework: 'langchain' });
    assert.equal(oke.chosen.method, 'oke-workload-identity');
    assert.match(oke.code?.text ?? '', /get_oke_workload_identity[\s\S]*ChatOCIGenAI\([\s\S]*client=client/);
    const agents = planFor({ ...ANSWERS, on: 'oke', framework: 'adk' });
    assert.match(agents.code?.text ?? '', /get_oke_workload_identity[\s\S]*GenerativeAiAgentRuntimeClient/);
    assert.match(agents.codeNote ?? '', /framework/);
  });

  it('invokes hosted applications with a token of the identity domain or a signature, and lists models to manage', () => {
    const hosted = planFor({ ...ANSWERS, call: 'hosted-application', on: 'laptop' });
    assert.equal(hosted.chosen.method, 'idcs-oauth');
    assert.match(hosted.code?.text ?? '', /client_credentials[\s\S]*hostedApplications\//);
    assert.match(hosted.smokeTest?.text ?? '', /oauth2\/v1\/token/);
    const inside = planFor({ ...ANSWERS, call: 'hosted-application', method: 'resource-principal' });
    assert.match(inside.code?.text ?? '', /hostedApplicationsIam[\s\S]*auth=signer/);
    const management = planFor({ ...ANSWERS, call: 'management' });
    assert.match(management.code?.text ?? '', /list_models/);
    const java = planFor({ ...ANSWERS, call: 'management', language: 'java' });
    assert.match(java.code?.text ?? '', /listModels/);
    const exchange = planFor({ ...ANSWERS, call: 'management', on: 'ci', language: 'java' });
    assert.match(exchange.code?.text ?? '', /SessionToken[\s\S]*listModels/);
    assert.match(exchange.deployment[1]?.text ?? '', /oauth2\/v1\/token/);
    const delegated = planFor({
      ...ANSWERS,
      call: 'responses',
      on: 'compute',
      language: 'go',
      method: 'delegation-token',
    });
    assert.match(delegated.codeNote ?? '', /Go has no ready way .*Python, TypeScript/);
  });

  it('shows for each call its own code, in every language', () => {
    const words = {
      chat: /chat/i,
      embeddings: /embed/i,
      rerank: /rerank/i,
      responses: /responses?/i,
      agents: /session/i,
      'hosted-application': /hostedApplications/,
      management: /list-?_?models/i,
    };
    for (const call of CALLS)
      for (const language of LANGUAGES)
        for (const on of ['compute', 'functions', 'oke', 'laptop'] as const) {
          const { code } = planFor({ ...ANSWERS, call, on, language });
          assert.match(code?.text ?? '', words[call], `${call} on ${on} in ${language}`);
          if (call === 'embeddings' || call === 'rerank') assert.doesNotMatch(code?.text ?? '', /\.chat\(|ChatDetails/);
        }
  });

  it('names the same Kubernetes identity in the manifest and in the policy', () => {
    const answers = { ...ANSWERS, on: 'oke', namespace: 'shop', serviceAccount: 'caller' } as const;
    const plan = planFor(answers);
    assert.match(plan.policy.statements[0] ?? '', /namespace = 'shop', request\.principal\.service_account = 'caller'/);
    assert.match(
      plan.deployment[0]?.text ?? '',
      /name: caller\n {2}namespace: shop\n[\s\S]*serviceAccountName: caller/,
    );
    const hostile = planFor({ ...answers, namespace: 'x\nkind: Secret' });
    assert.doesNotMatch(hostile.deployment[0]?.text ?? '', /Secret/);
  });

  it('suggests what a workspace shows, with the file that shows it', () => {
    const survey: Survey = {
      ...surveyOf({
        uri: 'file:///w/my%20agent.py',
        line: 3,
        plane: 'agent-runtime',
        operations: [],
        methods: ['iam-api-key'],
        profiles: [],
        named: [],
        region: 'us-chicago-1',
        language: 'python',
        framework: 'adk',
      }),
      languages: ['javascript', 'python'],
      workloads: [{ place: 'oke', uri: 'file:///w/k8s/app.yaml', certain: true }],
      regions: ['eu-frankfurt-1', 'us-chicago-1'],
    };
    assert.deepEqual(suggestionsFrom(survey), {
      call: { value: 'agents', because: 'my agent.py' },
      on: { value: 'oke', because: 'app.yaml' },
      language: { value: 'typescript', because: 'this workspace' },
      framework: 'adk',
      regions: ['us-chicago-1', 'eu-frankfurt-1'],
    });
  });
});
