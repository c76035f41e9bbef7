import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Locator } from 'playwright-core';
import { placeCredentials } from '../oci/harness/workload';
import { LocalOci } from '../oci/server/local-oci';
import { createWorld } from '../oci/server/world';
import { Home, rsaKey, tokenFor } from '../unit/machine/home';
import { Workbench } from './workbench';

const MINUTE = 60_000;

describe('The credential explorer in the window', function () {
  this.timeout(180_000);
  const home = new Home();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'vsc-'));
  let oci: LocalOci;
  let window: Workbench;
  const secrets: string[] = [];

  before(async () => {
    const world = await createWorld();
    oci = await LocalOci.start(world);
    placeCredentials(['iam-api-key', 'session-token'], home.folder, world);
    const key = rsaKey();
    secrets.push(key.pem, world.users[0]?.keys.privatePem ?? '');
    home.write('.oci/old.pem', `${key.pem}OCI_API_KEY\n`);
    home.write('.oci/old-token', tokenFor(key.key, Date.now() - 90 * MINUTE));
    home.write('.oci/open.pem', `${key.pem}OCI_API_KEY\n`, 0o644);
    const identity = 'user=ocid1.user.oc1..aaaaexample\ntenancy=ocid1.tenancy.oc1..aaaaexample\nregion=us-chicago-1\n';
    append(home.path('.oci/config'), [
      `[YESTERDAY]\nfingerprint=${key.fingerprint}\nkey_file=${home.path('.oci/old.pem')}\nsecurity_token_file=${home.path('.oci/old-token')}\ntenancy=ocid1.tenancy.oc1..aaaaexample\nregion=us-chicago-1\n`,
      `[SUPPORT]\n${identity}fingerprint=${key.fingerprint}\nkey_file=${home.path('.oci/gone.pem')}\n`,
      `[SHARED]\n${identity}fingerprint=00:11:22:33:44:55:66:77:88:99:aa:bb:cc:dd:ee:ff\nkey_file=${home.path('.oci/open.pem')}\n`,
    ]);
    mkdirSync(path.join(folder, 'app'));
    writeFileSync(
      path.join(folder, 'app/main.py'),
      'import oci\n\nconfig = oci.config.from_file(profile_name="SHARED")\nclient = oci.generative_ai_inference.GenerativeAiInferenceClient(config)\n',
    );
    window = await Workbench.open(path.join(folder, 'app'), {
      env: { HOME: home.folder },
      settings: { 'principled.trialEndpoint': oci.url },
    });
  });

  afterEach(async function () {
    if (this.currentTest?.isFailed()) await window.picture(`failed-${this.currentTest.title.replace(/\W+/g, '-')}`);
  });

  after(async () => {
    await window?.close();
    await oci?.close();
    home.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  const row = (text: string): Locator => window.page.locator('.sidebar .monaco-list-row', { hasText: text }).first();

  it('lists every profile with its method, region, and health', async () => {
    await window.page.getByRole('tab', { name: 'OCI GenAI Auth' }).click();
    await row('DEFAULT').waitFor();
    await row('YESTERDAY').getByText('expired 1 hour ago').waitFor();
    await row('SUPPORT').waitFor();
    await window.picture('credentials');
    await window.page.locator('.activitybar .badge', { hasText: '4' }).waitFor();
  });

  it('opens a healthy one to what it reaches, and an expired one to what to do', async () => {
    await row('SESSION').click();
    await row('Agent runtime').getByText('works').waitFor();
    await window.picture('credentials-healthy');
    await row('SESSION').click();
    await row('Agent runtime').waitFor({ state: 'detached' });
    await row('YESTERDAY').click();
    await row('The session expired').waitFor();
    await window.picture('credentials-expired');
    await row('YESTERDAY').click();
    await row('The session expired').waitFor({ state: 'detached' });
  });

  it('says what is wrong in words, and repairs it in one click', async () => {
    await row('SHARED').click();
    await row('Fingerprint').waitFor();
    await window.picture('credentials-broken');
    await row('Fingerprint').hover();
    await row('Fingerprint').getByRole('button', { name: 'Repair' }).click();
    await row('Fingerprint').waitFor({ state: 'detached' });
    assert.match(readFileSync(home.path('.oci/config'), 'utf8'), /\[SHARED\][^[]*fingerprint=(?!00:11)[0-9a-f:]{47}/);
  });

  it('leads to the code that uses a profile', async () => {
    await row('Used in').click();
    await row('main.py:4').click();
    await window.page.locator('.tab.active', { hasText: 'main.py' }).waitFor();
    await row('SHARED').click();
  });

  it('asks OCI and keeps what each plane said', async () => {
    await row('DEFAULT').hover();
    await row('DEFAULT').getByRole('button', { name: 'Test Connection' }).click();
    await row('Sign-in').getByText('works').waitFor();
    await row('Agent runtime').getByText('credential accepted').waitFor();
    await row('GenAI management').getByText('works').waitFor();
    await row('NL2SQL').getByText('discouraged · not tested').waitFor();
    await window.picture('credentials-tested');
    await row('DEFAULT').click();
    await row('Sign-in').waitFor({ state: 'detached' });
  });

  it('keeps a failed test in the tree, with the likely causes and the next steps', async () => {
    await row('SHARED').hover();
    await row('SHARED').getByRole('button', { name: 'Test Connection' }).click();
    await row('SHARED').getByText('credential not accepted (').waitFor();
    await row('Compare the fingerprints in the console.').waitFor();
    await window.picture('credentials-refused');
    await row('SHARED').click();
  });

  it('sees within a second what another program changes', async () => {
    append(home.path('.oci/config'), ['[LATER]\nregion=us-chicago-1\n']);
    // A second for the extension, and one for a browser that draws the window on a machine with two busy cores.
    await row('LATER').waitFor({ timeout: 2_000 });
  });

  it('uses a profile in new terminals, and writes no file into the workspace', async () => {
    await row('SESSION').click();
    await row('Agent runtime').waitFor();
    await window.command('OCI GenAI Auth: Use in This Workspace');
    await window.page.getByText('The OCI CLI uses SESSION in new terminals of this workspace.').first().waitFor();
    assert.deepEqual(readdirSync(window.folder), ['main.py']);
    await window.command('Terminal: Create New Terminal');
    await window.page.locator('.terminal.xterm.focus').waitFor();
    await window.page.keyboard.type('echo "$OCI_CLI_PROFILE $OCI_CLI_AUTH" > used.txt\n');
    const used = path.join(window.folder, 'used.txt');
    while (!existsSync(used) || !readFileSync(used, 'utf8').endsWith('\n')) await pause(100);
    assert.equal(readFileSync(used, 'utf8'), 'SESSION security_token\n');
  });

  it('logged no secret', () => {
    const logs = window.logs();
    assert.ok(logs.length > 0);
    for (const secret of secrets.flatMap((pem) => pem.split('\n').slice(1, -2))) {
      assert.equal(logs.includes(secret), false);
    }
  });
});

function append(file: string, sections: readonly string[]): void {
  writeFileSync(file, `${readFileSync(file, 'utf8').trimEnd()}\n\n${sections.join('\n')}`);
}

describe('The credential explorer of a new machine', function () {
  this.timeout(180_000);
  const home = new Home();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'vse-'));
  let window: Workbench;

  before(async () => {
    writeFileSync(path.join(folder, 'main.py'), 'print("hello")\n');
    window = await Workbench.open(folder, { env: { HOME: home.folder } });
    await window.page.getByRole('tab', { name: 'OCI GenAI Auth' }).click();
  });

  after(async () => {
    await window?.close();
    home.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  it('welcomes, and offers what there is to do', async () => {
    await window.page.locator('.sidebar').getByText('No OCI credentials were found on this machine.').waitFor();
    await window.page.locator('.sidebar').getByRole('button', { name: 'Add a Profile' }).waitFor();
    await window.picture('credentials-empty');
  });

  it('takes two hundred profiles in its stride', async () => {
    const names = Array.from({ length: 200 }, (_, index) => `TEAM_${index + 1}`);
    home.write('.oci/config', names.map((name) => `[${name}]\nregion=us-chicago-1\n`).join('\n'));
    const rows = window.page.locator('.sidebar .monaco-list-row');
    await rows.filter({ hasText: 'TEAM_2' }).first().waitFor();
    await window.page.locator('.activitybar .badge', { hasText: '200' }).waitFor();
    await window.picture('credentials-many');
  });
});

describe('The credential explorer in a workspace that nobody trusts', function () {
  this.timeout(180_000);
  const home = new Home();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'vsu-'));
  let window: Workbench;

  before(async () => {
    home.write('.oci/config', '[MINE]\nregion=us-chicago-1\n');
    const theirs = path.join(folder, 'app');
    mkdirSync(path.join(theirs, '.oci'), { recursive: true });
    writeFileSync(path.join(theirs, '.oci/config'), '[THEIRS]\nregion=us-chicago-1\nkey_file=/etc/hostname\n');
    writeFileSync(path.join(theirs, '.env'), `OCI_GENAI_API_KEY=sk-${'Ab3dEf6hIj9l'.repeat(4)}\n`);
    window = await Workbench.open(theirs, { env: { HOME: home.folder }, trust: true });
  });

  after(async () => {
    await window?.close();
    home.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  const row = (text: string): Locator => window.page.locator('.sidebar .monaco-list-row', { hasText: text }).first();

  it('lists the user’s own profiles, and none that the workspace names until it is trusted', async () => {
    await window.page.getByRole('tab', { name: 'OCI GenAI Auth' }).click();
    await row('MINE').waitFor();
    assert.equal(await row('THEIRS').count(), 0);
    assert.equal(await row('OCI_GENAI_API_KEY').count(), 0);
    await window.picture('credentials-untrusted');
    await window.page.locator('.statusbar').getByText('Restricted Mode').click();
    await window.page.locator('.workspace-trust-editor').getByRole('button', { name: 'Trust', exact: true }).click();
    await row('THEIRS').waitFor();
    await row('OCI_GENAI_API_KEY').waitFor();
  });
});
