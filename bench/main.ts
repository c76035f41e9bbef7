import path from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Parser } from 'web-tree-sitter';
import { createEngine } from '../src/engine';
import { mayMatter, mayMatterAfter } from '../src/engine/prefilter';
import { grammarsIn } from '../src/machine/grammar-files';
import { Grammars } from '../src/source/grammar';
import { PYTHON_GRAMMAR } from '../src/source/python';
import { pythonProgram } from './documents';

/**
 * Cold lint against the bare parse of the same text, and the time from an edit to the findings, in one run: ratios and
 * percentiles, since absolute times are those of the machine.
 */
const SIZES = [100, 1_000, 10_000];
const AIMS = { cold: 2, edit: { 100: 5, 1000: 5, 10000: 15 }, quiet: { 100: 0.2, 1000: 0.2, 10000: 2 } };

const source = grammarsIn(path.join(import.meta.dirname ?? __dirname, '../dist/grammars'));

const time = async (work: () => unknown): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

const quantile = (times: readonly number[], at: number): number =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * at))] ?? 0;

const repeat = async (count: number, work: () => unknown): Promise<number[]> => {
  const times: number[] = [];
  for (let round = 0; round < count; round += 1) times.push(await time(work));
  return times;
};

async function cold(parser: Parser, text: string, rounds: number): Promise<{ parse: number; lint: number }> {
  const engine = createEngine({ grammars: source });
  const uri = 'file:///bench.py';
  const parse: number[] = [];
  const lint: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    parse.push(await time(() => parser.parse(text)?.delete()));
    lint.push(await time(() => engine.lint({ uri, text })));
    engine.close(uri);
  }
  return { parse: quantile(parse.slice(2), 0.5), lint: quantile(lint.slice(2), 0.5) };
}

/** What is typed: editors close quotes, so a pair comes as one edit and the cursor goes on between them. */
const TYPED: readonly (readonly [text: string, forward: number])[] = [
  ...[...'\nlabel = '].map((char) => [char, 1] as const),
  ['""', 1],
  ...[...'typed text'].map((char) => [char, 1] as const),
  ['', 1],
  ...[...'  # note'].map((char) => [char, 1] as const),
];

/** Types a line again and again, character by character, into a function in the middle of the file. */
async function edits(text: string, rounds: number): Promise<number[]> {
  const engine = createEngine({ grammars: source });
  const uri = 'file:///bench.py';
  await engine.lint({ uri, text });
  let now = text;
  let at = text.indexOf('\n', Math.floor(text.length / 2));
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const [inserted, forward] = TYPED[round % TYPED.length] ?? ['', 0];
    now = now.slice(0, at) + inserted + now.slice(at);
    const change = { start: at, length: 0, text: inserted };
    at += forward;
    if (inserted) times.push(await time(() => engine.update({ uri, text: now }, change)));
  }
  return times.slice(10);
}

async function main(): Promise<void> {
  const parser = await new Grammars(source).parser(PYTHON_GRAMMAR);
  const rows: string[] = [];
  for (const lines of SIZES) {
    const text = pythonProgram(lines, true);
    const { parse, lint } = await cold(parser, text, lines > 5_000 ? 12 : 40);
    const typed = await edits(text, 220);
    const quiet = pythonProgram(lines, false);
    const scan = quantile(await repeat(50, () => mayMatter(quiet)), 0.5);
    const change = { start: quiet.length >> 1, length: 0, text: 'x' };
    const after = quantile(await repeat(50, () => mayMatterAfter(quiet, change)), 0.5);
    const aim = lines as keyof typeof AIMS.edit;
    rows.push(
      `${String(lines).padStart(6)} lines  cold/parse ${(lint / parse).toFixed(2)} (aim ${AIMS.cold}; ${parse.toFixed(1)} ms parse)` +
        `  edit p50 ${quantile(typed, 0.5).toFixed(2)} p95 ${quantile(typed, 0.95).toFixed(2)} ms (aim ${AIMS.edit[aim]})` +
        `  no trigger ${scan.toFixed(3)} ms (aim ${AIMS.quiet[aim]}), after an edit ${after.toFixed(4)} ms`,
    );
  }
  process.stdout.write(`${rows.join('\n')}\n`);
}

void main();
