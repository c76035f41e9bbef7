import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'mocha';
import { METHODS } from '../../src/knowledge/method';
import { PLANES } from '../../src/knowledge/plane';
import { LocalOciHarness } from './harness/local-oci-harness';
import { type Observation, observe, predict } from './matrix/observation';
import { MATRIX_PAGE } from './matrix/page';
import { hasMethod, LANGUAGES } from './matrix/situation';
import { renderMatrix } from './matrix/table';

const SETUP_MS = 600_000;
/** The first run of a language compiles its program. */
const RUN_MS = 240_000;

describe('method × plane × language', () => {
  const observations: Observation[] = [];
  let oci: LocalOciHarness;

  before(async function () {
    this.timeout(RUN_MS);
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

      for (const method of METHODS.filter((candidate) => hasMethod(language, candidate))) {
        it(`${method} meets what the acceptance table predicts`, async function () {
          this.timeout(RUN_MS);
          const seen = await observe(oci, language, method);
          observations.push(...seen);
          assert.ok(seen.length > 0);
          for (const { plane, status, keyId, provenMethod } of seen) {
            assert.deepEqual(
              { plane, status, keyId, provenMethod },
              { plane, provenMethod: method, ...predict(method, plane) },
            );
          }
        });
      }
    });
  }

  describe('as a whole', () => {
    it('calls every plane with every method in some language', function () {
      if (observations.length === 0) this.skip();
      for (const method of METHODS) {
        const called = new Set(observations.filter((entry) => entry.method === method).map(({ plane }) => plane));
        const missing = PLANES.filter((plane) => !called.has(plane));
        assert.deepEqual(missing, [], method);
      }
    });

    it('is what the page in the documentation says', function () {
      if (new Set(observations.map(({ language }) => language)).size < LANGUAGES.length) this.skip();
      assert.equal(renderMatrix(observations), readFileSync(MATRIX_PAGE, 'utf8'));
    });
  });
});
