import assert from 'node:assert/strict';
import { chmodSync, existsSync, readFileSync, statSync } from 'node:fs';
import sinon, { type SinonStub } from 'sinon';
import {
  ConfigurationTarget,
  commands,
  env,
  MarkdownString,
  type ProcessExecution,
  type TaskExecution,
  type TreeView,
  tasks,
  Uri,
  window,
  workspace,
} from 'vscode';
import { NOTHING_FOUND, type UseFact } from '../../src/advisor';
import { ACTIONS } from '../../src/extension/explorer/actions';
import type { Actions } from '../../src/extension/explorer/actions/context';
import { itemOf } from '../../src/extension/explorer/items';
import { SecretVault } from '../../src/extension/explorer/key-vault';
import { Model } from '../../src/extension/explorer/model';
import type { CredentialNode, Node, ProblemNode } from '../../src/extension/explorer/node';
import { CredentialTree } from '../../src/extension/explorer/tree';
import { resourcePrincipalEnvironment, startSession } from '../oci/server/issuers/credentials';
import { fingerprintOf } from '../oci/server/keys';
import { LocalOci } from '../oci/server/local-oci';
import { addGenAiKey } from '../oci/server/services/api-keys';
import { createWorld, type World } from '../oci/server/world';
import { genaiKey } from '../rules/material';
import { Home, rsaKey, tokenFor } from '../unit/machine/home';
import { memory } from './memory';

const TENANCY = 'ocid1.tenancy.oc1..aaaaaaaatenancyofthesuites';
const USER = 'ocid1.user.oc1..aaaaaaaauserofthesuites';
const HOUR_MS = 3_600_000;

type Asking = 'showQuickPick' | 'showInputBox' | 'showInformationMessage' | 'showWarningMessage' | 'showErrorMessage';

