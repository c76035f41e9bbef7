import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Log } from 'sarif';
import { BAD, ensureBuilt, folderOf, principled } from './program';

const KEY = createHash('sha512').update('a key of nobody').digest('base64url').replace(/[-_]/g, '').slice(0, 48);
const SECRET = `client = OpenAI(api_key="sk-${KEY}", base_url="https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1")`;
const LEAK = `from openai import OpenAI\n${SECRET}\n`;

describe('principled lint --baseline', () => {
  let at: string;
  let remove: () => void;
  before(ensureBuilt);
  beforeEach(() => {
    ({ at, remove } = folderOf({ 'src/a.py': BAD, 'src/leak.py': LEAK }));
    assert.equal(principled(at, 'lint', '--write-baseline', 'known.json').code, 0);
  });
  afterEach(() => remove());

  const write = (name: string, text: string): void => writeFileSync(path.join(at, name), text);

  it('knows what stood there, also where lines moved, from whatever folder it is asked', () => {
    write('src/a.py', `# one\n\n# two\n${BAD.replace('client =', 'client  =')}`);
    assert.equal(principled(at, 'lint', '--baseline', 'known.json').code, 0);
    assert.equal(principled(path.join(at, 'src'), 'lint', '--baseline', '../known.json').code, 0);
  });

  it('counts what is new, a second line of the same text too', () => {
    write('src/a.py', `${BAD}${BAD.split('\n')[3]}\n`);
    const { code, out } = principled(at, 'lint', '--baseline', 'known.json');
    assert.equal(code, 1);
    assert.equal(out.split('\n').filter((line) => /^src/.test(line)).length, 1);
    write('b.py', BAD);
    assert.match(principled(at, 'lint', '--baseline', 'known.json').out, /^b\.py:4/m);
  });

  it('shows nothing of the files', () => {
    const text = readFileSync(path.join(at, 'known.json'), 'utf8');
    assert.ok(!text.includes(KEY), 'a secret');
    const { findings } = JSON.parse(text) as { findings: { rule: string; path: string; fingerprint: string }[] };
    assert.deepEqual([...new Set(findings.map((one) => one.path))], ['src/a.py', 'src/leak.py']);
    for (const one of findings) assert.deepEqual(Object.keys(one), ['rule', 'path', 'fingerprint']);
  });

  it('could not run without a baseline that it can read', () => {
    assert.equal(principled(at, 'lint', '--baseline', 'nowhere.json').code, 2);
    for (const text of ['', '{}', '[]', 'null', '{"version":2,"findings":[]}', '{"version":1,"findings":[null]}']) {
      write('broken.json', text);
      assert.equal(principled(at, 'lint', '--baseline', 'broken.json').code, 2, text);
    }
  });

  it('gives SARIF results the same fingerprint when their line moves', () => {
    const prints = (): unknown[] => {
      const log = JSON.parse(principled(at, 'lint', '--format', 'sarif').out) as Log;
      return log.runs[0]?.results?.map((one) => one.partialFingerprints?.primaryLocationLineHash) ?? [];
    };
    const before = prints();
    assert.ok(before.length >= 2 && before.every((one) => /^[0-9a-f]{16}:\d+$/.test(String(one))));
    write('src/a.py', `\n\n${BAD}`);
    assert.deepEqual(prints(), before);
  });
});

describe('the project of a path', () => {
  before(ensureBuilt);

  it('is the git work tree, or the folder one works in: what is a test stays one when its folder is linted', () => {
    const { at, remove } = folderOf({ 'test/fixtures/leak.py': LEAK, 'src/leak.py': LEAK });
    try {
      const counts = (cwd: string, ...paths: string[]) =>
        principled(path.join(at, cwd), 'lint', ...paths)
          .out.split('\n')
          .filter((line) => line.includes('leak.py:')).length;
      const inTest = (whole: string): number =>
        principled(at, 'lint', whole)
          .out.split('\n')
          .filter((line) => line.startsWith('test')).length;
      assert.equal(counts('.', 'test/fixtures'), inTest('.'));
      mkdirSync(path.join(at, '.git'));
      assert.equal(counts('test/fixtures'), inTest('.'));
    } finally {
      remove();
    }
  });
});
