import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ConfigFileReader } from 'oci-common';
import { readConfig } from '../../../src/credentials/config-file';
import { profilesOf } from '../../../src/credentials/profile';
import { ZOO } from './zoo';

describe('configuration files', () => {
  it('has a zoo worth the name', () => assert.ok(ZOO.length >= 60));

  for (const { name, text, profiles, problems } of ZOO) {
    it(`reads ${name}`, () => {
      const config = readConfig(text);
      assert.deepEqual(
        profilesOf(config).map((profile) => profile.name),
        profiles,
      );
      assert.deepEqual(
        config.problems.map(({ code, span }) => `${code}:${(span?.line ?? -1) + 1}`),
        problems,
      );
    });

    it(`knows whether the TypeScript SDK refuses ${name}`, () => {
      const said = readConfig(text).problems.some(({ rejectedBy }) => rejectedBy?.includes('typescript'));
      assert.equal(said, refusedBySdk(text));
    });
  }

  it('inherits from DEFAULT, but not over an empty value', () => {
    const [, a] = profilesOf(readConfig('[DEFAULT]\nuser=d\nregion=r\n[A]\nregion=\n'));
    assert.deepEqual(
      ['user', 'region', 'tenancy'].map((key) => a?.get(key) && [a.get(key)?.value, a.get(key)?.inherited]),
      [['d', true], ['', false], undefined],
    );
  });

  it('takes the last of two values, and keys in any case', () => {
    const [a] = profilesOf(readConfig('[A]\nregion=one\nRegion = two\n'));
    assert.equal(a?.get('region')?.value, 'two');
    assert.deepEqual(a?.get('region')?.span, { line: 2, start: 9, end: 12 });
  });

  it('tells methods apart', () => {
    const text = [
      '[DEFAULT]\nsecurity_token_file=t',
      '[KEY]\nuser=u',
      '[SESSION]\ntenancy=t',
      '[CLOUDSHELL]\nauthentication_type=instance_principal\ndelegation_token_file=d',
      '[INSTANCE]\nauthentication_type=instance_principal',
    ].join('\n');
    assert.deepEqual(
      profilesOf(readConfig(text)).map(({ method }) => method),
      ['session-token', 'iam-api-key', 'session-token', 'delegation-token', 'instance-principal'],
    );
  });

  it('quotes no line in a message', () => {
    const text = '[A]\nsecretword\npass_phrase="secretword\n  secretword\nsecretword: x\nkey_content=secretword=\n';
    assert.equal(JSON.stringify(readConfig(text).problems).includes('secretword'), false);
  });

  it('reads a thousand profiles at once', () => {
    const body =
      'user=ocid1.user.oc1..a\ntenancy=ocid1.tenancy.oc1..b\nfingerprint=aa\nkey_file=~/k\nregion=us-chicago-1';
    const text = Array.from({ length: 1000 }, (_, index) => `[P${index}]\n${body}\n`).join('\n');
    assert.equal(profilesOf(readConfig(text)).length, 1000);
  });
});

function refusedBySdk(text: string): boolean {
  const { info } = console;
  // The SDK tells the console that there is no DEFAULT.
  console.info = () => undefined;
  try {
    ConfigFileReader.parse(text, null);
    return false;
  } catch {
    return true;
  } finally {
    console.info = info;
  }
}
