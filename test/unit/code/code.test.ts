import assert from 'node:assert/strict';
import { acceptance } from '../../../src/knowledge/acceptance';
import {
  codeFor,
  DEFAULT_PLACES,
  FRAMEWORKS,
  type Framework,
  LANGUAGES,
  PLANE_OF_TASK,
  TASKS,
  type Task,
} from '../../../src/knowledge/code';
import { METHOD_FACTS, METHODS, type Method } from '../../../src/knowledge/method';
import { Grammars } from '../../../src/source/grammar';
import { grammarFile, testEngine } from '../../rules/fixtures';

const GRAMMARS = {
  python: 'tree-sitter-python.wasm',
  typescript: 'tree-sitter-typescript.wasm',
  java: 'tree-sitter-java.wasm',
  go: 'tree-sitter-go.wasm',
  csharp: 'tree-sitter-c_sharp.wasm',
  shell: 'tree-sitter-bash.wasm',
};
const FILES = {
  python: 'main.py',
  typescript: 'main.ts',
  java: 'Main.java',
  go: 'main.go',
  csharp: 'Program.cs',
  shell: 'call.sh',
};

interface Sample {
  readonly language: (typeof LANGUAGES)[number];
  readonly method: Method;
  readonly task: Task;
  readonly framework?: Framework;
  readonly text: string;
}

function* samples(): Iterable<Sample> {
  for (const task of TASKS)
    for (const method of METHODS) {
      for (const language of LANGUAGES) {
        const text = codeFor(language, method, task, { region: 'eu-frankfurt-1' });
        if (text !== undefined) yield { language, method, task, text };
      }
      for (const framework of FRAMEWORKS) {
        const text = codeFor('python', method, task, { region: 'eu-frankfurt-1' }, framework);
        if (text !== undefined) yield { language: 'python', method, task, framework, text };
      }
    }
}

const ALL = [...samples()];
const nameOf = ({ language, method, task, framework }: Sample): string =>
  [task, 'with', method, 'in', framework ?? language].join(' ');

/** What only a client of the SDK, or of another language, can do. */
const SIGNED: readonly Method[] = [
  'iam-api-key',
  'session-token',
  'instance-principal',
  'resource-principal',
  'oke-workload-identity',
];

/** What the SDK does not exchange itself has become a session before. */
const seen = ({ method, language }: (typeof ALL)[number]): Method =>
  method === 'token-exchange' && language !== 'python' && language !== 'go' ? 'session-token' : method;

