import { performance } from 'node:perf_hooks';
import { createEngine } from '../src/engine';
import type { GrammarSource } from '../src/source/grammar';
import type { WorkspaceFiles } from '../src/source/resolve';
import { pythonProgram } from './documents';

/** So many files, of which one in ten reaches OCI, and one in a hundred by a helper that all of these share. */
const FILES = 2_000;
const AIMS = { pass: 3_000, change: 20 };
const ROUNDS = 20;
/** The dependents themselves stay as they are. */
const NOTHING = { start: 0, length: 0, text: '' };
const ROOT = 'file:///workspace';
const HELPER = `${ROOT}/helper.py`;

const helper = (profile: string): string =>
  `import oci\n\n\ndef config():\n    return oci.config.from_file("~/.oci/config", "${profile}")\n`;

const CLIENT = [
  'import oci',
  'from helper import config',
  '',
  '',
  'def runtime():',
  '    return oci.generative_ai_agent_runtime.GenerativeAiAgentRuntimeClient(config())',
  '',
  '',
].join('\n');

const textOf = (number: number): string =>
  number % 100 === 0 ? CLIENT + pythonProgram(60, false) : pythonProgram(80, number % 10 === 1);

class Memory implements WorkspaceFiles {
  constructor(readonly texts: Map<string, string>) {}

  has(uri: string): boolean {
    return this.texts.has(uri);
  }

  read(uri: string): string | undefined {
    return this.texts.get(uri);
  }
}

/** The first look at every file, and what a change of the helper costs until all who use it are judged again. */
export async function workspaceRow(grammars: GrammarSource): Promise<string> {
  const texts = new Map([[HELPER, helper('A')]]);
  for (let number = 0; number < FILES; number += 1) texts.set(`${ROOT}/module_${number}.py`, textOf(number));
  const engine = createEngine({ grammars, files: new Memory(texts) });
  const before = performance.now();
  let found = 0;
  for (const [uri, text] of texts) found += (await engine.lint({ uri, text })).length;
  const pass = performance.now() - before;
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const text = helper(`P${round}`);
    texts.set(HELPER, text);
    const start = performance.now();
    await engine.lint({ uri: HELPER, text });
    for (const uri of engine.dependents(HELPER)) await engine.update({ uri, text: texts.get(uri) ?? '' }, NOTHING);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const dependents = engine.dependents(HELPER).length;
  const [median = 0, worst = 0] = [times[times.length >> 1], times.at(-2)];
  return (
    `workspace of ${FILES} files  first pass ${pass.toFixed(0)} ms (aim ${AIMS.pass}; ${found} findings)` +
    `  helper changed, ${dependents} dependents: p50 ${median.toFixed(1)} p95 ${worst.toFixed(1)} ms (aim ${AIMS.change})`
  );
}
