import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fill, genaiKey } from '../../rules/material';
import { ensureBuilt, folderOf, principled } from './program';

type Files = Parameters<typeof folderOf>[0];

const IDENTITY = {
  user: fill('{{USER_OCID}}'),
  tenancy: fill('{{TENANCY_OCID}}'),
  fingerprint: fill('{{FINGERPRINT}}'),
};
const CONFIG = [
  '[DEFAULT]',
  `user=${IDENTITY.user}`,
  `fingerprint=${IDENTITY.fingerprint}`,
  `tenancy=${IDENTITY.tenancy}`,
  'region=us-chicago-1',
  'key_file=~/.oci/key.pem',
  '',
].join('\n');

const clientOf = (key: string): string =>
  [
    'from openai import OpenAI',
    '',
    'client = OpenAI(',
    '    base_url="https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1",',
    `    api_key="${key}",`,
    ')',
    '',
  ].join('\n');

/** A repository that holds all of the files. */
function committed(files: Files, test: (at: string) => void): void {
  const folder = folderOf(files);
  const git = (...args: string[]): void => assert.equal(spawnSync('git', args, { cwd: folder.at }).status, 0);
  try {
    git('init', '-q');
    git('add', '--force', '.');
    test(folder.at);
  } finally {
    folder.remove();
  }
}

const textOf = (at: string, name: string): string => readFileSync(path.join(at, name), 'utf8');

describe('after fixes', () => {
  before(ensureBuilt);

  it('a config that git tracks stays a finding until git forgets it', () =>
    committed({ '.oci/config': CONFIG }, (at) => {
      const { out } = principled(at, 'lint', '--fix', '--unsafe');
      assert.equal(textOf(at, '.gitignore'), '/.oci/config\n');
      assert.match(out, /^Applied 1 fix in 1 file\.$/m);
      assert.match(out, /^ {2}Let git forget \.oci\/config, then commit: git rm --cached -- \.oci\/config$/m);
      const again = principled(at, 'lint');
      assert.equal(again.code, 1);
      assert.match(again.out, /committed-oci-config: .* git still tracks it/);
      spawnSync('git', ['rm', '-q', '--cached', '--', '.oci/config'], { cwd: at });
      assert.deepEqual(principled(at, 'lint'), { code: 0, out: 'No problems.\n', err: '' });
    }));

  it('so does the key in a .env that git tracks, named from where the user is', () =>
    committed({ 'app/.env': `OCI_GENAI_API_KEY=${genaiKey()}\n`, '.gitignore': '.env\n' }, (at) => {
      const { code, out } = principled(path.join(at, 'app'), 'lint', '--fix', '--unsafe');
      assert.equal(code, 1);
      assert.match(out, /hardcoded-genai-key: .* but git still tracks it/);
      assert.match(out, /: git -C \.\. rm --cached -- app\/\.env$/m);
      assert.equal(textOf(at, 'app/.env.example'), 'OCI_GENAI_API_KEY=\n');
      assert.equal(textOf(at, '.gitignore'), '.env\n');
    }));

  it('each secret is to be rotated, once, by the command for the user and key that the file names', () => {
    const files = { 'a.ini': CONFIG, 'b.py': clientOf(genaiKey()), 'c.py': clientOf(genaiKey()) };
    committed(files, (at) => {
      const { out } = principled(at, 'lint', '--fix', '--unsafe');
      const left = out.split('\n').filter((line) => line.startsWith('  End '));
      assert.deepEqual(left, [
        `  End the key, which stood in a file: oci iam user api-key delete --user-id ${IDENTITY.user} --fingerprint ${IDENTITY.fingerprint}`,
        '  End the GenAI API key, which stood in a file: oci generative-ai api-key set-api-key-state --api-key-id <key-ocid> --key-name <key-name> --state REVOKED',
      ]);
    });
  });

  it('a diff shows the lines that other files gain, and nothing that stands in a .env', () => {
    const secret = genaiKey();
    committed({ '.env': `OTHER=${secret}\n`, 'a.ini': CONFIG, 'b.py': clientOf(genaiKey()) }, (at) => {
      const { out } = principled(at, 'lint', '--diff', '--unsafe', 'a.ini', 'b.py');
      assert.match(out, /^--- \/dev\/null\n\+\+\+ b\/\.gitignore\n@@ .* @@\n\+\/a\.ini\n\+\.env\n/m);
      assert.match(out, /^--- a\/\.env\n\+\+\+ b\/\.env\n@@ .* @@\n\+OCI_GENAI_API_KEY=\n/m);
      assert.match(out, /^\+\+\+ b\/\.env\.example\n@@ .* @@\n\+OCI_GENAI_API_KEY=\n/m);
      assert.ok(!out.includes(secret));
      assert.ok(!existsSync(path.join(at, '.gitignore')));
    });
  });

  it('a diff shows no line of a key that ends a .env, with a line break or without', () => {
    const body = ['first+line/of+a+key', 'last+line/of+a+key=='];
    for (const end of ['"\n', '']) {
      const env = `KEY="-----BEGIN PRIVATE KEY-----\n${body.join('\n')}${end}`;
      committed({ '.env': env, 'b.py': clientOf(genaiKey()) }, (at) => {
        const { out } = principled(at, 'lint', '--diff', '--unsafe', 'b.py');
        assert.match(out, /^\+\+\+ b\/\.env\n@@ .* @@\n\+OCI_GENAI_API_KEY=\n/m);
        assert.ok(!body.some((line) => out.includes(line)) && !out.includes('BEGIN'), out);
      });
    }
  });

  it('a project that reads .env gets the name in it, in .env.example, and .env in .gitignore', () =>
    committed({ 'requirements.txt': 'openai\npython-dotenv\n', 'b.py': clientOf(genaiKey()) }, (at) => {
      principled(at, 'lint', '--fix', '--unsafe');
      assert.equal(textOf(at, '.env'), 'OCI_GENAI_API_KEY=\n');
      assert.equal(textOf(at, '.env.example'), 'OCI_GENAI_API_KEY=\n');
      assert.equal(textOf(at, '.gitignore'), '.env\n');
    }));
});
