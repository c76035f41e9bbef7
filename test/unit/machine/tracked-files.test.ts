import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { TrackedFiles } from '../../../src/machine/tracked-files';
import { Home } from './home';

const windows = process.platform === 'win32';

describe('what git holds', () => {
  let home: Home;
  let tree: string;
  const git = (...args: string[]) => spawnSync('git', args, { cwd: tree });
  const machine = (PATH = process.env['PATH'] ?? '') => ({
    ...home.machine,
    environment: { ...process.env, PATH },
    windows,
  });

  beforeEach(() => {
    home = new Home();
    home.write('repo/a.py', '');
    home.write('repo/b.py', '');
    tree = home.path('repo');
    git('init', '-q');
    git('add', 'a.py');
  });
  afterEach(() => home.remove());

  it('is asked again once the index changes, and never of what nobody trusts', async () => {
    const tracked = new TrackedFiles(true, machine());
    const has = (name: string): Promise<boolean> => tracked.has(path.join(tree, name), tree);
    assert.deepEqual([await has('a.py'), await has('b.py')], [true, false]);
    git('add', 'b.py');
    assert.equal(await has('b.py'), true);
    assert.equal(await new TrackedFiles(false, machine()).has(path.join(tree, 'a.py'), tree), false);
  });

  it('is not asked of a program in the working directory', async function () {
    if (windows) this.skip();
    chmodSync(home.write('repo/git', `#!/bin/sh\ntouch ${home.path('ran')}\nprintf 'b.py\\0'\n`), 0o700);
    const relative = path.relative(process.cwd(), tree);
    const tracked = new TrackedFiles(true, machine(['.', relative, ''].join(path.delimiter)));
    assert.equal(await tracked.has(path.join(tree, 'b.py'), tree), false);
  });

  it('is asked once for each state of the index', async function () {
    if (windows) this.skip();
    chmodSync(home.write('bin/git', `#!/bin/sh\necho ran >> ${home.path('ran')}\nprintf 'b.py\\0'\n`), 0o700);
    const tracked = new TrackedFiles(true, machine(`${home.path('bin')}${path.delimiter}${process.env['PATH']}`));
    for (let time = 0; time < 3; time += 1) assert.equal(await tracked.has(path.join(tree, 'b.py'), tree), true);
    const { stdout } = spawnSync('cat', [home.path('ran')], { encoding: 'utf8' });
    assert.equal(stdout, 'ran\n');
  });
});
