import assert from 'node:assert/strict';
import sinon from 'sinon';
import { ConfigurationTarget, env, workspace } from 'vscode';
import { ACTIONS } from '../../src/extension/explorer/actions';
import { itemOf } from '../../src/extension/explorer/items';
import { SecretVault } from '../../src/extension/explorer/key-vault';
import { LocalOci } from '../oci/server/local-oci';
import { addGenAiKey } from '../oci/server/services/api-keys';
import { createWorld, type GenAiKeyItem, type World } from '../oci/server/world';
import { genaiKey } from '../rules/material';
import { profileOf, Stage } from './stage';

describe('A keyring that does not take a secret', () => {
  let stage: Stage;
  let world: World;
  let oci: LocalOci;
  let item: GenAiKeyItem;
  const settings = () => workspace.getConfiguration('principled');

  before(async () => {
    world = await createWorld();
    oci = await LocalOci.start(world);
    await settings().update('trialEndpoint', oci.url, ConfigurationTarget.Global);
  });
  after(async () => {
    await settings().update('trialEndpoint', undefined, ConfigurationTarget.Global);
    await oci.close();
  });

  beforeEach(async () => {
    stage = new Stage();
    const { home, vault, secrets, ui } = stage;
    const [user] = world.users;
    assert.ok(user);
    const key_file = home.write('.oci/known.pem', user.keys.privatePem);
    const { region, tenancy } = world;
    const known = { user: user.ocid, fingerprint: user.fingerprint, tenancy, region, key_file };
    home.write('.oci/config', profileOf('KNOWN', known));
    const key = addGenAiKey(world, { compartmentId: world.compartment, displayName: 'one' });
    assert.ok(key.items[0]);
    item = key.items[0];
    secrets.push(user.keys.privatePem, item.secret);
    await vault.store({ name: 'mine', region, ocid: key.id, item: item.keyName }, item.secret);
    stage.choices('Renew in OCI as KNOWN');
    ui.showWarningMessage.resolves('Renew');
  });
  afterEach(() => stage.close());

  /** The key is renewed while the keyring is locked: OCI shows the new secret to nobody else. */
  async function renewLocked(): Promise<void> {
    const node = await stage.credential('mine');
    stage.keyring.isLocked = true;
    const before = item.secret;
    await ACTIONS.rotateGenAiKey(stage.actions, node);
    assert.notEqual(item.secret, before, 'it is renewed');
    stage.secrets.push(item.secret);
  }
  const asked = () => stage.ui.showErrorMessage.args.filter(([, options]) => options?.modal === true);
  const codes = async () => (await stage.credential('mine')).credential.problems.map(({ code }) => code);

  it('is asked once more when the user says so, and the secret is kept', async () => {
    stage.ui.showErrorMessage.callsFake(async () => {
      stage.keyring.isLocked = false;
      return 'Store Again';
    });
    await renewLocked();
    assert.equal(asked().length, 1);
    assert.equal(await stage.vault.secret('mine'), item.secret);
    assert.deepEqual(await codes(), []);
    assert.match(String(stage.ui.showInformationMessage.args.at(-1)?.[0]), /renewed and kept/);
  });

  it('that stays locked holds nobody in a question: the row keeps the secret and the repair', async () => {
    stage.ui.showErrorMessage.resolves('Store Again');
    await renewLocked();
    assert.equal(asked().length, 1, 'the question comes once');
    assert.match(String(stage.ui.showErrorMessage.args.at(-1)?.[0]), /still not stored/);
    assert.equal(await stage.vault.secret('mine'), item.secret);
    const row = await stage.problem('genai-key-unstored');
    assert.equal(itemOf(row, stage.model).contextValue, 'problem.store-secret');
    assert.equal(stage.ui.showInformationMessage.callCount, 0, 'nobody is told that it is kept');
    await ACTIONS.testConnection(stage.actions, await stage.credential('mine'));
    const report = stage.model.report((await stage.credential('mine')).id);
    const said = report?.results.find(({ subject }) => subject === 'inference-openai');
    assert.equal(said?.verdict, 'accepted', 'it works meanwhile');

    stage.keyring.isLocked = false;
    await ACTIONS.repairProblem(stage.actions, row);
    assert.deepEqual(await codes(), []);
    assert.equal(await new SecretVault(stage.keyring).secret('mine'), item.secret, 'it is stored for every window');
  });

  it('loses nothing to who closes the question, and gives the secret only to who asks for it', async () => {
    await env.clipboard.writeText('mine');
    await renewLocked();
    assert.equal(await env.clipboard.readText(), 'mine');
    const row = await stage.problem('genai-key-unstored');
    stage.ui.showErrorMessage.resolves('Copy the Secret');
    await ACTIONS.repairProblem(stage.actions, row);
    assert.equal(await env.clipboard.readText(), item.secret);
    await env.clipboard.writeText('');
    assert.deepEqual(await codes(), ['genai-key-unstored'], 'a copy is not stored');
  });

  it('gives the secret to who asks for it, where nothing else can be written either', async () => {
    stage.keyring.isFull = true;
    stage.ui.showErrorMessage.resolves('Copy the Secret');
    await renewLocked();
    assert.equal(asked().length, 1);
    assert.equal(await env.clipboard.readText(), item.secret);
    await env.clipboard.writeText('');
    assert.equal(await stage.vault.secret('mine'), item.secret);
  });

  it('leaves a row that says so to every other window', async () => {
    await renewLocked();
    const [facts] = await new SecretVault(stage.keyring).list();
    assert.equal(facts?.unstored, 'lost');
    stage.keyring.isLocked = false;
    await stage.vault.delete('mine');
    assert.deepEqual(await new SecretVault(stage.keyring).list(), []);
  });

  it('says so to who types a key, and hides no other credential', async () => {
    stage.keyring.isLocked = true;
    const typed = genaiKey();
    stage.secrets.push(typed);
    stage.ui.showQuickPick.reset();
    stage.choices('eu-frankfurt-1');
    stage.answers('team', typed, '');
    await ACTIONS.addGenAiKey(stage.actions);
    assert.match(String(stage.ui.showErrorMessage.args[0]?.[0]), /did not take the key/);
    await stage.credential('KNOWN');
    assert.equal((await stage.vault.list()).length, 1);
    sinon.assert.notCalled(stage.ui.showWarningMessage);
  });
});
