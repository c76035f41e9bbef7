import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { genaiKey } from '../../rules/material';
import { ensureBuilt, folderOf, principled } from './program';

const KEY = genaiKey();

const CLIENT = [
  'from dotenv import load_dotenv',
  'from openai import OpenAI',
  '',
  'load_dotenv()',
  'client = OpenAI(',
  '    base_url="https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1",',
  `    api_key="${KEY}",`,
  ')',
  '',
].join('\n');

describe('secrets that fixes move', () => {
  before(ensureBuilt);

  it('stand in no report and no diff', () => {
    const folder = folderOf({ 'client.py': CLIENT });
    try {
      for (const args of [['--format', 'sarif'], ['--diff', '--unsafe'], []]) {
        const { code, out, err } = principled(folder.at, 'lint', ...args);
        assert.equal(code, 1, err);
        assert.ok(out.length > 0);
        assert.ok(!out.includes(KEY) && !err.includes(KEY), args.join(' '));
      }
    } finally {
      folder.remove();
    }
  });

  it('that a comment allows stand in no diff of the lines beside them', () => {
    const allowed = genaiKey();
    const kept = `OCI_GENAI_API_KEY = "${allowed}"  # principled: allow hardcoded-genai-key\n`;
    const folder = folderOf({ 'client.py': CLIENT.replace('\nload_dotenv', `${kept}load_dotenv`) });
    try {
      const { out } = principled(folder.at, 'lint', '--diff', '--unsafe');
      assert.match(out, /^ OCI_GENAI_API_KEY = "\[secret\]"/m);
      assert.ok(!out.includes(allowed) && !out.includes(KEY), 'leaked');
    } finally {
      folder.remove();
    }
  });

  it('leave the file for the environment, and only when asked', () => {
    const folder = folderOf({ 'client.py': CLIENT });
    try {
      principled(folder.at, 'lint', '--fix');
      assert.equal(readFileSync(path.join(folder.at, 'client.py'), 'utf8'), CLIENT);
      assert.equal(principled(folder.at, 'lint', '--fix', '--unsafe').code, 0);
      const fixed = readFileSync(path.join(folder.at, 'client.py'), 'utf8');
      assert.ok(fixed.includes('api_key=os.environ["OCI_GENAI_API_KEY"]'), fixed);
    } finally {
      folder.remove();
    }
  });

  it('of a .env file hide it from git', () => {
    const env = `OPENAI_BASE_URL=https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1\nOPENAI_API_KEY=${KEY}\n`;
    const folder = folderOf({ 'app/.env': env, '.gitignore': '*.log' });
    try {
      spawnSync('git', ['init', '-q'], { cwd: folder.at });
      assert.equal(principled(folder.at, 'lint').code, 1);
      principled(folder.at, 'lint', '--fix', '--unsafe');
      assert.equal(readFileSync(path.join(folder.at, '.gitignore'), 'utf8'), '*.log\n/app/.env\n');
      assert.equal(readFileSync(path.join(folder.at, 'app/.env'), 'utf8'), env);
      assert.equal(principled(folder.at, 'lint').code, 0);
      assert.ok(!existsSync(path.join(folder.at, '.env')));
    } finally {
      folder.remove();
    }
  });
});
