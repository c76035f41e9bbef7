import path from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Parser } from 'web-tree-sitter';
import { createEngine } from '../src/engine';
import { mayMatter, mayMatterAfter } from '../src/engine/prefilter';
import { grammarsIn } from '../src/machine/grammar-files';
import { CSHARP_GRAMMAR } from '../src/source/csharp';
import { GO_GRAMMAR } from '../src/source/go';
import { Grammars } from '../src/source/grammar';
import { JAVA_GRAMMAR } from '../src/source/java';
import { PYTHON_GRAMMAR } from '../src/source/python';
import { TYPESCRIPT_GRAMMAR } from '../src/source/typescript';
import { credentialsRow } from './credentials';
import { csharpProgram } from './csharp-documents';
import { pythonProgram } from './documents';
import { goProgram } from './go-documents';
import { javaProgram } from './java-documents';
import { typescriptProgram } from './typescript-documents';
import { workspaceRow } from './workspace';

/**
 * Cold lint against the bare parse of the same text, and the time from an edit to the findings, in one run: ratios and
 * percentiles, since absolute times are those of the machine.
 */
const SIZES = [100, 1_000, 10_000];
const AIMS = {
  cold: 2,
  edit: { 100: 5, 1000: 5, 10000: 15 },
  quiet: { 100: 0.2, 1000: 0.2, 10000: 2 },
  fix: { 100: 10, 1000: 10, 10000: 100 },
};

interface Subject {
  readonly name: string;
  readonly uri: string;
  readonly grammar: string;
  readonly program: (lines: number, withTriggers: boolean) => string;
  /** What is typed begins and ends so. */
  readonly typed: { readonly start: string; readonly end: string };
}

const SUBJECTS: readonly Subject[] = [
  {
    name: 'python',
    uri: 'file:///bench.py',
    grammar: PYTHON_GRAMMAR,
    program: pythonProgram,
    typed: { start: '\nlabel = ', end: '  # note' },
  },
  {
    name: 'typescript',
    uri: 'file:///answers.ts',
    grammar: TYPESCRIPT_GRAMMAR,
    program: typescriptProgram,
    typed: { start: '\nconst label = ', end: '; // note' },
  },
  {
    name: 'go',
    uri: 'file:///answers.go',
    grammar: GO_GRAMMAR,
    program: goProgram,
    typed: { start: '\nlabel := ', end: ' // note' },
  },
  {
    name: 'java',
    uri: 'file:///Answers.java',
    grammar: JAVA_GRAMMAR,
    program: javaProgram,
    typed: { start: '\nString label = ', end: '; // note' },
  },
  {
    name: 'csharp',
    uri: 'file:///Answers.cs',
    grammar: CSHARP_GRAMMAR,
    program: csharpProgram,
    typed: { start: '\nvar label = ', end: '; // note' },
  },
];

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

async function cold(
  { uri }: Subject,
  parser: Parser,
  text: string,
  rounds: number,
): Promise<{ parse: number; lint: number }> {
  const engine = createEngine({ grammars: source });
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
const keys = (text: string): readonly (readonly [text: string, forward: number])[] =>
  [...text].map((char) => [char, 1] as const);

const typing = ({ typed }: Subject) => [
  ...keys(typed.start),
  ['""', 1] as const,
  ...keys('typed text'),
  ['', 1] as const,
  ...keys(typed.end),
];

/** Types a line again and again, character by character, into a function in the middle of the file. */
async function edits(subject: Subject, text: string, rounds: number): Promise<number[]> {
  const engine = createEngine({ grammars: source });
  const { uri } = subject;
  const typed = typing(subject);
  await engine.lint({ uri, text });
  let now = text;
  let at = placeIn(text);
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const [inserted, forward] = typed[round % typed.length] ?? ['', 0];
    now = now.slice(0, at) + inserted + now.slice(at);
    const change = { start: at, length: 0, text: inserted };
    at += forward;
    if (inserted) times.push(await time(() => engine.update({ uri, text: now }, change)));
  }
  return times.slice(10);
}

/** All fixes of one finding, as the editor asks for them at the cursor: the first time in a file, and afterwards. */
async function fixes({ uri }: Subject, text: string): Promise<{ first: number[]; later: number[] }> {
  const engine = createEngine({ grammars: source });
  const first: number[] = [];
  const later: number[] = [];
  for (let round = 0; round < 10; round += 1) {
    const [finding, ...others] = await engine.lint({ uri, text });
    if (finding) first.push(await time(() => engine.fixes(uri, finding)));
    for (const one of others.slice(0, 20)) later.push(await time(() => engine.fixes(uri, one)));
    engine.close(uri);
  }
  return { first: first.slice(2), later: later.slice(later.length / 5) };
}

/** The end of the line in the middle before which a helper gives back what it found. */
function placeIn(text: string): number {
  const from = text.indexOf('return found', Math.floor(text.length / 2));
  return text.lastIndexOf('\n', from < 0 ? text.lastIndexOf('return') : from);
}

async function row(subject: Subject, parser: Parser, lines: number): Promise<string> {
  const text = subject.program(lines, true);
  const { parse, lint } = await cold(subject, parser, text, lines > 5_000 ? 12 : 40);
  const typed = await edits(subject, text, 220);
  const repairs = await fixes(subject, text);
  const quiet = subject.program(lines, false);
  const scan = quantile(await repeat(50, () => mayMatter(quiet)), 0.5);
  const change = { start: quiet.length >> 1, length: 0, text: 'x' };
  const after = quantile(await repeat(50, () => mayMatterAfter(quiet, change)), 0.5);
  const aim = lines as keyof typeof AIMS.edit;
  return (
    `${subject.name.padEnd(11)}${String(lines).padStart(6)} lines  cold/parse ${(lint / parse).toFixed(2)} (aim ${AIMS.cold}; ${parse.toFixed(1)} ms parse)` +
    `  edit p50 ${quantile(typed, 0.5).toFixed(2)} p95 ${quantile(typed, 0.95).toFixed(2)} ms (aim ${AIMS.edit[aim]})` +
    `  fixes first ${quantile(repairs.first, 0.5).toFixed(2)}, then p95 ${quantile(repairs.later, 0.95).toFixed(2)} ms (aim ${AIMS.fix[aim]})` +
    `  no trigger ${scan.toFixed(3)} ms (aim ${AIMS.quiet[aim]}), after an edit ${after.toFixed(4)} ms`
  );
}

/** All languages, or those named. */
async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  for (const subject of SUBJECTS) {
    if (wanted.length > 0 && !wanted.includes(subject.name)) continue;
    const parser = await new Grammars(source).parser(subject.grammar);
    for (const lines of SIZES) process.stdout.write(`${await row(subject, parser, lines)}\n`);
  }
  if (wanted.length === 0 || wanted.includes('credentials')) process.stdout.write(`${await credentialsRow()}\n`);
  if (wanted.length === 0 || wanted.includes('workspace')) process.stdout.write(`${await workspaceRow(source)}\n`);
}

void main();
