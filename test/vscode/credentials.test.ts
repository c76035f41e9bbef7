import assert from 'node:assert/strict';
import { MarkdownString, type TreeItem } from 'vscode';
import { itemOf } from '../../src/extension/explorer/items';
import { SecretVault } from '../../src/extension/explorer/key-vault';
import { Model } from '../../src/extension/explorer/model';
import type { CredentialNode, Node } from '../../src/extension/explorer/node';
import { CredentialTree } from '../../src/extension/explorer/tree';
import { ZOO } from '../unit/credentials/zoo';
import { Home, rsaKey, tokenFor } from '../unit/machine/home';
import { until } from './editor';
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

  it('opens to problems first, then to each plane with its verdict', async () => {
    home.write('.oci/config', '[A]\nuser=ocid1.user.oc1..aaaa\nregion=us-chicgo-1\n');
    const { nodes } = await everything();
    const kinds = nodes
      .filter((node) => node.kind !== 'origin' && node.parent.kind === 'credential')
      .map(({ kind }) => kind);
    assert.ok(kinds.lastIndexOf('problem') < kinds.indexOf('plane'));
    const runtime = nodes.find((node) => node.kind === 'plane' && node.reach.plane === 'agent-runtime');
    assert.ok(runtime);
    assert.equal(itemOf(runtime, model).description, 'discouraged');
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
