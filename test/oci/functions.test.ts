import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { LocalOciHarness } from './harness/local-oci-harness';
import { SITUATIONS } from './matrix/situation';
import { collect } from './samples/collect';
import { functionsTogether } from './samples/functions';
import { MARK } from './samples/together';
import type { Language } from './toolchains/toolchain';

const SETUP_MS = 900_000;
const RUN_MS = 300_000;

/** What cannot run here: see samples.test.ts. */
const NOT_RUN: Readonly<Partial<Record<Language, RegExp>>> = { java: /^agents$/ };

describe('functions of the wizard, called with the resource principal', () => {
  let oci: LocalOciHarness;

  before(async function () {
    this.timeout(SETUP_MS);
    oci = await LocalOciHarness.open();
  });
  after(() => oci.close());

  for (const language of ['python', 'typescript', 'java', 'go'] as const) {
    it(`${language}: every handler answers`, async function () {
      this.timeout(SETUP_MS + RUN_MS);
      const reason = await oci.whyNot(language);
      if (reason) {
        console.log(`      skipped: ${reason}`);
        return this.skip();
      }
      const samples = collect(language, 'resource-principal', oci.world).filter(
        ({ name }) => !NOT_RUN[language]?.test(name),
      );
      const program = functionsTogether(language, samples);
      assert.ok(program);
      if (language === 'typescript') assert.equal(await oci.typeErrors(program), undefined);
      const outcome = await oci.run({
        language,
        ...program,
        ...SITUATIONS['resource-principal'],
        env: { LITELLM_LOCAL_MODEL_COST_MAP: 'True' },
        timeoutMs: RUN_MS - 60_000,
      });
      const said = `${outcome.stdout.slice(-1500)}\n${outcome.stderr.slice(-3000)}`;
      assert.equal(outcome.exitCode, 0, said);
      const lines = outcome.stdout.split('\n').filter((line) => line !== '');
      assert.deepEqual(
        lines.filter((line) => line.startsWith(MARK)),
        samples.map(({ name }) => `${MARK}${name}`),
        said,
      );
      for (const [at, line] of lines.entries()) {
        if (line.startsWith(MARK)) assert.ok(lines[at + 1] && !lines[at + 1]?.startsWith(MARK), `${line}: no answer`);
      }
      for (const { path, status, method } of outcome.seen.filter(({ service }) =>
        /inference|agent|management|hosted/.test(service),
      ))
        assert.deepEqual({ path, status, method }, { path, status: 200, method: 'resource-principal' }, said);
    });
  }
});
