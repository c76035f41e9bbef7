import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { deployment } from '../../src/advisor/deployment';
import { EXCHANGED } from '../../src/knowledge/code';
import { METHODS, type Method } from '../../src/knowledge/method';
import { LocalOciHarness } from './harness/local-oci-harness';
import { SITUATIONS } from './matrix/situation';
import { collect } from './samples/collect';
import { MARK, TOGETHER } from './samples/together';
import type { Language } from './toolchains/toolchain';

const LANGUAGES: readonly Language[] = ['python', 'typescript', 'java', 'go', 'shell'];

const SETUP_MS = 900_000;
const RUN_MS = 300_000;

/** What cannot run here, and why. */
const NOT_RUN: readonly (readonly [Language, RegExp, string])[] = [
  ['java', /^agents$/, 'Maven Central as it is reached here has no generativeaiagentruntime client'],
];

describe('code of the wizard, run with the real SDKs', () => {
  let oci: LocalOciHarness;

  before(async function () {
    this.timeout(SETUP_MS);
    oci = await LocalOciHarness.open();
  });
  after(() => oci.close());

  for (const language of LANGUAGES) {
    describe(language, () => {
      before(async function () {
        this.timeout(SETUP_MS);
        const reason = await oci.whyNot(language);
        if (!reason) return;
        console.log(`      skipped: ${reason}`);
        this.skip();
      });

      for (const [skipped, pattern, reason] of NOT_RUN.filter(([one]) => one === language)) {
        it(`${skipped} ${pattern.source}: ${reason}`, function () {
          this.skip();
        });
      }

      for (const method of METHODS) {
        it(`${method}: every sample gets its answer`, async function () {
          this.timeout(RUN_MS);
          const left = NOT_RUN.filter(([one]) => one === language).map(([, pattern]) => pattern);
          const samples = collect(language, method, oci.world).filter(
            ({ name }) => !left.some((one) => one.test(name)),
          );
          if (samples.length === 0) return this.skip();
          const program = TOGETHER[language](samples);
          if (language === 'typescript') assert.equal(await oci.typeErrors(program), undefined);
          const outcome = await oci.run({
            language,
            ...program,
            ...SITUATIONS[method],
            env: { ...environment(method, oci), LITELLM_LOCAL_MODEL_COST_MAP: 'True' },
            timeoutMs: RUN_MS - 60_000,
            before: beforeIt(language, method, oci),
          });
          const said = `${outcome.stdout.slice(-1500)}\n${outcome.stderr.slice(-3000)}`;
          assert.equal(outcome.exitCode, 0, said);
          const done = outcome.stdout.split('\n').filter((line) => line.startsWith(MARK));
          assert.deepEqual(
            done,
            samples.map(({ name }) => `${MARK}${name}`),
            said,
          );
          const calls = outcome.seen.filter(({ service }) => /inference|agent|management|hosted/.test(service));
          assert.ok(calls.length >= samples.length, said);
          for (const { path, status, method: proven } of calls) {
            assert.deepEqual({ path, status, proven }, { path, status: 200, proven: method }, said);
          }
        });
      }
    });
  }
});

/** What the wizard gives besides the code, for languages whose SDK exchanges no token. */
function beforeIt(language: Language, method: Method, { world }: LocalOciHarness): string | undefined {
  if (language === 'shell') return undefined;
  const pieces = deployment('other-cloud', method, { region: world.region, language });
  const script = pieces.find(({ file }) => file === EXCHANGED.file)?.text;
  return script && `${script}export ${EXCHANGED.variable}="${EXCHANGED.config}"`;
}

function environment(method: Method, { world }: LocalOciHarness): Record<string, string> {
  const { host, clientId, clientSecret } = world.domain;
  if (method === 'token-exchange') {
    return {
      OIDC_TOKEN: 'a.foreign.token',
      OCI_DOMAIN_URL: `https://${host}`,
      OCI_CLIENT_ID: clientId,
      OCI_CLIENT_SECRET: clientSecret,
      OCI_TENANCY_ID: world.tenancy,
    };
  }
  if (method !== 'idcs-oauth') return {};
  return {
    IDCS_DOMAIN_URL: `https://${host}`,
    IDCS_CLIENT_ID: clientId,
    IDCS_CLIENT_SECRET: clientSecret,
    IDCS_SCOPE: 'app',
  };
}
