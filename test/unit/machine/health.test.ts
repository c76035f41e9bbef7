import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync } from 'node:fs';
import { after, before, describe, it } from 'mocha';
import type { Credential } from '../../../src/credentials/credential';
import { applyRepair } from '../../../src/machine/repair';
import { Home, rsaKey, type TestKey, tokenFor } from './home';

const NOW = Date.UTC(2026, 0, 15);
const MINUTE = 60_000;

describe('health of profiles', () => {
  let home: Home;
  let key: TestKey;
  let other: TestKey;

  before(() => {
    home = new Home();
    key = rsaKey();
    other = rsaKey();
    home.write('.oci/key.pem', key.pem);
    home.write('.oci/other.pem', other.pem);
  });
  after(() => home.remove());

  const profile = (changes: Record<string, string | undefined> = {}, name = 'DEFAULT'): string => {
    const values: Record<string, string | undefined> = {
      user: 'ocid1.user.oc1..aaaaexample',
      tenancy: 'ocid1.tenancy.oc1..aaaaexample',
      fingerprint: key.fingerprint,
      key_file: '~/.oci/key.pem',
      region: 'us-chicago-1',
      ...changes,
    };
    const lines = Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]));
    return `[${name}]\n${lines.join('\n')}\n`;
  };
  const session = (changes: Record<string, string | undefined> = {}): string =>
    profile({ user: undefined, security_token_file: '~/.oci/token', ...changes }, 'SESSION');

  async function credentials(config: string): Promise<Credential[]> {
    return (await home.profiles(config, NOW)).map(({ credential }) => credential);
  }
  async function codes(config: string, at = 0): Promise<string[]> {
    return (await credentials(config))[at]?.problems.map(({ code }) => code) ?? ['no such profile'];
  }

  it('finds nothing wrong with a good profile', async () => {
    const [credential] = await credentials(profile());
    assert.deepEqual(credential?.problems, []);
    assert.equal(credential?.method, 'iam-api-key');
    assert.equal(credential?.reach.find(({ plane }) => plane === 'agent-runtime')?.verdict, 'discouraged');
  });

  const single: readonly (readonly [name: string, code: string, changes: Record<string, string | undefined>])[] = [
    ['no user', 'value-missing', { user: undefined }],
    ['an empty tenancy', 'value-missing', { tenancy: '' }],
    ['no region', 'region-missing', { region: undefined }],
    ['a mistyped region', 'region-unknown', { region: 'us-chicgo-1' }],
    ['a region that is none', 'region-unknown', { region: 'evil.example/' }],
    ['a short code', 'region-short-code', { region: 'ord' }],
    ['a region of another realm', 'region-in-other-realm', { region: 'us-gov-ashburn-1' }],
    ['a user that is no OCID', 'ocid-malformed', { user: 'me@example.com' }],
    ['the OCID of a compartment', 'ocid-swapped', { tenancy: 'ocid1.compartment.oc1..aaaaexample' }],
    ['an unknown authentication type', 'authentication-type-unknown', { authentication_type: 'resource' }],
    ['a missing key', 'key-missing', { key_file: '~/.oci/none.pem' }],
    ['a folder for a key', 'key-unreadable', { key_file: '~/.oci' }],
    ['a key on a network share', 'key-unreadable', { key_file: '//server/share/key.pem' }],
    ['a device', 'key-unreadable', { key_file: '/dev/zero' }],
    ['a pass phrase without need', 'passphrase-stored', { pass_phrase: 'needless' }],
    ['the fingerprint of another key', 'fingerprint-mismatch', { fingerprint: `${'00:'.repeat(15)}00` }],
  ];
  for (const [name, code, changes] of single) {
    it(`sees ${name}`, async () => assert.deepEqual(await codes(profile(changes)), [code]));
  }

  it('sees user and tenancy swapped', async () => {
    const changes = { user: 'ocid1.tenancy.oc1..aaaaexample', tenancy: 'ocid1.user.oc1..aaaaexample' };
    assert.deepEqual(await codes(profile(changes)), ['ocid-swapped']);
  });

  it('sees an upper-case fingerprint, and mends it', async () => {
    const [credential] = await credentials(profile({ fingerprint: key.fingerprint.toUpperCase() }));
    const [problem] = credential?.problems ?? [];
    assert.equal(problem?.code, 'fingerprint-malformed');
    assert.deepEqual(problem?.repair, {
      kind: 'set-key',
      profile: 'DEFAULT',
      key: 'fingerprint',
      value: key.fingerprint,
      was: key.fingerprint.toUpperCase(),
    });
  });

  it('sees relative paths and variables', async () => {
    assert.deepEqual(await codes(profile({ key_file: '.oci/key.pem' })), ['relative-path']);
    assert.deepEqual(
      await codes(profile({ key_file: '$HOME/.oci/key.pem' })),
      ['key-missing', 'relative-path'].reverse(),
    );
  });

  describe('keys', () => {
    const kinds: readonly (readonly [name: string, code: string, make: () => string])[] = [
      ['text', 'key-not-pem', () => 'no key'],
      ['nothing', 'key-not-pem', () => ''],
      [
        'a public key',
        'key-is-public',
        () => createPublicKey(key.key).export({ type: 'spki', format: 'pem' }).toString(),
      ],
      ['an ssh public key', 'key-is-public', () => 'ssh-rsa AAAAB3 me@here'],
      ['an OpenSSH key', 'key-is-openssh', () => frame('OPENSSH PRIVATE KEY', 'AAAA')],
      ['a certificate', 'key-is-certificate', () => frame('CERTIFICATE', 'AAAA')],
      ['a damaged key', 'key-damaged', () => frame('PRIVATE KEY', key.pem.slice(28, 200))],
      ['a short key', 'key-too-short', () => rsaKey(1024).pem],
      ['an elliptic key', 'key-not-rsa', () => ecKey()],
      ['an encrypted key', 'key-needs-passphrase', () => encrypted('pkcs8')],
      ['an encrypted key of old', 'key-needs-passphrase', () => encrypted('pkcs1')],
    ];
    for (const [name, code, make] of kinds) {
      it(`sees ${name}`, async () => {
        home.write('.oci/kind.pem', make());
        const found = await codes(profile({ key_file: '~/.oci/kind.pem' }));
        assert.ok(found.includes(code), found.join());
      });
    }

    for (const type of ['pkcs1', 'pkcs8'] as const) {
      it(`opens an encrypted ${type} key with its pass phrase only`, async () => {
        home.write('.oci/kind.pem', encrypted(type));
        const at = (pass_phrase: string): string => profile({ key_file: '~/.oci/kind.pem', pass_phrase });
        assert.deepEqual(await codes(at('right one')), []);
        assert.deepEqual(await codes(at('wrong one')), ['key-passphrase-wrong']);
        assert.deepEqual(await home.profiles(at('wrong one')).then(([held]) => held?.material()), undefined);
        const material = await home.profiles(at('right one')).then(([held]) => held?.material());
        assert.equal(material?.kind === 'signature' && material.privateKey, key.pem);
      });
    }

    it('sees a pass phrase that only Go reads', async () => {
      home.write('.oci/kind.pem', encrypted('pkcs8'));
      const at = (changes: Record<string, string>): string => profile({ key_file: '~/.oci/kind.pem', ...changes });
      const [credential] = await credentials(at({ passphrase: 'right one' }));
      assert.deepEqual(
        credential?.problems.map(({ code, rejectedBy, span }) => [code, rejectedBy, span?.line]),
        [['passphrase-for-go-only', ['python', 'typescript', 'java', 'dotnet'], 6]],
      );
      assert.deepEqual(await codes(at({ passphrase: 'right one', pass_phrase: 'right one' })), []);
      assert.deepEqual(await codes(at({ pass_phrase: '', passphrase: 'wrong one' })), ['key-passphrase-wrong']);
    });

    it('takes a PKCS#1 key with CRLF, a byte order mark and the label of OCI', async () => {
      const pem = key.key.export({ type: 'pkcs1', format: 'pem' }).toString();
      home.write('.oci/kind.pem', `\uFEFF${pem.replace(/\n/g, '\r\n')}OCI_API_KEY`);
      assert.deepEqual(await codes(profile({ key_file: '~/.oci/kind.pem' })), []);
    });

    it('sees a file larger than any key', async () => {
      home.write('.oci/kind.pem', key.pem + ' '.repeat(65_536));
      assert.deepEqual(await codes(profile({ key_file: '~/.oci/kind.pem' })), ['key-unreadable']);
    });

    it('sees permissions that are too open', async function () {
      if (process.platform === 'win32') this.skip();
      chmodSync(home.write('.oci/kind.pem', key.pem), 0o644);
      const [credential] = await credentials(profile({ key_file: '~/.oci/kind.pem' }));
      assert.deepEqual(
        credential?.problems.map(({ code, repair }) => [code, repair?.kind]),
        [['permissions-too-open', 'fix-permissions']],
      );
      chmodSync(home.path('.oci/kind.pem'), 0o600);
    });

    it('says of a mode that only the CLI minds what it is', async function () {
      if (process.platform === 'win32') this.skip();
      chmodSync(home.write('.oci/kind.pem', key.pem), 0o700);
      const [credential] = await credentials(profile({ key_file: '~/.oci/kind.pem' }));
      assert.deepEqual(
        credential?.problems.map(({ severity, message }) => [severity, message]),
        [['info', 'key_file has permissions 700: the CLI warns unless they are 600']],
      );
      chmodSync(home.path('.oci/kind.pem'), 0o600);
    });

    it('sees a key that git would publish', async () => {
      mkdirSync(home.path('repo/.git'), { recursive: true });
      home.write('repo/deep/key.pem', key.pem);
      const config = profile({ key_file: '~/repo/deep/key.pem' });
      assert.deepEqual(await codes(config), ['key-in-git']);
      home.write('repo/.gitignore', '*.pem\n');
      assert.deepEqual(await codes(config), []);
      home.write('repo/deep/.gitignore', '!key.pem\n');
      assert.deepEqual(await codes(config), ['key-in-git']);
    });

    it('sees a key that git holds, though its rules ignore it by now; the rule keeps the ends of lines', async () => {
      const file = home.write('tree/key.pem', key.pem);
      const git = (...args: string[]) => spawnSync('git', args, { cwd: home.path('tree') });
      git('init', '-q');
      git('add', 'key.pem');
      home.write('tree/.gitignore', '*.log\r\n');
      const config = profile({ key_file: '~/tree/key.pem' });
      assert.equal(await applyRepair({ kind: 'ignore-in-git', path: file }, undefined), true);
      assert.equal(readFileSync(home.path('tree/.gitignore'), 'utf8'), '*.log\r\n/key.pem\r\n');
      assert.deepEqual(await codes(config), ['key-in-git']);
      git('rm', '-q', '--cached', 'key.pem');
      assert.deepEqual(await codes(config), []);
    });

    const encrypted = (type: 'pkcs1' | 'pkcs8'): string =>
      key.key.export({ type, format: 'pem', cipher: 'aes-256-cbc', passphrase: 'right one' }).toString();
  });

  describe('sessions', () => {
    const withToken = (token: string): void => void home.write('.oci/token', token);

    it('is well while the token lives', async () => {
      withToken(tokenFor(key.key, NOW + 30 * MINUTE));
      const [credential] = await credentials(session());
      assert.deepEqual(credential?.problems, []);
      assert.equal(credential?.method, 'session-token');
      assert.equal(credential?.expiry, NOW + 30 * MINUTE);
    });

    it('sees a token that ends soon, and one that has ended', async () => {
      withToken(tokenFor(key.key, NOW + 5 * MINUTE));
      assert.deepEqual(await codes(session()), ['token-expiring']);
      withToken(tokenFor(key.key, NOW - 5 * MINUTE));
      const [credential] = await credentials(session());
      const [problem] = credential?.problems ?? [];
      assert.equal(problem?.message, 'the session expired 5 minutes ago');
      assert.deepEqual(problem?.repair, { kind: 'refresh-session', profile: 'SESSION', region: 'us-chicago-1' });
    });

    it('sees a token of another key', async () => {
      withToken(tokenFor(other.key, NOW + 30 * MINUTE));
      assert.deepEqual(await codes(session()), ['token-of-other-key']);
    });

    it('sees what is no token', async () => {
      for (const text of ['', 'abc', 'a.b.c', `x.${Buffer.from('[]').toString('base64url')}.z`]) {
        withToken(text);
        assert.deepEqual(await codes(session()), ['token-malformed']);
      }
    });

    it('sees a missing token', async () => {
      assert.deepEqual(await codes(session({ security_token_file: '~/.oci/none' })), ['token-missing']);
    });

    it('survives a token whose end is no date', async () => {
      const jwt = (payload: string): string => `x.${Buffer.from(payload).toString('base64url')}.z`;
      for (const exp of ['1e300', '-1e300', '1e400', '"soon"', 'null']) {
        withToken(jwt(`{"exp":${exp}}`));
        const found = await credentials(`${session()}${profile()}`);
        assert.deepEqual([found[0]?.expiry, found.length], [undefined, 2], exp);
      }
    });

    it('sees blanks and line ends around a token, and cuts them off', async () => {
      const token = tokenFor(key.key, NOW + 30 * MINUTE);
      withToken(`${token} `);
      assert.deepEqual(await codes(session()), ['token-with-blanks']);
      for (const text of [`${token}\n`, `\uFEFF${token}\r\n`, ` \n${token}`]) {
        withToken(text);
        const [credential] = await credentials(session());
        const [problem] = credential?.problems ?? [];
        assert.deepEqual(problem?.rejectedBy, ['python', 'typescript', 'go']);
        assert.equal(JSON.stringify(problem).includes(token), false);
        assert.ok(problem?.repair && (await applyRepair(problem.repair, undefined)));
        assert.equal(readFileSync(home.path('.oci/token'), 'utf8'), token);
        assert.deepEqual(await codes(session()), []);
      }
      withToken('no token \n');
      assert.equal(await applyRepair({ kind: 'trim-file', path: home.path('.oci/token') }, undefined), false);
      assert.equal(readFileSync(home.path('.oci/token'), 'utf8'), 'no token \n');
    });

    it('hands over a token without its line end', async () => {
      const token = tokenFor(key.key, Date.now() + 30 * MINUTE);
      withToken(`${token}\n`);
      const material = await home.profiles(session()).then(([held]) => held?.material());
      assert.equal(material?.kind === 'signature' && material.keyId, `ST$${token}`);
    });
  });

  describe('delegation', () => {
    const delegated = (delegation_token_file: string | undefined): string =>
      profile({
        user: undefined,
        fingerprint: undefined,
        key_file: undefined,
        authentication_type: 'instance_principal',
        delegation_token_file,
      });

    it('reads the token', async () => {
      const file = home.path('.oci/delegation');
      const states: readonly (readonly [text: string, codes: string[]])[] = [
        [`${tokenFor(key.key, NOW + 30 * MINUTE)}\n`, []],
        [tokenFor(key.key, NOW + MINUTE), ['token-expiring']],
        [tokenFor(key.key, NOW - MINUTE), ['token-expired']],
        ['nothing', ['token-malformed']],
      ];
      for (const [text, expected] of states) {
        home.write('.oci/delegation', text);
        assert.deepEqual(await codes(delegated(file)), expected);
      }
      home.write('.oci/delegation', tokenFor(key.key, NOW + 30 * MINUTE));
      assert.deepEqual(await codes(delegated('~/.oci/delegation')), ['token-path-not-expanded']);
      assert.deepEqual(await codes(delegated(home.path('none'))), ['token-missing']);
      assert.deepEqual(await codes(delegated(undefined)), ['value-missing']);
    });
  });

  it('says of an empty region that it is empty, at its line', async () => {
    const [, credential] = await credentials(`${profile()}[A]\nuser=ocid1.user.oc1..aaaab\nregion=\n`);
    const problem = credential?.problems.find(({ code }) => code === 'region-missing');
    assert.deepEqual([problem?.message.split(':')[0], problem?.span?.line], ['region is empty', 8]);
  });

  describe('inheritance', () => {
    before(() => void home.write('.oci/token', tokenFor(key.key, NOW + 30 * MINUTE)));

    it('sees a session that inherits a user', async () => {
      assert.deepEqual(await codes(profile() + session(), 1), ['user-inherited-by-session', 'not-inherited-by-go']);
    });

    it('sees a profile that inherits a token', async () => {
      const config = `[DEFAULT]\nsecurity_token_file=~/.oci/token\n${profile({}, 'A')}`;
      assert.deepEqual(await codes(config, 1), ['token-inherited']);
    });

    it('sees half an identity and an inherited pass phrase', async () => {
      const config = `${profile({ pass_phrase: 'needless' })}[A]\nkey_file=~/.oci/other.pem\n`;
      const found = await codes(config, 1);
      for (const code of [
        'fingerprint-mismatch',
        'identity-inherited',
        'passphrase-inherited',
        'not-inherited-by-go',
      ]) {
        assert.ok(found.includes(code), code);
      }
    });

    it('sees the same identity twice', async () => {
      assert.deepEqual(await codes(profile({}, 'A') + profile({}, 'B'), 1), ['duplicate-identity']);
    });
  });

  it('tells no secret, whatever is wrong', async () => {
    const secret = 'throwaway pass phrase';
    const token = tokenFor(other.key, NOW - MINUTE);
    home.write('.oci/token', token);
    const config = `${profile({ pass_phrase: secret })}${session({ pass_phrase: secret })}`;
    const said = JSON.stringify(await credentials(config));
    for (const word of [secret, token, key.pem.split('\n')[2] ?? '']) assert.equal(said.includes(word), false);
  });
});

const frame = (label: string, body: string): string => `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----\n`;

const ecKey = (): string =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
