import assert from 'node:assert/strict';
import { appendFileSync, chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { editConfig } from '../../../src/credentials/config-edit';
import { changeConfig, undoChange } from '../../../src/machine/config-writer';
import { Home } from './home';

const FILE =
  '# mine\n[DEFAULT]\nuser=u # odd\n\n# about A\n[A]\nregion = us-chicago-1\n# tail of A\n\n# about B\n[B]\nregion=r\n';

const edited = (text: string, edit: Parameters<typeof editConfig>[1]): string => {
  const result = editConfig(text, edit);
  return 'text' in result ? result.text : result.refusal;
};

describe('edits of configuration files', () => {
  it('changes a value where it stands', () => {
    const text = edited(FILE, { kind: 'set-key', profile: 'A', key: 'region', value: 'eu-frankfurt-1' });
    assert.equal(text, FILE.replace('us-chicago-1', 'eu-frankfurt-1'));
  });

  it('adds a key behind the last one', () => {
    const text = edited(FILE, { kind: 'set-key', profile: 'A', key: 'tenancy', value: 't' });
    assert.equal(text, FILE.replace('us-chicago-1\n', 'us-chicago-1\ntenancy=t\n'));
    assert.equal(edited('[A]', { kind: 'set-key', profile: 'A', key: 'region', value: 'r' }), '[A]\nregion=r');
  });

  it('adds a profile at the end', () => {
    const edit = { kind: 'add-profile', profile: 'C', values: [['user', 'u']] } as const;
    assert.equal(edited(FILE, edit), `${FILE}\n[C]\nuser=u\n`);
    assert.equal(edited('', edit), '[C]\nuser=u\n');
    assert.equal(edited('[A]\r\nuser=u', edit), '[A]\r\nuser=u\r\n\r\n[C]\r\nuser=u\r\n');
  });

  it('deletes a profile and leaves the comments of others', () => {
    const text = edited(FILE, { kind: 'delete-profile', profile: 'A' });
    assert.equal(text.includes('us-chicago-1'), false);
    for (const kept of ['# mine\n[DEFAULT]\nuser=u # odd\n', '# about B\n[B]\nregion=r\n'])
      assert.ok(text.includes(kept));
  });

  it('deletes a profile that stands twice', () => {
    const text = '[A]\nx=1\n[B]\ny=2\n[A]\nz=3\n';
    assert.equal(edited(text, { kind: 'delete-profile', profile: 'A' }), '[B]\ny=2\n');
  });

  it('keeps line ends and a byte order mark', () => {
    const text = '\uFEFF[A]\r\nregion=one\r\n';
    assert.equal(
      edited(text, { kind: 'set-key', profile: 'A', key: 'region', value: 'two' }),
      '\uFEFF[A]\r\nregion=two\r\n',
    );
  });

  it('keeps each line’s own end', () => {
    const set = (text: string): string => edited(text, { kind: 'set-key', profile: 'B', key: 'tenancy', value: 't' });
    assert.equal(set('[A]\r\nregion=x\r\n[B]\nuser=z\n'), '[A]\r\nregion=x\r\n[B]\nuser=z\ntenancy=t\n');
    assert.equal(set('[A]\rregion=x\r[B]\ruser=z\r'), '[A]\rregion=x\r[B]\ruser=z\rtenancy=t\r');
  });

  it('adds a key behind the rest of a value that goes on', () => {
    const text = '[A]\nuser=one\n  two\n\n  three\n# note\n[B]\n';
    const set = edited(text, { kind: 'set-key', profile: 'A', key: 'region', value: 'r' });
    assert.equal(set, text.replace('three\n', 'three\nregion=r\n'));
  });

  it('refuses what would write other lines, or what is gone', () => {
    const set = (profile: string, value: string, was?: string): string =>
      edited(FILE, { kind: 'set-key', profile, key: 'region', value, was });
    assert.equal(set('A', 'x\nuser=evil'), 'not-writable-as-text');
    assert.equal(set('A]\n[B', 'x'), 'not-writable-as-text');
    assert.equal(set('NONE', 'x'), 'no-such-profile');
    assert.equal(set('A', 'x', 'eu-frankfurt-1'), 'value-changed');
    assert.equal(edited(FILE, { kind: 'add-profile', profile: 'A', values: [] }), 'profile-exists');
  });
});

describe('writing configuration files', () => {
  let home: Home;
  let file: string;
  beforeEach(() => {
    home = new Home();
    file = home.write('.oci/config', FILE, 0o644);
  });
  afterEach(() => home.remove());

  const setRegion = (value: string): ReturnType<typeof changeConfig> =>
    changeConfig(file, { kind: 'set-key', profile: 'A', key: 'region', value });

  it('replaces the file for its owner alone and leaves nothing beside it', async () => {
    await setRegion('eu-frankfurt-1');
    assert.equal(readFileSync(file, 'utf8'), FILE.replace('us-chicago-1', 'eu-frankfurt-1'));
    if (process.platform !== 'win32') assert.equal(statSync(file).mode & 0o777, 0o600);
    assert.deepEqual(readdirSync(home.path('.oci')), ['config']);
  });

  it('takes a change back', async () => {
    const change = await setRegion('eu-frankfurt-1');
    assert.ok('after' in change);
    await undoChange(change);
    assert.equal(readFileSync(file, 'utf8'), FILE);
    writeFileSync(file, `${FILE}# theirs\n`);
    assert.deepEqual(await undoChange(change), { refusal: 'changed-since' });
    assert.equal(readFileSync(file, 'utf8'), `${FILE}# theirs\n`);
  });

  it('takes a file that it made away again, but for what somebody wrote into it since', async () => {
    const fresh = home.path('.oci/fresh');
    const made = () => changeConfig(fresh, { kind: 'add-profile', profile: 'NEW', values: [] });
    const change = await made();
    assert.ok('after' in change);
    await undoChange(change);
    assert.deepEqual(readdirSync(home.path('.oci')), ['config']);
    const again = await made();
    assert.ok('after' in again);
    writeFileSync(fresh, '[THEIRS]\n');
    assert.deepEqual(await undoChange(again), { refusal: 'changed-since' });
    assert.equal(readFileSync(fresh, 'utf8'), '[THEIRS]\n');
    // A file that was there and empty stays there.
    writeFileSync(fresh, '');
    const filled = await made();
    assert.ok('after' in filled);
    await undoChange(filled);
    assert.equal(readFileSync(fresh, 'utf8'), '');
  });

  it('keeps every byte of a file that is no UTF-8, and gives all of them back', async () => {
    const bytes = Buffer.from('# caf\xe9 \x80\n[A]\nregion=x\n# Stra\xdfe\n', 'latin1');
    writeFileSync(file, bytes);
    const change = await setRegion('us-chicago-1');
    assert.ok('after' in change);
    const expected = bytes.toString('latin1').replace('region=x', 'region=us-chicago-1');
    assert.equal(readFileSync(file, 'latin1'), expected);
    await undoChange(change);
    assert.deepEqual(readFileSync(file), bytes);
  });

  it('refuses to write what the encoding of the file lacks', async () => {
    writeFileSync(file, Buffer.from('# caf\xe9\n[A]\n', 'latin1'));
    const edit = { kind: 'add-profile', profile: 'профиль', values: [] } as const;
    assert.deepEqual(await changeConfig(file, edit), { refusal: 'not-writable-as-text' });
  });

  it('leaves UTF-16 and binary files alone', async () => {
    const files = [Buffer.from('\uFEFF[A]\nregion=x\n', 'utf16le'), Buffer.from('[A]\nregion=x\n', 'utf16le')];
    for (const bytes of [...files, Buffer.from([0, 1, 2, 3, 0xff, 0xfe, 10])]) {
      writeFileSync(file, bytes);
      assert.deepEqual(await setRegion('y'), { refusal: 'other-encoding' });
      assert.deepEqual(readFileSync(file), bytes);
    }
  });

  it('does not write a file that could not be read again', async () => {
    const text = `[A]\nregion=x\n#${'x'.repeat(65_500)}\n`;
    writeFileSync(file, text);
    assert.deepEqual(await setRegion('us-chicago-1'.repeat(4)), { refusal: 'too-large' });
    assert.equal(readFileSync(file, 'utf8'), text);
    assert.deepEqual(readdirSync(home.path('.oci')), ['config']);
  });

  it('keeps what others add at the same time', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `P${index}`);
    const add = (profile: string): ReturnType<typeof changeConfig> =>
      changeConfig(file, { kind: 'add-profile', profile, values: [['region', 'us-chicago-1']] });
    const changes = await Promise.all(names.map(add));
    assert.ok(changes.every((change) => 'after' in change));
    const text = readFileSync(file, 'utf8');
    assert.deepEqual([...text.matchAll(/^\[(P\d+)\]$/gm)].map(([, name]) => name).sort(), [...names].sort());
    assert.ok(text.startsWith(FILE.trimEnd()));
  });

  it('keeps what a program writes in place meanwhile', async () => {
    const running = changeConfig(file, { kind: 'add-profile', profile: 'OURS', values: [['user', 'u']] });
    for (let turn = 0; turn < 20; turn += 1) {
      appendFileSync(file, `# theirs ${turn}\n`);
      await new Promise(setImmediate);
    }
    await running;
    assert.ok(readFileSync(file, 'utf8').includes('[OURS]'));
    assert.ok(readFileSync(file, 'utf8').includes('# theirs 19'));
  });

  it('says when it may not write', async function () {
    if (process.platform === 'win32' || process.getuid?.() === 0) this.skip();
    chmodSync(home.path('.oci'), 0o500);
    assert.deepEqual(await setRegion('x'), { refusal: 'not-writable', reason: 'permission denied' });
    chmodSync(home.path('.oci'), 0o700);
  });

  it('says what keeps it from writing, to whomever', async () => {
    const edit = { kind: 'add-profile', profile: 'A', values: [['user', 'u']] } as const;
    assert.deepEqual(await changeConfig(`${file}/config`, edit), {
      refusal: 'not-writable',
      reason: 'a file is in the way',
    });
  });

  it('makes a file that is not there', async () => {
    const fresh = home.path('.new/config');
    await changeConfig(fresh, { kind: 'add-profile', profile: 'A', values: [['user', 'u']] });
    assert.equal(readFileSync(fresh, 'utf8'), '[A]\nuser=u\n');
  });

  it('leaves a broken file alone but for the line', async () => {
    writeFileSync(file, '[A]\njunk\nregion=us-chicago-1\n; note\n');
    await setRegion('eu-frankfurt-1');
    assert.equal(readFileSync(file, 'utf8'), '[A]\njunk\nregion=eu-frankfurt-1\n; note\n');
  });
});