describe('generated code', () => {
  const grammars = new Grammars(grammarFile);
  const engine = testEngine();

  for (const language of LANGUAGES) {
    it(`${language}: every task with every method that OCI takes for it`, () => {
      for (const task of TASKS) {
        const plane = PLANE_OF_TASK[task];
        for (const method of [...SIGNED, 'genai-api-key', 'idcs-oauth'] as const) {
          const accepted = acceptance(method, plane).verdict !== 'refused';
          assert.equal(codeFor(language, method, task) !== undefined, accepted, `${task} with ${method}`);
        }
      }
    });
  }

  it('Python has a way for every method', () => {
    for (const task of TASKS)
      for (const method of METHODS) {
        const accepted = acceptance(method, PLANE_OF_TASK[task]).verdict !== 'refused';
        assert.equal(codeFor('python', method, task) !== undefined, accepted, `${task} with ${method}`);
      }
  });

  it('frameworks do what they are for', () => {
    const has = (framework: Framework, method: Method, task: Task) =>
      codeFor('python', method, task, {}, framework) !== undefined;
    for (const method of METHODS.filter((one) => METHOD_FACTS[one].proof === 'signature')) {
      for (const task of ['chat', 'embeddings', 'rerank', 'openai-chat', 'openai-embeddings', 'responses'] as const)
        assert.ok(has('langchain', method, task), `langchain ${task} ${method}`);
      for (const task of ['chat', 'embeddings'] as const)
        for (const framework of ['llamaindex', 'litellm'] as const)
          assert.ok(has(framework, method, task), `${framework} ${task} ${method}`);
    }
    for (const framework of ['langchain', 'llamaindex', 'litellm'] as const)
      assert.ok(has(framework, 'genai-api-key', 'openai-chat'), framework);
    assert.ok(has('adk', 'resource-principal', 'agents'));
    assert.ok(!has('adk', 'resource-principal', 'chat') && !has('adk', 'genai-api-key', 'agents'));
  });

  for (const sample of ALL) {
    const { language, method, task, text } = sample;
    it(`${nameOf(sample)} parses, says where, holds no secret`, async () => {
      const tree = (await grammars.parser(GRAMMARS[language])).parse(text);
      assert.ok(tree && !tree.rootNode.hasError, text);
      tree.delete();
      assert.match(text, /eu-frankfurt-1/);
      assert.doesNotMatch(text, /us-chicago-1|\[object|sk-[a-z0-9]|BEGIN/);
      assert.match(text, /[^\n]\n$/);
      assert.ok(
        text.split('\n').every((line) => line.length <= 320 && line === line.trimEnd()),
        text,
      );
      const key =
        method === 'genai-api-key' ? /OCI_GENAI_API_KEY/ : method === 'idcs-oauth' ? /IDCS_CLIENT_SECRET/ : /(?:)/;
      assert.match(text, key);
      assert.doesNotMatch(text, method === 'genai-api-key' ? /not-used/ : /OCI_GENAI_API_KEY/);
      assert.ok(PLANE_OF_TASK[task]);
    });
  }

  it('keeps what a user typed inside its string', async () => {
    const hostile = `x;touch pwned;#"'\\\n$(id)\`id\``;
    const kept = hostile.replace('\n', '');
    const places = Object.fromEntries(Object.keys(DEFAULT_PLACES).map((name) => [name, hostile]));
    for (const { language, method, task, framework } of ALL) {
      const name = `${task} with ${method} in ${framework ?? language}`;
      const text = codeFor(language, method, task, places, framework) ?? '';
      const tree = (await grammars.parser(GRAMMARS[language])).parse(text);
      assert.ok(tree && !tree.rootNode.hasError, text);
      const words = language === 'shell' ? tree.rootNode.descendantsOfType('command_name') : [];
      assert.ok(
        words.every((one) => one && !/^(?:touch|id)$/.test(one.text)),
        name,
      );
      tree.delete();
      const inside = language === 'typescript' ? kept.replace(/['\\]/g, '\\$&') : kept.replace(/["\\]/g, '\\$&');
      if (language !== 'shell') assert.equal(text.split(inside).length, text.split('touch pwned').length, name);
    }
  });

  it('is what our own linter takes it for', async () => {
    const odd: string[] = [];
    for (const sample of ALL) {
      const uri = `file:///w/${FILES[sample.language]}`;
      const found = await engine.lint({ uri, text: sample.text });
      const rules = found.map(({ rule }) => rule).filter((rule) => rule !== 'agent-with-iam-key');
      const uses = engine.uses(uri).filter(({ plane }) => plane !== 'other-oci');
      const planes = [...new Set(uses.map(({ plane }) => plane))];
      const methods = [...new Set(uses.flatMap(({ flows }) => flows.map((flow) => flow.method)))];
      engine.close(uri);
      if (rules.length > 0 || (planes.length > 0 && !planes.includes(PLANE_OF_TASK[sample.task])))
        odd.push(`${nameOf(sample)}: ${rules} ${planes}`);
      // In TypeScript and Java the profile alone says that it is Cloud Shell's.
      else if (sample.method !== 'delegation-token' && methods.some((one) => one !== seen(sample) && one !== 'unknown'))
        odd.push(`${nameOf(sample)}: ${methods}`);
    }
    assert.deepEqual(odd, []);
  });
});
