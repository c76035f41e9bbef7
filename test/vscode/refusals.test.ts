import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fs, { type FileHandle } from 'node:fs/promises';
import sinon from 'sinon';
import { ACTIONS } from '../../src/extension/explorer/actions';
import { Stage, TENANCY, USER } from './stage';

describe('A profile that cannot be added', () => {
  let stage: Stage;

  beforeEach(() => {
    stage = new Stage();
    stage.choices('API signing key', 'eu-frankfurt-1');
    stage.answers('TEAM', TENANCY, USER);
  });
  afterEach(() => stage.close());

  const said = (): string => String(stage.ui.showErrorMessage.args[0]?.[0]);
  const nothingIsLeft = (...expected: string[]): void => {
    assert.deepEqual(readdirSync(stage.home.path('.oci')).sort(), expected);
    assert.equal(stage.ui.showInformationMessage.callCount, 0, 'nobody is told that it was added');
  };

  it('because a file is in the way of the folder', async () => {
    stage.home.write('.oci', 'no folder');
    await ACTIONS.addProfile(stage.actions);
    assert.match(said(), /~\/\.oci\/TEAM_api_key\.pem could not be written: a file is in the way\.$/);
  });

  it('because its key is there already: both files stay as they are', async () => {
    stage.home.write('.oci/config', '# mine\n');
    stage.home.write('.oci/TEAM_api_key.pem', 'theirs');
    await ACTIONS.addProfile(stage.actions);
    assert.match(said(), /TEAM_api_key\.pem is there already and was left as it is\.$/);
    assert.equal(stage.config(), '# mine\n');
    assert.equal(readFileSync(stage.home.path('.oci/TEAM_api_key.pem'), 'utf8'), 'theirs');
  });

  it('because another program has added it meanwhile', async () => {
    const theirs = '[TEAM]\nregion=us-chicago-1\n';
    stage.ui.showInputBox.onCall(2).callsFake(async () => {
      stage.home.write('.oci/config', theirs);
      return USER;
    });
    await ACTIONS.addProfile(stage.actions);
    assert.match(said(), /nothing was changed: a profile of that name is there already\.$/);
    assert.equal(stage.config(), theirs);
    nothingIsLeft('config');
  });

  for (const [what, isFull, expected] of [
    ['its key', (file: string) => file.endsWith('.pem'), /TEAM_api_key\.pem could not be written: no space left/],
    [
      'its lines',
      (file: string) => /\.config\.[0-9a-f]+$/.test(file),
      /nothing was changed: the file cannot be written \(no space left on the disk\)/,
    ],
  ] as const) {
    it(`because the disk has no room for ${what}`, async () => {
      stage.home.write('.oci/config', '# mine\n');
      const { open } = fs;
      sinon.stub(fs, 'open').callsFake(async (file, ...rest): Promise<FileHandle> => {
        const handle = await open(file, ...rest);
        const full = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
        if (isFull(String(file))) sinon.stub(handle, 'writeFile').rejects(full);
        return handle;
      });
      await ACTIONS.addProfile(stage.actions);
      assert.match(said(), expected);
      assert.equal(stage.config(), '# mine\n');
      nothingIsLeft('config');
      assert.equal(existsSync(stage.home.path('.oci/TEAM_api_key.pem')), false);
    });
  }
});
