import assert from 'node:assert/strict';
import { SecretVault } from '../../../src/extension/explorer/key-vault';
import { memory } from '../../vscode/memory';

describe('the vault of GenAI keys', () => {
  it('loses no key to another that is stored, held or forgotten at the same time', async () => {
    const vault = new SecretVault(memory());
    const names = async (): Promise<string[]> => (await vault.list()).map(({ name }) => name).sort();
    await Promise.all([
      vault.store({ name: 'a' }, 'one'),
      vault.hold({ name: 'b' }, 'two'),
      vault.store({ name: 'c' }, 'three'),
      vault.note({ name: 'd' }),
    ]);
    assert.deepEqual(await names(), ['a', 'b', 'c', 'd']);
    await Promise.all([vault.delete('a'), vault.delete('c'), vault.store({ name: 'b' }, 'two')]);
    assert.deepEqual(await names(), ['b', 'd']);
  });
});
