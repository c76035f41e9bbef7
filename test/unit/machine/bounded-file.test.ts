import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { boundedText, boundedTextNow } from '../../../src/machine/bounded-file';
import { readsDotenv } from '../../../src/machine/dotenv-project';
import { Surroundings } from '../../../src/machine/surroundings';
import { Home } from './home';

describe('files of a workspace that are not what their names say', () => {
  let home: Home;
  beforeEach(function () {
    if (process.platform === 'win32') this.skip();
    home = new Home();
  });
  afterEach(() => home?.remove());

  it('are not read: pipes, devices behind links, and what is too large', async () => {
    home.write('plain', 'text');
    spawnSync('mkfifo', [home.path('pipe')]);
    symlinkSync('/dev/zero', home.path('device'));
    home.write('large', 'x'.repeat(11));
    const texts = (name: string) => [boundedTextNow(home.path(name), 10), boundedText(home.path(name), 10)];
    assert.deepEqual(await Promise.all(texts('plain')), ['text', 'text']);
    for (const name of ['pipe', 'device', 'large', 'missing']) {
      assert.deepEqual(await Promise.all(texts(name)), [undefined, undefined], name);
    }
  });

  it('hold up nothing that looks around a file', async () => {
    for (const name of ['requirements.txt', 'principled.json', 'func.yaml', '.dockerignore', 'key.pem', 'a.policy']) {
      spawnSync('mkfifo', [home.path(name)]);
    }
    symlinkSync('/dev/zero', home.path('package.json'));
    symlinkSync('/dev/zero', home.path('.gitignore'));
    home.write('.git/HEAD', '');
    assert.equal(await readsDotenv(home.folder), false);
    const around = new Surroundings({ roots: [home.folder], userConfig: false, trusted: true });
    const { keysInContext } = await around.of(home.write('Dockerfile', 'FROM scratch\nCOPY . .\n'));
    assert.deepEqual(keysInContext, []);
  });
});
