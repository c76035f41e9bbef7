import assert from 'node:assert/strict';
import { chmodSync } from 'node:fs';
import { afterEach, before, beforeEach, describe, it } from 'mocha';
import { type Inventory, standardSources, takeInventory } from '../../../src/machine/inventory';
import { Home, rsaKey, type TestKey, tokenFor } from './home';

const NOW = Date.UTC(2026, 0, 15);
const MINUTE = 60_000;

describe('identities of the environment', () => {
  let home: Home;
  let key: TestKey;
  let other: TestKey;
  before(() => {
    key = rsaKey();
    other = rsaKey();
  });
  beforeEach(() => {
    home = new Home();
    home.write('.oci/key.pem', key.pem);
  });
  afterEach(() => home.remove());

  const look = (environment: Record<string, string>): Promise<Inventory> => {
    home.environment = environment;
    return takeInventory(standardSources(), home.machine, NOW);
  };
  /** What comes from variables: `label method codes`. */
  const found = async (environment: Record<string, string>): Promise<string[]> =>
    (await look(environment)).held
      .filter(({ credential }) => credential.source !== 'config')
      .map(({ credential: { label, method, problems } }) =>
        [label, method, ...problems.map(({ code }) => code)].join(' '),
      );

  const profile = (name: string, extra = ''): string =>
    `[${name}]\nuser=ocid1.user.oc1..aaaa\ntenancy=ocid1.tenancy.oc1..aaaa\nfingerprint=${key.fingerprint}\nkey_file=~/.oci/key.pem\nregion=us-chicago-1\n${extra}`;

  describe('the CLI', () => {
    it('lays its variables over the profile that it takes', async () => {
      home.write('.oci/config', profile('DEFAULT') + profile('TEAM', 'security_token_file=~/.oci/token\n'));
      const inventory = await look({ OCI_CLI_USER: 'ocid1.user.oc1..bbbb' });
      const one = inventory.held.find(({ credential }) => credential.source === 'environment')?.credential;
      assert.deepEqual([one?.problems, one?.user, one?.region], [[], 'ocid1.user.oc1..bbbb', 'us-chicago-1']);
      assert.deepEqual(await found({ OCI_CLI_KEY_FILE: '~/none.pem', OCI_CLI_PROFILE: 'TEAM' }), [
        'OCI_CLI_* variables iam-api-key key-missing',
      ]);
      assert.deepEqual(await found({ OCI_CLI_REGION: 'us-ashburn-1' }), []);
    });

    it('stands alone without a configuration file', async () => {
      assert.deepEqual(await found({ OCI_CLI_USER: 'ocid1.user.oc1..bbbb', OCI_CLI_REGION: 'us-chicago-1' }), [
        'OCI_CLI_* variables iam-api-key value-missing value-missing value-missing',
      ]);
    });

    it('wants the profile that somebody names', async () => {
      home.write('.oci/config', profile('DEFAULT'));
      const told = async (environment: Record<string, string>): Promise<string[]> =>
        (await look(environment)).places.flatMap(({ problems }) => problems.map(({ code }) => code));
      assert.deepEqual(await told({ OCI_CLI_PROFILE: 'NONE' }), ['profile-not-found']);
      assert.deepEqual(await told({ OCI_CLI_PROFILE: 'DEFAULT' }), []);
      // These need no profile.
      const alone = {
        OCI_CLI_USER: 'ocid1.user.oc1..bbbb',
        OCI_CLI_TENANCY: 'ocid1.tenancy.oc1..bbbb',
        OCI_CLI_FINGERPRINT: 'aa',
        OCI_CLI_KEY_FILE: '~/key.pem',
      };
      assert.deepEqual(await told({ OCI_CLI_PROFILE: 'NONE', ...alone, OCI_CLI_REGION: 'us-chicago-1' }), []);
      assert.deepEqual(await told({ OCI_CLI_PROFILE: 'NONE', ...alone }), ['profile-not-found']);
      assert.deepEqual(await told({ OCI_CLI_PROFILE: 'NONE', OCI_CLI_AUTH: 'instance_principal' }), []);
      home.write('.oci/oci_cli_rc', '[OCI_CLI_SETTINGS]\ndefault_profile=GONE\n');
      assert.deepEqual(await told({}), ['profile-not-found']);
      home.write('cli', profile('GONE'));
      assert.deepEqual(await told({ OCI_CLI_CONFIG_FILE: '~/cli' }), ['config-ignored', 'config-ignored']);
      assert.equal((await look({ OCI_CLI_PROFILE: 'NONE' })).places.length, 1);
    });

    it('acts as a principal when it is told to', async () => {
      assert.deepEqual(await found({ OCI_CLI_AUTH: 'instance_principal' }), [
        'OCI_CLI_AUTH=instance_principal instance-principal',
      ]);
      assert.deepEqual(await found({ OCI_CLI_AUTH: 'resource_principal' }), [
        'OCI_CLI_AUTH=resource_principal resource-principal principal-not-here',
      ]);
      assert.deepEqual(await found({ OCI_CLI_AUTH: 'oke_workload_identity' }), [
        'OCI_CLI_AUTH=oke_workload_identity oke-workload-identity principal-not-here',
      ]);
      assert.deepEqual(await found({ OCI_CLI_AUTH: 'oke_workload_identity', KUBERNETES_SERVICE_HOST: '10.0.0.1' }), [
        'OKE workload identity oke-workload-identity',
      ]);
    });

    it('ends at a way to sign in that it does not know', async () => {
      const told = async (auth: string): Promise<string | undefined> => {
        const { held, cli } = await look({ OCI_CLI_AUTH: auth, OCI_CLI_USER: 'ocid1.user.oc1..bbbb' });
        assert.equal(
          cli.auth,
          ['api_key', 'pkcs11'].find((known) => known === auth),
        );
        const [one, ...others] = held.filter(({ credential }) => credential.source === 'environment');
        assert.deepEqual(others, []);
        const [problem] = one?.credential.problems.filter(({ code }) => code === 'cli-auth-unknown') ?? [];
        if (problem) assert.equal(await one?.material(), undefined);
        return problem?.message;
      };
      const stop = 'so every command of the CLI ends there';
      const unknown = `OCI_CLI_AUTH has a value that the CLI does not know, ${stop}`;
      assert.equal(await told('Instance-Principal'), `${unknown}: did you mean instance_principal?`);
      assert.match((await told('hunter2')) ?? '', /it takes api_key, security_token, .*, pkcs11$/);
      assert.match((await told('')) ?? '', /is set to nothing/);
      assert.equal((await told('hunter2'))?.includes('hunter2'), false);
      for (const auth of ['api_key', 'pkcs11']) assert.equal(await told(auth), undefined, auth);
    });

    it('acts for a user with a delegation token', async () => {
      const auth = { OCI_CLI_AUTH: 'instance_obo_user' };
      assert.deepEqual(await found(auth), ['OCI_CLI_* variables delegation-token value-missing']);
      const file = home.write('delegation', tokenFor(key.key, NOW + 30 * MINUTE));
      const environment = { ...auth, OCI_CLI_DELEGATION_TOKEN_FILE: file };
      assert.deepEqual(await found(environment), ['OCI_CLI_* variables delegation-token']);
      assert.ok((await look(environment)).files.includes(file));
      home.write('delegation', tokenFor(key.key, NOW - MINUTE));
      assert.deepEqual(await found(environment), ['OCI_CLI_* variables delegation-token token-expired']);
    });

    it('wants a token for a session', async () => {
      home.write('.oci/config', profile('DEFAULT'));
      const auth = { OCI_CLI_AUTH: 'security_token' };
      assert.deepEqual(await found(auth), ['OCI_CLI_* variables session-token value-missing']);
      const file = home.write('token', tokenFor(key.key, NOW + 30 * MINUTE));
      assert.deepEqual(await found({ ...auth, OCI_CLI_SECURITY_TOKEN_FILE: file }), [
        'OCI_CLI_* variables session-token',
      ]);
      home.write('.oci/config', profile('DEFAULT', `security_token_file=${file}\n`));
      assert.deepEqual(await found(auth), []);
    });

    it('keeps the repair of a file that a variable names', async function () {
      if (process.platform === 'win32') this.skip();
      chmodSync(home.path('.oci/key.pem'), 0o644);
      home.write('.oci/config', profile('DEFAULT'));
      const { held } = await look({ OCI_CLI_KEY_FILE: '~/.oci/key.pem' });
      const problems = held.at(-1)?.credential.problems ?? [];
      assert.deepEqual(
        problems.map(({ repair, span }) => [repair, span]),
        [[{ kind: 'fix-permissions', path: home.path('.oci/key.pem') }, undefined]],
      );
    });
  });

  describe('a resource principal', () => {
    const principal = (changes: Record<string, string> = {}): Record<string, string> => ({
      OCI_RESOURCE_PRINCIPAL_VERSION: '2.2',
      OCI_RESOURCE_PRINCIPAL_RPST: tokenFor(key.key, NOW + 30 * MINUTE),
      OCI_RESOURCE_PRINCIPAL_PRIVATE_PEM: key.pem,
      OCI_RESOURCE_PRINCIPAL_REGION: 'us-chicago-1',
      ...changes,
    });
    const codes = async (changes: Record<string, string>): Promise<string> =>
      (await found(principal(changes)))[0]?.replace('Resource principal resource-principal', '').trim() ?? 'none';

    it('is well, with values and with files', async () => {
      assert.equal(await codes({}), '');
      const files = [home.write('rpst', tokenFor(key.key, NOW + 30 * MINUTE)), home.write('pem', key.pem)];
      const [token = '', pem = ''] = files;
      const changes = { OCI_RESOURCE_PRINCIPAL_RPST: token, OCI_RESOURCE_PRINCIPAL_PRIVATE_PEM: pem };
      assert.equal(await codes({ ...changes, OCI_RESOURCE_PRINCIPAL_REGION: 'ord' }), '');
      const watched = (await look(principal(changes))).files;
      assert.ok(files.every((file) => watched.includes(file)));
    });

    const wrong: readonly (readonly [name: string, codes: string, changes: () => Record<string, string>])[] = [
      ['no key', 'resource-principal-incomplete', () => ({ OCI_RESOURCE_PRINCIPAL_PRIVATE_PEM: '' })],
      ['a key that is none', 'key-not-pem', () => ({ OCI_RESOURCE_PRINCIPAL_PRIVATE_PEM: 'abc' })],
      ['a key file that is gone', 'key-missing', () => ({ OCI_RESOURCE_PRINCIPAL_PRIVATE_PEM: home.path('none') })],
      ['a device', 'key-unreadable', () => ({ OCI_RESOURCE_PRINCIPAL_PRIVATE_PEM: '/dev/zero' })],
      ['another key', 'token-of-other-key', () => ({ OCI_RESOURCE_PRINCIPAL_PRIVATE_PEM: other.pem })],
      ['a mistyped region', 'region-unknown', () => ({ OCI_RESOURCE_PRINCIPAL_REGION: 'us-chicgo-1' })],
      ['a version of Python and Java', 'resource-principal-version', () => ({ OCI_RESOURCE_PRINCIPAL_VERSION: '2.1' })],
      ['no version at all', 'resource-principal-version', () => ({ OCI_RESOURCE_PRINCIPAL_VERSION: '9' })],
      [
        'a token that has ended',
        'token-expired',
        () => ({ OCI_RESOURCE_PRINCIPAL_RPST: tokenFor(key.key, NOW - MINUTE) }),
      ],
      [
        'a line end behind the token',
        'token-with-blanks',
        () => ({ OCI_RESOURCE_PRINCIPAL_RPST: home.write('rpst', `${tokenFor(key.key, NOW + MINUTE)}\n`) }),
      ],
    ];
    for (const [name, expected, changes] of wrong) {
      it(`sees ${name}`, async () => assert.equal(await codes(changes()), expected));
    }

    it('says who supports its version', async () => {
      const rejected = async (version: string): Promise<readonly string[] | undefined> =>
        (await look(principal({ OCI_RESOURCE_PRINCIPAL_VERSION: version }))).held[0]?.credential.problems[0]
          ?.rejectedBy;
      assert.deepEqual(await rejected('1.1'), ['typescript', 'dotnet']);
      assert.deepEqual(await rejected('2.1.2'), ['typescript', 'go', 'dotnet']);
      assert.equal((await rejected('9'))?.length, 5);
    });

    it('opens an encrypted key with its pass phrase only', async () => {
      const cipher = { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'right one' } as const;
      const pem = key.key.export(cipher).toString();
      const at = (words: string): Promise<string> =>
        codes({ OCI_RESOURCE_PRINCIPAL_PRIVATE_PEM: pem, OCI_RESOURCE_PRINCIPAL_PRIVATE_PEM_PASSPHRASE: words });
      assert.deepEqual(
        [await at('right one'), await at('wrong one'), await at('')],
        ['', 'key-passphrase-wrong', 'key-needs-passphrase'],
      );
    });
  });
});
