import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs, { chmodSync, symlinkSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { KeyReader } from '../../../src/credentials/key';
import { configLocations } from '../../../src/machine/config-location';
import { readCredentialFile } from '../../../src/machine/credential-file';
import { FileWatch } from '../../../src/machine/file-watch';
import { standardSources, takeInventory } from '../../../src/machine/inventory';
import { FewKeys, generateSigningKey, NodeKeys } from '../../../src/machine/key-reader';
import { DotenvFiles, StoredKeys } from '../../../src/machine/sources/genai-keys';
import { Home, rsaKey, tokenFor } from './home';

const SECRET = `sk-${'example0'.repeat(6)}`;
const HOST = 'https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1';

describe('sources of credentials', () => {
  let home: Home;
  beforeEach(() => {
    home = new Home();
  });
  afterEach(() => home.remove());

  const found = async (): Promise<[string, string, string[]][]> => {
    const { held } = await takeInventory(standardSources(), home.machine);
    return held.map(({ credential }) => [
      credential.label,
      credential.method,
      credential.problems.map(({ code }) => code),
    ]);
  };

  it('finds nothing in an empty home, and in none', async () => {
    assert.deepEqual(await found(), []);
    const machine = { ...home.machine, home: '' };
    assert.deepEqual((await takeInventory(standardSources(), machine)).held, []);
  });

  describe('where configuration lies', () => {
    const reasons = async (): Promise<string[]> =>
      (await configLocations(home.machine)).map(({ reason, note }) => `${reason}${note ? '!' : ''}`);

    it('prefers the standard file, as every SDK does', async () => {
      home.environment = { OCI_CONFIG_FILE: '~/elsewhere' };
      assert.deepEqual(await reasons(), ['default', 'OCI_CONFIG_FILE']);
      home.write('.oci/config', '');
      assert.deepEqual(await reasons(), ['default', 'OCI_CONFIG_FILE!']);
    });

    it('falls back to the file of old times', async () => {
      assert.deepEqual(await reasons(), ['default', 'fallback']);
    });

    it('knows the CLI’s own', async () => {
      home.environment = { OCI_CLI_CONFIG_FILE: '~/cli' };
      assert.deepEqual(await reasons(), ['default', 'OCI_CLI_CONFIG_FILE!', 'fallback']);
    });

    it('says which file the CLI does not read', async () => {
      home.environment = { OCI_CLI_CONFIG_FILE: '~/cli' };
      home.write('.oci/config', '');
      assert.deepEqual(await reasons(), ['default!', 'OCI_CLI_CONFIG_FILE!']);
      home.environment = { OCI_CLI_CONFIG_FILE: '~/.oci/config' };
      assert.deepEqual(await reasons(), ['default']);
    });

    it('knows a file by all its names', async function () {
      if (process.platform === 'win32') this.skip();
      home.write('.oci/config', '');
      symlinkSync(home.path('.oci/config'), home.path('other-name'));
      home.environment = { OCI_CLI_CONFIG_FILE: '~/other-name' };
      assert.deepEqual(await reasons(), ['default']);
    });

    it('tells of a file that was asked for and is not there', async () => {
      home.environment = { OCI_CONFIG_FILE: '~/elsewhere' };
      const { places } = await takeInventory(standardSources(), home.machine);
      assert.deepEqual(
        places.map(({ label, problems }) => [label, problems[0]?.code]),
        [['~/elsewhere', 'config-missing']],
      );
    });
  });

  describe('places', () => {
    const told = async (): Promise<string[]> =>
      (await takeInventory(standardSources(), home.machine)).places.flatMap(({ problems }) =>
        problems.map(({ code, severity, span }) => `${severity} ${code}${span ? `:${span.line + 1}` : ''}`),
      );
    const written = (bytes: Buffer): void => writeFileSync(home.write('.oci/config', ''), bytes);

    it('tells the encoding of a file, and lists its profiles all the same', async () => {
      for (const encoding of ['utf16le', 'latin1'] as const) {
        written(Buffer.from(`${encoding === 'latin1' ? '# caf\xe9\n' : '\uFEFF'}[A]\nregion=us-chicago-1\n`, encoding));
        assert.deepEqual(await told(), encoding === 'latin1' ? ['warning not-utf-8:1'] : ['error utf-16:1']);
        assert.deepEqual(
          (await found()).map(([label]) => label),
          ['A'],
          encoding,
        );
      }
      written(Buffer.from([0, 1, 2, 0xff]));
      assert.deepEqual(await told(), ['error config-unreadable']);
    });

    it('says that a link leads in a circle', async function () {
      if (process.platform === 'win32') this.skip();
      home.write('.oci/other', '');
      symlinkSync(home.path('loop'), home.path('.oci/config'));
      symlinkSync(home.path('.oci/config'), home.path('loop'));
      const { places } = await takeInventory(standardSources(), home.machine);
      assert.match(
        places[0]?.problems[0]?.message ?? '',
        /^~\/\.oci\/config is a symbolic link that leads back to itself$/,
      );
    });

    it('sees an open configuration file, the more so with a pass phrase in it', async function () {
      if (process.platform === 'win32') this.skip();
      chmodSync(home.write('.oci/config', '[A]\nregion=us-chicago-1\n'), 0o644);
      assert.deepEqual(await told(), ['info permissions-too-open']);
      home.write('.oci/config', '[A]\nregion=us-chicago-1\npass_phrase=x\n');
      assert.deepEqual(await told(), ['warning permissions-too-open']);
      chmodSync(home.path('.oci/config'), 0o600);
      assert.deepEqual(await told(), []);
    });

    it('minds no file that is gone and that nobody would read', async () => {
      home.write('.oci/config', '[A]\nregion=us-chicago-1\n');
      home.environment = { OCI_CONFIG_FILE: '~/elsewhere' };
      assert.deepEqual(await told(), ['info config-missing']);
    });
  });

  it('compares identities across files', async () => {
    const values = 'user=ocid1.user.oc1..a\ntenancy=ocid1.tenancy.oc1..a\nfingerprint=f\nregion=us-chicago-1\n';
    home.write('.oci/config', `[A]\n${values}`);
    home.write('cli', `[B]\n${values}`);
    home.environment = { OCI_CLI_CONFIG_FILE: '~/cli' };
    const { held } = await takeInventory(standardSources(), home.machine);
    const twins = held
      .flatMap(({ credential }) => credential.problems)
      .filter(({ code }) => code === 'duplicate-identity');
    assert.deepEqual(
      twins.map(({ profile, message }) => [profile, message]),
      [['B', 'the same user, key and region as [A] in ~/.oci/config']],
    );
  });

  it('lists every profile before all keys are parsed', async () => {
    const names = ['A', 'B', 'C'];
    for (const name of names) home.write(`${name}.pem`, rsaKey().pem);
    const wrong = Array(16).fill('00').join(':');
    home.write(
      '.oci/config',
      names.map((name) => `[${name}]\nkey_file=~/${name}.pem\nfingerprint=${wrong}\n`).join(''),
    );
    const parsed = new NodeKeys();
    const keys = new FewKeys(parsed, 1);
    const mismatches = async (reader: KeyReader): Promise<string[]> =>
      (await takeInventory(standardSources(), home.machine, Date.now(), reader)).held
        .filter(({ credential }) => credential.problems.some(({ code }) => code === 'fingerprint-mismatch'))
        .map(({ credential }) => credential.label);
    assert.equal((await mismatches(keys)).length, 1);
    assert.equal(keys.left, 2);
    assert.deepEqual(await mismatches(parsed), names);
    const again = new FewKeys(parsed, 0);
    assert.deepEqual([await mismatches(again), again.left], [names, 0]);
  });

  it('neither watches nor asks for what it never opens', async () => {
    const shares = ['//evil/share/key.pem', '\\\\evil\\share\\token', '/dev/shm/token'];
    const [key, token, device] = shares;
    home.write('.oci/config', `[A]\nkey_file=${key}\nsecurity_token_file=${device}\n`);
    home.environment = { OCI_CLI_KEY_FILE: key ?? '', OCI_CLI_CONFIG_FILE: token ?? '', OCI_CLI_RC_FILE: '//evil/rc' };
    const { files } = await takeInventory(standardSources(), home.machine);
    assert.deepEqual(files, [home.path('.oci/config')]);
    const asked: string[] = [];
    const { existsSync } = fs;
    fs.existsSync = (file) => {
      asked.push(String(file));
      return existsSync(file);
    };
    syncBuiltinESMExports();
    const watch = new FileWatch(() => undefined);
    watch.follow(shares);
    watch.close();
    fs.existsSync = existsSync;
    syncBuiltinESMExports();
    assert.deepEqual(asked, []);
  });

  it('loses no profile when one cannot be checked', async () => {
    home.write('.oci/key.pem', rsaKey().pem);
    home.write('.oci/config', '[A]\nkey_file=~/.oci/key.pem\n[B]\nregion=us-chicago-1\n');
    const broken = {
      read: () => {
        throw new Error('out of order');
      },
    };
    const { held } = await takeInventory(standardSources(), home.machine, Date.now(), broken);
    assert.deepEqual(
      held.map(({ credential }) => [credential.label, credential.problems[0]?.code]),
      [
        ['A', 'not-checked'],
        ['B', 'value-missing'],
      ],
    );
  });

  it('knows the profile that the CLI takes: a variable before its own settings file', async () => {
    const cli = async (): Promise<string | undefined> =>
      (await takeInventory(standardSources(), home.machine)).cli.profile;
    assert.equal(await cli(), undefined);
    const file = home.write('.oci/oci_cli_rc', '[OCI_CLI_SETTINGS]\ndefault_profile=TEAM\n');
    assert.equal(await cli(), 'TEAM');
    assert.ok((await takeInventory(standardSources(), home.machine)).files.includes(file));
    home.write('elsewhere', '[OCI_CLI_SETTINGS]\ndefault_profile = OTHER\n');
    home.environment = { OCI_CLI_RC_FILE: '~/elsewhere' };
    assert.equal(await cli(), 'OTHER');
    home.environment = { OCI_CLI_RC_FILE: '~/elsewhere', OCI_CLI_PROFILE: 'MINE' };
    assert.equal(await cli(), 'MINE');
  });

  it('keeps every profile of two hundred, in order', async () => {
    const names = Array.from({ length: 200 }, (_, index) => `P${index}`);
    home.write('.oci/config', names.map((name) => `[${name}]\nregion=us-chicago-1\n`).join(''));
    assert.deepEqual(
      (await found()).map(([label]) => label),
      names,
    );
  });

  it('reads an identity from the CLI’s variables', async () => {
    const key = rsaKey();
    home.environment = {
      OCI_CLI_USER: 'ocid1.user.oc1..aaaa',
      OCI_CLI_TENANCY: 'ocid1.tenancy.oc1..aaaa',
      OCI_CLI_FINGERPRINT: key.fingerprint,
      OCI_CLI_KEY_CONTENT: key.pem,
      OCI_CLI_REGION: 'us-chicago-1',
    };
    assert.deepEqual(await found(), [['OCI_CLI_* variables', 'iam-api-key', []]]);
    const [held] = (await takeInventory(standardSources(), home.machine)).held;
    const material = await held?.material();
    assert.ok(material?.kind === 'signature' && material.privateKey === key.pem);
    home.environment = { OCI_CLI_REGION: 'us-chicago-1', OCI_CLI_PROFILE: 'A' };
    assert.deepEqual(await found(), []);
  });

  it('reads Terraform’s variables', async () => {
    home.environment = { TF_VAR_user_ocid: 'ocid1.user.oc1..aaaa', TF_VAR_private_key_path: '~/none.pem' };
    const [[label, method, codes] = ['', '', []]] = await found();
    assert.deepEqual([label, method], ['TF_VAR_* variables', 'iam-api-key']);
    assert.ok(codes.includes('key-missing'));
  });

  it('reads a resource principal', async () => {
    const key = rsaKey();
    home.environment = {
      OCI_RESOURCE_PRINCIPAL_VERSION: '2.2',
      OCI_RESOURCE_PRINCIPAL_RPST: tokenFor(key.key, Date.now() + 60_000, { res_tenant: 't' }),
      OCI_RESOURCE_PRINCIPAL_PRIVATE_PEM: key.pem,
      OCI_RESOURCE_PRINCIPAL_REGION: 'us-chicago-1',
    };
    assert.deepEqual(await found(), [['Resource principal', 'resource-principal', []]]);
    home.environment['OCI_RESOURCE_PRINCIPAL_RPST'] = home.path('none');
    delete home.environment['OCI_RESOURCE_PRINCIPAL_REGION'];
    assert.deepEqual((await found())[0]?.[2], ['resource-principal-incomplete', 'token-missing']);
  });

  it('takes a key for OCI’s only where something says so', async () => {
    home.environment = { OPENAI_API_KEY: SECRET };
    assert.deepEqual(await found(), []);
    home.environment['OPENAI_BASE_URL'] = HOST;
    assert.deepEqual(await found(), [['OPENAI_API_KEY', 'genai-api-key', []]]);
    home.environment = { OCI_GENAI_API_KEY: 'ocid1.generativeaiapikey.oc1.us-chicago-1.aaaa' };
    assert.deepEqual((await found())[0]?.[2], ['genai-key-is-ocid', 'genai-key-region-missing']);
  });

  it('reads .env files', async () => {
    const file = home.write(
      'app/.env',
      `# keys\nexport OCI_GENAI_API_KEY="${SECRET}"\nOPENAI_BASE_URL=${HOST} # host\n`,
    );
    const { held } = await takeInventory([new DotenvFiles([file])], home.machine);
    const [one] = held;
    assert.equal(one?.credential.region, 'us-chicago-1');
    assert.deepEqual(one?.credential.location, { file, line: 1 });
    assert.deepEqual(await one?.material(), { kind: 'bearer', secret: SECRET, region: 'us-chicago-1' });
    assert.equal(JSON.stringify(one?.credential).includes(SECRET), false);
  });

  it('lists keys of a vault with their state', async () => {
    const now = Date.UTC(2026, 0, 15);
    const keys = [
      { name: 'good', region: 'us-chicago-1' },
      { name: 'revoked', region: 'us-chicago-1', state: 'REVOKED' as const },
      { name: 'old', region: 'us-chicago-1', expires: now - 1 },
      { name: 'aging', region: 'us-chicago-1', expires: now + 86_400_000 },
    ];
    const vault = { list: async () => keys, secret: async () => SECRET };
    const locked = { ...vault, secret: () => Promise.reject(new Error('locked')) };
    const shut = (await takeInventory([new StoredKeys(locked)], home.machine, now)).held[0];
    assert.equal(shut?.credential.problems[0]?.code, 'not-checked');
    assert.equal(await shut?.material(), undefined);
    const { held } = await takeInventory([new StoredKeys(vault)], home.machine, now);
    assert.deepEqual(
      held.map(({ credential }) => credential.problems.map(({ code }) => code)),
      [[], ['genai-key-not-active'], ['genai-key-expired'], ['genai-key-expiring']],
    );
  });

  describe('files', () => {
    it('never waits for a pipe and never opens a device', async function () {
      if (process.platform === 'win32') this.skip();
      execFileSync('mkfifo', [home.path('pipe')]);
      symlinkSync('/dev/zero', home.path('zero'));
      assert.equal((await readCredentialFile(home.path('pipe'))).state, 'not-a-file');
      assert.equal((await readCredentialFile(home.path('zero'))).state, 'refused');
      for (const file of ['/dev/zero', '/proc/self/environ', '//server/x', '\\\\server\\x', '\\\\.\\pipe\\x', 'a\0b']) {
        assert.equal((await readCredentialFile(file)).state, 'refused', file);
      }
    });
  });

  it('makes keys that its own checks find good', () => {
    const { privatePem, fingerprint } = generateSigningKey();
    const reading = new NodeKeys().read(privatePem, undefined);
    assert.ok(
      reading && 'facts' in reading && reading.facts.fingerprint === fingerprint && reading.facts.bits === 2048,
    );
  });
});
