import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import { RULES } from '../../../src/rules';
import { readSettings } from '../../../src/rules/settings/parse';
import { settingsOf } from '../../../src/rules/settings/settings';
import { BAD, ensureBuilt, folderOf, principled } from '../cli/program';

const IDS = RULES.map(({ id }) => id);
const SCHEMA = JSON.parse(readFileSync(path.join(__dirname, '../../../schemas/principled.schema.json'), 'utf8'));
const RULE = 'agent-with-iam-key';

const read = (value: unknown) => readSettings(JSON.stringify(value), IDS);
const levelAt = (value: unknown, file: string) => settingsOf(read(value).settings, file).level(RULE);

describe('The settings file', () => {
  it('gives a rule a level, by path where an override says so, the last one winning', () => {
    const settings = {
      severities: { [RULE]: 'error' },
      overrides: [
        { paths: ['tools/'], severities: { [RULE]: 'off' } },
        { paths: ['tools/deploy/*.py'], severities: { [RULE]: 'info' } },
      ],
    };
    assert.equal(levelAt(settings, 'src/a.py'), 'error');
    assert.equal(levelAt(settings, 'tools/x/a.py'), 'off');
    assert.equal(levelAt(settings, 'tools/deploy/a.py'), 'info');
    assert.equal(settingsOf(read(settings).settings, 'src/a.py').level('signer-none'), undefined);
  });

  it('allows rules in paths only with a reason', () => {
    assert.equal(levelAt({ allow: [{ paths: ['docs/'], reason: 'made for the page' }] }, 'docs/a.md'), 'off');
    assert.equal(
      levelAt({ allow: [{ paths: ['docs/'], rules: ['signer-none'], reason: 'x' }] }, 'docs/a.md'),
      undefined,
    );
    const { settings, problems } = read({ allow: [{ paths: ['docs/'], reason: ' ' }] });
    assert.equal(settingsOf(settings, 'docs/a.md').level(RULE), undefined);
    assert.deepEqual(
      problems.map(({ message }) => message),
      ['reason is empty'],
    );
  });

  it('keeps what is right of a file that is partly wrong, and names each place', () => {
    const text = `{ "severities": { "${RULE}": "off", "no-such-rule": "off", "signer-none": "loud" }, "colour": 1 }`;
    const { settings, problems } = readSettings(text, IDS);
    assert.equal(settingsOf(settings, 'a.py').level(RULE), 'off');
    assert.deepEqual(
      problems.map(({ message, span }) => [text.slice(span.start, span.end), message]),
      [
        ['"no-such-rule"', 'there is no rule "no-such-rule"'],
        ['"loud"', 'must be one of off, info, warning, error'],
        ['"colour"', 'the settings has no property "colour"'],
      ],
    );
  });

  it('never fails on any text', () => {
    const texts = ['', '[', '{', 'null', '[]', '{"exclude":{}}', '{"exclude":[1]}', '{"allow":[null]}', '\uFEFF{}'];
    const deep = '['.repeat(900_000);
    for (const text of [...texts, deep, '{"overrides":[{"paths":"a"}]}', '{"severities":', '{"__proto__":1}']) {
      assert.equal(Array.isArray(readSettings(text, IDS).problems), true, text.slice(0, 20));
    }
    assert.deepEqual(readSettings('\uFEFF{ /* why */ "exclude": [], }', IDS).problems, []);
  });

  it('has a schema that knows the same rules, properties and levels', () => {
    const valid = new Ajv({ strict: false }).compile(SCHEMA);
    assert.deepEqual(Object.keys(SCHEMA.definitions.severities.properties), IDS);
    assert.deepEqual(SCHEMA.definitions.rule.enum, IDS);
    const samples = [
      {},
      { severities: { [RULE]: 'off' } },
      { severities: { [RULE]: 'loud' } },
      { severities: { nothing: 'off' } },
      { allow: [{ paths: ['a'] }] },
      { allow: [{ paths: ['a'], reason: 'b' }] },
      { placeholders: ['abc'] },
      { placeholders: ['acme-demo'] },
      { exclude: 'a' },
      { more: 1 },
    ];
    for (const one of samples) {
      assert.equal(read(one).problems.length === 0, valid(one), JSON.stringify(one));
    }
  });
});

describe('principled lint with settings', () => {
  before(ensureBuilt);

  const run = (settings: string, files: Record<string, string>, ...args: string[]) => {
    const folder = folderOf({ 'principled.json': settings, ...files });
    try {
      return principled(folder.at, 'lint', ...args);
    } finally {
      folder.remove();
    }
  };

  it('says the same from the root and for a folder below', () => {
    const settings = JSON.stringify({ overrides: [{ paths: ['src/old/'], severities: { [RULE]: 'error' } }] });
    const files = { 'src/old/a.py': BAD, 'src/a.py': BAD };
    for (const args of [[], ['src'], ['src/old', 'src/a.py']]) {
      const { out } = run(settings, files, ...args);
      assert.match(out, /old\/a\.py:4:10: error agent-with-iam-key/);
      assert.match(out, /src\/a\.py:4:10: warning agent-with-iam-key/);
    }
  });

  it('leaves excluded files and rules that are off', () => {
    assert.equal(run('{"exclude":["gen/"]}', { 'gen/a.py': BAD }).code, 0);
    assert.equal(run(`{"severities":{"${RULE}":"off"}}`, { 'a.py': BAD }).code, 0);
  });

  it('takes the texts of the project for placeholders', () => {
    const code = `from openai import OpenAI\nclient = OpenAI(base_url="https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1", api_key="sk-${'acme4Demo'}Kq7Zt2Wn9Bv5Lx3Rj8Hy6Pd1Mf0Gs")\n`;
    assert.match(run('{}', { 'a.py': code }, '--level', 'info').out, /hardcoded-genai-key/);
    assert.doesNotMatch(
      run('{"placeholders":["Acme4Demo"]}', { 'a.py': code }, '--level', 'info').out,
      /hardcoded-genai-key/,
    );
  });

  it('tells a broken file with its place, answers 2, and lints all the same', () => {
    const { code, out, err } = run('{\n  "severities": {"nonsense": "off"}\n}\n', { 'a.py': BAD });
    assert.equal(code, 2);
    assert.equal(err, 'principled.json: 2:18: there is no rule "nonsense"\n');
    assert.match(out, /a\.py:4:10: warning/);
  });
});
