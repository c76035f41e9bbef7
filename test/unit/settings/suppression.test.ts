import assert from 'node:assert/strict';
import { RULES } from '../../../src/rules';
import { applied } from '../../../src/rules/repair/edits';
import { readSettings } from '../../../src/rules/settings/parse';
import { settingsOf } from '../../../src/rules/settings/settings';
import { testEngine } from '../../rules/fixtures';
import { BAD } from '../cli/program';

const ID = 'useless-suppression';
const ALLOW = 'principled: allow agent-with-iam-key -- a demo';

/** A comment in each syntax, on a line of its own between two lines that are valid there. */
const SYNTAXES: readonly (readonly [name: string, comment: string, before: string, after: string])[] = [
  ['a.py', `# ${ALLOW}`, 'a = 1', 'b = 2'],
  ['a.ts', `// ${ALLOW}`, 'const a = 1;', 'const b = 2;'],
  ['b.ts', `/* ${ALLOW} */`, 'const a = 1;', 'const b = 2;'],
  ['a.js', `// ${ALLOW}`, 'const a = 1;', 'const b = 2;'],
  ['a.go', `// ${ALLOW}`, 'package main', 'var b = 2'],
  ['A.cs', `// ${ALLOW}`, 'class A { }', 'class B { }'],
  ['a.sh', `# ${ALLOW}`, 'a=1', 'b=2'],
  ['a.ps1', `# ${ALLOW}`, '$a = 1', '$b = 2'],
  ['a.tf', `# ${ALLOW}`, 'locals {}', 'locals {}'],
  ['b.tf', `// ${ALLOW}`, 'locals {}', 'locals {}'],
  ['a.yaml', `# ${ALLOW}`, 'a: 1', 'b: 2'],
  ['a.toml', `# ${ALLOW}`, 'a = 1', 'b = 2'],
  ['.env', `# ${ALLOW}`, 'A=1', 'B=2'],
  ['a.ini', `# ${ALLOW}`, '[a]', 'b=2'],
  ['a.properties', `# ${ALLOW}`, 'a=1', 'b=2'],
  ['Dockerfile', `# ${ALLOW}`, 'FROM scratch', 'WORKDIR /app'],
  ['a.sql', `-- ${ALLOW}`, 'select 1 from dual;', 'select 2 from dual;'],
  ['a.md', `<!-- ${ALLOW} -->`, 'One.', 'Two.'],
];

describe('Comments that allow a rule', () => {
  for (const [name, comment, before, after] of SYNTAXES) {
    it(`are reported unused and removed in ${name}: ${comment.slice(0, 4)}`, async () => {
      const engine = testEngine();
      const uri = `file:///w/${name}`;
      const text = `${before}\n${comment}\n${after}\n`;
      const findings = await engine.lint({ uri, text });
      assert.deepEqual(
        findings.map(({ rule }) => rule),
        [ID],
      );
      const [fix] = engine.fixes(uri, findings[0] as (typeof findings)[number]);
      assert.ok(fix);
      assert.equal(applied(text, fix.edits), `${before}\n${after}\n`);
    });
  }

  const lines = BAD.split('\n');
  const withComment = (comment: string): string => [...lines.slice(0, 3), comment, ...lines.slice(3)].join('\n');
  const messages = async (comment: string, around = {}): Promise<string[]> =>
    (await testEngine().lint({ uri: 'file:///w/a.py', text: withComment(comment) }, around)).map(
      ({ rule, severity, message }) => `${severity} ${rule}: ${message}`,
    );

  it('need a reason that somebody wrote', async () => {
    assert.deepEqual(await messages(`# ${ALLOW}`), []);
    for (const [severity, comment] of [
      ['warning', '# principled: allow agent-with-iam-key'],
      // What the quick fix writes is a beginning, and no reason to fail.
      ['info', '# principled: allow agent-with-iam-key -- reason'],
    ] as const) {
      const [only, ...more] = await messages(comment);
      assert.ok(only?.startsWith(`${severity} useless-suppression: This comment does not say why`), only);
      assert.deepEqual(more, []);
    }
  });

  it('name rules that exist', async () => {
    const found = await messages('# principled: allow agent-with-iam-key, agent-with-iam-kye -- a demo');
    assert.equal(found.length, 1);
    assert.match(found[0] ?? '', /no rule `agent-with-iam-kye`/);
  });

  it('are not judged where the settings turn the rule off', async () => {
    const { settings } = readSettings(
      '{"severities":{"agent-with-iam-key":"off","signer-none":"off"}}',
      RULES.map(({ id }) => id),
    );
    const around = { settings: settingsOf(settings, 'a.py') };
    assert.deepEqual(await messages('# principled: allow agent-with-iam-key, signer-none -- a demo', around), []);
  });

  it('are read in time that grows with their length', async () => {
    const started = performance.now();
    await messages(`# principled: allow ${'a-'.repeat(50_000)}`);
    await messages(`# principled: allow a${' ,a'.repeat(50_000)} !`);
    assert.ok(performance.now() - started < 5_000);
  });
});