describe('The actions of the credential explorer', () => {
  let home: Home;
  let model: Model;
  let tree: CredentialTree;
  let vault: SecretVault;
  let actions: Actions;
  let terminals: Map<string, string>;
  let ui: Record<Asking, SinonStub>;
  /** What code of the workspace calls. */
  let uses: UseFact[];
  /** Whatever the window must never show. */
  let secrets: string[];

  beforeEach(() => {
    home = new Home();
    vault = new SecretVault(memory());
    uses = [];
    model = new Model({ vault, machine: () => home.machine, survey: async () => ({ ...NOTHING_FOUND, uses }) });
    tree = new CredentialTree(model);
    terminals = new Map();
    secrets = [];
    actions = {
      model,
      vault,
      view: { selection: [], visible: false } as unknown as TreeView<Node>,
      terminals: {
        description: undefined,
        replace: (name, value) => void terminals.set(name, value),
        delete: (name) => void terminals.delete(name),
      },
    };
    ui = {
      showQuickPick: sinon.stub(window, 'showQuickPick'),
      showInputBox: sinon.stub(window, 'showInputBox'),
      showInformationMessage: sinon.stub(window, 'showInformationMessage'),
      showWarningMessage: sinon.stub(window, 'showWarningMessage'),
      showErrorMessage: sinon.stub(window, 'showErrorMessage'),
    };
  });

  afterEach(async () => {
    const items = (await nodes()).map((node) => itemOf(node, model));
    const asked = Object.values(ui).map((stub) => stub.args);
    const editors = workspace.textDocuments.filter(({ isUntitled }) => isUntitled).map((one) => one.getText());
    const clipboard = await env.clipboard.readText();
    sinon.restore();
    const shown = JSON.stringify([items, asked, editors, clipboard, [...terminals]], (_, value) =>
      value instanceof MarkdownString ? value.value : value,
    );
    for (const secret of secrets) {
      for (const line of secret.split('\n').filter((one) => one.length > 20 && !one.startsWith('-----')))
        assert.ok(!shown.includes(line), 'a secret is shown');
    }
    model.dispose();
    home.remove();
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  /** The answers of a user, in the order of the questions; a choice by the beginning of its label. */
  function answers(...texts: string[]): void {
    for (const [at, text] of texts.entries()) ui.showInputBox.onCall(at).resolves(text);
  }
  function choices(...labels: string[]): void {
    for (const [at, label] of labels.entries())
      ui.showQuickPick
        .onCall(at)
        .callsFake(async (all: readonly { label: string }[]) => all.find((one) => one.label.startsWith(label)));
  }

  async function nodes(parent?: Node): Promise<Node[]> {
    const children = await tree.getChildren(parent);
    return [...children, ...(await Promise.all(children.map((one) => nodes(one)))).flat()];
  }
  async function credential(label: string): Promise<CredentialNode> {
    await model.refresh();
    const found = (await nodes()).find((node) => node.kind === 'credential' && node.credential.label === label);
    assert.ok(found?.kind === 'credential', label);
    return found;
  }
  async function problem(code: string): Promise<ProblemNode> {
    await model.refresh();
    const found = (await nodes()).find((node) => node.kind === 'problem' && node.problem.code === code);
    assert.ok(found?.kind === 'problem', JSON.stringify((await nodes()).map((node) => itemOf(node, model).label)));
    return found;
  }

  /** A profile of a key, with its file. */
  function keyProfile(name = 'TEAM', changes: Readonly<Record<string, string>> = {}): string {
    const { pem, fingerprint } = rsaKey();
    secrets.push(pem);
    const key_file = home.write(`.oci/${name}.pem`, pem);
    const values = { user: USER, fingerprint, tenancy: TENANCY, region: 'us-chicago-1', key_file, ...changes };
    return profileOf(name, values);
  }
  const profileOf = (name: string, values: Readonly<Record<string, string>>): string =>
    `[${name}]\n${Object.entries(values)
      .map(([key, value]) => `${key}=${value}`)
      .join('\n')}\n`;
  function sessionProfile(expires: number): string {
    const { key, pem, fingerprint } = rsaKey();
    const token = tokenFor(key, expires);
    secrets.push(pem, token);
    const files = { key_file: home.write('.oci/s.pem', pem), security_token_file: home.write('.oci/token', token) };
    return profileOf('S', { fingerprint, tenancy: TENANCY, region: 'us-chicago-1', ...files });
  }
  const config = (): string => readFileSync(home.path('.oci/config'), 'utf8');

  /** What a task would run. */
  function runs(): readonly string[][] {
    const started = sinon.stub(tasks, 'executeTask').resolves({} as TaskExecution);
    const all: string[][] = [];
    started.callsFake(async ({ execution }) => {
      const { process, args } = execution as ProcessExecution;
      all.push([process, ...args]);
      return {} as TaskExecution;
    });
    return all;
  }

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
      answers('team', first, second);
      await ACTIONS.addGenAiKey(actions);
      assert.equal(await vault.secret('team'), first);
      assert.equal(ui.showInputBox.args[1]?.[0]?.password, true);
      const node = await credential('team');
      assert.equal(node.credential.region, 'eu-frankfurt-1');
      await ACTIONS.rotateGenAiKey(actions, node);
      assert.equal(await vault.secret('team'), second);
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
      uses.push({ uri: Uri.file(code).toString(), line: 0, ...use, methods, named });
      uses.push({ uri: Uri.file(code).toString(), line: 0, ...use, methods: ['session-token'], named: [] });
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

    it('says so where no code uses a credential', async () => {
      home.write('.oci/config', keyProfile());
      await ACTIONS.revealUsages(actions, await credential('TEAM'));
      assert.match(String(ui.showInformationMessage.args[0]?.[0]), /no code .* use TEAM/);
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

    it('whether this machine is an instance', async () => {
      await ACTIONS.askMachine(actions);
      const node = await credential('Instance principal');
      assert.equal(verdicts(node)['identity'], 'works', JSON.stringify(model.report(node.id)));
    });
  });
});
