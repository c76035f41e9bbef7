import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { Command } from 'commander';
import { after, afterEach, before, describe, it } from 'mocha';
import { register } from '../../../src/cli/creds';
import { inventoryAsJson } from '../../../src/cli/creds-json';
import { testedAsJson, testedAsText } from '../../../src/cli/creds-test-report';
import { inventoryAsText } from '../../../src/cli/creds-text';
import { standardSources, takeInventory } from '../../../src/machine/inventory';
import { LocalOci } from '../../oci/server/local-oci';
import { createWorld, type World } from '../../oci/server/world';
import { Home } from '../machine/home';

interface Ran {
  readonly code: unknown;
  readonly out: string;
}

describe('principled creds', () => {
  let home: Home;
  let world: World;
  let oci: LocalOci;

  // Keys and certificates are made for each run.
  before(async function () {
    this.timeout(30_000);
    home = new Home();
    world = await createWorld();
    oci = await LocalOci.start(world);
    home.write('key.pem', world.users[0]?.keys.privatePem ?? '');
  });
  afterEach(() => {
    process.exitCode = undefined;
  });
  after(async () => {
    await oci.close();
    home.remove();
  });

  const profile = (changes: Record<string, string> = {}): string => {
    const [user] = world.users;
    const values = {
      user: user?.ocid,
      tenancy: world.tenancy,
      fingerprint: user?.fingerprint,
      key_file: home.path('key.pem'),
      region: world.region,
      ...changes,
    };
    return Object.entries(values)
      .map(([key, value]) => `${key}=${value}\n`)
      .join('');
  };

  const run = (config: string, ...words: readonly string[]): Promise<Ran> =>
    runOn(home.write('config', config), ...words);

  async function runOn(file: string, ...words: readonly string[]): Promise<Ran> {
    process.exitCode = undefined;
    const program = new Command().exitOverride();
    register(program);
    const { write } = process.stdout;
    let out = '';
    process.stdout.write = ((text: string) => {
      out += text;
      return true;
    }) as typeof write;
    try {
      await program.parseAsync(['node', 'principled', 'creds', ...words, '--config', file]);
    } finally {
      process.stdout.write = write;
    }
    return { code: process.exitCode, out };
  }

  it('lists every profile of a broken file with method, problems and reach', async () => {
    const config = `[A]\n${profile()}junk\n[B]\nsecurity_token_file=none\n[__proto__]\nregion=x\n`;
    const { code, out } = await run(config, 'list', '--format', 'json');
    const report = JSON.parse(out);
    assert.equal(code, 0);
    assert.deepEqual(
      report.profiles.map((one: { profile: string; method: string }) => [one.profile, one.method]),
      [
        ['A', 'iam-api-key'],
        ['B', 'session-token'],
        ['__proto__', 'iam-api-key'],
      ],
    );
    const [a, b] = report.profiles;
    const [junk] = a.problems;
    assert.deepEqual([junk.code, junk.line, junk.rejectedBy.length], ['bad-line', 7, 4]);
    assert.equal(b.reach['agent-runtime'].verdict, 'works');
    assert.ok(b.problems.some((problem: { code: string }) => problem.code === 'token-missing'));
  });

  it('repeats no OCI_CLI_AUTH that the CLI does not know, and calls it no credential', async () => {
    const elsewhere = new Home();
    elsewhere.environment = { OCI_CLI_AUTH: 'hunter2' };
    const inventory = await takeInventory(standardSources(), elsewhere.machine);
    elsewhere.remove();
    const text = inventoryAsText(inventory, { colour: false, details: true, now: Date.now() });
    assert.match(text, /✖ OCI_CLI_AUTH\n/);
    const tested = inventory.held.map((held) => ({ held, report: undefined }));
    for (const said of [text, inventoryAsJson(inventory), testedAsText(tested, false), testedAsJson(tested)]) {
      assert.doesNotMatch(said, /hunter2|API signing key/);
    }
  });

  it('checks: healthy, unhealthy, and not there', async () => {
    assert.equal((await run(`[A]\n${profile()}`, 'check')).code, 0);
    const bad = await run(`[A]\n${profile({ region: 'us-chicgo-1' })}`, 'check');
    assert.equal(bad.code, 1);
    assert.match(bad.out, /did you mean us-chicago-1/);
    process.exitCode = undefined;
    const program = new Command();
    register(program);
    const { write } = process.stdout;
    process.stdout.write = (() => true) as typeof write;
    await program.parseAsync(['node', 'principled', 'creds', 'check', '--config', home.path('none')]);
    process.stdout.write = write;
    assert.equal(process.exitCode, 2);
  });

  it('says where each problem stands', async () => {
    const { out } = await run(`[A]\n${profile({ region: 'us-chicgo-1' })}junk\n`, 'check');
    assert.match(out, /did you mean us-chicago-1\? region-unknown \(\S+config:6\)/);
    assert.match(out, /bad-line \(\S+config:7\)/);
  });

  it('calls nothing healthy that it could not read', async () => {
    home.write('folder/x', '');
    for (const [file, code] of [
      [home.path('folder'), 1],
      [home.path('none'), 2],
    ] as const) {
      for (const word of ['list', 'check', 'test']) {
        const ran = await runOn(file, word);
        assert.equal(ran.code, code, word);
        assert.match(
          ran.out,
          /✖ \S+ (?:is not a regular file|does not exist)[\s\S]*0 credentials, 1 file with problems/,
        );
      }
    }
    const empty = await run('# nothing yet\n', 'check');
    assert.equal(empty.code, 0);
    assert.doesNotMatch(empty.out, /healthy/);
  });

  it('lists what an absurd token belongs to', async () => {
    const payload = Buffer.from('{"exp":1e300}').toString('base64url');
    const file = home.write('token', `x.${payload}.z`);
    const config = `[A]\n${profile()}[B]\n${profile({ security_token_file: file })}`;
    for (const format of ['json', 'text']) {
      const { code, out } = await run(config, 'list', '--format', format);
      assert.equal(code, 0);
      assert.match(out, /B/);
    }
  });

  it('gives each credential one id and one group in every report', async () => {
    home.environment = { OCI_GENAI_API_KEY: 'sk-none', OCI_RESOURCE_PRINCIPAL_VERSION: '2.2' };
    home.write('.oci/config', `[A]\n${profile()}`);
    const inventory = await takeInventory(standardSources(), home.machine);
    const listed = JSON.parse(inventoryAsJson(inventory));
    const tested = JSON.parse(testedAsJson(inventory.held.map((held) => ({ held }))));
    const ids = ({ profiles, identities }: Record<'profiles' | 'identities', { id: string }[]>): string[][] =>
      [profiles, identities].map((group) => group.map(({ id }) => id));
    assert.deepEqual(ids(tested), ids(listed));
    const all = ids(listed).flat();
    assert.deepEqual([ids(listed)[0]?.length, all.length, new Set(all).size], [1, 3, 3]);
    home.environment = {};
    rmSync(home.path('.oci'), { recursive: true });
  });

  it('tests against an endpoint on this machine', async function () {
    this.timeout(30_000);
    const words = ['test', '--trial-endpoint', oci.url, '--compartment', world.compartment, '--format', 'json'];
    const good = await run(`[A]\n${profile()}`, ...words);
    assert.equal(good.code, 0);
    const [{ results }] = JSON.parse(good.out).profiles;
    assert.equal(results[0].verdict, 'works');
    const wrong = await run(`[A]\n${profile({ user: 'ocid1.user.oc1..aaaastranger' })}`, ...words);
    assert.equal(wrong.code, 1);
    assert.match(wrong.out, /not-authenticated/);
    const text = await run(`[A]\n${profile()}`, ...words.slice(0, -1), 'text');
    assert.match(text.out, /agent runtime +credential accepted/);
    const key = world.users[0]?.keys.privatePem.split('\n')[2] ?? '';
    for (const { out } of [good, wrong, text]) assert.equal(out.includes(key), false);
  });
});
