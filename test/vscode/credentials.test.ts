import assert from 'node:assert/strict';
import sinon from 'sinon';
import {
  Diagnostic,
  languages,
  MarkdownString,
  Position,
  Range,
  type TreeItem,
  TreeItemCollapsibleState,
  Uri,
  WorkspaceEdit,
  workspace,
} from 'vscode';
import { NOTHING_FOUND, type UseFact } from '../../src/advisor';
import { itemOf } from '../../src/extension/explorer/items';
import { SecretVault } from '../../src/extension/explorer/key-vault';
import { Model } from '../../src/extension/explorer/model';
import type { CredentialNode, Node } from '../../src/extension/explorer/node';
import { CredentialTree } from '../../src/extension/explorer/tree';
import { workspaceFiles } from '../../src/extension/explorer/workspace-files';
import type { LiveReport } from '../../src/live/main';
import { ZOO } from '../unit/credentials/zoo';
import { Home, rsaKey, tokenFor } from '../unit/machine/home';
import { inWorkspace, until } from './editor';
import { memory } from './memory';

const GENAI_SECRET = `sk-${'Ab3dEf6hIj9lMn2pQr5tUv8xYz1'.repeat(2)}`;
const PASS_PHRASE = 'correct-horse-battery';

describe('The credential tree', () => {
  let home: Home;
  let model: Model;
  let tree: CredentialTree;
  let vault: SecretVault;

  beforeEach(() => {
    home = new Home();
    vault = new SecretVault(memory());
    model = new Model({ vault, machine: () => home.machine });
    tree = new CredentialTree(model);
  });

  afterEach(() => {
    model.dispose();
    home.remove();
  });

  async function everything(): Promise<{ nodes: Node[]; items: TreeItem[] }> {
    const nodes: Node[] = [];
    const visit = async (parent?: Node): Promise<void> => {
      for (const node of await tree.getChildren(parent)) {
        assert.equal(tree.getParent(node)?.id, parent?.id);
        nodes.push(node);
        await visit(node);
      }
    };
    await visit();
    return { nodes, items: nodes.map((node) => itemOf(node, model)) };
  }

  const credentials = (nodes: readonly Node[]): CredentialNode[] =>
    nodes.filter((node): node is CredentialNode => node.kind === 'credential');

  const shown = (items: readonly TreeItem[]): string =>
    JSON.stringify(items, (_, value) => (value instanceof MarkdownString ? value.value : value));

  it('is empty where there is nothing, so that the view welcomes', async () => {
    assert.deepEqual((await everything()).nodes, []);
    assert.equal(model.unhealthy, 0);
  });

  it('says in a row that it could not be read, and reads again for who looks again', async () => {
    home.write('.oci/config', '[A]\nregion=us-chicago-1\n');
    const list = sinon.stub(vault, 'list').rejects(new Error('the state is damaged'));
    const { items } = await everything();
    assert.deepEqual(
      items.map(({ label }) => label),
      ['Nothing could be read', 'The credentials could not be read: the state is damaged'],
    );
    list.restore();
    assert.equal(credentials((await everything()).nodes).length, 1);
  });

  it('marks a file that the CLI alone reads', async () => {
    home.write('.oci/config', '[A]\nregion=us-chicago-1\n');
    home.environment = { OCI_CLI_CONFIG_FILE: home.write('cli/config', '[B]\nregion=us-chicago-1\n') };
    const { nodes, items } = await everything();
    const notes = nodes.flatMap((node, at) =>
      node.kind === 'problem' && node.parent.kind === 'origin' ? [[node.parent.label, items[at]?.label]] : [],
    );
    assert.deepEqual(notes, [
      ['~/.oci/config', 'The CLI does not read this file, because OCI_CLI_CONFIG_FILE names another'],
      ['~/cli/config', 'Only the CLI reads this file, because OCI_CLI_CONFIG_FILE names it'],
    ]);
  });

  it('shows every profile of every file of the zoo, with ids of their own', async () => {
    assert.ok(ZOO.length >= 40);
    for (const { name, text, profiles } of ZOO) {
      home.write('.oci/config', text);
      await model.refresh();
      const { nodes, items } = await everything();
      assert.deepEqual(
        credentials(nodes).map(({ credential }) => credential.label),
        profiles,
        name,
      );
      assert.equal(new Set(items.map(({ id }) => id)).size, items.length, name);
    }
  });

  it('says nothing twice in a row, and no method of what reaches nothing', async () => {
    home.environment = { OCI_CLI_AUTH: 'instance-principal', OCI_RESOURCE_PRINCIPAL_VERSION: '2.2' };
    const { nodes, items } = await everything();
    const rows = nodes.flatMap(({ kind }, at) =>
      kind === 'credential' ? [[items[at]?.label, items[at]?.description]] : [],
    );
    assert.deepEqual(rows, [
      ['OCI_CLI_AUTH', ''],
      ['Resource principal', ''],
    ]);
    const [first] = items.filter(({ label }) => label === 'OCI_CLI_AUTH');
    assert.equal(first?.accessibilityInformation?.label, 'OCI_CLI_AUTH, 1 problem');
    assert.ok(first?.tooltip instanceof MarkdownString && !first.tooltip.value.includes('Method'));
  });

  it('opens to problems first, then to each plane with its verdict', async () => {
    home.write('.oci/config', '[A]\nuser=ocid1.user.oc1..aaaa\nregion=us-chicgo-1\n');
    const { nodes } = await everything();
    const kinds = nodes
      .filter((node) => node.kind !== 'origin' && node.parent.kind === 'credential')
      .map(({ kind }) => kind);
    assert.ok(kinds.lastIndexOf('problem') < kinds.indexOf('plane'));
    const runtime = nodes.find((node) => node.kind === 'plane' && node.reach.plane === 'agent-runtime');
    assert.ok(runtime);
    assert.equal(itemOf(runtime, model).description, 'discouraged once repaired');
    assert.equal(model.unhealthy, 1);
  });

  it('counts down to the end of a token', async () => {
    const { key, pem, fingerprint } = rsaKey();
    const now = Date.now();
    home.write('.oci/key.pem', pem);
    home.write('.oci/token', tokenFor(key, now + 42.5 * 60_000));
    home.write(
      '.oci/config',
      `[S]\nfingerprint=${fingerprint}\nkey_file=${home.path('.oci/key.pem')}\nsecurity_token_file=${home.path('.oci/token')}\ntenancy=ocid1.tenancy.oc1..aaaa\nregion=us-chicago-1\n`,
    );
    const { nodes } = await everything();
    const [session] = credentials(nodes);
    assert.ok(session);
    assert.equal(itemOf(session, model, now).description, 'expires in 42 minutes · us-chicago-1 · session token');
    assert.match(String(itemOf(session, model, now + 60 * 60_000).description), /^expired 17 minutes ago/);
  });

  it('reads again when a file changes, without being asked', async () => {
    home.write('.oci/config', '[A]\nregion=us-chicago-1\n');
    await everything();
    home.write('.oci/config', '[A]\nregion=us-chicago-1\n[B]\nregion=us-chicago-1\n');
    await until(
      (check) => model.onDidChange(check),
      () => (model.all.length === 2 ? true : undefined),
    );
  });

  it('keeps GenAI keys in the secret storage, and shows no secret anywhere', async () => {
    const { pem, fingerprint } = rsaKey();
    home.write('.oci/key.pem', pem);
    home.write(
      '.oci/config',
      `[A]\nuser=ocid1.user.oc1..aaaa\nfingerprint=${fingerprint}\ntenancy=ocid1.tenancy.oc1..aaaa\nregion=us-chicago-1\nkey_file=${home.path('.oci/key.pem')}\npass_phrase=${PASS_PHRASE}\n`,
    );
    home.environment = { OCI_GENAI_API_KEY: GENAI_SECRET };
    await vault.store({ name: 'team', region: 'us-chicago-1' }, GENAI_SECRET);
    const { nodes, items } = await everything();
    assert.deepEqual(
      credentials(nodes).map(({ credential }) => [credential.label, credential.source]),
      [
        ['A', 'config'],
        ['OCI_GENAI_API_KEY', 'environment'],
        ['team', 'secret-storage'],
      ],
    );
    const text = shown(items);
    for (const secret of [GENAI_SECRET, PASS_PHRASE, ...pem.split('\n').slice(1, -2)]) {
      assert.equal(text.includes(secret), false);
    }
    await vault.delete('team');
    await model.refresh();
    assert.equal(model.all.length, 2);
    assert.equal(await vault.secret('team'), undefined);
  });

  it('shows what stands in code as a credential of its own: kind, place, reach, and no value', async () => {
    const secret = `sk-${'Zz9yX8wV7uT6sR5qP4oN3mL2kJ1'.repeat(2)}`;
    const uri = Uri.file(home.write('app.py', `x = 1\nkey = "${secret}"\n`));
    const known = languages.createDiagnosticCollection('stand-in');
    const finding = new Diagnostic(new Range(1, 7, 1, 7 + secret.length), 'A GenAI API key stands in this file.');
    known.set(uri, [Object.assign(finding, { source: 'principled', code: 'hardcoded-genai-key' })]);
    try {
      await until(
        (check) => model.onDidChange(check),
        () => model.origins.find(({ children }) => children.some(({ id }) => id.includes(uri.toString()))),
      );
      const { nodes, items } = await everything();
      const at = nodes.findIndex(({ id }) => id.startsWith(`workspace:${uri.toString()}`));
      const item = items[at] ?? assert.fail('no row');
      assert.match(String(item.label), /^GenAI API key \(sk-\*{4}\) in .*app\.py:2$/);
      assert.deepEqual(item.command?.arguments, [uri.toString(), 1]);
      assert.match((item.tooltip as MarkdownString).value, /stands in this file/);
      const runtime = nodes.find(
        (node) => node.kind === 'plane' && node.parent.id === nodes[at]?.id && node.reach.plane === 'agent-runtime',
      );
      assert.ok(runtime?.kind === 'plane' && runtime.reach.verdict === 'refused');
      assert.equal(shown(items).includes(secret), false);
      assert.ok(model.unhealthy > 0);
    } finally {
      known.dispose();
    }
  });

  it('notices a new `.env` file of the workspace within a second', async () => {
    await everything();
    const file = inWorkspace('service/.env');
    const started = Date.now();
    await workspace.fs.writeFile(file, Buffer.from(`OCI_GENAI_API_KEY=${GENAI_SECRET}\n`));
    try {
      await until(
        (check) => model.onDidChange(check),
        () => model.all.find(({ credential }) => credential.location?.file === file.fsPath),
      );
      const took = Date.now() - started;
      // The editor's own watcher gathers events before it tells of them; a busy machine has its own second.
      assert.ok(took < 2_000, `${took} ms`);
    } finally {
      await workspace.fs.delete(inWorkspace('service'), { recursive: true });
    }
    await until(
      (check) => model.onDidChange(check),
      () => (model.all.length === 0 ? true : undefined),
    );
  });

  it('finds the configuration of a workspace with many `.env` files', async () => {
    const config = inWorkspace('many/deep/oci_config');
    try {
      await workspace.fs.writeFile(config, Buffer.from('[DEEP]\nregion=us-chicago-1\n'));
      const empty = Buffer.from('');
      await Promise.all(
        Array.from({ length: 200 }, (_, n) => workspace.fs.writeFile(inWorkspace(`many/.env.${n}`), empty)),
      );
      const { configs, dotenvs } = await workspaceFiles();
      assert.ok(configs.includes(config.fsPath), `${configs.length} configurations`);
      assert.equal(dotenvs.length, 40);
    } finally {
      await workspace.fs.delete(inWorkspace('many'), { recursive: true });
    }
  });

  describe('of the code that uses a credential', () => {
    const use = (changes: Partial<UseFact>): UseFact => ({
      uri: 'file:///app/main.py',
      line: 3,
      plane: 'inference-openai',
      operations: [],
      methods: ['iam-api-key'],
      profiles: [],
      named: [],
      language: 'python',
      ...changes,
    });
    const usedIn = async (label: string, ...uses: UseFact[]): Promise<number> => {
      model.dispose();
      model = new Model({ vault, machine: () => home.machine, survey: async () => ({ ...NOTHING_FOUND, uses }) });
      tree = new CredentialTree(model);
      await model.refreshAll();
      const { nodes } = await everything();
      const found = nodes.find(
        (node) => node.kind === 'usages' && node.parent.credential.label === label && node.parent.credential.location,
      );
      const other = nodes.find((node) => node.kind === 'usages' && node.parent.credential.label === label);
      const usages = found ?? other;
      return usages?.kind === 'usages' ? usages.spots.length : 0;
    };

    it('tells the profile of one file from that of another', async () => {
      home.write('.oci/config', '[A]\nregion=us-chicago-1\n');
      const other = home.write('other', '[B]\nregion=us-chicago-1\n');
      home.environment = { OCI_CLI_CONFIG_FILE: other };
      assert.equal(await usedIn('A', use({ profiles: ['A'] })), 1);
      assert.equal(await usedIn('B', use({ profiles: ['B'] })), 0, 'SDKs do not read that file');
      assert.equal(await usedIn('B', use({ elsewhere: [{ file: other, profile: 'B' }] })), 1);
      assert.equal(await usedIn('A', use({ elsewhere: [{ file: '~/.oci/config', profile: 'A' }] })), 1);
      assert.equal(await usedIn('A', use({ elsewhere: [{ file: other, profile: 'A' }] })), 0);
    });

    it('finds keys by the variable that code reads, and the identity of the CLI by its commands', async () => {
      const key = use({ methods: ['genai-api-key'], variables: ['OCI_GENAI_API_KEY'] });
      home.environment = { OCI_GENAI_API_KEY: GENAI_SECRET, OCI_CLI_USER: 'ocid1.user.oc1..aaaa' };
      assert.equal(await usedIn('OCI_GENAI_API_KEY', key, use({ methods: ['genai-api-key'] })), 1);
      assert.equal(await usedIn('OCI_CLI_* variables', use({ cli: true }), use({ cli: false })), 1);
      home.environment = {};
      await vault.store({ name: 'OCI_GENAI_API_KEY', region: 'us-chicago-1' }, GENAI_SECRET);
      assert.equal(await usedIn('OCI_GENAI_API_KEY', key), 1);
    });

    it('finds the provider of Terraform that reads the variables of the environment', async () => {
      home.environment = { TF_VAR_user_ocid: 'ocid1.user.oc1..aaaa', TF_VAR_region: 'us-chicago-1' };
      const provider = (line: number, ...variables: string[]) => ({ uri: 'file:///app/main.tf', line, variables });
      const providers = [provider(3, 'region', 'user_ocid'), provider(9, 'region')];
      model.dispose();
      model = new Model({ vault, machine: () => home.machine, survey: async () => ({ ...NOTHING_FOUND, providers }) });
      tree = new CredentialTree(model);
      await model.refreshAll();
      const spots = (await everything()).nodes.flatMap((node) => (node.kind === 'spot' ? [[node.uri, node.line]] : []));
      assert.deepEqual(spots, [['file:///app/main.tf', 3]]);
    });

    it('looks again when code is saved, and not while nobody looks', async () => {
      let looks = 0;
      model.dispose();
      model = new Model({
        vault,
        machine: () => home.machine,
        survey: async () => ({ ...NOTHING_FOUND, uses: [use({ profiles: ['A'], line: looks++ })] }),
      });
      tree = new CredentialTree(model);
      home.write('.oci/config', '[A]\nregion=us-chicago-1\n');
      await everything();
      const lineOf = (): number | undefined => model.code.uses[0]?.line;
      const saved = async (): Promise<void> => {
        const document = await workspace.openTextDocument(Uri.file(home.write(`main${looks}.py`, '')));
        const edit = new WorkspaceEdit();
        edit.insert(document.uri, new Position(0, 0), '# more\n');
        await workspace.applyEdit(edit);
        assert.ok(await document.save());
      };
      // The linter of the window may have its own reasons to look again.
      const lookedPast = (count: number): Promise<true> =>
        until(
          (check) => model.onDidChange(check),
          () => (lineOf() ?? 0) >= count || undefined,
        );
      model.setVisible(true);
      const before = looks;
      await saved();
      await lookedPast(before);
      model.setVisible(false);
      const hidden = looks;
      await saved();
      assert.equal(looks, hidden);
      model.setVisible(true);
      await lookedPast(hidden);
    });
  });

  describe('after a test', () => {
    const AT = new Date(2026, 0, 2, 14, 5).getTime();
    const NO_POLICY = {
      subject: 'genai-management',
      verdict: 'no-policy',
      tone: 'warning',
      words: 'credential accepted, but no policy allows this',
      causes: [
        { cause: 'no policy', next: 'Write one.' },
        { cause: 'another compartment', next: 'Choose it.' },
      ],
      status: 404,
      code: 'NotAuthorizedOrNotFound',
      requestId: 'ABC123',
    } as const;
    const good = (subject: 'identity' | 'agent-management') =>
      ({ subject, verdict: 'works', tone: 'good', words: 'works', causes: [] }) as const;
    const refused = { ...good('identity'), verdict: 'region-unusable', tone: 'bad', words: 'no known region' } as const;

    async function tested(results: LiveReport['results']): Promise<{ nodes: Node[]; items: TreeItem[] }> {
      home.write('.oci/config', '[A]\nregion=us-chicago-1\n');
      const [node] = credentials((await everything()).nodes);
      assert.ok(node);
      await model.test(node.id, async () => ({ at: AT, results }));
      return everything();
    }
    const rowOf = ({ nodes, items }: { nodes: Node[]; items: TreeItem[] }, fits: (node: Node) => boolean): TreeItem =>
      items[nodes.findIndex(fits)] ?? assert.fail('no such row');
    const plane = (name: string) => (node: Node) => node.kind === 'plane' && node.reach.plane === name;

    it('shows the sign-in as a row of its own, and what was said, with the time, on the credential’s', async () => {
      const shown = await tested([good('identity'), NO_POLICY, good('agent-management')]);
      assert.equal(rowOf(shown, ({ kind }) => kind === 'sign-in').description, 'works');
      assert.match(String(rowOf(shown, ({ kind }) => kind === 'credential').description), /^1 of 2 planes work \(.*05/);
    });

    it('opens a plane that failed to the likely causes in order, each with its next step, and to the answer', async () => {
      const shown = await tested([good('identity'), NO_POLICY]);
      const advice = shown.nodes.flatMap((node) => (node.kind === 'advice' ? [[node.label, node.detail]] : []));
      assert.deepEqual(advice, [
        ['Write one.', 'no policy'],
        ['Choose it.', 'another compartment'],
        ['404 NotAuthorizedOrNotFound', 'opc-request-id ABC123'],
      ]);
      assert.equal(rowOf(shown, plane('genai-management')).collapsibleState, TreeItemCollapsibleState.Collapsed);
    });

    it('says on every row that a failed sign-in kept the planes from being asked', async () => {
      const shown = await tested([refused]);
      assert.match(String(rowOf(shown, ({ kind }) => kind === 'credential').description), /^no known region \(/);
      assert.equal(rowOf(shown, ({ kind }) => kind === 'sign-in').description, 'no known region');
      const row = rowOf(shown, plane('agent-runtime'));
      assert.match(String(row.description), /not tested$/);
      assert.match((row.tooltip as MarkdownString).value, /no known region/);
    });

    it('tells why a plane is not asked', async () => {
      const row = rowOf(await tested([good('identity')]), plane('nl2sql'));
      assert.equal(row.description, 'discouraged · not tested');
      assert.match((row.tooltip as MarkdownString).value, /semantic store/);
    });

    it('forgets what was said of a credential that has changed since, and of no other', async () => {
      const { pem, fingerprint } = rsaKey();
      home.write('.oci/key.pem', pem);
      const section = (name: string, region: string): string =>
        `[${name}]\nuser=ocid1.user.oc1..a\nfingerprint=${fingerprint}\ntenancy=ocid1.tenancy.oc1..a\nregion=${region}\nkey_file=${home.path('.oci/key.pem')}\n`;
      home.write('.oci/config', section('A', 'us-chicago-1') + section('B', 'us-chicago-1'));
      const [a, b] = credentials((await everything()).nodes);
      assert.ok(a && b);
      for (const { id } of [a, b]) await model.test(id, async () => ({ at: AT, results: [good('identity')] }));
      home.write('.oci/config', `${section('A', 'uk-london-1')}# a comment\n${section('B', 'us-chicago-1')}`);
      await model.refresh();
      assert.equal(model.report(a.id), undefined);
      assert.ok(model.report(b.id));
      home.write('.oci/key.pem', rsaKey().pem);
      await model.refresh();
      assert.equal(model.report(b.id), undefined);
    });
  });

  it('stands still while a test runs, and keeps what it said', async () => {
    home.write('.oci/config', '[A]\nregion=us-chicago-1\n');
    const { nodes } = await everything();
    const [node] = credentials(nodes);
    assert.ok(node);
    let finish = (): void => {};
    const ended = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const run = model.test(node.id, async () => {
      await ended;
      return { at: Date.now(), results: [] };
    });
    assert.equal(itemOf(node, model).description, 'asking OCI…');
    finish();
    await run;
    assert.ok(model.report(node.id));
    assert.match(itemOf(node, model).contextValue ?? '', /\.idle\./);
  });
});
