import assert from 'node:assert/strict';
import { chmodSync, existsSync, readFileSync, statSync } from 'node:fs';
import sinon from 'sinon';
import {
  CancellationTokenSource,
  ConfigurationTarget,
  env,
  type TaskExecution,
  tasks,
  Uri,
  window,
  workspace,
} from 'vscode';
import { ACTIONS } from '../../src/extension/explorer/actions';
import type { Actions } from '../../src/extension/explorer/actions/context';
import type { SecretVault } from '../../src/extension/explorer/key-vault';
import type { Model } from '../../src/extension/explorer/model';
import type { CredentialNode, ProblemNode } from '../../src/extension/explorer/node';
import { resourcePrincipalEnvironment, startSession } from '../oci/server/issuers/credentials';
import { fingerprintOf } from '../oci/server/keys';
import { LocalOci } from '../oci/server/local-oci';
import { addGenAiKey } from '../oci/server/services/api-keys';
import { createWorld, type World } from '../oci/server/world';
import { genaiKey } from '../rules/material';
import type { Home } from '../unit/machine/home';
import { profileOf, Stage, TENANCY, USER } from './stage';

const HOUR_MS = 3_600_000;

describe('The actions of the credential explorer', () => {
  let stage: Stage;
  let home: Home;
  let model: Model;
  let vault: SecretVault;
  let actions: Actions;
  let terminals: Map<string, string>;
  let ui: Stage['ui'];
  let secrets: string[];

  beforeEach(() => {
    stage = new Stage();
    ({ home, model, vault, actions, terminals, ui, secrets } = stage);
  });
  afterEach(() => stage.close());

  const answers = (...texts: string[]): void => stage.answers(...texts);
  const choices = (...labels: string[]): void => stage.choices(...labels);
  const credential = (label: string): Promise<CredentialNode> => stage.credential(label);
  const problem = (code: string): Promise<ProblemNode> => stage.problem(code);
  const keyProfile = (name?: string, changes?: Readonly<Record<string, string>>): string =>
    stage.keyProfile(name, changes);
  const sessionProfile = (expires: number): string => stage.sessionProfile(expires);
  const config = (): string => stage.config();
  const runs = (): readonly string[][] => stage.runs();

  describe('add and delete profiles', () => {
    it('with a key that is made here; only its public half is shown', async () => {
      home.write('.oci/config', '# mine\n[OTHER]\nregion=eu-frankfurt-1\n');
      choices('API signing key', 'eu-frankfurt-1');
      answers('TEAM', TENANCY, USER);
      await ACTIONS.addProfile(actions);
      const pem = readFileSync(home.path('.oci/TEAM_api_key.pem'), 'utf8');
      secrets.push(pem);
      assert.match(pem, /PRIVATE KEY/);
      assert.equal(statSync(home.path('.oci/TEAM_api_key.pem')).mode & 0o777, 0o600);
      assert.ok(config().startsWith('# mine\n[OTHER]\nregion=eu-frankfurt-1\n'));
      const { credential: made } = await credential('TEAM');
      assert.deepEqual([made.tenancy, made.user, made.region], [TENANCY, USER, 'eu-frankfurt-1']);
      assert.deepEqual(
        made.problems.filter(({ severity }) => severity !== 'info'),
        [],
      );
      const page = window.activeTextEditor?.document.getText() ?? '';
      assert.match(page, /BEGIN PUBLIC KEY/);
      assert.ok(made.fingerprint && page.includes(made.fingerprint));
    });

    it('asks for a name that is free and for OCIDs of the right kind', async () => {
      home.write('.oci/config', keyProfile());
      await model.refresh();
      choices('API signing key', 'eu-frankfurt-1');
      answers('NEW');
      await ACTIONS.addProfile(actions);
      const [name, tenancy] = ui.showInputBox.args.map(([options]) => options.validateInput as (t: string) => unknown);
      assert.ok(name?.('TEAM') && name('a b') && name(''));
      assert.equal(name?.('NEW'), undefined);
      assert.ok(tenancy?.(USER));
      assert.equal(tenancy?.(TENANCY), undefined);
      assert.ok(!config().includes('NEW'), 'who turns back leaves nothing');
    });

    it('with a session that the CLI begins', async () => {
      const started = runs();
      choices('Session token', 'uk-london-1');
      answers('ME');
      await ACTIONS.addProfile(actions);
      assert.deepEqual(started, [
        ['oci', 'session', 'authenticate', '--profile-name', 'ME', '--region', 'uk-london-1'],
      ]);
    });

    it('deletes the lines of one, and gives them back', async () => {
      const before = `# first\n${keyProfile('A')}# of B\n${keyProfile('B')}`;
      home.write('.oci/config', before);
      ui.showWarningMessage.resolves(undefined);
      await ACTIONS.deleteProfile(actions, await credential('A'));
      assert.equal(config(), before, 'not without a yes');
      ui.showWarningMessage.resolves('Delete');
      await ACTIONS.deleteProfile(actions, await credential('A'));
      assert.ok(!config().includes('[A]') && config().includes('[B]') && config().includes('# first'));
      assert.ok(existsSync(home.path('.oci/A.pem')));
      home.write('.oci/config', before);
      ui.showInformationMessage.resolves('Undo');
      await ACTIONS.deleteProfile(actions, await credential('A'));
      assert.equal(config(), before);
    });
  });

  describe('keep GenAI keys', () => {
    it('added, rotated and deleted, each with its question', async () => {
      const [first, second] = [genaiKey(), genaiKey()];
      secrets.push(first, second);
      choices('eu-frankfurt-1');
      answers('team', first, '2099-03-31', second);
      await ACTIONS.addGenAiKey(actions);
      assert.equal(await vault.secret('team'), first);
      assert.equal(ui.showInputBox.args[1]?.[0]?.password, true);
      const node = await credential('team');
      assert.equal(node.credential.region, 'eu-frankfurt-1');
      assert.equal(node.credential.expiry, Date.parse('2099-03-31'));
      const end = ui.showInputBox.args[2]?.[0]?.validateInput as (text: string) => unknown;
      assert.ok(end('soon') && end('2099-13-31') && !end('') && !end('2099-03-31'));
      await ACTIONS.rotateGenAiKey(actions, node);
      assert.equal(await vault.secret('team'), second);
      assert.match(String(ui.showInputBox.args[3]?.[0]?.prompt), /oci generative-ai api-key renew --api-key-id/);
      assert.equal((await credential('team')).credential.expiry, undefined, 'the end was that of the old secret');
      ui.showWarningMessage.resolves('Delete');
      await ACTIONS.deleteGenAiKey(actions, node);
      assert.equal(await vault.secret('team'), undefined);
      assert.deepEqual(model.all, []);
    });

    it('takes no OCID and no word for a key', async () => {
      choices('eu-frankfurt-1');
      answers('team');
      await ACTIONS.addGenAiKey(actions);
      const check = ui.showInputBox.args[1]?.[0]?.validateInput as (text: string) => string | undefined;
      assert.match(check('ocid1.generativeaiapikey.oc1.us-chicago-1.aaaa') ?? '', /OCID/);
      assert.ok(check('hunter2') && check(''));
      const key = genaiKey();
      secrets.push(key);
      assert.equal(check(key), undefined);
    });
  });

  describe('copy names, never secrets', () => {
    it('of a profile', async () => {
      home.write('.oci/config', keyProfile() + sessionProfile(Date.now() + HOUR_MS));
      await ACTIONS.copyProfileName(actions, await credential('TEAM'));
      assert.equal(await env.clipboard.readText(), 'TEAM');
      await ACTIONS.copyExport(actions, await credential('TEAM'));
      assert.equal(await env.clipboard.readText(), 'export OCI_CLI_PROFILE=TEAM');
      await ACTIONS.copyExport(actions, await credential('S'));
      assert.equal(await env.clipboard.readText(), 'export OCI_CLI_PROFILE=S OCI_CLI_AUTH=security_token');
    });

    it('of its tenancy and user', async () => {
      home.write('.oci/config', keyProfile());
      choices('User');
      await ACTIONS.copyOcid(actions, await credential('TEAM'));
      assert.equal(await env.clipboard.readText(), USER);
    });

    it('asks which credential, from the palette', async () => {
      home.write('.oci/config', keyProfile('A') + keyProfile('B'));
      choices('B');
      await ACTIONS.copyProfileName(actions);
      assert.equal(await env.clipboard.readText(), 'B');
    });
  });

  describe('lead to the file, the terminal and the CLI', () => {
    it('opens a profile at its line, and a problem at its own', async () => {
      home.write('.oci/config', `# first\n\n${keyProfile('A', { region: 'us-chicgo-1' })}`);
      await ACTIONS.openInConfig(actions, await credential('A'));
      assert.equal(window.activeTextEditor?.selection.active.line, 2);
      await ACTIONS.openInConfig(actions, await problem('region-unknown'));
      const { document, selection } = window.activeTextEditor ?? assert.fail('nothing is open');
      assert.match(document.lineAt(selection.active.line).text, /^region=us-chicgo-1/);
    });

    it('uses a profile in the terminals of the workspace, and says who reads that', async () => {
      home.write('.oci/config', keyProfile() + sessionProfile(Date.now() + HOUR_MS));
      await ACTIONS.useInWorkspace(actions, await credential('S'));
      assert.deepEqual(Object.fromEntries(terminals), { OCI_CLI_PROFILE: 'S', OCI_CLI_AUTH: 'security_token' });
      assert.match(String(ui.showInformationMessage.args[0]?.[0]), /SDKs do not read these/);
      await ACTIONS.useInWorkspace(actions, await credential('TEAM'));
      assert.deepEqual(Object.fromEntries(terminals), { OCI_CLI_PROFILE: 'TEAM' });
      ui.showInformationMessage.resolves('Undo');
      await ACTIONS.useInWorkspace(actions, await credential('S'));
      assert.deepEqual(Object.fromEntries(terminals), {});
    });

    it('offers to change code that names another profile, with a preview of each edit', async () => {
      home.write('.oci/config', keyProfile());
      const changed = home.write('changed.py', 'config = from_file("~/.oci/config", "OTHER")\n');
      const code = home.write('ask.py', 'config = from_file("~/.oci/config", "OLD")\n');
      const use = { plane: 'inference-native', operations: [], profiles: ['OLD'], language: 'python' } as const;
      const methods = ['iam-api-key'] as const;
      const named = [code, changed].map((file) => ({
        uri: Uri.file(file).toString(),
        line: 0,
        character: 37,
        profile: 'OLD',
      }));
      const place = { uri: Uri.file(code).toString(), line: 0 };
      stage.uses = [
        { ...place, ...use, methods, named },
        { ...place, ...use, methods: ['session-token'], named: [] },
      ];
      ui.showInformationMessage.resolves('Change the Code…');
      const apply = sinon.stub(workspace, 'applyEdit').resolves(true);
      await ACTIONS.useInWorkspace(actions, await credential('TEAM'));
      const [edit, how] = apply.args[0] ?? [];
      assert.deepEqual(how, { isRefactoring: true });
      const edits = edit
        ?.entries()
        .flatMap(([uri, all]) => all.map((one) => [uri.fsPath, one.range.start.character, one.newText]));
      assert.deepEqual(edits, [[code, 37, 'TEAM']], 'what has changed since stays');
      assert.deepEqual(Object.fromEntries(terminals), { OCI_CLI_PROFILE: 'TEAM' });
    });

    it('prolongs a session that lives, and begins one anew that has ended', async () => {
      const started = runs();
      home.write('.oci/config', sessionProfile(Date.now() + HOUR_MS));
      await ACTIONS.refreshSession(actions, await credential('S'));
      home.write('.oci/config', sessionProfile(Date.now() - HOUR_MS));
      await ACTIONS.refreshSession(actions, await credential('S'));
      assert.deepEqual(started, [
        ['oci', 'session', 'refresh', '--profile', 'S'],
        ['oci', 'session', 'authenticate', '--profile-name', 'S', '--region', 'us-chicago-1'],
      ]);
    });

    it('reads again after a command that ended before its start was told', async () => {
      home.write('.oci/config', sessionProfile(Date.now() + HOUR_MS));
      const node = await credential('S');
      const heard = sinon.stub(tasks, 'onDidEndTask');
      const execution = {} as TaskExecution;
      sinon.stub(tasks, 'executeTask').callsFake(async () => {
        for (const [listener] of heard.args) listener({ execution });
        return execution;
      });
      const dispose = sinon.stub();
      heard.returns({ dispose });
      const refresh = sinon.spy(model, 'refresh');
      await ACTIONS.refreshSession(actions, node);
      assert.deepEqual([refresh.callCount, dispose.callCount], [1, 1]);
    });

    it('says so where no code uses a credential', async () => {
      home.write('.oci/config', keyProfile());
      await ACTIONS.revealUsages(actions, await credential('TEAM'));
      assert.match(String(ui.showInformationMessage.args[0]?.[0]), /no code .* use TEAM/);
    });
  });

  describe('reach profiles of other files', () => {
    const elsewhere = (text: string): string => home.write('elsewhere/config', text);

    it('prolongs and begins their sessions where they are', async () => {
      const started = runs();
      const file = elsewhere(sessionProfile(Date.now() + HOUR_MS));
      home.environment = { OCI_CONFIG_FILE: file };
      await ACTIONS.refreshSession(actions, await credential('S'));
      elsewhere(sessionProfile(Date.now() - HOUR_MS));
      await ACTIONS.refreshSession(actions, await credential('S'));
      await ACTIONS.repairProblem(actions, await problem('token-expired'));
      const begin = ['oci', 'session', 'authenticate', '--profile-name', 'S', '--region', 'us-chicago-1'];
      assert.deepEqual(started, [
        ['oci', 'session', 'refresh', '--profile', 'S', '--config-file', file],
        [...begin, '--config-location', file],
        [...begin, '--config-location', file],
      ]);
    });

    it('names the standard file where the CLI would read another one', async () => {
      const started = runs();
      home.environment = { OCI_CLI_CONFIG_FILE: elsewhere('') };
      home.write('.oci/config', sessionProfile(Date.now() + HOUR_MS));
      await ACTIONS.refreshSession(actions, await credential('S'));
      assert.deepEqual(started[0]?.slice(-2), ['--config-file', home.path('.oci/config')]);
    });

    it('names the file in the export line and in the terminals', async () => {
      const file = elsewhere(keyProfile());
      home.environment = { OCI_CONFIG_FILE: file };
      await ACTIONS.copyExport(actions, await credential('TEAM'));
      assert.equal(await env.clipboard.readText(), `export OCI_CLI_CONFIG_FILE=${file} OCI_CLI_PROFILE=TEAM`);
      await ACTIONS.useInWorkspace(actions, await credential('TEAM'));
      assert.deepEqual(Object.fromEntries(terminals), { OCI_CLI_CONFIG_FILE: file, OCI_CLI_PROFILE: 'TEAM' });
      home.write('.oci/config', keyProfile('HOME'));
      await ACTIONS.useInWorkspace(actions, await credential('HOME'));
      assert.deepEqual(Object.fromEntries(terminals), { OCI_CLI_PROFILE: 'HOME' });
    });

    it('adds to the file that SDKs read, which a new one in the home would hide', async () => {
      const file = elsewhere('[OTHER]\nregion=us-chicago-1\n');
      home.environment = { OCI_CONFIG_FILE: file, OCI_CLI_CONFIG_FILE: file };
      choices('API signing key', 'eu-frankfurt-1');
      answers('TEAM', TENANCY, USER);
      await ACTIONS.addProfile(actions);
      secrets.push(readFileSync(home.path('.oci/TEAM_api_key.pem'), 'utf8'));
      assert.match(readFileSync(file, 'utf8'), /^\[OTHER\][\s\S]*\[TEAM\]/);
      assert.equal(existsSync(home.path('.oci/config')), false);
      assert.match(String(ui.showInputBox.args[0]?.[0]?.prompt), /OCI_CONFIG_FILE names it, .* would hide it/);
    });

    it('asks which file where SDKs and the CLI read different ones', async () => {
      const started = runs();
      const file = elsewhere('');
      home.environment = { OCI_CLI_CONFIG_FILE: file };
      choices('Session token', '~/elsewhere', 'Another Region');
      answers('ME', 'eu-lisbon-1');
      await ACTIONS.addProfile(actions);
      const region = ui.showInputBox.args[1]?.[0]?.validateInput as (text: string) => unknown;
      assert.ok(region('us_chicago_1') && region('us-chicago-1.evil.example') && !region('eu-lisbon-1'));
      assert.deepEqual(started[0]?.slice(3), [
        ...['--profile-name', 'ME', '--region', 'eu-lisbon-1'],
        ...['--config-location', file],
      ]);
    });
  });

  describe('take back', () => {
    it('a repaired value', async () => {
      const before = keyProfile('A', { region: 'us-chicgo-1' });
      home.write('.oci/config', before);
      ui.showInformationMessage.resolves('Undo');
      await ACTIONS.repairProblem(actions, await problem('region-unknown'));
      assert.match(String(ui.showInformationMessage.args[0]?.[0]), /Set region of A to us-chicago-1/);
      assert.equal(config(), before);
    });

    it('an added profile, with the key that was made for it', async () => {
      home.write('.oci/config', '# mine\n');
      choices('API signing key', 'eu-frankfurt-1');
      answers('TEAM', TENANCY, USER);
      ui.showInformationMessage.resolves('Undo');
      await ACTIONS.addProfile(actions);
      assert.equal(config(), '# mine\n');
      assert.equal(existsSync(home.path('.oci/TEAM_api_key.pem')), false);
    });

    it('nothing that was changed since', async () => {
      home.write('.oci/config', keyProfile('A', { region: 'us-chicgo-1' }));
      ui.showInformationMessage.callsFake(async () => {
        home.write('.oci/config', `${config()}# theirs\n`);
        return 'Undo';
      });
      await ACTIONS.repairProblem(actions, await problem('region-unknown'));
      assert.match(config(), /region=us-chicago-1[\s\S]*# theirs/);
      assert.match(String(ui.showErrorMessage.args[0]?.[0]), /changed since/);
    });
  });

  describe('repair in one click', () => {
    it('permissions, fingerprints and what git would publish', async () => {
      home.write('.oci/config', keyProfile('A', { fingerprint: Array(16).fill('aa').join(':') }));
      chmodSync(home.path('.oci/A.pem'), 0o644);
      await ACTIONS.repairProblem(actions, await problem('permissions-too-open'));
      assert.equal(statSync(home.path('.oci/A.pem')).mode & 0o777, 0o600);
      await ACTIONS.repairProblem(actions, await problem('fingerprint-mismatch'));
      home.write('.git/HEAD', 'ref: refs/heads/main\n');
      await ACTIONS.repairProblem(actions, await problem('key-in-git'));
      assert.equal(readFileSync(home.path('.gitignore'), 'utf8'), '/.oci/A.pem\n');
      const { problems } = (await credential('A')).credential;
      assert.deepEqual(
        problems.filter(({ severity }) => severity !== 'info'),
        [],
      );
      assert.equal(ui.showErrorMessage.callCount, 0);
    });

    it('an expired session starts the sign-in', async () => {
      const started = runs();
      home.write('.oci/config', sessionProfile(Date.now() - HOUR_MS));
      await ACTIONS.repairProblem(actions, await problem('token-expired'));
      assert.equal(started[0]?.[2], 'authenticate');
    });
  });

  describe('ask OCI', () => {
    let world: World;
    let oci: LocalOci;
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
    afterEach(() => oci.inject());

    function known(): string {
      const [user] = world.users;
      assert.ok(user);
      secrets.push(user.keys.privatePem);
      const key_file = home.write('.oci/known.pem', user.keys.privatePem);
      const { region, tenancy } = world;
      return profileOf('KNOWN', { user: user.ocid, fingerprint: user.fingerprint, tenancy, region, key_file });
    }
    const verdicts = ({ id }: CredentialNode): Record<string, string> =>
      Object.fromEntries((model.report(id)?.results ?? []).map(({ subject, verdict }) => [subject, verdict]));

    it('what each plane says to a key, a session and a GenAI key', async () => {
      const { token, keys } = startSession(world);
      secrets.push(token, keys.privatePem);
      const files = {
        key_file: home.write('.oci/s.pem', keys.privatePem),
        security_token_file: home.write('.oci/token', token),
      };
      const { region, tenancy } = world;
      const session = { fingerprint: fingerprintOf(keys.publicPem), tenancy, region, ...files };
      home.write('.oci/config', known() + profileOf('S', session));
      const [item] = addGenAiKey(world, { compartmentId: world.compartment }).items;
      secrets.push(item?.secret ?? '');
      await vault.store({ name: 'team', region }, item?.secret ?? '');
      for (const [label, said] of [
        ['KNOWN', { identity: 'works', 'agent-management': 'works', 'agent-runtime': 'accepted' }],
        ['S', { identity: 'works', 'agent-management': 'works', 'agent-runtime': 'accepted' }],
        ['team', { 'inference-openai': 'accepted', 'agent-runtime': 'method-refused' }],
      ] as const) {
        const node = await credential(label);
        await ACTIONS.testConnection(actions, node);
        const all = verdicts(node);
        for (const [plane, verdict] of Object.entries(said)) assert.equal(all[plane], verdict, `${label} ${plane}`);
      }
    });

    it('tells a wrong key, a wrong clock and silence apart', async () => {
      const { users } = world;
      home.write('.oci/config', known());
      const node = await credential('KNOWN');
      oci.inject({ kind: 'skew' });
      await ACTIONS.testConnection(actions, node);
      assert.equal(verdicts(node)['identity'], 'clock-off');
      oci.inject({ kind: 'reset' });
      await ACTIONS.testConnection(actions, node);
      assert.equal(verdicts(node)['identity'], 'unreachable');
      oci.inject();
      const gone = users.splice(0, 1);
      await ACTIONS.testConnection(actions, node);
      users.unshift(...gone);
      assert.equal(verdicts(node)['identity'], 'not-authenticated');
    });

    it('says what lacks before it sends anything', async () => {
      home.write('.oci/config', profileOf('BARE', { region: 'us-chicago-1' }));
      oci.forget();
      await ACTIONS.testConnection(actions, await credential('BARE'));
      assert.match(String(ui.showWarningMessage.args[0]?.[0]), /BARE cannot be tested/);
      assert.equal(oci.seen.length, 0);
    });

    it('which GenAI keys a compartment has, with state and end', async () => {
      home.write('.oci/config', known());
      const { items } = addGenAiKey(world, { compartmentId: world.compartment, displayName: 'listed' });
      Object.assign(items[1] ?? {}, { state: 'REVOKED' });
      secrets.push(...items.map(({ secret }) => secret));
      answers(world.compartment);
      await ACTIONS.listGenAiKeys(actions, await credential('KNOWN'));
      assert.equal(ui.showErrorMessage.callCount, 0, String(ui.showErrorMessage.args));
      const [one, two] = [await credential('listed · key-one'), await credential('listed · key-two')];
      assert.ok(one.credential.expiry && one.credential.expiry > Date.now());
      assert.deepEqual(
        two.credential.problems.map(({ code }) => code),
        ['genai-key-not-active'],
      );
    });

    it('the state of keys that are stored or in the environment, and renews a stored one without showing it', async () => {
      home.write('.oci/config', known());
      const { items } = addGenAiKey(world, { compartmentId: world.compartment, displayName: 'both' });
      const [stored, variable] = items;
      assert.ok(stored && variable);
      secrets.push(stored.secret, variable.secret);
      const before = stored.secret;
      await vault.store({ name: 'mine', region: world.region }, before);
      const base = `https://inference.generativeai.${world.region}.oci.oraclecloud.com/openai/v1`;
      home.environment = { OCI_GENAI_API_KEY: variable.secret, OPENAI_BASE_URL: base };
      answers(world.compartment);
      await ACTIONS.listGenAiKeys(actions, await credential('KNOWN'));
      assert.equal((await credential('mine')).credential.expiry, Date.parse(stored.timeExpiry));
      await credential('both · key-two (OCI_GENAI_API_KEY)');
      choices('Renew in OCI as KNOWN');
      ui.showWarningMessage.resolves('Renew');
      await ACTIONS.rotateGenAiKey(actions, await credential('mine'));
      assert.equal(ui.showErrorMessage.callCount, 0, String(ui.showErrorMessage.args));
      secrets.push(stored.secret);
      assert.notEqual(stored.secret, before);
      assert.equal(await vault.secret('mine'), stored.secret);
      const node = await credential('mine');
      assert.ok((node.credential.expiry ?? 0) > Date.now() + 80 * 24 * HOUR_MS);
      await ACTIONS.testConnection(actions, node);
      assert.equal(verdicts(node)['inference-openai'], 'accepted');
    });

    it('says why a key was not renewed, and keeps the old secret', async () => {
      home.write('.oci/config', known());
      const secret = genaiKey();
      secrets.push(secret);
      await vault.store({ name: 'mine', region: world.region, ocid: 'ocid1.none', item: 'key-one' }, secret);
      choices('Renew in OCI as KNOWN');
      ui.showWarningMessage.resolves('Renew');
      await ACTIONS.rotateGenAiKey(actions, await credential('mine'));
      assert.match(String(ui.showErrorMessage.args[0]?.[0]), /not renewed/);
      assert.equal(await vault.secret('mine'), secret);
    });

    it('whether the resource principal of this environment is taken', async () => {
      const given = resourcePrincipalEnvironment(world);
      secrets.push(given['OCI_RESOURCE_PRINCIPAL_PRIVATE_PEM'] ?? '', given['OCI_RESOURCE_PRINCIPAL_RPST'] ?? '');
      home.environment = { ...given };
      // The SDK asks the process itself.
      sinon.stub(process, 'env').value({ ...process.env, ...given });
      const node = await credential('Resource principal');
      await ACTIONS.testConnection(actions, node);
      assert.equal(verdicts(node)['agent-runtime'], 'accepted', JSON.stringify(model.report(node.id)));
    });

    it('which principals this machine has, in one question', async () => {
      const given = resourcePrincipalEnvironment(world);
      secrets.push(given['OCI_RESOURCE_PRINCIPAL_PRIVATE_PEM'] ?? '', given['OCI_RESOURCE_PRINCIPAL_RPST'] ?? '');
      home.environment = { ...given, KUBERNETES_SERVICE_HOST: '127.0.0.1' };
      sinon.stub(process, 'env').value({ ...process.env, ...given });
      await ACTIONS.askMachine(actions);
      for (const label of ['Instance principal', 'Resource principal']) {
        const node = await credential(label);
        assert.equal(verdicts(node)['identity'], 'works', JSON.stringify(model.report(node.id)));
      }
      // A pod without a service account is there by its variable, and was not tested.
      assert.equal(model.report((await credential('OKE workload identity')).id), undefined);
    });

    it('says that there is none, and stops when told to', async () => {
      oci.inject({ kind: 'reset', service: 'metadata' });
      await ACTIONS.askMachine(actions);
      assert.match(String(ui.showInformationMessage.args[0]?.[0]), /no principal/);
      oci.inject({ kind: 'hang', service: 'metadata' });
      const stop = new CancellationTokenSource();
      sinon.stub(window, 'withProgress').callsFake(async (_options, task) => {
        const running = task({ report: () => {} }, stop.token);
        stop.cancel();
        return running;
      });
      await ACTIONS.askMachine(actions);
      assert.equal(ui.showInformationMessage.callCount, 1);
      assert.deepEqual(model.all, []);
    });

    it('in the compartment of the code, of the settings, or of the user’s choice', async () => {
      home.write('.oci/config', known());
      const node = await credential('KNOWN');
      await ACTIONS.testConnection(actions, node);
      assert.equal(model.report(node.id)?.compartment, world.tenancy);
      stage.survey = { ...stage.survey, ocids: { ...stage.survey.ocids, compartment: [world.closedCompartment] } };
      await model.refreshAll();
      await ACTIONS.testConnection(actions, node);
      assert.equal(verdicts(node)['genai-management'], 'no-policy');
      choices('Enter an OCID');
      answers(world.compartment);
      await ACTIONS.testInCompartment(actions, node);
      assert.equal(verdicts(node)['genai-management'], 'works');
      const offered = ui.showQuickPick.args[0]?.[0] as readonly { label: string }[];
      assert.deepEqual(
        offered.map(({ label }) => label),
        [world.closedCompartment, world.tenancy, 'Enter an OCID…'],
      );
      await ACTIONS.testConnection(actions, node);
      assert.equal(model.report(node.id)?.compartment, world.compartment, 'the choice is kept');
    });
  });
});
