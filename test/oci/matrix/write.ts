/** Runs the whole matrix and writes its page: `npx tsx test/oci/matrix/write.ts`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { METHODS } from '../../../src/knowledge/method';
import { LocalOciHarness } from '../harness/local-oci-harness';
import { type Observation, observe } from './observation';
import { MATRIX_PAGE } from './page';
import { hasMethod, LANGUAGES } from './situation';
import { renderMatrix } from './table';

async function main(): Promise<void> {
  const oci = await LocalOciHarness.open();
  const observations: Observation[] = [];
  for (const language of LANGUAGES) {
    const reason = await oci.whyNot(language);
    if (reason) throw new Error(`${language}: ${reason}`);
    for (const method of METHODS.filter((candidate) => hasMethod(language, candidate))) {
      observations.push(...(await observe(oci, language, method)));
    }
  }
  await oci.close();
  mkdirSync(dirname(MATRIX_PAGE), { recursive: true });
  writeFileSync(MATRIX_PAGE, renderMatrix(observations));
}

void main();
