import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { cloneExcludes, globalExcludes } from '../../../src/machine/git-excludes';
import { GitIgnore } from '../../../src/machine/git-tree';
import { Home } from './home';

describe('what git ignores besides .gitignore', () => {
  let home: Home;
  beforeEach(() => {
    home = new Home();
  });
  afterEach(() => home.remove());

  it('reads the file that the user’s settings name', () => {
    assert.equal(globalExcludes(home.machine), '');
    home.write('.config/git/ignore', '*.default\n');
    assert.equal(globalExcludes(home.machine), '*.default\n');
    home.write('mine', '*.pem\n');
    home.write('.gitconfig', '[core]\n\teditor = vi\n\texcludesFile = "~/mine"\n[other]\nexcludesfile = no\n');
    assert.equal(globalExcludes(home.machine), '*.pem\n');
    home.write('settings', '[core]\nexcludesfile=//server/share\n');
    home.environment = { GIT_CONFIG_GLOBAL: home.path('settings') };
    assert.equal(globalExcludes(home.machine), '');
  });

  it('reads what a clone excludes, in its further work trees as well', () => {
    home.write('clone/.git/info/exclude', 'key.pem\n');
    assert.equal(cloneExcludes(home.path('clone'), false), 'key.pem\n');
    home.write('clone/.git/worktrees/b/commondir', '../..\n');
    home.write('b/.git', `gitdir: ${home.path('clone/.git/worktrees/b')}\n`);
    assert.equal(cloneExcludes(home.path('b'), true), 'key.pem\n');
    // What nobody trusts does not lead to other folders.
    assert.equal(cloneExcludes(home.path('b'), false), '');
  });

  it('lets a nearer rule win', () => {
    home.write('repo/.git/HEAD', '');
    home.write('repo/.gitignore', '!kept.pem\n');
    const git = new GitIgnore(() => '*.pem\n');
    assert.equal(git.ignores(home.path('repo/key.pem')), true);
    assert.equal(git.ignores(home.path('repo/kept.pem')), false);
    assert.equal(new GitIgnore().ignores(home.path('repo/key.pem')), false);
  });
});
